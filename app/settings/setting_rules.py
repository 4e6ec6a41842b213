"""What a setting may be: its type, its bounds, and the ordinance it cites (P17)."""

import json
from collections.abc import Callable, Mapping
from datetime import date, time
from functools import partial
from typing import Any, ClassVar, get_type_hints
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from app.domain.change import Pennies
from app.domain.misc_rules import misc_fault
from app.domain.setting_codes import CodeTable, codes_fault
from app.domain.tender_rules import holds_card_number
from app.domain.user import Deed, Role
from app.errors import RuleBrokenError
from app.settings.check_rules import check_fault
from app.settings.policy import (
    CHECK_RULES,
    LATER_NAMES,
    MISC_TYPES,
    NAMES,
    PENNIES,
    RECEIPT_SETTINGS,
    SCREENS,
    ApprovalRule,
    Policy,
    note_of,
)
from app.settings.receipt_forms import form_fault
from app.settings.setting_words import words_of

TEXT_LIMIT = 400
NOTE_LIMIT = 240
AMOUNT_LIMIT = 100_000_000
APPROVALS_LIMIT = 60
_AT_LEAST = {"sign_in_tries": 1, "sign_in_lock_minutes": 1, "idle_lock_minutes": 1, "receipt_amount_limit": 1}
_MAY_BE_EMPTY = frozenset({"city_department", "city_address", "city_phone", "receipt_trailer"})


class SettingWrongError(RuleBrokenError):
    """A setting's name, value, date or ordinance does not hold."""

    code: ClassVar[str] = "setting_wrong"

    def __init__(self, *, name: str, why: str) -> None:
        super().__init__(f"{words_of(name).label}: {why} Nothing was changed.")
        self.name = name


def check_setting(name: str, value: Any, *, effective_from: str, ordinance: str) -> None:
    """Whether the setting may be written.

    Raises:
        SettingWrongError: an unknown name, a value out of its bounds, no date, no ordinance.
    """
    if name not in NAMES and name not in LATER_NAMES:
        raise SettingWrongError(name=name, why="there is no such setting. Pick one from the list.")
    why = _fault_of(name, value)
    if why:
        raise SettingWrongError(name=name, why=why)
    if not _is_date(effective_from):
        raise SettingWrongError(name=name, why="give the date from which it counts, like 2027-01-01.")
    if not ordinance.strip() or len(ordinance) > TEXT_LIMIT:
        why = f"name the ordinance or decision it rests on, in at most {TEXT_LIMIT} characters."
        raise SettingWrongError(name=name, why=why)
    if holds_card_number(ordinance) or holds_card_number(json.dumps(value)):
        raise SettingWrongError(name=name, why="these words hold a card number, which may stand nowhere.")


def _is_date(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _fault_of(name: str, value: Any) -> str:
    if name in _SPECIAL:
        return _SPECIAL[name](value)
    kind = get_type_hints(Policy)[name]
    if kind is int:
        least = _AT_LEAST.get(name, 0)
        whole = type(value) is int and least <= value <= AMOUNT_LIMIT
        return "" if whole else f"it takes a whole number from {least} to {AMOUNT_LIMIT}."
    if not isinstance(value, str) or len(value) > TEXT_LIMIT:
        return f"it takes text of at most {TEXT_LIMIT} characters."
    return "" if value.strip() or name in _MAY_BE_EMPTY else "it must not be empty."


def _zone_fault(value: Any) -> str:
    try:
        ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError, TypeError, OSError):
        return "there is no such time zone. Type one like America/Chicago."
    return ""


def _time_fault(value: Any) -> str:
    try:
        time.fromisoformat(value)
    except (ValueError, TypeError):
        return "it takes a time of day like 04:00."
    return ""


def _approvals_fault(value: Any) -> str:
    if not isinstance(value, list | tuple) or len(value) > APPROVALS_LIMIT:
        return f"it takes at most {APPROVALS_LIMIT} rules."
    for rule in value:
        if not isinstance(rule, Mapping) or set(rule) != set(ApprovalRule.__dataclass_fields__):
            return "each rule has a deed, an amount and a role."
        if rule["deed"] not in set(Deed) or rule["role"] not in set(Role):
            return "a rule names an unknown deed or role."
        if type(rule["over_cents"]) is not int or not 0 <= rule["over_cents"] <= AMOUNT_LIMIT:
            return "a rule's amount is not a whole number of cents."
    return ""


def _note_fault(value: Any) -> str:
    if not isinstance(value, str) or len(value) > NOTE_LIMIT:
        return f"it takes text of at most {NOTE_LIMIT} characters."
    return ""


def _pennies_fault(value: Any) -> str:
    return "" if value in set(Pennies) else "it is off, nearest or credit."


_SPECIAL: dict[str, Callable[[Any], str]] = {
    "city_time_zone": _zone_fault,
    "business_day_rolls_at": _time_fault,
    "approvals": _approvals_fault,
    PENNIES: _pennies_fault,
    MISC_TYPES: misc_fault,
    **{name: partial(check_fault, name) for name in CHECK_RULES},
    **{name: partial(form_fault, name) for name in RECEIPT_SETTINGS},
    **{table.setting: partial(codes_fault, table) for table in CodeTable},
    **{note_of(screen): _note_fault for screen in SCREENS},
}
