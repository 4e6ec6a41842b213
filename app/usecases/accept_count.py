"""Accept a count: another person balances the batch, over and short are booked (R25, R31-R33; DESIGN section 4)."""

from typing import ClassVar

from app.domain.approval import ApproverNotAllowedError, TakerCannotApproveError, holds_role
from app.domain.batch_rules import (
    ApprovalsOpenError,
    BatchUnknownError,
    ReasonMissingError,
    StaleViewError,
    check_step,
)
from app.domain.batch_state import BatchStep
from app.domain.count import balance_transfers, largest_difference, needs_reason, results
from app.domain.entry import EntryRef
from app.domain.facts.batches import BatchBalanced, TenderResult
from app.domain.records import BatchRecord, CountRecord
from app.domain.rights import check_right
from app.domain.setting_codes import CodeTable
from app.domain.user import Deed, User
from app.errors import RuleBrokenError
from app.frozen import frozen
from app.ports.books import Books, BooksReader, OpenDeed
from app.usecases.free_words import kept_reason


class NotCountedError(RuleBrokenError):
    """There is no count to accept or to send back."""

    code: ClassVar[str] = "not_counted"

    def __init__(self, batch: str) -> None:
        super().__init__(f"Batch {batch} has no count yet. Ask its cashier to count it.")
        self.batch = batch


@frozen
class AcceptRequest:
    """`seen` is the batch's `last_ref` as the person saw it; `reason` where a class differs beyond the tolerance."""

    by: str
    batch: str
    seen: EntryRef
    reason: str = ""


@frozen
class BatchIsBalanced:
    """The batch as balanced; over and short gross by class."""

    batch: str
    ref: EntryRef
    results: tuple[TenderResult, ...]


@frozen
class AcceptCount:
    """Makes a counted batch balanced, by somebody who did not take its money."""

    books: Books

    def __call__(self, request: AcceptRequest) -> BatchIsBalanced:
        """Accept it.

        Raises:
            TakerCannotApproveError: the person took the money or counted it (R25).
            StaleViewError: the batch changed after the person looked.
            BatchStateError, ApprovalsOpenError, NotCountedError: it cannot be balanced now.
            ReasonMissingError: a class is over or short beyond the tolerance (R33).
            ApproverNotAllowedError: such a difference needs a higher role.
        """
        with self.books.deed(by=request.by) as deed:
            user = check_right(deed.user(request.by), Deed.BALANCE_BATCH, asked=request.by)
            batch, count = counted_batch(deed, request.batch, seen=request.seen, step=BatchStep.ACCEPT)
            if user.user in (*batch.holders, count.by):
                raise TakerCannotApproveError(user.name)
            if batch.open_approvals:
                raise ApprovalsOpenError(batch=batch.batch, count=len(batch.open_approvals))
            found = results(batch.expected, count.cash, count.tenders)
            _check_difference(deed, user, batch, found, request.reason)
            listed = deed.policy(batch.business_date).listed(CodeTable.OVER_SHORT)
            reason, note = kept_reason(deed, request.reason, listed=listed)
            fact = BatchBalanced(
                batch=batch.batch,
                count=count.ref,
                seen=request.seen,
                results=found,
                reason=reason,
                transfers=balance_transfers(
                    station=deed.stream().station, found=found, starting=batch.starting_cash.total.cents
                ),
                note=note,
            )
            ref = deed.append(fact, business_date=batch.business_date)
        return BatchIsBalanced(batch.batch, ref, found)


def counted_batch(
    books: BooksReader, number: str, *, seen: EntryRef, step: BatchStep
) -> tuple[BatchRecord, CountRecord]:
    """The batch and its last count, when the step is allowed and nothing changed since it was seen.

    Raises:
        BatchUnknownError, BatchStateError, NotCountedError, StaleViewError.
    """
    batch = books.batch(number)
    if batch is None:
        raise BatchUnknownError(number)
    check_step(batch.batch, batch.state, step)
    if not batch.counts:
        raise NotCountedError(batch.batch)
    if batch.last_ref != seen:
        raise StaleViewError(batch.batch)
    return batch, batch.counts[-1]


def _check_difference(
    deed: OpenDeed, user: User, batch: BatchRecord, found: tuple[TenderResult, ...], reason: str
) -> None:
    policy = deed.policy(batch.business_date)
    if needs_reason(found, tolerance=policy.over_short_tolerance) and not reason.strip():
        raise ReasonMissingError("Over or short")
    role = policy.approver_role(Deed.BALANCE_BATCH.value, largest_difference(found))
    if role is not None and not holds_role(user, role):
        raise ApproverNotAllowedError(name=user.name, deed=Deed.BALANCE_BATCH, role=role)
