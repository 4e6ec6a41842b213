"""The longest stall of the window's thread in a day of receipts with an import going on (hot-path 5).

Ours: the real window off-screen, stubs through the scanner and F5 as keys, the till painting, an extract coming in
behind. Bare: an empty event loop in the same process while the scripted cashier does the same on a thread and the same
extract comes in. Both sides take turns, each round on a fresh copy of one folder. A day begins when the window has come
to rest behind sign-in, every room made; how long it stalled until then is told beside the figure.
"""

import os
import shutil
from datetime import date, timedelta
from pathlib import Path

from app.domain.change import suggested_pieces
from app.frozen import frozen
from app.interchange.practice.city import practice_city
from app.interchange.practice.dice import Dice
from app.usecases.open_batch import OpenBatchRequest
from app.usecases.proposed_date import proposed_date
from devices.system_clock import SystemClock
from ui.commands.bench.day_beside import sell_beside
from ui.commands.bench.extracts_coming import ExtractsComing
from ui.commands.bench.figure import Figure, Sides, percentile
from ui.commands.bench.watchdog import Watchdog
from ui.commands.demo.customers import customers
from ui.commands.demo.player import Player
from ui.commands.demo.selling import Selling
from ui.commands.window.opened import opened_window, sign_in, the_application
from ui.compose.practice import CASHIER_PIN, found_practice, import_city
from ui.compose.rooms import OTHER_ROOMS
from ui.views.room import RoomView

LIMIT = 3.0
ROUNDS, A_ROUND = 3, 100
ACCOUNTS = 20_000
FEWEST_ACCOUNTS = 2_000
CASHIER = "mruiz"
MAKING_LIMIT_S = 600.0
MOST_PERCENT = 99.9
REST_MS = 1_000


@frozen
class Ground:
    """A station with an open batch, and two extracts of the same city a day apart, to come in by turns."""

    folder: Path
    extracts: tuple[Path, ...]


def stall_figures(place: Path, *, seed: int, size: int) -> tuple[Figure, ...]:
    """One ratio: ours over the empty loop, by the longest stall of a round."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    the_application()
    ground = _ground(place, seed=seed, accounts=max(FEWEST_ACCOUNTS, min(size, ACCOUNTS)))
    ours: list[list[float]] = []
    arriving: list[float] = []
    bare: list[list[float]] = []
    for turn in range(ROUNDS):
        bare.append(_bare_round(ground, _copy(ground, place / f"bare-{turn}"), seed=seed + turn))
        ours.append(_our_round(ground, _copy(ground, place / f"ours-{turn}"), arriving, seed=seed + turn))
    sides = Sides(ours, bare)
    before = f"behind sign-in, before the day, {max(arriving) * 1000:.0f} ms"
    words = f"{ROUNDS * A_ROUND} receipts: ours {_words(ours)}, empty loop {_words(bare)}; {before}"
    return (Figure("window_stall", sides.ratio(max), LIMIT, words),)


def _our_round(ground: Ground, folder: Path, arriving: list[float], *, seed: int) -> list[float]:
    with opened_window(folder) as (hands, start):
        sign_in(hands, start, user=CASHIER, pin=CASHIER_PIN)
        player = Player(hands, start, folder)
        arriving.extend(_come_to_rest(player))
        people = customers(player, Dice(seed), A_ROUND)
        selling = Selling(player)
        watchdog, coming = Watchdog(), ExtractsComing(player.rooms.desk, ground.extracts)
        coming.begin()
        watchdog.start()
        for customer in people:
            selling.scan(customer)
            selling.cash()
            selling.saved()
        gaps = watchdog.stop()
        coming.end()
        return gaps


def _come_to_rest(player: Player) -> list[float]:
    """Until every room is made and nothing is under way; the gaps meanwhile."""
    watchdog = Watchdog()
    watchdog.start()
    player.hands.until(lambda: player.till.has_batch, "the open batch")
    window = player.start.window
    player.hands.until(lambda: len(window.findChildren(RoomView)) > len(OTHER_ROOMS), "the other rooms")
    player.hands.pause(REST_MS)
    return watchdog.stop()


def _bare_round(ground: Ground, folder: Path, *, seed: int) -> list[float]:
    watchdog = Watchdog()
    sell_beside(folder, ground.extracts, watchdog, seed=seed, receipts=A_ROUND)
    return watchdog.gaps


def _ground(place: Path, *, seed: int, accounts: int) -> Ground:
    folder = place / "ground"
    desk = found_practice(folder, clock=SystemClock())
    try:
        import_city(desk, accounts=accounts, seed=seed).result(MAKING_LIMIT_S)
        desk.station.refresh_search().result(MAKING_LIMIT_S)
        day = desk.ask(lambda books: proposed_date(books, desk.clock.now())).result(MAKING_LIMIT_S)
        request = OpenBatchRequest(CASHIER, suggested_pieces(20_000))
        desk.do(lambda deeds: deeds.open_batch(request)).result(MAKING_LIMIT_S)
    finally:
        desk.close()
    extracts = []
    for later in (1, 2):
        path = place / f"extract-{later}.csv"
        with path.open("wb") as file:
            as_of = date.fromisoformat(day) + timedelta(days=later)
            file.writelines(practice_city(seed, accounts=accounts, business_date=as_of))
        extracts.append(path)
    return Ground(folder, tuple(extracts))


def _copy(ground: Ground, folder: Path) -> Path:
    shutil.copytree(ground.folder, folder)
    return folder


def _words(rounds: list[list[float]]) -> str:
    every = [gap for one in rounds for gap in one]
    return f"p99.9 {percentile(every, MOST_PERCENT) * 1000:.1f} ms, max {max(every) * 1000:.1f} ms"
