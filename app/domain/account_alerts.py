"""Which alerts stand for an account on a business date, in a cashier's words (feature B5, DESIGN section 6).

*stop* refuses money in some form, *heed* must be seen; stops come first (LOOK section 5).
"""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum

from app.domain.account import Account, AccountFlag, FlagKind
from app.domain.money import Money
from app.frozen import frozen

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


class AlertKind(StrEnum):
    """How loud an alert is."""

    STOP = "stop"
    HEED = "heed"


@frozen
class Alert:
    """One bar above the money: `title` is the strong sentence, `sentence` the plain one; `code` names the cause."""

    kind: AlertKind
    code: str
    title: str
    sentence: str


_PLAIN: tuple[tuple[FlagKind, str, str], ...] = (
    (FlagKind.BANKRUPTCY, "Bankruptcy filed.", "No cut-off and no late fees on the old balance. Ask your supervisor."),
    (FlagKind.DECEASED, "The customer has died.", "Ask who pays and whether the account goes to another name."),
    (FlagKind.TAMPER, "Meter was tampered with.", "Ask your supervisor before you promise service."),
)
_LATER: tuple[tuple[FlagKind, str, str], ...] = (
    (FlagKind.ARRANGEMENT, "Payment arrangement.", "Take at least the instalment that is due."),
    (FlagKind.DRAFT, "Paid by bank draft.", "The bank may pay this bill too. Ask before taking it twice."),
    (FlagKind.CONFIDENTIAL, "Confidential.", "Details stay hidden until you reveal them, and that is logged."),
)


def alerts_of(
    account: Account, business_date: str, *, stay_on_cents: int | None = None, in_last_extract: bool = True
) -> tuple[Alert, ...]:
    """The alerts that stand on the date, the loudest first.

    `stay_on_cents` is what keeps the service on, for the cut-off's sentence; `in_last_extract` is the books'
    knowledge of the last full extract.
    """
    found = [
        *_cash_only(account, business_date),
        *_incomplete(account),
        *_disconnected(account),
        *_cutoff(account, business_date, stay_on_cents),
        *(Alert(AlertKind.HEED, str(kind), title, text) for kind, title, text in _PLAIN if account.has(kind)),
        *(Alert(AlertKind.HEED, str(kind), title, text) for kind, title, text in _LATER if account.has(kind)),
        *(_note(flag) for flag in account.flags if flag.kind == FlagKind.NOTE),
    ]
    if not in_last_extract:
        title, text = "Not in the last extract.", "Billing no longer lists this account. The balance is an old one."
        found.append(Alert(AlertKind.HEED, "not_in_extract", title, text))
    return tuple(found)


def day_words(iso: str) -> str:
    """`2027-01-15` as `15 Jan 2027`."""
    day = date.fromisoformat(iso)
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def near_day_words(iso: str, business_date: str) -> str:
    """`2026-11-24` as `Tue 24 Nov`; with its year when that is not the business date's."""
    day = date.fromisoformat(iso)
    year = "" if iso[:4] == business_date[:4] else f" {day.year}"
    return f"{DAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}{year}"


def _cash_only(account: Account, business_date: str) -> Iterator[Alert]:
    if account.is_cash_only(business_date):
        dates = [flag.date for flag in account.flags if flag.kind == FlagKind.CASH_ONLY]
        last = None if None in dates else max(day for day in dates if day is not None)
        until = f" until {day_words(last)}" if last else ""
        yield Alert(AlertKind.STOP, "cash_only", f"Cash only{until}.", "No checks. Take cash, card or money order.")


def _incomplete(account: Account) -> Iterator[Alert]:
    if account.incomplete:
        lines = [str(line) for line, _reason in account.incomplete]
        places = f"line {lines[0]}" if len(lines) == 1 else f"lines {', '.join(lines[:-1])} and {lines[-1]}"
        title = f"Balance incomplete: {places} not understood."
        yield Alert(AlertKind.HEED, "incomplete", title, "No amount is proposed. Type what the customer pays.")


def _disconnected(account: Account) -> Iterator[Alert]:
    if account.status == "disconnected":
        text = "To turn it on: all past due, penalties, fees and the reconnect fee."
        yield Alert(AlertKind.HEED, "disconnected", "Service is off.", text)


def _cutoff(account: Account, business_date: str, stay_on_cents: int | None) -> Iterator[Alert]:
    flag = account.flag(FlagKind.CUTOFF_LIST)
    if flag is None:
        return
    title = "On the cut-off list."
    if flag.date is not None:
        day = near_day_words(flag.date, business_date)
        title = f"On the cut-off list for {day}." if flag.date >= business_date else f"Cut-off was due {day}."
    strikes = "All that is past due strikes it."
    if stay_on_cents is not None and stay_on_cents > 0:
        strikes = f"{Money(stay_on_cents)} or more strikes it."
    yield Alert(AlertKind.HEED, "cutoff_list", title, strikes)


def _note(flag: AccountFlag) -> Alert:
    return Alert(AlertKind.HEED, "note", "Note.", flag.text)
