"""What a setting may be, and the settings a station starts with (P17)."""

from typing import Any

import pytest

from app.domain.user import Deed
from app.settings.first_policy import CITY_SAYS, as_mapping, first_settings, practice_settings
from app.settings.policy import NAMES, Policy
from app.settings.setting_rules import APPROVALS_LIMIT, TEXT_LIMIT, SettingWrongError, check_setting


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("no_such", 1, "there is no such setting"),
        ("reconnect_fee", -1, "whole number from 0"),
        ("reconnect_fee", 25.0, "whole number from 0"),
        ("reconnect_fee", True, "whole number from 0"),
        ("reconnect_fee", 10**9, "whole number from 0"),
        ("sign_in_tries", 0, "whole number from 1"),
        ("city_name", "", "must not be empty"),
        ("city_name", "x" * 401, "at most 400"),
        ("city_name", 7, "takes text"),
        ("city_time_zone", "Mars/Olympus", "no such time zone"),
        ("city_time_zone", 5, "no such time zone"),
        ("business_day_rolls_at", "4 o'clock", "time of day"),
        ("business_day_rolls_at", None, "time of day"),
        ("approvals", "none", "at most 60 rules"),
        ("approvals", [{"deed": "void_receipt"}], "a deed, an amount and a role"),
        ("approvals", [{"deed": "fly", "over_cents": 0, "role": "supervisor"}], "unknown deed or role"),
        ("approvals", [{"deed": "void_receipt", "over_cents": 0, "role": "mayor"}], "unknown deed or role"),
        ("approvals", [{"deed": "void_receipt", "over_cents": 0.5, "role": "lead"}], "whole number of cents"),
    ],
)
def test_a_value_out_of_its_bounds_is_refused_in_words(name: str, value: Any, words: str) -> None:
    with pytest.raises(SettingWrongError, match=words):
        check_setting(name, value, effective_from="2026-11-21", ordinance="Ord. 1")


@pytest.mark.parametrize("name", ["receipt_trailer", "city_phone"])
def test_what_a_city_may_leave_out_may_be_empty(name: str) -> None:
    check_setting(name, "", effective_from="2026-11-21", ordinance="Ord. 1")


def test_a_setting_has_a_date_and_an_ordinance() -> None:
    with pytest.raises(SettingWrongError, match="the date from which it counts"):
        check_setting("reconnect_fee", 2500, effective_from="21 Nov", ordinance="Ord. 1")
    with pytest.raises(SettingWrongError, match="name the ordinance"):
        check_setting("reconnect_fee", 2500, effective_from="2026-11-21", ordinance=" ")


def test_the_practice_city_has_every_setting() -> None:
    policy = Policy.of(as_mapping(practice_settings(station_label="Counter")))
    assert (policy.drawer_starting_cash, policy.receipt_amount_limit, policy.reconnect_fee) == (20_000, 500_000, 2_500)
    assert policy.station_label == "Counter"
    assert policy.approver_role(Deed.VOID_RECEIPT.value, 1) == "supervisor"
    assert policy.approver_role(Deed.NO_SALE.value, 0) is None
    assert {setting.name for setting in practice_settings()} == set(NAMES)


def test_the_practice_city_may_lie_in_another_zone() -> None:
    assert Policy.of(as_mapping(practice_settings(time_zone="America/New_York"))).city_time_zone == "America/New_York"


def test_a_real_station_guesses_nothing_that_the_city_has_to_say() -> None:
    said = {setting.name: setting.value for setting in practice_settings() if setting.name in CITY_SAYS}
    made = first_settings(said, effective_from="2026-11-21")
    assert {setting.name for setting in made} == set(NAMES)
    assert all(setting.ordinance and setting.effective_from == "2026-11-21" for setting in made)
    for name in CITY_SAYS:
        with pytest.raises(SettingWrongError, match="the city has to say it"):
            first_settings({key: value for key, value in said.items() if key != name}, effective_from="2026-11-21")


def test_set_up_takes_no_unknown_setting() -> None:
    said = {setting.name: setting.value for setting in practice_settings()}
    with pytest.raises(SettingWrongError, match="no such setting"):
        first_settings({**said, "free_water": 1}, effective_from="2026-11-21")


def test_the_limits_themselves_still_stand() -> None:
    check_setting("city_name", "x" * TEXT_LIMIT, effective_from="2026-11-21", ordinance="Ord. 1")
    rules = [{"deed": "no_sale", "over_cents": 0, "role": "lead"}] * APPROVALS_LIMIT
    check_setting("approvals", rules, effective_from="2026-11-21", ordinance="Ord. 1")
    with pytest.raises(SettingWrongError, match="at most 60 rules"):
        check_setting("approvals", [*rules, rules[0]], effective_from="2026-11-21", ordinance="Ord. 1")


@pytest.mark.parametrize("name", ["sign_in_tries", "sign_in_lock_minutes", "idle_lock_minutes", "receipt_amount_limit"])
def test_what_must_be_at_least_one_may_be_one(name: str) -> None:
    check_setting(name, 1, effective_from="2026-11-21", ordinance="Ord. 1")
    with pytest.raises(SettingWrongError, match="from 1"):
        check_setting(name, 0, effective_from="2026-11-21", ordinance="Ord. 1")
