"""K. Dunn at the window of a practice desk without accounts, the import window open beside it."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.interchange.practice.city import practice_city
from devices.simulators.clock import SimulatedClock
from tests.stories.conftest import desk
from tests.ui.account.city import ACCOUNTS, APPROVER_PIN
from tests.ui.account.conftest import clock, counter, light_look
from tests.ui.import_accounts.office import Office
from ui.compose.desk import Desk
from ui.viewmodels.counter import Counter
from ui.views.import_accounts import ImportWindow

__all__ = ["clock", "counter", "desk", "light_look"]

DAY = date(2026, 11, 21)


@pytest.fixture
def office(qtbot: QtBot, desk: Desk, counter: Counter, clock: SimulatedClock, tmp_path: Path) -> Office:
    made = Office(qtbot, desk, counter, clock, tmp_path)
    made.sign_in("kdunn", APPROVER_PIN)
    return made


@pytest.fixture
def extract(office: Office) -> Path:
    return office.keep(practice_city(7, accounts=ACCOUNTS, business_date=DAY), "accounts.csv")


@pytest.fixture
def dirty(office: Office, extract: Path) -> Path:
    """No trailer, and a row of an unknown service."""
    lines = extract.read_bytes().split(b"\r\n")[:-2]
    lines[3] = lines[3].replace(b",SANIT,", b",GAS,")
    return office.keep([b"\r\n".join([*lines, b""])], "dirty.csv")


@pytest.fixture
def window(qtbot: QtBot, office: Office) -> Iterator[ImportWindow]:
    home = QWidget()
    home.resize(1366, 768)
    qtbot.addWidget(home)
    home.show()
    made = ImportWindow(office.model, home)
    with qtbot.waitActive(made):
        made.show_beside()
    yield made
    made.hide()
