"""The real window over a practice folder, and the batches room in its frame, for bad days."""

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
from tests.ui.faults.real_window import RealWindow, found_city

__all__ = ["city", "real_window"]


@pytest.fixture(scope="session")
def founded_now(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A practice city of the computer's own date, as the real window opens it; M. Ruiz's batch is open."""
    folder = tmp_path_factory.mktemp("faults") / "city"
    found_city(folder, SystemClock())
    return folder


@pytest.fixture
def city(founded_now: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(founded_now, tmp_path / "city"))


@pytest.fixture
def real_window(qtbot: QtBot, qapp: QApplication) -> Iterator[Callable[[Path], RealWindow]]:
    """Open the real window over a folder: `real_window(folder)`; the hooks are given back after the test."""
    hooks = (sys.excepthook, threading.excepthook)
    made: list[RealWindow] = []

    def opened(folder: Path) -> RealWindow:
        made.append(RealWindow(qtbot, folder))
        return made[-1]

    yield opened
    for window in made:
        window.close()
    sys.excepthook, threading.excepthook = hooks
    qInstallMessageHandler(None)
