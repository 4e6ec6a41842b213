"""Each story begins with a founded practice city of sixty accounts and nobody's batch open."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from devices.simulators.clock import SimulatedClock
from devices.simulators.practice_bench import PracticeBench
from tests.stories.batches.office import found_city
from tests.stories.mail.mail_desk import MailDesk
from ui.compose.desk import Desk
from ui.compose.folder import open_desk
from ui.viewmodels.counter import Counter


@pytest.fixture(scope="session")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("mail") / "city"
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
def mail(
    qtbot: QtBot, counter: Counter, desk: Desk, bench: PracticeBench, clock: SimulatedClock
) -> Iterator[MailDesk]:
    made = MailDesk(qtbot, counter, desk, bench, clock)
    yield made
    made.model.hear(is_in_front=False)
    made.settle()
