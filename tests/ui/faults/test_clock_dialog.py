"""A clock set back: no sale waits for it, and a batch is opened once a supervisor has confirmed it (ledger b.15)."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from app.domain.facts.station import ClockJumped
from devices.simulators.clock import SimulatedClock
from tests.stories.batches.office import Office
from tests.stories.conftest import MORNING
from tests.ui.batches.conftest import bench, clock, counter, desk, founded, office, window
from tests.ui.batches.window import RoomWindow
from ui.views.batches.open_batch import OpenBatchDialog
from ui.views.clock_dialog import ClockDialog

__all__ = ["bench", "clock", "counter", "desk", "founded", "office", "window"]
Show = Callable[..., RoomWindow]


@pytest.fixture
def asked(window: Show, office: Office, clock: SimulatedClock) -> RoomWindow:
    """M. Ruiz opens her batch at a clock that was set back after the last entry."""
    shown = window("mruiz")
    clock.set(MORNING.replace(hour=MORNING.hour - 2))
    shown.key(Qt.Key.Key_O)
    shown.settle()
    shown.write("2")  # two hundreds: what was issued
    shown.key(Qt.Key.Key_F10)
    office.until(lambda: shown.is_open(ClockDialog))
    shown.settle()
    return shown


def jumps(office: Office) -> list[ClockJumped]:
    reader = office.desk.station.reader
    found = reader.run(lambda answers: list(answers.happenings(kinds=("clock_jumped",), limit=5)))
    return [fact for _ref, _envelope, fact in found if isinstance(fact, ClockJumped)]


def test_a_supervisor_confirms_the_clock_and_the_batch_opens(asked: RoomWindow, office: Office) -> None:
    dialog = asked.dialog(ClockDialog)
    assert dialog.now.text().endswith("5:30 am")
    assert dialog.last.text().endswith(("7:30 am", "7:31 am", "7:40 am", "7:41 am"))
    dialog.person.people.setCurrentIndex(dialog.person.people.findData("kdunn"))
    asked.write("123456")
    asked.key(Qt.Key.Key_Return)
    office.until(lambda: not asked.is_open(OpenBatchDialog))
    asked.settle()
    assert asked.text("batches_number") == "XDT1A-0001"
    assert [jump.confirmed_by for jump in jumps(office)] == ["kdunn"]


def test_a_wrong_pin_confirms_nothing(asked: RoomWindow, office: Office) -> None:
    dialog = asked.dialog(ClockDialog)
    asked.write("999999")
    asked.key(Qt.Key.Key_Return)
    office.until(lambda: bool(dialog.fault.sentence))
    assert "PIN" in dialog.fault.sentence
    assert asked.is_open(ClockDialog)
    assert jumps(office) == []


def test_not_now_leaves_the_batch_unopened_and_the_count_stands(asked: RoomWindow, office: Office) -> None:
    asked.dialog(ClockDialog).reject()
    asked.settle()
    opening = asked.dialog(OpenBatchDialog)
    assert "ask a supervisor to confirm it" in opening.fault.sentence
    assert opening.total.text() == "200.00"
    assert jumps(office) == []
