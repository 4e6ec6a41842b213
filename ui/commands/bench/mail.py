"""The mail desk: an item from its last Enter to the durable commit, and a grid of 2,000 items that scrolls.

Item: ours is the room's view-model over the window's own lanes, from the Enter that accepts the check's amount until
the receipt is durable; bare are the very rows of its receipt through the bare DB-API, as for a
payment. Its stub and its check are on the disk before, on both sides.
Scroll: the room's own grid, a notch of the wheel every few milliseconds, against an empty loop that waits as long.
"""

import os
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from typing import TypeVar

from PySide6.QtCore import QEventLoop, QTimer

from app.domain.draft import Draft, DraftLine
from app.domain.facts.receipts import BucketAmount, PaidLine
from app.domain.mail import MAIL
from app.domain.tender import Tender
from app.interchange.practice.dice import Dice
from app.ports.books import BooksReader
from app.usecases.open_mail import OpenMailRequest
from app.usecases.take_payment import PaymentRequest
from devices.simulators.clock import SimulatedClock
from ui.commands.bench.figure import Figure, Sides
from ui.commands.bench.payment import BareSide, Ground, caught_rows, copied
from ui.commands.bench.watchdog import Watchdog
from ui.commands.day.script import accounts_of
from ui.commands.folders import key_of
from ui.commands.window.hands import LIMIT_S, WindowStuckError
from ui.commands.window.notices import without_off_screen_notices
from ui.commands.window.opened import the_application
from ui.compose.folder import open_desk
from ui.compose.practice import found_practice, import_city
from ui.viewmodels.counter import Counter
from ui.viewmodels.deeds import Deeds
from ui.viewmodels.device_board import DeviceBoard
from ui.viewmodels.mail.model import MailModel
from ui.viewmodels.mail.rows import MailRow, keyed_rows
from ui.viewmodels.session import Session, Sitting
from ui.viewmodels.sign_in import read_sitting
from ui.views.mail.room import MailRoom

T = TypeVar("T")
ITEM_LIMIT, SCROLL_LIMIT = 2.0, 3.0
ROUNDS, A_ROUND, BEFORE = 10, 40, 40
ACCOUNTS = 3_000
LINES = 2_000
SCROLL_ROUNDS, SCROLL_EVERY_MS, NOTCH_LINES = 3, 8, 3
WIDTH, HEIGHT = 1_366, 768
MORNING = datetime(2026, 11, 20, 14, tzinfo=UTC)
CLERK, SECOND = "mruiz", "tokafor"
MAKING_LIMIT_S = 300.0
ITEM_S = 8


def mail_figures(place: Path, *, seed: int, size: int) -> tuple[Figure, ...]:
    """Both figures; everything happens in `place`."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    the_application()
    ground = _ground(place / "ground", seed=seed, accounts=min(size, ACCOUNTS))
    requests = _requests(ground, Dice(seed), BEFORE + ROUNDS * A_ROUND)
    rows = caught_rows(ground, copied(ground, place / "caught"), requests)
    ours, bare = _Desk(copied(ground, place / "ours")), BareSide(ground, copied(ground, place / "bare"))
    try:
        ours.round(requests[:BEFORE])
        bare.round(rows[:BEFORE])
        times: tuple[list[list[float]], list[list[float]]] = ([], [])
        for first in range(BEFORE, len(requests), A_ROUND):
            times[0].append(ours.round(requests[first : first + A_ROUND]))
            times[1].append(bare.round(rows[first : first + A_ROUND]))
        sides = Sides(*times)
        words = f"{sides.words()}; quiet rounds {sides.quiet_ratio(median):.2f}"
        return Figure("mail_item", sides.ratio(median), ITEM_LIMIT, words), _scroll(ours.model)
    finally:
        ours.close()


class _Desk:
    """The room's view-model over a desk of its own."""

    def __init__(self, folder: Path) -> None:
        self._clock = SimulatedClock(MORNING)
        self._desk = open_desk(folder, clock=self._clock)
        self._ends: list[float] = []
        self._session = Session()
        counter = Counter(asks=self._desk.ask, does=self._do, clock=self._clock, board=DeviceBoard())
        self.model = MailModel(counter, self._session)
        self._session.sit(self._desk.ask(self._sitting).result(MAKING_LIMIT_S))
        self.model.load()
        _until(lambda: self.model.has_batch)

    def round(self, requests: Sequence[PaymentRequest]) -> list[float]:
        """Seconds from the last Enter to the durable receipt, item by item."""
        return [self._item(request.draft) for request in requests]

    def close(self) -> None:
        """The desk's lanes end."""
        self.model.deleteLater()
        self._desk.close()

    def _do(self, deed: Callable[[Deeds], T], /, *, is_sale: bool) -> "Future[T]":
        """On the writer's thread, as the window's; when it ended is noted there."""

        def noted(deeds: Deeds) -> T:
            answer = deed(deeds)
            self._ends.append(time.perf_counter())
            return answer

        return self._desk.do(noted, is_sale=is_sale)

    def _sitting(self, books: BooksReader) -> Sitting:
        user = next(one for one in books.users() if one.user == CLERK)
        return read_sitting(books, user=user, clock=self._clock)

    def _item(self, wanted: Draft) -> float:
        item, line, check = self.model.item, wanted.lines[0], wanted.tenders[0]
        loop = QEventLoop()  # it sleeps until the answer comes: nothing competes with the writer's thread
        self.model.keyed.connect(loop.quit)
        self._clock.advance(seconds=ITEM_S)
        item.add_stub(line.account)
        _until(lambda: bool(item.draft.lines))
        item.accept_stub(line.accepted or 0)
        item.key_paper(check.reference)
        self._desk.do(_nothing, is_sale=True).result(MAKING_LIMIT_S)  # stub and check are on the disk
        self._ends.clear()
        began = time.perf_counter()
        item.accept_paper(check.amount_tendered)
        loop.exec()
        self.model.keyed.disconnect(loop.quit)
        return self._ends[0] - began


