"""A practice desk for stories: a real keyed file, real simulators on loopback, a clock set by hand."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from devices.simulators.clock import SimulatedClock
from devices.simulators.practice_bench import PracticeBench
from ui.compose.desk import Desk
from ui.compose.devices import DeskDevices
from ui.compose.paper import PaperJobs
from ui.compose.practice import found_practice
from ui.viewmodels.counter import Counter
from ui.viewmodels.device_board import DeviceBoard

MORNING = datetime(2026, 11, 21, 13, 30, tzinfo=UTC)  # 7:30 in Claremore


@pytest.fixture
def clock() -> SimulatedClock:
    return SimulatedClock(MORNING)


@pytest.fixture
def desk(tmp_path: Path, clock: SimulatedClock) -> Iterator[Desk]:
    made = found_practice(tmp_path / "city", clock=clock)
    yield made
    assert made.close()


@pytest.fixture
def bench() -> Iterator[PracticeBench]:
    devices = PracticeBench()
    devices.start()
    yield devices
    devices.stop()


@pytest.fixture
def counter(
    qtbot: QtBot, desk: Desk, bench: PracticeBench, clock: SimulatedClock, tmp_path: Path
) -> Iterator[Counter]:
    board = DeviceBoard()
    devices = DeskDevices(
        bench.settings(),
        jobs=PaperJobs(desk.station, clock),
        clock=clock,
        ear=board,
        cache_folder=tmp_path,
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


def let_answers_come(desk: Desk) -> None:
    """What is under way ends before its counter does: models must not end on a lane's thread."""
    for _round in range(3):
        desk.ask(lambda _books: None).result(timeout=10)
        desk.do(lambda _deeds: None).result(timeout=10)
        QCoreApplication.processEvents()
