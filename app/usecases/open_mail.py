"""Open a batch without a drawer: mail, drop box, bill-pay checks, phone (F1, F3, R13; DESIGN section 4)."""

from datetime import date
from typing import ClassVar

from app.domain.batch_state import BatchState
from app.domain.cash import NO_CASH
from app.domain.entry import EntryRef
from app.domain.facts.batches import BatchOpened
from app.domain.facts.mail import MailListed
from app.domain.mail import ITEMS_LIMIT, LISTED_SOURCES, SOURCES, ControlMissingError, OpenersError, SourceOpenError
from app.domain.rights import check_right
from app.domain.user import Deed
from app.errors import RuleBrokenError
from app.frozen import frozen
from app.ports.books import Books, OpenDeed
from app.usecases.open_batch import check_clock
from app.usecases.proposed_date import proposed_date


class CollectedDateError(RuleBrokenError):
    """The day of collection is no date, or lies after the business date."""

    code: ClassVar[str] = "collected_date"

    def __init__(self, collected: str) -> None:
        super().__init__(f"{collected} cannot be the day it was collected. Key it as 2026-11-21, today or earlier.")
        self.collected = collected


@frozen
class OpenMailRequest:
    """`source` of `SOURCES`; for listed ones who opened it with `by`, the tape's count and total, and the day that
    the payments count for (empty: the business date).
    """

    by: str
    source: str
    opened_with: str = ""
    items: int = 0
    cents: int = 0
    collected: str = ""


@frozen
class MailIsOpen:
    """The batch that takes the items now."""

    batch: str
    ref: EntryRef
    source: str
    business_date: str


@frozen
class OpenMail:
    """Opens one batch for one source and cashier; there is no starting cash, nobody is given change."""

    books: Books

    def __call__(self, request: OpenMailRequest) -> MailIsOpen:
        """Open it.

        Raises:
            ValueError: no such source.
            SourceOpenError: this person has one of the source open already.
            OpenersError, ControlMissingError: listed items have two openers, a count and a total (R13).
            CollectedDateError: the day of collection is none.
            ClockBehindError: the clock stands before the last entry.
        """
        if request.source not in SOURCES:
            raise ValueError(f"no source {request.source}")
        with self.books.deed(by=request.by) as deed:
            check_right(deed.user(request.by), Deed.OPEN_BATCH, asked=request.by)
            check_clock(deed, deed.now())
            business_date = proposed_date(deed, deed.now())
            for other in deed.batches(states=(BatchState.OPEN.value,)):
                if (other.source, other.cashier, other.drawer) == (request.source, request.by, False):
                    raise SourceOpenError(batch=other.batch, source=other.source)
            fact = BatchOpened(
                batch=deed.next_batch(), source=request.source, cashier=request.by, drawer=False,
                starting_cash=NO_CASH, issued=0, reason="", transfers=(),
            )  # fmt: skip
            listed = _listed(deed, request, fact.batch, business_date) if request.source in LISTED_SOURCES else None
            ref = deed.append(fact, business_date=business_date)
            if listed is not None:
                deed.append(listed, business_date=business_date)
        return MailIsOpen(fact.batch, ref, request.source, business_date)


def _listed(deed: OpenDeed, request: OpenMailRequest, batch: str, business_date: str) -> MailListed:
    second = deed.user(request.opened_with) if request.opened_with else None
    if second is None or not second.active or second.user == request.by:
        raise OpenersError
    check_numbers(request.items, request.cents)
    collected = _checked_day(request.collected or business_date, latest=business_date)
    return MailListed(batch, (request.by, second.user), request.items, request.cents, collected)


def _checked_day(collected: str, *, latest: str) -> str:
    try:
        day = date.fromisoformat(collected).isoformat()
    except ValueError as error:
        raise CollectedDateError(collected) from error
    if day > latest:
        raise CollectedDateError(collected)
    return day


def check_numbers(items: int, cents: int) -> None:
    """Whether count and total can be those of a tape.

    Raises:
        ControlMissingError: they cannot.
    """
    if not 0 < items <= ITEMS_LIMIT or cents <= 0:
        raise ControlMissingError
