"""Each story begins with a founded practice city of sixty accounts and nobody's batch open."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from devices.simulators.clock import SimulatedClock
from tests.stories.batches.office import Office, found_city
from ui.compose.desk import Desk
from ui.compose.folder import open_desk
from ui.viewmodels.counter import Counter


@pytest.fixture(scope="session")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("batches") / "city"
    found_city(folder)
    return folder


@pytest.fixture
def desk(founded: Path, tmp_path: Path, clock: SimulatedClock) -> Iterator[Desk]:
    shutil.copytree(founded, tmp_path / "city")
    clock.advance(seconds=600)
    made = open_desk(tmp_path / "city", clock=clock)
    yield made
    assert made.close()


@pytest.fixture
def office(qtbot: QtBot, counter: Counter, desk: Desk, clock: SimulatedClock) -> Iterator[Office]:
    made = Office(qtbot, counter, desk, clock)
    yield made
    made.settle()
