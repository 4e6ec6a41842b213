"""The real window over a practice folder of the computer's own date; hooks and look are given back."""

import shutil
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import qInstallMessageHandler
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from devices.system_clock import SystemClock
from tests.ui.window.person import Person
from ui.compose.practice import found_practice, import_city
from ui.look.theme import Look, apply_look
from ui.look.tokens import LIGHT

ACCOUNTS = 60


@pytest.fixture(scope="session")
def founded_city(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Sixty accounts, nobody's batch open."""
    folder = tmp_path_factory.mktemp("window") / "city"
    desk = found_practice(folder, clock=SystemClock())
    import_city(desk, accounts=ACCOUNTS).result()
    desk.station.refresh_search().result()
    assert desk.close()
    return folder


@pytest.fixture
def city(founded_city: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(founded_city, tmp_path / "city"))


@pytest.fixture
def at_the_window(qtbot: QtBot, qapp: QApplication) -> Iterator[Callable[[Path], Person]]:
    """Open the real window over a folder: `at_the_window(folder)`."""
    apply_look(qapp, Look(LIGHT))
    hooks = (sys.excepthook, threading.excepthook)
    made: list[Person] = []

    def opened(folder: Path) -> Person:
        made.append(Person(qtbot, folder))
        return made[-1]

    yield opened
    for person in made:
        person.close()
    sys.excepthook, threading.excepthook = hooks
    qInstallMessageHandler(None)
    apply_look(qapp, Look(LIGHT))
