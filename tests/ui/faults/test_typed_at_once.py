"""Somebody who does not wait: a PIN before anything stands behind sign-in, and a window closed while it opens."""

from collections.abc import Callable
from pathlib import Path

import pytest

from db.keys.custody import find_file_key
from devices.system_clock import SystemClock
from tests.ui.faults.real_window import RealWindow
from ui.compose.desk import Desk
from ui.compose.gate import GateOpening
from ui.compose.version import program_version

Opened = Callable[[Path], RealWindow]
TRIES = "SELECT failed FROM work_pin WHERE user = 'mruiz'"


def typed(window: RealWindow, *pins: str) -> None:
    """As the pad hands them over, before the gate is imported."""
    for pin in pins:
        window.start.page.entered.emit("mruiz", pin)


def tries(window: RealWindow) -> int:
    found: int = window.rooms.desk.station.writer.run_bare(lambda db: db.execute(TRIES).fetchone()[0])
    return found


@pytest.mark.parametrize("pins", [("1234",), ("1234", "1234"), ("4321", "1234")], ids=["once", "twice", "mended"])
def test_a_pin_typed_before_the_gate_stands_opens_the_till(
    real_window: Opened, city: Path, pins: tuple[str, ...]
) -> None:
    window = real_window(city)
    typed(window, *pins)
    window.until(lambda: window.page == "rooms")
    window.settle()
    assert window.rooms.session.sitting is not None
    assert tries(window) == 0


def test_a_wrong_pin_typed_before_the_gate_stands_is_refused_and_counted_once(real_window: Opened, city: Path) -> None:
    window = real_window(city)
    typed(window, "4321")
    window.until(lambda: "do not match" in window.words)
    assert window.page == "sign_in"
    window.until(lambda: window.start.rooms is not None)
    assert tries(window) == 1
    window.sign_in()
    assert tries(window) == 0


def test_another_pin_typed_while_the_desk_opens_is_looked_at_as_well(real_window: Opened, city: Path) -> None:
    window = real_window(city)
    typed(window, "4321")
    window.qtbot.wait(5)
    typed(window, "1234")
    window.until(lambda: window.page == "rooms")


@pytest.mark.parametrize("moments", [0, 1, 3, 9])
def test_a_window_closed_while_it_opens_leaves_the_folder_to_the_next(
    real_window: Opened, city: Path, moments: int
) -> None:
    window = real_window(city)
    typed(window, "1234")
    for _moment in range(moments):
        window.qtbot.wait(10)
    window.start.window.close()
    window.qtbot.wait(50)  # whatever still waits in the queue comes to nothing
    desk = Desk.open(city, find_file_key(city), clock=SystemClock(), app_v=program_version())
    assert desk.sign_in("mruiz", "1234").result().user == "mruiz"
    assert desk.close()


def test_a_window_closed_before_it_hears_that_the_books_are_open_makes_no_rooms(
    real_window: Opened, city: Path
) -> None:
    window = real_window(city)
    typed(window, "1234")
    window.until(lambda: bool(window.start.window.findChildren(GateOpening)))
    window.start.window.close()  # waits for the books; their answer comes after it
    window.qtbot.wait(50)
    assert window.start.rooms is None
