"""Taking a payment, whole use-case to durable commit, against the same rows through the bare DB-API (hot-path 2).

Three copies of one folder: on the first the payments are taken once and their rows caught; then in turns the program
takes the payments on the second, and the caught rows are written bare into the third, whose triggers are gone. Both
sides on one thread, the log emptied between rounds, drafts saved before and not timed.
"""

import hashlib
import shutil
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from statistics import mean, median

from app.domain.change import suggested_pieces
from app.domain.draft import Draft, DraftLine
from app.domain.tender import Tender
from app.frozen import frozen
from app.interchange.practice.dice import Dice
from app.usecases.open_batch import OpenBatchRequest
from app.usecases.save_draft import SaveDraft
from app.usecases.take_payment import PaymentRequest, TakePayment
from db.opener import Connection, opened, wal_frames
from db.paths import STATION_DB
from db.writer import WRITER_CACHE_KIB
from devices.simulators.clock import SimulatedClock
from ui.commands.bench.figure import Figure, Sides, percentile, timed
from ui.commands.bench.payment_rows import CatchingConnection, Written, write_bare
from ui.commands.day.script import accounts_of
from ui.commands.folders import key_of
from ui.compose.practice import found_practice, import_city

RATIO_LIMIT, FRAMES_LIMIT = 2.0, 20
ROUNDS, A_ROUND, BEFORE = 15, 40, 1_000
ACCOUNTS = 3_000
MORNING = datetime(2026, 11, 20, 14, tzinfo=UTC)
CASHIER = "mruiz"
MAKING_LIMIT_S = 300.0
TAKEN_S = 30


@frozen
class Ground:
    """The folder that is copied, its key, the open batch and the accounts."""

    folder: Path
    key: bytes
    batch: str
    accounts: tuple[str, ...]


def payment_figures(place: Path, *, seed: int, size: int) -> tuple[Figure, Figure]:
    """Ratio of time, and frames of the write-ahead log a payment; everything happens in `place`.

    A city of at most `size` accounts, and never more than a payment notices.
    """
    ground = _ground(place / "ground", seed=seed, accounts=min(size, ACCOUNTS))
    requests = _requests(ground, Dice(seed), BEFORE + ROUNDS * A_ROUND)
    deeds = caught_rows(ground, copied(ground, place / "caught"), requests)
    ours = _Ours(ground, copied(ground, place / "ours"))
    bare = BareSide(ground, copied(ground, place / "bare"))
    frames = ours.frames(requests[:BEFORE])
    bare.round(deeds[:BEFORE])
    times: tuple[list[list[float]], list[list[float]]] = ([], [])
    for first in range(BEFORE, len(requests), A_ROUND):
        times[0].append(ours.round(requests[first : first + A_ROUND]))
        times[1].append(bare.round(deeds[first : first + A_ROUND]))
    sides = Sides(*times)
    above = sum(count > FRAMES_LIMIT for count in frames)
    words = (
        f"mean of {len(frames)}; p50 {median(frames):.0f}, p99 {percentile(frames, 99):.0f}, most {max(frames)},"
        f" {above} above {FRAMES_LIMIT}"
    )
    quiet = f"quiet rounds {sides.quiet_ratio(median):.2f}"
    return (
        Figure("payment", sides.ratio(median), RATIO_LIMIT, f"{sides.words()}; {quiet}"),
        Figure("payment_wal_frames", mean(frames), FRAMES_LIMIT, words),
    )


class _Ours:
    """The program takes payments."""

    def __init__(self, ground: Ground, folder: Path) -> None:
        from db.books import made_books

        self._db = opened_as_writer(ground, folder)
        self._clock = SimulatedClock(MORNING)
        books = made_books(self._db, folder / STATION_DB, ground.key, clock=self._clock, app_v="")
        self._save, self._take = SaveDraft(books), TakePayment(books)

    def round(self, requests: Sequence[PaymentRequest]) -> list[float]:
        """Seconds of each payment."""
        _empty_log(self._db)
        times = []
        for request in requests:
            self._begin(request)
            times.append(timed(partial(self._take, request)))
        return times

    def frames(self, requests: Sequence[PaymentRequest]) -> list[int]:
        """Pages that each payment added to the log; not timed."""
        _empty_log(self._db)
        found = []
        for request in requests:
            self._begin(request)
            before = wal_frames(self._db)
            self._take(request)
            found.append(wal_frames(self._db) - before)
        return found

    def _begin(self, request: PaymentRequest) -> None:
        self._clock.advance(seconds=TAKEN_S)
        self._save(request.draft)


