"""What a report is asked for: which one, of which business dates, whose; and what a person may not see (R30, R43)."""

import re
from datetime import date, timedelta
from enum import StrEnum
from typing import ClassVar

from app.domain.batch_state import BatchState
from app.domain.rights import UserUnknownError
from app.domain.user import Deed, User
from app.errors import InputError, RuleBrokenError
from app.frozen import frozen

ANY_HOUR = -1
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
_US = re.compile(r"(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}|\d{2}))?", re.ASCII)


class ReportKind(StrEnum):
    """The reports of the first day; values stand on the command line as `report-<value>`."""

    BATCHES = "batches"
    RECEIPTS = "receipts"
    VOIDS = "voids"
    OVERRIDES = "overrides"
    NO_SALES = "no-sales"
    REPRINTS = "reprints"
    OVER_SHORT = "over-short"
    BY_HOUR = "by-hour"

    @property
    def has_amounts(self) -> bool:
        """Whether it holds money, and so nothing of a batch that its reader still counts blind (R30)."""
        return self not in (ReportKind.NO_SALES, ReportKind.REPRINTS)


class DayUnreadableError(InputError):
    """What was typed is no day."""

    code: ClassVar[str] = "day_unreadable"

    def __init__(self, text: str) -> None:
        super().__init__(f"“{text}” is not a day. Type month, day and year, like 11/21/2026.")
        self.text = text


class DaysBackwardsError(InputError):
    """The last day lies before the first."""

    code: ClassVar[str] = "days_backwards"

    def __init__(self, first: str, last: str) -> None:
        super().__init__(f"The report would end on {last}, before it begins on {first}. Change one of the two days.")
        self.first = first
        self.last = last


class ReportNotForYouError(RuleBrokenError):
    """Reports are for those who count a batch and those who see batches."""

    code: ClassVar[str] = "report_not_for_you"

    def __init__(self, name: str) -> None:
        super().__init__(f"{name} may not see reports. Ask someone whose role allows it.")
        self.name = name


@frozen
class Scope:
    """Business dates from `first` to `last`, both included; empty `batch` and `cashier` mean all of them.

    `hour` (0 to 23, the city's clock) keeps receipts of that hour only.

    Raises:
        DaysBackwardsError: the last day lies before the first.
    """

    first: str
    last: str
    batch: str = ""
    cashier: str = ""
    hour: int = ANY_HOUR

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise DaysBackwardsError(self.first, self.last)

    @property
    def is_one_day(self) -> bool:
        """Whether it is a single business date."""
        return self.first == self.last


@frozen
class Reader:
    """Who looks: everything, or own batches only; `user` is empty at a terminal, where nobody is known."""

    user: str
    sees_all: bool

    def own(self, scope: Scope) -> Scope:
        """The scope as this reader may have it: a cashier's own batches, whatever was asked for."""
        return scope if self.sees_all else Scope(scope.first, scope.last, scope.batch, self.user, scope.hour)

    def is_blind_to(self, cashier: str, state: BatchState) -> bool:
        """Whether sums of the batch stay hidden: one's own until it is balanced (R30), any at a terminal."""
        return state is not BatchState.BALANCED and self.user in (cashier, "")


AT_A_TERMINAL = Reader("", sees_all=True)
"""Who holds the folder's key sees every balanced batch; who it is, a verb that only reads does not ask."""


def reader_of(user: User | None, *, asked: str) -> Reader:
    """How much the person sees; `asked` is the user id that was given.

    Raises:
        UserUnknownError: nobody, or not active.
        ReportNotForYouError: the roles see no batch (R43).
    """
    if user is None or not user.active:
        raise UserUnknownError(asked)
    sees_all = user.may(Deed.SEE_BATCHES)
    if not sees_all and not user.may(Deed.COUNT_BATCH):
        raise ReportNotForYouError(user.name)
    return Reader(user.user, sees_all)


def read_day(text: str, *, today: str) -> str:
    """A typed day as ISO text: `11/21/2026`, `11/21/26`, `11/21` (the last one that was), or `2026-11-21`.

    Raises:
        DayUnreadableError: anything else.
    """
    typed = text.strip()
    now = date.fromisoformat(today)
    try:
        if found := _ISO.fullmatch(typed):
            return date(int(found[1]), int(found[2]), int(found[3])).isoformat()
        if found := _US.fullmatch(typed):
            month, day, year = int(found[1]), int(found[2]), found[3]
            if year:
                return date(int(year) + (2000 if len(year) == 2 else 0), month, day).isoformat()
            this_year = date(now.year, month, day)
            return (this_year if this_year <= now else date(now.year - 1, month, day)).isoformat()
    except ValueError as error:
        raise DayUnreadableError(text) from error
    raise DayUnreadableError(text)


def day_typed(business_date: str) -> str:
    """`11/21/2026`: a day as people type it."""
    day = date.fromisoformat(business_date)
    return f"{day.month:02d}/{day.day:02d}/{day.year}"


def span_of(name: str, today: str) -> tuple[str, str]:
    """First and last day of `today`, `yesterday`, `week` (seven days) or `month` (since its first day)."""
    day = date.fromisoformat(today)
    if name == "yesterday":
        before = (day - timedelta(days=1)).isoformat()
        return before, before
    first = {"week": day - timedelta(days=6), "month": day.replace(day=1)}.get(name, day)
    return first.isoformat(), today
