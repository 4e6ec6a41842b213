"""A desk with its practice devices, M. Ruiz at its window, and the side window open beside it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from devices.simulators.clock import SimulatedClock
from devices.simulators.practice_bench import PracticeBench
from tests.stories.conftest import bench, let_answers_come
from tests.ui.account.city import Seat
from tests.ui.account.conftest import clock, desk, founded, light_look
from ui.compose.desk import Desk
from ui.compose.devices import DeskDevices
from ui.compose.paper import PaperJobs
from ui.viewmodels.counter import Counter
from ui.viewmodels.device_board import DeviceBoard
from ui.viewmodels.practice import PracticeModel
from ui.views.practice.window import PracticeWindow

__all__ = ["bench", "clock", "desk", "founded", "light_look"]


@pytest.fixture
def counter(
    qtbot: QtBot, desk: Desk, bench: PracticeBench, clock: SimulatedClock, tmp_path: Path
) -> Iterator[Counter]:
    board = DeviceBoard()
    devices = DeskDevices(
        bench.settings(), jobs=PaperJobs(desk.station, clock), clock=clock, ear=board, cache_folder=tmp_path
    )
    desk.on_stored(devices.wake)
    devices.start()
    crashes: list[BaseException] = []
    made = Counter(asks=desk.ask, does=desk.do, clock=clock, board=board)
    made.tasks.crashed.connect(crashes.append)
    yield made
    assert devices.stop()
    let_answers_come(desk)
    assert crashes == []


@pytest.fixture
def seat(qtbot: QtBot, desk: Desk, counter: Counter, clock: SimulatedClock) -> Seat:
    made = Seat(qtbot, desk, counter, clock)
    made.sign_in("mruiz")
    return made


@pytest.fixture
def model(bench: PracticeBench, seat: Seat) -> PracticeModel:
    return PracticeModel(bench, seat.counter, seat.session)


@pytest.fixture
def window(qtbot: QtBot, model: PracticeModel) -> Iterator[PracticeWindow]:
    home = QWidget()
    home.resize(1366, 768)
    qtbot.addWidget(home)
    home.show()
    made = PracticeWindow(model, home)
    with qtbot.waitActive(made):
        made.show_beside()
    yield made
    made.hide()
