"""Search as somebody types, key to rows ready, against the bare FTS queries (hot-path 5).

Ours goes the whole way: the question queued to the reader's thread, hits with balances, the future's answer. The bare
side asks the same file with ready-made texts, on a connection of its own with the same page cache and behind a thread
of its own: the window may wait for neither, so the hand-over between threads stands on both sides.
"""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from app.domain.account import Account
from app.interchange.practice.dice import Dice
from db.lane import Lane
from db.opener import Connection, opened
from db.search.finder import CACHE_KIB
from db.search.layout import BY_NUMBERS, BY_WORDS, SEARCH_FILE
from db.search.words import end_of, match_of, number_of
from devices.system_clock import SystemClock
from ui.commands.bench.figure import Figure, Sides, p99, timed
from ui.commands.day.script import accounts_of
from ui.commands.folders import key_of
from ui.compose.desk import Desk
from ui.compose.practice import found_practice, import_city

KEYSTROKES = 1_800
ROUNDS = 5
TOTAL_LIMIT, P99_LIMIT = 2.0, 1.3
SHOWN = 25
MAKING_LIMIT_S = 1_800.0
ANSWER_LIMIT_S = 60.0


def search_figures(place: Path, *, seed: int, size: int) -> tuple[Figure, Figure]:
    """Total and p99 of the same keystrokes on both sides, over `size` accounts made in `place`."""
    folder = place / "search"
    desk = found_practice(folder, clock=SystemClock())
    try:
        import_city(desk, accounts=size, seed=seed).result(MAKING_LIMIT_S)
        desk.station.refresh_search().result(MAKING_LIMIT_S)
        typed = _keystrokes(desk, Dice(seed))
        lane = Lane("bare search")
        bare = opened(
            folder / SEARCH_FILE, key_of(folder), reader=True, journal_mode="delete", cache_kib=CACHE_KIB
        )
        try:
            return _measured(desk, bare, lane, typed)
        finally:
            lane.close(last=bare.close)
    finally:
        desk.close()


def _measured(desk: Desk, bare: Connection, lane: Lane, typed: Sequence[str]) -> tuple[Figure, Figure]:
    ready = [_bare_question(bare, text) for text in typed]
    times: tuple[list[list[float]], list[list[float]]] = ([], [])
    for turn in range(ROUNDS + 1):
        ours, theirs = [], []
        for text, question in zip(typed, ready, strict=True):
            ours.append(timed(partial(_asked, desk, text)))
            theirs.append(timed(partial(lane.run, question)))
        if turn:  # the first round only warms both caches
            times[0].append(ours)
            times[1].append(theirs)
    sides = Sides(*times)
    totals = f"{len(typed)} keystrokes: ours {sum(times[0][-1]) * 1000:.0f} ms, bare {sum(times[1][-1]) * 1000:.0f} ms"
    return (
        Figure("search_total", sides.ratio(sum), TOTAL_LIMIT, totals),
        Figure("search_p99", sides.ratio(p99), P99_LIMIT, sides.words()),
    )


def _asked(desk: Desk, text: str) -> None:
    desk.ask(lambda books: books.find(text, limit=SHOWN)).result(ANSWER_LIMIT_S)


def _account(desk: Desk, key: str) -> Account | None:
    return desk.ask(lambda books: books.account(key)).result(ANSWER_LIMIT_S)


def _bare_question(db: Connection, text: str) -> Callable[[], object]:
    """The queries that such a text comes to, and nothing around them."""
    cursor, number, match = db.cursor(), number_of(text), match_of(text)
    numbers = (number, end_of(number), SHOWN)

    def question() -> None:
        if number and len(cursor.execute(BY_NUMBERS, numbers).fetchall()) >= SHOWN:
            return
        cursor.execute(BY_WORDS, (match, SHOWN)).fetchall()

    return question


def _keystrokes(desk: Desk, dice: Dice) -> list[str]:
    """Every beginning of what cashiers type: names, addresses, numbers; in the order of typing."""
    accounts = accounts_of(desk)
    typed: list[str] = []
    while len(typed) < KEYSTROKES:
        found = _account(desk, dice.pick(accounts).key)
        if found is None:
            continue
        texts = (found.name.replace(",", ""), found.service_address, found.number, found.phone, found.name.split()[0])
        text = dice.pick(texts).lower()
        typed += [text[:end] for end in range(1, len(text) + 1) if match_of(text[:end])]
    return typed[:KEYSTROKES]
