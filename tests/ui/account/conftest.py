"""A desk in a practice city, M. Ruiz at its window, and the account room in front of her."""

import gc
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from devices.simulators.clock import SimulatedClock
from tests.stories.conftest import MORNING, let_answers_come
from tests.ui.account.city import Seat, found_city
from ui.compose.desk import Desk
from ui.compose.folder import open_desk
from ui.look.theme import Look, apply_look
from ui.viewmodels.account.account import AccountModel
from ui.viewmodels.counter import Counter
from ui.viewmodels.device_board import DeviceBoard


@pytest.fixture(autouse=True)
def light_look(qapp: QApplication) -> Iterator[None]:
    """The light look, and the collector on the window's thread only, as in the program: no widget dies elsewhere."""
    apply_look(qapp, Look())
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()


@pytest.fixture(scope="session")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("account") / "city"
    found_city(folder)
    return folder


@pytest.fixture
def clock() -> SimulatedClock:
    made = SimulatedClock(MORNING)
    made.advance(seconds=3600)
    return made


@pytest.fixture
def desk(founded: Path, tmp_path: Path, clock: SimulatedClock) -> Iterator[Desk]:
    folder = tmp_path / "city"
    shutil.copytree(founded, folder)
    made = open_desk(folder, clock=clock)
    yield made
    assert made.close()


@pytest.fixture
def counter(qtbot: QtBot, desk: Desk, clock: SimulatedClock) -> Iterator[Counter]:
    crashes: list[BaseException] = []
    made = Counter(asks=desk.ask, does=desk.do, clock=clock, board=DeviceBoard())
    made.tasks.crashed.connect(crashes.append)
    yield made
    let_answers_come(desk)
    assert crashes == []


@pytest.fixture
def seat(qtbot: QtBot, desk: Desk, counter: Counter, clock: SimulatedClock) -> Seat:
    made = Seat(qtbot, desk, counter, clock)
    made.sign_in("mruiz")
    return made


@pytest.fixture
def model(seat: Seat) -> AccountModel:
    return AccountModel(seat.counter, seat.session)
