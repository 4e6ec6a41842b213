"""Each story begins with a founded practice city of sixty accounts, M. Ruiz signed in and her batch open."""

import gc
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from devices.simulators.clock import SimulatedClock
from devices.simulators.practice_bench import PracticeBench
from tests.stories.till.cashier import Cashier, found_city
from ui.compose.desk import Desk
from ui.compose.folder import open_desk
from ui.viewmodels.counter import Counter


@pytest.fixture(autouse=True)
def collector() -> Iterator[None]:
    """As in the program: cycles that hold Qt's objects are collected on the window's thread only (hot-path 5)."""
    yield
    gc.collect()


@pytest.fixture(scope="session")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("till") / "city"
    found_city(folder)
    return folder


@pytest.fixture
def folder(founded: Path, tmp_path: Path) -> Path:
    mine = tmp_path / "city"
    shutil.copytree(founded, mine)
    return mine


@pytest.fixture
def desk(folder: Path, clock: SimulatedClock) -> Iterator[Desk]:
    made = open_desk(folder, clock=clock)
    yield made
    assert made.close()


@pytest.fixture
def cashier(
    qtbot: QtBot, counter: Counter, desk: Desk, bench: PracticeBench, clock: SimulatedClock
) -> Iterator[Cashier]:
    made = Cashier(qtbot, counter, desk, bench, clock)
    made.sign_in("mruiz", "1234")
    yield made
    made.leave()
