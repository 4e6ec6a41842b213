"""City, money, station and people: one sentence for each thing that is wrong, and nothing guessed."""

from pathlib import Path

import pytest

from app.domain.user import Role
from tests.ui.set_up.conftest import ADMINISTRATOR, CASHIER, CITY, MONEY, SECOND, STATION, fill, fill_up_to_key
from ui.compose.set_up_tools import RealTools
from ui.viewmodels.set_up.path import SetUpPath
from ui.viewmodels.set_up.station import short_name


def test_a_city_needs_its_name_and_its_zone(path: SetUpPath) -> None:
    assert path.city.fault() == "City is empty. Type it to go on."
    fill(path.city, city_name="City of Claremore")
    assert path.city.fault() == "Choose the city's time zone: business dates rest on it."
    fill(path.city, city_time_zone="America/Tulsa")
    assert path.city.fault() == (
        "There is no time zone “America/Tulsa”. Choose one from the list, like America/Chicago."
    )
    fill(path.city, city_time_zone="America/Chicago")
    assert path.city.fault() == ""
    assert path.city.there() == "there it is 7:30 am on Saturday 21 November"


def test_what_stands_on_receipts_has_a_limit(path: SetUpPath) -> None:
    fill(path.city, **CITY, receipt_trailer="x" * 401)
    assert path.city.fault() == "Last line of every receipt takes at most 400 letters."


def test_a_folder_that_holds_something_is_said_on_the_first_page(path: SetUpPath, folder: Path) -> None:
    folder.mkdir()
    (folder / "letter.txt").write_text("dear city")
    fill(path.city, **CITY)
    assert path.city.fault() == f"{folder} is not empty. A station is made in an empty folder only; choose another."


def test_a_folder_that_may_not_be_written_is_said_on_the_first_page(
    path: SetUpPath, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.access", lambda *_: False)
    assert "CityTill may not write to" in path.city.fault()


def test_no_amount_is_guessed(path: SetUpPath) -> None:
    assert all(path.money.typed(ask.key) == "" for ask in path.money.asks())
    assert path.money.fault() == "Starting cash of a drawer is empty. Type dollars and cents, like 200.00."


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"drawer_limit": "many"}, "“many” is not an amount. Type dollars and cents, like 61.20."),
        ({"drawer_limit": "0"}, "Most cash in a drawer is an amount from 0.01 to 1,000,000.00."),
        ({"reconnect_fee": "-1"}, "Reconnect fee is an amount from 0.00 to 1,000,000.00."),
        ({"receipt_amount_limit": "1000000.01"}, "Largest receipt is an amount from 0.01 to 1,000,000.00."),
        ({"bank_name": ""}, "Bank of the deposits is empty. Type it to go on."),
        ({"fee_ordinance": " "}, "Ordinance the fee rests on is empty. Type it to go on."),
        (
            {"drawer_limit": "199.99"},
            "The drawer's limit is below its starting cash. Type a higher limit or less starting cash.",
        ),
    ],
)
def test_an_amount_that_does_not_fit_is_one_sentence(
    path: SetUpPath, values: dict[str, str], sentence: str
) -> None:
    fill(path.money, **MONEY | values)
    assert path.money.fault() == sentence


@pytest.mark.parametrize("name", ["", "D1", "DT", "DT123", "D-1", "ÄÖ1"])
def test_a_station_is_two_letters_and_a_number(path: SetUpPath, name: str) -> None:
    fill(path.station, **STATION | {"station": name})
    assert path.station.fault() == (
        "A station's name is two letters and a number of one or two digits, like DT1 or FC12."
    )


def test_a_station_needs_what_people_call_it_and_the_citys_short_name(path: SetUpPath) -> None:
    fill(path.station, station="dt1")
    assert path.station.fault() == "What people call it is empty. Type it to go on."
    fill(path.station, station_label="Drive-thru", tenant="9 lives")
    assert path.station.fault() == (
        "The short name is 2 to 31 small letters, digits and hyphens and begins with a letter, like claremore."
    )


@pytest.mark.parametrize(
    ("city", "short"),
    [("City of Claremore", "claremore"), ("Town of Ñuñoa Hills", "nunoa-hills"), ("Moore", "moore"), ("", "")],
)
def test_the_short_name_comes_from_the_citys(city: str, short: str) -> None:
    assert short_name(city) == short


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"admin_again": "4712"}, "The two PINs differ. Type the same one twice."),
        (
            {"admin_pin": "471", "admin_again": "471"},
            "A PIN here takes at least 4 digits, neither all the same nor in a row. Take another.",
        ),
        (
            {"admin_pin": "1234", "admin_again": "1234"},
            "A PIN here takes at least 4 digits, neither all the same nor in a row. Take another.",
        ),
        ({"admin_pin": "4711471", "admin_again": "4711471"}, "A PIN has at most 6 digits. Take a shorter one."),
        ({"admin_name": " "}, "The name is empty. Type it as it shall stand on receipts."),
        (
            {"admin_user": "P. Foreman"},
            "A user id is 2 to 20 small letters and digits and begins with a letter. Nothing was changed.",
        ),
    ],
)
def test_a_person_that_does_not_do_is_one_sentence(path: SetUpPath, values: dict[str, str], sentence: str) -> None:
    fill(path.administrator, **ADMINISTRATOR | values)
    assert path.administrator.fault() == sentence


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        (
            {"second_user": "PForeman"},
            "pforeman is the administrator, and one person cannot be administrator and supervisor. Name another.",
        ),
        ({"second_name": "p. foreman"}, "P. Foreman is the administrator. The supervisor must be another person."),
        (
            {"second_pin": "4711", "second_again": "4711"},
            "A PIN here takes at least 6 digits, neither all the same nor in a row. Take another.",
        ),
        ({"cashier_user": "kdunn"}, "kdunn is taken already. Give the cashier an id of their own."),
        ({"cashier_again": ""}, "The two PINs differ. Type the same one twice."),
    ],
)
def test_the_second_person_is_somebody_else(path: SetUpPath, values: dict[str, str], sentence: str) -> None:
    fill(path.administrator, **ADMINISTRATOR)
    fill(path.second, **SECOND | CASHIER | values)
    assert path.second.fault() == sentence


def test_a_first_cashier_may_wait(path: SetUpPath) -> None:
    fill(path.administrator, **ADMINISTRATOR)
    fill(path.second, **SECOND)
    assert path.second.fault() == ""
    assert [person.user.roles for person in path.second.people()] == [(Role.SUPERVISOR,)]
    assert ("Cashier", "none yet") in path.second.glance()


def test_a_wrong_page_is_not_left_forward_and_always_left_back(path: SetUpPath) -> None:
    fill_up_to_key(path)
    path.next()
    assert path.here == path.steps.index(path.key)
    path.back()
    path.back()
    assert path.here == path.steps.index(path.administrator)
    assert path.administrator.value("admin_name") == "P. Foreman"
    path.go_to(1)
    assert path.here == path.steps.index(path.city)
    path.go_to(6)
    assert path.here == path.steps.index(path.city)


def test_nothing_is_on_the_disk_half_way(path: SetUpPath, tools: RealTools, tmp_path: Path) -> None:
    fill_up_to_key(path)
    assert list(tmp_path.iterdir()) == []
