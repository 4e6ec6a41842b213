"""Set-up's own model over the real tools, in a folder that must stay empty until the end."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from devices.simulators.clock import SimulatedClock
from devices.simulators.practice_bench import PracticeBench
from ui.compose.set_up_tools import RealTools
from ui.viewmodels.set_up.path import SetUpPath
from ui.viewmodels.set_up.step import SetUpStep

MORNING = datetime(2026, 11, 21, 13, 30, tzinfo=UTC)  # 7:30 in Claremore
CITY = {"city_name": "City of Claremore", "city_time_zone": "America/Chicago"}
MONEY = {
    "drawer_starting_cash": "200", "drawer_limit": "1,500.00", "receipt_amount_limit": "5000", "bank_name": "Grand",
    "reconnect_fee": "40.00", "fee_ordinance": "Ord. 2026-14",
}  # fmt: skip
STATION = {"station": "dt1", "station_label": "Drive-thru"}
ADMINISTRATOR = {"admin_name": "P. Foreman", "admin_user": "pforeman", "admin_pin": "4711", "admin_again": "4711"}
SECOND = {"second_name": "K. Dunn", "second_user": "kdunn", "second_pin": "471147", "second_again": "471147"}
CASHIER = {"cashier_name": "M. Ruiz", "cashier_user": "mruiz", "cashier_pin": "2580", "cashier_again": "2580"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "city"


@pytest.fixture
def tools(folder: Path) -> Iterator[RealTools]:
    made = RealTools(folder, SimulatedClock(MORNING))
    yield made
    assert made.close()


@pytest.fixture
def path(qtbot: QtBot, tools: RealTools) -> Iterator[SetUpPath]:
    crashes: list[BaseException] = []
    made = SetUpPath(tools)
    made.tasks.crashed.connect(crashes.append)
    made.begin()
    yield made
    assert crashes == []


@pytest.fixture
def bench() -> Iterator[PracticeBench]:
    devices = PracticeBench()
    devices.start()
    yield devices
    devices.stop()


def fill(step: SetUpStep, **values: str) -> None:
    for key, text in values.items():
        step.put(key, text)


def fill_up_to_key(path: SetUpPath) -> None:
    """The first five steps, right."""
    for step, values in (
        (path.city, CITY), (path.money, MONEY), (path.station, STATION), (path.administrator, ADMINISTRATOR),
        (path.second, SECOND | CASHIER),
    ):  # fmt: skip
        assert path.step is step
        fill(step, **values)
        path.next()
        assert path.step is not step, step.fault()


def type_back(path: SetUpPath) -> None:
    for place, word in enumerate(path.sheet.sheet.words, start=1):
        path.typed_back.put(f"word_{place}", word)
