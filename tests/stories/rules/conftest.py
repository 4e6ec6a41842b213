"""Each story begins at eight in the morning with a founded station of its own."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from db.paths import STATION_DB
from db.verify.verify import verify
from devices.simulators.clock import SimulatedClock
from tests.stories.rules.window import KEY, MORNING, Window, found_station


@pytest.fixture(scope="session")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("founded") / "city"
    found_station(folder)
    return folder


@pytest.fixture
def folder(founded: Path, tmp_path: Path) -> Path:
    mine = tmp_path / "city"
    shutil.copytree(founded, mine)
    return mine


@pytest.fixture
def clock() -> SimulatedClock:
    made = SimulatedClock(MORNING)
    made.advance(seconds=3600)
    return made


@pytest.fixture
def window(folder: Path, clock: SimulatedClock) -> Iterator[Window]:
    made = Window(folder, clock)
    yield made
    made.close()
    assert verify(folder / STATION_DB, KEY).failed() == ()  # every story leaves books that an auditor would pass
