"""A real station is made at once or not at all."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.domain.device_setting import DeviceKind, DeviceSetting, Wiring
from app.domain.user import Role, User
from app.errors import CityTillError
from app.settings.first_policy import first_settings
from app.usecases.found_station import AdministratorMissingError, FirstPerson
from db.backup.printed import PrintedMark, PrintedWitness
from db.keys.custody import Custody, CustodyKind, find_file_key
from db.keys.recovery import RecoveryKey, unwrap_file_key
from db.keys.station_file import read_station_file
from devices.simulators.clock import SimulatedClock
from ui.compose.folder import open_desk
from ui.compose.founding import ExtractPlan, FolderTakenError, StationPlan, found_real

SAID = {
    "city_name": "City of Claremore", "city_department": "Utilities", "city_address": "104 S Muskogee Ave",
    "city_phone": "(918) 555-0100", "city_time_zone": "America/Chicago", "station_label": "Drive-thru",
    "bank_name": "Grand Lake Bank", "drawer_starting_cash": 20_000, "drawer_limit": 150_000,
    "receipt_amount_limit": 500_000, "receipt_trailer": "Thank you.", "reconnect_fee": 4_000,
}  # fmt: skip
PEOPLE = (
    FirstPerson(User("admin1", "P. Foreman", (Role.ADMINISTRATOR,)), "4711"),
    FirstPerson(User("super1", "K. Dunn", (Role.SUPERVISOR,)), "471147"),
)


@pytest.fixture
def clock() -> SimulatedClock:
    return SimulatedClock(datetime(2026, 11, 21, 14, 0, tzinfo=UTC))


def plan(tmp_path: Path, *, people: tuple[FirstPerson, ...] = PEOPLE, extract: Path | None = None) -> StationPlan:
    printer = DeviceSetting(DeviceKind.RECEIPT_PRINTER, Wiring.TCP, "127.0.0.1:9100")
    return StationPlan(
        tenant="claremore",
        station="DT1",
        settings=first_settings(SAID, effective_from="2026-11-21"),
        people=people,
        custody=Custody(CustodyKind.FILE, tmp_path / "key-of-dt1"),
        recovery=RecoveryKey.new(),
        devices={printer.kind: printer},
        extract=ExtractPlan(extract, "super1") if extract else None,
    )


def test_a_real_station_opens_with_its_key_and_its_recovery_words(tmp_path: Path, clock: SimulatedClock) -> None:
    asked = plan(tmp_path)
    folder = tmp_path / "city"
    found_real(folder, asked, clock=clock)
    desk = open_desk(folder, clock=clock)
    try:
        assert not desk.is_practice
        assert desk.sign_in("super1", "471147").result().name == "K. Dunn"
        assert desk.device_settings() == dict(asked.devices)
    finally:
        desk.close()
    assert unwrap_file_key(read_station_file(folder), asked.recovery) == find_file_key(folder)


def test_people_who_do_not_do_leave_nothing_behind(tmp_path: Path, clock: SimulatedClock) -> None:
    with pytest.raises(AdministratorMissingError):
        found_real(tmp_path / "city", plan(tmp_path, people=PEOPLE[:1]), clock=clock)
    assert list(tmp_path.iterdir()) == []


def test_an_extract_that_is_refused_leaves_nothing_behind(tmp_path: Path, clock: SimulatedClock) -> None:
    bad = tmp_path / "bad.csv"
    bad.write_bytes(b"nothing,of,the,kind\n1,2,3,4\n")
    with pytest.raises(CityTillError):
        found_real(tmp_path / "city", plan(tmp_path, extract=bad), clock=clock)
    assert list(tmp_path.iterdir()) == [bad]


def test_a_station_is_never_made_over_something(tmp_path: Path, clock: SimulatedClock) -> None:
    folder = tmp_path / "city"
    folder.mkdir()
    (folder / "letter.txt").write_text("dear city")
    with pytest.raises(FolderTakenError):
        found_real(folder, plan(tmp_path), clock=clock)
    assert [path.name for path in folder.iterdir()] == ["letter.txt"]


def test_where_a_station_has_printed_its_numbers_are_not_begun_again(tmp_path: Path, clock: SimulatedClock) -> None:
    folder = tmp_path / "city"
    mark = PrintedMark("claremore", "DT1", "A", "00" * 32, 40, "11" * 32, "DT1A-000012")
    assert PrintedWitness(folder).note(mark)
    found_real(folder, plan(tmp_path), clock=clock)
    desk = open_desk(folder, clock=clock)
    assert desk.ask(lambda books: books.stream()).result().incarnation == "B"
    assert desk.close()