class BareSide:
    """The caught rows, written without program and triggers."""

    def __init__(self, ground: Ground, folder: Path) -> None:
        self._db = opened_as_writer(ground, folder)
        for (name,) in self._db.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
            self._db.execute(f"DROP TRIGGER {name}")

    def round(self, deeds: Sequence[tuple[list[Written], list[Written]]]) -> list[float]:
        """Seconds of each payment; its draft is there before."""
        _empty_log(self._db)
        times = []
        for draft, payment in deeds:
            write_bare(self._db, draft)
            times.append(timed(lambda payment=payment: write_bare(self._db, payment)))  # type: ignore[misc]
        return times


def _ground(folder: Path, *, seed: int, accounts: int) -> Ground:
    clock = SimulatedClock(MORNING)
    desk = found_practice(folder, clock=clock)
    try:
        import_city(desk, accounts=accounts, seed=seed).result(MAKING_LIMIT_S)
        keys = tuple(account.key for account in accounts_of(desk) if not account.is_cash_only)
        request = OpenBatchRequest(CASHIER, suggested_pieces(20_000))
        batch = desk.do(lambda deeds: deeds.open_batch(request)).result(MAKING_LIMIT_S).batch
    finally:
        desk.close()
    return Ground(folder, key_of(folder), batch, keys)


def _requests(ground: Ground, dice: Dice, count: int) -> list[PaymentRequest]:
    """Payments of one to three accounts with every mix of tenders, as at a window."""
    return [PaymentRequest(CASHIER, ground.batch, _draft(ground, dice, n)) for n in range(count)]


def _draft(ground: Ground, dice: Dice, n: int) -> Draft:
    draft = Draft(f"bench-{n}", CASHIER, "L1")
    first = dice.between(0, len(ground.accounts) - 1)
    for step in range(1 + n % 3):
        key = ground.accounts[(first + step * 7) % len(ground.accounts)]
        cents = 1_000 + (n * 37 + step) % 30_000  # no amount twice at one account, so nothing is asked
        draft = draft.with_line(DraftLine(key, key)).accepting(key, cents)
    for tender in _tenders(draft.to_pay, n):
        draft = draft.with_tender(tender)
    return draft


def _tenders(cents: int, n: int) -> tuple[Tender, ...]:
    half = cents // 2
    check = Tender("check", half, str(1_000 + n), "4417", payer_mark=_mark(n), micr="sealed")
    match n % 4:
        case 0:
            return (Tender("cash", cents + 350),)
        case 1:
            return (check, Tender("cash", cents - half + 1_388))
        case 2:
            return (Tender("card", cents, "A81F22", "4242"),)
        case _:
            return (check, Tender("money_order", cents - half, "26503198745"))


def _mark(n: int) -> str:
    """A payer's mark is a keyed hash, so it lands anywhere among the others."""
    return hashlib.sha256(f"payer {n}".encode()).hexdigest()


def caught_rows(
    ground: Ground, folder: Path, requests: Sequence[PaymentRequest]
) -> list[tuple[list[Written], list[Written]]]:
    """What each payment writes: first its draft, then the payment itself."""
    from db.books import made_books

    connection = CatchingConnection(opened_as_writer(ground, folder))
    clock = SimulatedClock(MORNING)
    books = made_books(connection, folder / STATION_DB, ground.key, clock=clock, app_v="")
    found = []
    for request in requests:
        clock.advance(seconds=TAKEN_S)
        SaveDraft(books)(request.draft)
        draft = connection.caught
        TakePayment(books)(request)
        found.append((draft, connection.caught))
    return found


def opened_as_writer(ground: Ground, folder: Path) -> Connection:
    """As the writer opens it, page cache included; the same for both sides."""
    return opened(folder / STATION_DB, ground.key, cache_kib=WRITER_CACHE_KIB)


def copied(ground: Ground, folder: Path) -> Path:
    """The folder once more."""
    shutil.copytree(ground.folder, folder)
    return folder


def _empty_log(db: Connection) -> None:
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
