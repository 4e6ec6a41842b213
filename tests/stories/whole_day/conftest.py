"""The day begins with a founded practice station that holds no account yet."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from devices.simulators.clock import SimulatedClock
from devices.simulators.practice_bench import PracticeBench
from tests.stories.whole_day.day import Day
from ui.compose.desk import Desk
from ui.viewmodels.counter import Counter


@pytest.fixture
def day(
    qtbot: QtBot, counter: Counter, desk: Desk, bench: PracticeBench, clock: SimulatedClock, tmp_path: Path
) -> Iterator[Day]:
    made = Day(qtbot, counter, desk, bench, clock, tmp_path)
    yield made
    made.leave()
