"""Reopen a balanced batch with reason: it must be counted and balanced again (R27, G3; DESIGN section 4)."""

from typing import ClassVar

from app.domain.approval import TakerCannotApproveError
from app.domain.batch_rules import DrawerInUseError, check_reason
from app.domain.batch_state import BatchState, BatchStep
from app.domain.count import balance_transfers, results
from app.domain.entry import EntryRef
from app.domain.facts.batches import BatchReopened
from app.domain.receipt_rules import void_transfers
from app.domain.records import BatchRecord
from app.domain.rights import check_right
from app.domain.setting_codes import CodeTable
from app.domain.user import Deed
from app.errors import RuleBrokenError
from app.frozen import frozen
from app.ports.books import Books, OpenDeed
from app.usecases.accept_count import counted_batch
from app.usecases.free_words import kept_reason


class StillBaggedError(RuleBrokenError):
    """The batch lies in a bag; it reopens only after the bag was taken apart."""

    code: ClassVar[str] = "still_bagged"

    def __init__(self, *, batch: str, deposit: str) -> None:
        super().__init__(f"Batch {batch} lies in deposit {deposit}. Take its bag apart first, in the deposit builder.")
        self.batch = batch
        self.deposit = deposit


@frozen
class ReopenRequest:
    """`seen` is the batch's `last_ref` as the person saw it."""

    by: str
    batch: str
    seen: EntryRef
    reason: str


@frozen
class ReopenBatch:
    """Takes the over and short back, and puts the starting cash into the drawer again."""

    books: Books

    def __call__(self, request: ReopenRequest) -> EntryRef:
        """Reopen it.

        Raises:
            ReasonMissingError, TakerCannotApproveError, StaleViewError, BatchStateError, BatchUnknownError.
            StillBaggedError: it lies in a bag.
            DrawerInUseError: the drawer has another open batch of that day (R4).
        """
        told = check_reason(request.reason, what="Reopening a batch")
        with self.books.deed(by=request.by) as deed:
            user = check_right(deed.user(request.by), Deed.REOPEN_BATCH, asked=request.by)
            batch, count = counted_batch(deed, request.batch, seen=request.seen, step=BatchStep.REOPEN)
            if user.user in batch.holders:
                raise TakerCannotApproveError(user.name)
            if batch.deposit:
                raise StillBaggedError(batch=batch.batch, deposit=batch.deposit)
            _check_drawer_free(deed, batch)
            found = results(batch.expected, count.cash, count.tenders)
            booked = balance_transfers(
                station=deed.stream().station, found=found, starting=batch.starting_cash.total.cents
            )
            reason, note = kept_reason(deed, told, listed=deed.policy(batch.business_date).listed(CodeTable.REOPEN))
            fact = BatchReopened(batch.batch, reason, void_transfers(booked), note)
            return deed.append(fact, business_date=batch.business_date)


def _check_drawer_free(deed: OpenDeed, batch: BatchRecord) -> None:
    for other in deed.batches(business_date=batch.business_date, states=(BatchState.OPEN.value,)):
        if other.drawer and other.batch != batch.batch:
            raise DrawerInUseError(batch=other.batch, cashier=other.cashier)
