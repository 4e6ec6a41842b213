"""Dates, values and names as the Set-up room says them."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from PySide6.QtCore import QCoreApplication

from app.domain.approval import in_words
from app.domain.business_date import city_time
from app.domain.change import Pennies
from app.domain.check_concern import CheckRule
from app.domain.money import Money
from app.domain.tender import TenderKind
from app.domain.user import Deed, Role
from app.settings.check_rules import first_value as check_rule_at_first
from app.settings.policy import CHECK_RULES, PENNIES, STALE_MONTHS
from app.settings.setting_words import Typed, words_of

_US_DATE = "%m/%d/%Y"
_LANES = {"L1": "Lane 1", "L2": "Lane 2", "counter": "Counter"}
_ROLES = {
    Role.CASHIER: ("Cashier", "takes payments, counts their own drawer"),
    Role.LEAD: ("Lead", "a cashier who may approve what the table gives a lead"),
    Role.SERVICE: ("Service", "accounts and orders, no money"),
    Role.SUPERVISOR: ("Supervisor", "approves, balances, prepares deposits"),
    Role.OFFICE: ("Office", "imports, posting files, the day's chores"),
    Role.AUDITOR: ("Auditor", "reads everything, changes nothing"),
    Role.ADMINISTRATOR: ("Administrator", "people and settings, never money"),
}
_CHOICES = {
    PENNIES: (
        (Pennies.OFF.value, "Not rounded"), (Pennies.NEAREST.value, "To the nearest five cents"),
        (Pennies.CREDIT.value, "Up, as credit on the account"),
    ),
    **{name: tuple((rule.value, rule.words) for rule in CheckRule) for name in CHECK_RULES if name != STALE_MONTHS},
}  # fmt: skip
_RIGHTS = {
    Deed.APPROVE_AFTERWARDS: "Void now, have it approved afterwards",
    Deed.VERIFY_DEPOSIT: "Verify a deposit",
    Deed.PREPARE_DEPOSIT: "Prepare a deposit",
    Deed.IMPORT_ACCOUNTS: "Take in accounts",
    Deed.EXPORT_POSTING: "Make posting files",
    Deed.CONFIRM_CLOCK: "Confirm the clock",
    Deed.REVEAL_DETAIL: "Reveal masked details",
}


def tr(text: str) -> str:
    """The text in the person's language."""
    return QCoreApplication.translate("set_up_room", text)


def day(iso: str) -> str:
    """`1 Jan 2027` of `2027-01-01`."""
    told = date.fromisoformat(iso)
    return f"{told.day} {told:%b} {told.year}"


def typed_day(text: str) -> str:
    """`2027-01-01` of what was typed, also as `1/1/2027`; empty when it is no date."""
    text = text.strip()
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        pass
    try:
        return datetime.strptime(text, _US_DATE).date().isoformat()  # noqa: DTZ007 - a date has no zone
    except ValueError:
        return ""


def moment(at: str, *, time_zone: str) -> str:
    """`21 Nov 2026, 7:30` on the city's clock."""
    told = city_time(at, time_zone=time_zone)
    return f"{told.day} {told:%b} {told.year}, {told.hour}:{told:%M}"


def value_words(name: str, value: Any) -> str:
    """A setting's value as a person reads it; tables say how much is in them."""
    words = words_of(name)
    if words.typed is Typed.AMOUNT:
        return str(Money(value))
    if words.typed is Typed.WHOLE:
        return f"{value} {tr(words.unit)}"
    if words.typed is Typed.RULES:
        return tr("{n} rules").format(n=len(value))
    if words.typed is Typed.CHOICE:
        return dict(choices(name)).get(str(value), str(value))
    if words.typed is Typed.CODES:
        return tr("{n} of {all} in use").format(n=sum(row["active"] for row in value), all=len(value))
    return str(value) or tr("empty")


def choices(name: str) -> tuple[tuple[str, str], ...]:
    """What a setting can be, each with its words."""
    return tuple((value, tr(said)) for value, said in _CHOICES.get(name, ()))


def first_value(name: str) -> str:
    """What a setting is before anybody wrote it: a check's rule, else the first that it can be."""
    if name in CHECK_RULES:
        return str(check_rule_at_first(name))
    return next((value for value, _said in _CHOICES.get(name, ())), "")


def past_words(name: str, value: Any) -> str:
    """A value that was or comes, whole: tables say what stands in them."""
    typed = words_of(name).typed
    if typed is Typed.RULES:
        return "; ".join(f"{rule_words(rule)}: {role_word(rule['role'])}" for rule in value) or tr("nobody is asked")
    if typed is Typed.CODES:
        off = [code_words(row["code"]) for row in value if not row["active"]]
        all_used = tr("all {n} in use").format(n=len(value))
        return tr("{n} in use, off: {off}").format(n=len(value) - len(off), off=", ".join(off)) if off else all_used
    return value_words(name, value)


def deed_words(deed: str) -> str:
    """`A void`."""
    said = in_words(Deed(deed))
    return tr(said[0].upper() + said[1:])


def rule_words(rule: Mapping[str, Any]) -> str:
    """`A void from 0.00`."""
    return tr("{deed} from {amount}").format(deed=deed_words(rule["deed"]), amount=Money(rule["over_cents"]))


def code_words(code: str) -> str:
    """A code as screens say it."""
    if code in set(TenderKind):
        return tr(TenderKind(code).word)
    return tr(_LANES.get(code, code))


def role_word(role: str) -> str:
    """`Supervisor`."""
    return tr(_ROLES[Role(role)][0])


def role_help(role: Role) -> str:
    """What the role is for."""
    return tr(_ROLES[role][1])


def right_words(right: str) -> str:
    """A right given beyond the roles."""
    return tr(_RIGHTS.get(Deed(right), right.replace("_", " ")))


def who(by: str, names: Mapping[str, str]) -> str:
    """The person's name; the first set-up has none."""
    return names.get(by, by) if by else tr("first set-up")
