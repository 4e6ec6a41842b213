"""People, PINs and dated settings (R43, R44, P17)."""

from typing import Any

import pytest

from app.domain.rights import RightMissingError, UserUnknownError
from app.domain.user import Role, User
from app.settings.setting_rules import SettingWrongError
from app.usecases.change_setting import ChangeSetting, SettingRequest
from app.usecases.change_user import (
    ChangeUser,
    LastAdministratorError,
    PinMissingError,
    PinTooWeakError,
    RolesConflictError,
    UserRequest,
    UserWrongError,
)
from app.usecases.found_station import FoundStation, StationFoundedError
from tests.stories.rules.window import PEOPLE, TODAY, Window


def change(
    window: Window, user: str = "nnew", name: str = "N. New", roles: tuple[Role, ...] = (Role.CASHIER,), *,
    by: str = "padmin", pin: str = "", rights: tuple[str, ...] = (), active: bool = True,
) -> None:  # fmt: skip
    request = UserRequest(by, user, name, roles, rights, active, pin)
    window.do(lambda books: ChangeUser(books, window.pins)(request))


def person(window: Window, user: str) -> User:
    found = window.ask(lambda books: books.user(user))
    assert found is not None
    return found


def test_a_new_cashier_signs_in_and_takes_money(window: Window) -> None:
    change(window, pin="4711")
    assert person(window, "nnew") == User("nnew", "N. New", (Role.CASHIER,))
    assert window.pins.verify("nnew", "4711")
    assert window.open("nnew").batch == "XDT1A-0001"


def test_no_pin_is_ever_in_the_journal(window: Window) -> None:
    change(window, pin="471147")
    rows = window.station.writer.run_bare(lambda db: db.execute("SELECT payload FROM journal_entry").fetchall())
    assert all(b"471147" not in bytes(payload) for (payload,) in rows)


@pytest.mark.parametrize(
    "roles", [(Role.ADMINISTRATOR, Role.CASHIER), (Role.AUDITOR, Role.SUPERVISOR), (Role.LEAD, Role.ADMINISTRATOR)]
)
def test_r43_conflicting_roles_are_refused(window: Window, roles: tuple[Role, ...]) -> None:
    before = window.seq()
    with pytest.raises(RolesConflictError, match="One person cannot be"):
        change(window, roles=roles, pin="471147")
    assert window.seq() == before


@pytest.mark.parametrize(
    ("roles", "pin", "digits"),
    [((Role.CASHIER,), "471", 4), ((Role.CASHIER,), "7777", 4), ((Role.SUPERVISOR,), "4711", 6)],
)
def test_a_pin_is_long_enough_for_the_role(window: Window, roles: tuple[Role, ...], pin: str, digits: int) -> None:
    with pytest.raises(PinTooWeakError, match=f"at least {digits} digits"):
        change(window, roles=roles, pin=pin)


def test_a_new_person_needs_a_pin_and_so_does_a_new_approver(window: Window) -> None:
    with pytest.raises(PinMissingError, match=r"N\. New needs a new PIN"):
        change(window)
    with pytest.raises(PinMissingError):
        change(window, "mruiz", "M. Ruiz", (Role.CASHIER, Role.LEAD))
    change(window, "mruiz", "M. Ruiz-Lopez")
    assert (person(window, "mruiz").name, window.pins.kept["mruiz"]) == ("M. Ruiz-Lopez", "1234")


def test_a_person_who_left_can_do_nothing_more(window: Window) -> None:
    change(window, "tokafor", "T. Okafor", active=False)
    with pytest.raises(UserUnknownError):
        window.open("tokafor")


def test_somebody_must_be_left_to_change_users(window: Window) -> None:
    with pytest.raises(LastAdministratorError, match=r"P\. Admin is the only administrator"):
        change(window, "padmin", "P. Admin", (Role.ADMINISTRATOR,), active=False)
    with pytest.raises(LastAdministratorError):
        change(window, "padmin", "P. Admin", (Role.OFFICE,))
    change(window, "qadmin", "Q. Admin", (Role.ADMINISTRATOR,), pin="4711")
    change(window, "padmin", "P. Admin", (Role.OFFICE,), by="qadmin")


def test_only_an_administrator_changes_people(window: Window) -> None:
    with pytest.raises(RightMissingError, match="may not change users"):
        change(window, by="kdunn", pin="4711")


@pytest.mark.parametrize(
    ("user", "name", "roles", "rights", "words"),
    [
        ("X", "N. New", (Role.CASHIER,), (), "A user id is"),
        ("n new", "N. New", (Role.CASHIER,), (), "A user id is"),
        ("nnew", "   ", (Role.CASHIER,), (), "A name has"),
        ("nnew", "n" * 61, (Role.CASHIER,), (), "A name has"),
        ("nnew", "N. New", (), (), "at least one role"),
        ("nnew", "N. New", (Role.CASHIER,), ("fly",), "One of the rights is unknown"),
    ],
)
def test_a_person_that_cannot_be_is_refused(
    window: Window, user: str, name: str, roles: tuple[Role, ...], rights: tuple[str, ...], words: str
) -> None:
    with pytest.raises(UserWrongError, match=words):
        change(window, user, name, roles, rights=rights, pin="4711")


def test_a_station_is_founded_once(window: Window) -> None:
    with pytest.raises(StationFoundedError):
        window.do(lambda books: FoundStation(books, window.pins, easy_pins=True)((), PEOPLE))


def setting(
    window: Window, name: str, value: Any, since: str = TODAY, *, by: str = "padmin", why: str = "Ord. 9"
) -> None:
    window.do(lambda books: ChangeSetting(books)(SettingRequest(by, name, value, since, why)))


def test_p17_a_setting_counts_from_its_date(window: Window) -> None:
    setting(window, "reconnect_fee", 3_000, "2027-01-01")
    assert window.ask(lambda books: books.policy("2026-12-31")).reconnect_fee == 2_500
    assert window.ask(lambda books: books.policy("2027-01-01")).reconnect_fee == 3_000


def test_a_setting_never_counts_back_in_time(window: Window) -> None:
    with pytest.raises(SettingWrongError, match=r"cannot count from before today \(2026-11-21\)"):
        setting(window, "reconnect_fee", 3_000, "2026-11-20")


def test_only_an_administrator_changes_settings_and_only_to_what_may_be(window: Window) -> None:
    with pytest.raises(RightMissingError, match="may not change a setting"):
        setting(window, "reconnect_fee", 3_000, by="kdunn")
    with pytest.raises(SettingWrongError):
        setting(window, "reconnect_fee", 30.00)
    with pytest.raises(SettingWrongError, match="name the ordinance"):
        setting(window, "reconnect_fee", 3_000, why="")