def _scroll(model: MailModel) -> Figure:
    """The grid of the room with `LINES` lines, scrolled to its end, against an empty loop as long."""
    model.grid.show_rows(_lines())
    room = MailRoom(model)
    room.resize(WIDTH, HEIGHT)
    with without_off_screen_notices():
        room.show()
        _wait(SCROLL_EVERY_MS)
        bar = room.table.verticalScrollBar()
        ours: list[list[float]] = []
        bare: list[list[float]] = []
        for _turn in range(SCROLL_ROUNDS):
            step = max(1, bar.maximum() // LINES * NOTCH_LINES)
            steps = range(0, bar.maximum(), step)
            bare.append(_watched(lambda _at: None, steps))
            bar.setValue(0)
            ours.append(_watched(bar.setValue, steps))
        room.hide()
    sides = Sides(ours, bare)
    longest = max(gap for one in ours for gap in one) * 1_000
    words = f"{LINES} lines; {sides.words()}; longest stall {longest:.1f} ms"
    return Figure("mail_scroll", sides.ratio(max), SCROLL_LIMIT, words)


def _watched(act: Callable[[int], object], steps: Sequence[int]) -> list[float]:
    """Gaps of the loop while it acts at each step."""
    watchdog, loop, timer, left = Watchdog(), QEventLoop(), QTimer(), list(reversed(steps))

    def tick() -> None:
        if left:
            act(left.pop())
        else:
            loop.quit()

    timer.timeout.connect(tick)
    watchdog.start()
    timer.start(SCROLL_EVERY_MS)
    loop.exec()
    timer.stop()
    return watchdog.stop()


def _nothing(_deeds: Deeds) -> None:
    """Wait for what was queued before."""


def _until(is_so: Callable[[], bool]) -> None:
    """Let lanes and signals work until it is so; as soon as it is, not a look later."""
    application = the_application()
    end = time.monotonic() + LIMIT_S
    while not is_so():
        application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 1)
        if time.monotonic() > end:
            raise WindowStuckError("the mail desk")


def _wait(ms: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(ms, loop.quit)
    loop.exec()


def _lines() -> list[MailRow]:
    found: list[MailRow] = []
    for n in range(LINES):
        number = f"101-{n:04d}"
        line = PaidLine(number, number, f"NAME {n}", "1 ELM", 6_120, (BucketAmount("WATER.current", 6_120),), -1, 0)
        tender = Tender("check", 6_120, str(1_000 + n), "4417")
        found += keyed_rows(f"XDT1A-{n:06d}", (line,), (tender,), first=len(found) + 1)
    return found


def _ground(folder: Path, *, seed: int, accounts: int) -> Ground:
    desk = found_practice(folder, clock=SimulatedClock(MORNING))
    try:
        import_city(desk, accounts=accounts, seed=seed).result(MAKING_LIMIT_S)
        keys = tuple(account.key for account in accounts_of(desk) if not account.is_cash_only)
        request = OpenMailRequest(CLERK, MAIL, SECOND, BEFORE + ROUNDS * A_ROUND, 1)
        batch = desk.do(lambda deeds: deeds.open_mail(request)).result(MAKING_LIMIT_S).batch
    finally:
        desk.close()
    return Ground(folder, key_of(folder), batch, keys)


def _requests(ground: Ground, dice: Dice, count: int) -> list[PaymentRequest]:
    """One stub and one check each, no account twice: nothing is asked."""
    first = dice.between(0, len(ground.accounts) - 1)
    found = []
    for n in range(count):
        key = ground.accounts[(first + n) % len(ground.accounts)]
        cents = 1_000 + (n * 37) % 30_000
        draft = Draft(f"mail-{n}", CLERK, MAIL).with_line(DraftLine(key, key)).accepting(key, cents)
        draft = draft.with_tender(Tender("check", cents, str(1_000 + n)))
        found.append(PaymentRequest(CLERK, ground.batch, draft, paper=False))
    return found
