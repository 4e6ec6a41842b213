"""A practice desk without accounts, K. Dunn at its window with the import open, the first extract on the disk."""

from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.interchange.practice.city import practice_city
from devices.simulators.clock import SimulatedClock
from tests.ui.account.city import ACCOUNTS, APPROVER_PIN
from tests.ui.import_accounts.office import Office
from ui.compose.desk import Desk
from ui.viewmodels.counter import Counter

DAY = date(2026, 11, 21)


@pytest.fixture
def first() -> list[bytes]:
    return list(practice_city(7, accounts=ACCOUNTS, business_date=DAY))


@pytest.fixture
def office(qtbot: QtBot, desk: Desk, counter: Counter, clock: SimulatedClock, tmp_path: Path) -> Office:
    made = Office(qtbot, desk, counter, clock, tmp_path)
    made.sign_in("kdunn", APPROVER_PIN)
    return made
