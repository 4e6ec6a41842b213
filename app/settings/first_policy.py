"""The settings that set-up writes, with the date they count from and the decision they rest on.

Amounts, names and zone come from the city; nothing here guesses one. The practice city's values stand apart, and no
real station is ever given them.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from app.domain.misc import types_value
from app.domain.misc_starter import practice_types
from app.domain.user import Deed, Role
from app.frozen import frozen
from app.settings.policy import MISC_TYPES, NAMES
from app.settings.setting_rules import SettingWrongError, check_setting

PRACTICE_SINCE = "2020-01-01"
PRACTICE_ORDINANCE = "practice city, no ordinance"
SET_UP_ORDINANCE = "set-up of this station"
CITY_SAYS = (
    "city_name", "city_department", "city_address", "city_phone", "city_time_zone", "station_label", "bank_name",
    "drawer_starting_cash", "drawer_limit", "receipt_amount_limit", "receipt_trailer", "reconnect_fee",
)  # fmt: skip
"""What only the city can say; set-up asks for each."""

_USUAL: Mapping[str, Any] = {
    "batch_source": "WALK",
    "business_day_rolls_at": "04:00",
    "duplicate_check_months": 12,
    "idle_lock_minutes": 10,
    "sign_in_tries": 5,
    "sign_in_lock_minutes": 15,
    "print_backlog_minutes": 30,
    "over_short_tolerance": 0,
    "approvals": [
        {"deed": Deed.VOID_RECEIPT.value, "over_cents": 0, "role": Role.SUPERVISOR.value},
        {"deed": Deed.OVERRIDE_CASH_ONLY.value, "over_cents": 0, "role": Role.SUPERVISOR.value},
        {"deed": Deed.OVER_LIMIT.value, "over_cents": 0, "role": Role.SUPERVISOR.value},
        {"deed": Deed.BALANCE_BATCH.value, "over_cents": 0, "role": Role.SUPERVISOR.value},
    ],
}
"""Rules of the house that a city may change later; a no-sale needs a reason only, so it has no rule."""

_PRACTICE: Mapping[str, Any] = {
    "city_name": "City of Claremore (practice)",
    "city_department": "Utility Department",
    "city_address": "100 Practice Street, Claremore, OK",
    "city_phone": "(918) 555-0100",
    "city_time_zone": "America/Chicago",
    "station_label": "Drive-thru",
    "bank_name": "Practice Bank",
    "drawer_starting_cash": 20_000,
    "drawer_limit": 150_000,
    "receipt_amount_limit": 500_000,
    "receipt_trailer": "Thank you. Questions? Call the number above.",
    "reconnect_fee": 2_500,
}


@frozen
class FirstSetting:
    """One setting as set-up writes it; its fields are those of the fact."""

    name: str
    value: Any
    effective_from: str
    ordinance: str


def first_settings(
    said: Mapping[str, Any], *, effective_from: str, ordinance: str = SET_UP_ORDINANCE
) -> tuple[FirstSetting, ...]:
    """Every setting of a new real station; `said` holds each name of `CITY_SAYS` and may change a usual one.

    Raises:
        SettingWrongError: something that only the city can say is missing, or a value does not hold.
    """
    missing = [name for name in CITY_SAYS if name not in said]
    if missing:
        raise SettingWrongError(name=missing[0], why="the city has to say it.")
    return _checked({**_USUAL, **said}, effective_from, ordinance)


def practice_settings(*, station_label: str = "", time_zone: str = "") -> tuple[FirstSetting, ...]:
    """Every setting of the practice city."""
    values = {**_USUAL, **_PRACTICE}
    if station_label:
        values["station_label"] = station_label
    if time_zone:
        values["city_time_zone"] = time_zone
    return _checked(values, PRACTICE_SINCE, PRACTICE_ORDINANCE)


def practice_misc_types() -> FirstSetting:
    """The practice city's misc receipts; a real station begins with the starter list, and writes nothing."""
    value = types_value(practice_types())
    check_setting(MISC_TYPES, value, effective_from=PRACTICE_SINCE, ordinance=PRACTICE_ORDINANCE)
    return FirstSetting(MISC_TYPES, value, PRACTICE_SINCE, PRACTICE_ORDINANCE)


def as_mapping(settings: Iterable[FirstSetting]) -> dict[str, Any]:
    """The settings as `Policy.of` takes them."""
    return {setting.name: setting.value for setting in settings}


def _checked(values: Mapping[str, Any], effective_from: str, ordinance: str) -> tuple[FirstSetting, ...]:
    for name in values:
        if name not in NAMES:
            raise SettingWrongError(name=name, why="there is no such setting. Pick one from the list.")
    for name in NAMES:
        check_setting(name, values[name], effective_from=effective_from, ordinance=ordinance)
    return tuple(FirstSetting(name, values[name], effective_from, ordinance) for name in NAMES)
