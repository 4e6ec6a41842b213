"""What a cashier may see on a check beside its amount, and what a city says to it (C9, C10).

Nobody but a person reads a check's date and payee, so a concern begins with the cashier's mark; the date alone then
says whether the check is post-dated or stale. What was marked stands on the receipt as a keyed answer.
"""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import ClassVar

from app.domain.account_alerts import MONTHS
from app.domain.business_date import months_before
from app.domain.facts.receipts import KeyedAnswer
from app.errors import InputError, RuleBrokenError

PREFIX = "check_"
NOTED = "noted"
STALE_AFTER_MONTHS = 6
"""A bank need not pay an older check (UCC 4-404); a city may set another time."""
STARTER_BELOW = 101
"""Banks print the first ordered checks from 101 on: a lower number is asked about, and never refused by itself."""
_TYPED = r"(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{2}|\d{4}))?"


class CheckConcern(StrEnum):
    """What is unusual about a check."""

    STARTER = "starter"
    THIRD_PARTY = "third_party"
    TWO_PARTY = "two_party"
    POST_DATED = "post_dated"
    STALE = "stale"

    @property
    def setting(self) -> str:
        """The setting that says what the city does with it; also its code on a receipt."""
        return PREFIX + self.value

    @property
    def words(self) -> str:
        """As screens and paper say it."""
        return {
            "starter": "starter check", "third_party": "made out to somebody else", "two_party": "made out to two",
            "post_dated": "post-dated check", "stale": "stale check",
        }[self.value]  # fmt: skip


class CheckRule(StrEnum):
    """What a city does with such a check."""

    NOTE = "note"
    APPROVAL = "approval"
    REFUSE = "refuse"

    @property
    def words(self) -> str:
        """As Set-up says it."""
        return {"note": "Taken, with a note", "approval": "A supervisor approves it", "refuse": "Not taken"}[self.value]


FIRST_RULES: Mapping[CheckConcern, CheckRule] = MappingProxyType({
    CheckConcern.STARTER: CheckRule.APPROVAL,
    CheckConcern.THIRD_PARTY: CheckRule.REFUSE,
    CheckConcern.TWO_PARTY: CheckRule.NOTE,
    CheckConcern.POST_DATED: CheckRule.REFUSE,
    CheckConcern.STALE: CheckRule.REFUSE,
})  # fmt: skip
"""Until a city says otherwise; a post-dated check is refused (C9)."""


class CheckNotTakenError(RuleBrokenError):
    """The city does not take such a check (C9, C10)."""

    code: ClassVar[str] = "check_not_taken"

    def __init__(self, *, number: str, what: str) -> None:
        super().__init__(
            f"Check {number}: {what}. The city does not take it. Hand it back, or take another tender."
        )
        self.number = number


class CheckApprovalError(RuleBrokenError):
    """Such a check needs a second person (C10)."""

    code: ClassVar[str] = "override_check"

    def __init__(self, *, number: str, what: str, cents: int) -> None:
        super().__init__(f"Check {number}: {what}. A supervisor approves it, or it is handed back.")
        self.number = number
        self.what = what
        self.cents = cents


class CheckDateError(InputError):
    """What was typed is no date."""

    code: ClassVar[str] = "check_date"

    def __init__(self, text: str) -> None:
        super().__init__(f"“{text}” is no date. Type month and day like 11/30, with the year where it is not this one.")


def read_check_date(text: str, *, business_date: str) -> str:
    """The date on a check, ISO; without a year the one nearest to the business date.

    Raises:
        CheckDateError: it is none.
    """
    found = re.fullmatch(_TYPED, text.strip())
    if found is None:
        raise CheckDateError(text)
    month, day, year = found.groups()
    today = date.fromisoformat(business_date)
    years = [today.year - 1, today.year, today.year + 1] if year is None else [int(year) + 2000 * (len(year) == 2)]
    dates = [made for each in years if (made := _date(each, int(month), int(day))) is not None]
    if not dates:
        raise CheckDateError(text)
    return min(dates, key=lambda made: abs((made - today).days)).isoformat()


def concern_of_date(check_date: str, *, business_date: str, stale_months: int) -> CheckConcern | None:
    """Post-dated when it lies ahead, stale when it is older than so many months; None for a date that is good."""
    if check_date > business_date:
        return CheckConcern.POST_DATED
    return CheckConcern.STALE if check_date < months_before(business_date, stale_months) else None


def noted(concern: CheckConcern, *, number: str, check_date: str = "") -> KeyedAnswer:
    """The mark as it stands on a receipt: `seen` names the check, the answer its date where that is the concern."""
    return KeyedAnswer(concern.setting, number, check_date or NOTED)


def concerns_of(answers: Iterable[KeyedAnswer]) -> tuple[tuple[CheckConcern, KeyedAnswer], ...]:
    """The marks among a receipt's answers."""
    known = {concern.setting: concern for concern in CheckConcern}
    return tuple((known[answer.warning], answer) for answer in answers if answer.warning in known)


def without_check(answers: Iterable[KeyedAnswer], number: str) -> tuple[KeyedAnswer, ...]:
    """The answers once this check went back to the customer."""
    return tuple(
        answer for answer in answers if not (answer.seen == number and concerns_of((answer,)))
    )


def concern_words(concern: CheckConcern, check_date: str = "") -> str:
    """`post-dated check, 30 Nov 2026`; the date only where it is the concern."""
    if concern not in (CheckConcern.POST_DATED, CheckConcern.STALE) or check_date in ("", NOTED):
        return concern.words
    return f"{concern.words}, {int(check_date[8:10])} {MONTHS[int(check_date[5:7]) - 1]} {check_date[:4]}"


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
