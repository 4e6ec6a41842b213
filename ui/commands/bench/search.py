"""Search as somebody types, key to rows ready, against the bare FTS queries (hot-path 5).

Ours goes the whole way that a key goes in the window: the find model, the question to the reader's thread, hits with
balances, the answer back on the window's thread by its event loop. The bare side runs the ready-made texts on the
calling thread, on a connection of its own with the same page cache, and hands nothing over. What the way to the other
thread and back costs by itself is told beside it, for on a busy machine it is most of the difference.
"""

import os
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

from PySide6.QtCore import QEventLoop, QObject

from app.domain.account import Account
from app.domain.records import AccountHit
from app.interchange.practice.dice import Dice
from db.opener import Connection, opened
from db.search.finder import CACHE_KIB
from db.search.layout import BY_NUMBERS, BY_WORDS, SEARCH_FILE
from db.search.words import end_of, match_of, number_of
from devices.system_clock import SystemClock
from ui.commands.bench.figure import Figure, Sides, p99, timed
from ui.commands.day.script import accounts_of
from ui.commands.folders import key_of
from ui.commands.window.opened import the_application
from ui.compose.desk import Desk
from ui.compose.practice import found_practice, import_city
from ui.viewmodels.counter import Counter
from ui.viewmodels.device_board import DeviceBoard
from ui.viewmodels.till.find import HITS_LIMIT, FindModel

KEYSTROKES = 1_800
ROUNDS = 6
TOTAL_LIMIT, P99_LIMIT = 2.0, 1.3
MAKING_LIMIT_S = 1_800.0
ANSWER_LIMIT_S = 60.0


def search_figures(place: Path, *, seed: int, size: int) -> tuple[Figure, Figure]:
    """Total and p99 of the same keystrokes on both sides, over `size` accounts made in `place`."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    the_application()
    folder = place / "search"
    desk = found_practice(folder, clock=SystemClock())
    try:
        import_city(desk, accounts=size, seed=seed).result(MAKING_LIMIT_S)
        desk.station.refresh_search().result(MAKING_LIMIT_S)
        typed = _keystrokes(desk, Dice(seed))
        bare = opened(
            folder / SEARCH_FILE, key_of(folder), reader=True, journal_mode="delete", cache_kib=CACHE_KIB
        )
        try:
            return _measured(_Typist(desk), bare, typed)
        finally:
            bare.close()
    finally:
        desk.close()


class _Typist(QObject):
    """Types into the till's find model and waits in the event loop, as the window does."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._counter = Counter(asks=desk.ask, does=desk.do, clock=desk.clock, board=DeviceBoard(self), parent=self)
        self._model = FindModel(self._counter, self)
        self._model.found.connect(self._come)
        self._loop = QEventLoop(self)
        self._is_waiting = False

    def key(self, text: str) -> None:
        """A key pressed; returns with the rows ready."""
        self._is_waiting = True
        self._model.type(text)
        self._wait()

    def hand_over(self) -> None:
        """To the reader's thread and back, with nothing to do there."""
        self._is_waiting = True
        self._counter.ask(_nothing, done=self._come)
        self._wait()

    def rows(self) -> tuple[AccountHit, ...]:
        """What the last key has found."""
        return self._model.hits

    def _wait(self) -> None:
        if self._is_waiting:
            self._loop.exec()

    def _come(self, _answer: object) -> None:
        self._is_waiting = False
        self._loop.quit()


def _measured(typist: _Typist, bare: Connection, typed: Sequence[str]) -> tuple[Figure, Figure]:
    ready = [_bare_question(bare, text) for text in typed]
    rounds: list[tuple[list[float], list[float]]] = []
    for turn in range(ROUNDS + 1):
        ours, theirs = [], []
        for text, question in zip(typed, ready, strict=True):
            if turn % 2:
                ours.append(timed(partial(typist.key, text)))
                theirs.append(timed(question))
            else:  # who goes first finds the processor's caches cold
                theirs.append(timed(question))
                ours.append(timed(partial(typist.key, text)))
        rounds.append((ours, theirs))
    del rounds[0]  # it only warmed the page caches
    sides = Sides([ours for ours, _theirs in rounds], [theirs for _ours, theirs in rounds])
    ways = [timed(typist.hand_over) for _text in typed]
    way = f"the way to the reader and back alone p50 {median(ways) * 1000:.3f} ms, p99 {p99(ways) * 1000:.3f} ms"
    sums = [f"{median(map(sum, side)) * 1000:.0f} ms" for side in (sides.ours, sides.bare)]
    totals = f"{len(typed)} keystrokes: ours {sums[0]}, bare {sums[1]}; {way}"
    totals += f"; quiet rounds {sides.quiet_ratio(sum):.2f}"
    tails = f"{sides.words()}; quiet rounds {sides.quiet_ratio(p99):.2f}"
    return (
        Figure("search_total", sides.ratio(sum), TOTAL_LIMIT, totals),
        Figure("search_p99", sides.ratio(p99), P99_LIMIT, tails),
    )


def _nothing(_books: Any) -> None:
    """A question that nothing has to be read for."""


def _account(desk: Desk, key: str) -> Account | None:
    return desk.ask(lambda books: books.account(key)).result(ANSWER_LIMIT_S)


def _bare_question(db: Connection, text: str) -> Callable[[], object]:
    """The queries that such a text comes to, and nothing around them."""
    cursor, number, match = db.cursor(), number_of(text), match_of(text)
    numbers = (number, end_of(number), HITS_LIMIT)

    def question() -> None:
        if number and len(cursor.execute(BY_NUMBERS, numbers).fetchall()) >= HITS_LIMIT:
            return
        cursor.execute(BY_WORDS, (match, HITS_LIMIT)).fetchall()

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
