"""Open a batch with counted starting cash: the first deed of a cashier's day (R1, R2, R4, R5)."""

from datetime import datetime
from typing import ClassVar

from app.domain.batch_rules import DrawerInUseError, OlderBatchOpenError, check_reason
from app.domain.batch_state import BatchState
from app.domain.business_date import DateRunsBackwardsError
from app.domain.cash import CashCount
from app.domain.count import opening_transfers
from app.domain.entry import EntryRef
from app.domain.facts.batches import BatchOpened
from app.domain.numbering import batch_before
from app.domain.records import BatchNow
from app.domain.rights import check_right
from app.domain.setting_codes import CodeTable
from app.domain.user import Deed
from app.errors import RuleBrokenError
from app.frozen import frozen
from app.ports.books import Books, BooksReader, OpenDeed
from app.usecases.free_words import kept_reason
from app.usecases.proposed_date import proposed_date


class ClockBehindError(RuleBrokenError):
    """The computer's clock stands before the last entry (ledger b.15)."""

    code: ClassVar[str] = "clock_behind"

    def __init__(self, *, last_at: str, now: str) -> None:
        super().__init__(
            f"The computer's clock says {now}, but the last entry was made at {last_at} (both UTC). "
            "Set the clock right, or ask a supervisor to confirm it."
        )
        self.last_at = last_at
        self.now = now


@frozen
class OpenBatchRequest:
    """`business_date` empty: as the city's clock proposes; `issued` None: what the policy hands out.

    A `reason` is needed when the counted starting cash is not what was issued.
    """

    by: str
    starting_cash: CashCount
    business_date: str = ""
    issued: int | None = None
    reason: str = ""


@frozen
class BatchIsOpen:
    """The batch that takes receipts now."""

    batch: str
    ref: EntryRef
    business_date: str
    starting: int


@frozen
class OpenBatch:
    """Opens one drawer batch for one cashier."""

    books: Books

    def __call__(self, request: OpenBatchRequest) -> BatchIsOpen:
        """Open it.

        Raises:
            DrawerInUseError, OlderBatchOpenError, DateRunsBackwardsError: the drawer's other batches forbid it.
            ClockBehindError: the clock stands before the last entry and nobody confirmed it.
            ReasonMissingError: the starting cash differs from what was issued.
        """
        with self.books.deed(by=request.by) as deed:
            check_right(deed.user(request.by), Deed.OPEN_BATCH, asked=request.by)
            check_clock(deed, deed.now())
            business_date = request.business_date or proposed_date(deed, deed.now())
            _check_drawer(deed, business_date)
            policy = deed.policy(business_date)
            issued = policy.drawer_starting_cash if request.issued is None else request.issued
            counted = request.starting_cash.total.cents
            told = request.reason.strip()
            if counted != issued:
                told = check_reason(told, what="Starting cash that is not what was issued")
            reason, note = kept_reason(deed, told, listed=policy.listed(CodeTable.OVER_SHORT))
            fact = BatchOpened(
                batch=deed.next_batch(),
                source=policy.batch_source,
                cashier=request.by,
                drawer=True,
                starting_cash=request.starting_cash,
                issued=issued,
                reason=reason,
                transfers=opening_transfers(station=deed.stream().station, counted=counted, issued=issued),
                note=note,
            )
            ref = deed.append(fact, business_date=business_date)
        return BatchIsOpen(fact.batch, ref, business_date, counted)


def check_clock(books: BooksReader, now: datetime) -> None:
    """Whether the clock stands at or after the last entry.

    Raises:
        ClockBehindError: it stands before.
    """
    last = books.last_at()
    if last and now < datetime.fromisoformat(last):
        raise ClockBehindError(last_at=last, now=now.isoformat(timespec="seconds"))


def _check_drawer(deed: OpenDeed, business_date: str) -> None:
    for other in deed.batches(states=(BatchState.OPEN.value,)):
        if other.drawer and other.business_date == business_date:
            raise DrawerInUseError(batch=other.batch, cashier=other.cashier)
        if other.drawer and other.business_date < business_date:
            raise OlderBatchOpenError(batch=other.batch, business_date=other.business_date)
    last = _last_of_drawer(deed)
    if last is not None and business_date < last.business_date:
        raise DateRunsBackwardsError(business_date=business_date, last=last.business_date)


def _last_of_drawer(deed: OpenDeed) -> BatchNow | None:
    """The drawer's batch before this one; those without a drawer stand between, a few a day."""
    number = batch_before(deed.next_batch())
    while number:
        last = deed.batch_now(number)
        if last is None or last.drawer:
            return last
        number = batch_before(number)
    return None
