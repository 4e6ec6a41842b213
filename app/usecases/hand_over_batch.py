"""Hand an open batch with its drawer to another cashier: two counts that agree, both people named (R2, R3).

When its cashier has left, a supervisor counts in their place and says why (A6).
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

from app.domain.approval import ApprovalNeededError, ApprovalWay, TakerCannotApproveError
from app.domain.batch_rules import BatchStateError, BatchUnknownError, NotYourBatchError, check_reason, lane_words
from app.domain.batch_state import BatchState
from app.domain.cash import CashCount
from app.domain.draft import is_of_batch
from app.domain.entry import EntryRef
from app.domain.facts.base import NOTHING_SAID, Approval
from app.domain.facts.custody import BatchHandedOver
from app.domain.facts.station import ApprovalRefused
from app.domain.reasons import REASSIGN_REASONS
from app.domain.records import BatchRecord, DraftRecord
from app.domain.rights import UserUnknownError, check_right
from app.domain.tender import TenderKind
from app.domain.user import Deed, User
from app.errors import RuleBrokenError
from app.frozen import frozen
from app.ports.books import Books, OpenDeed
from app.usecases.drafts import draft_of
from app.usecases.free_words import KeptReason, kept_reason
from app.usecases.turn_in_cash import RECEIVER, CountsDisagreeError


class PapersDisagreeError(RuleBrokenError):
    """The two did not count the same number of checks and money orders; both numbers are kept (R3)."""

    code: ClassVar[str] = "papers_disagree"

    def __init__(self, *, given: int, received: int) -> None:
        super().__init__(
            f"The giver counted {given} checks and money orders, the receiver {received}. Count again, both of you."
        )
        self.given = given
        self.received = received


class WorkInHandError(RuleBrokenError):
    """A receipt is begun and not parked: nobody hands over what is in hand."""

    code: ClassVar[str] = "work_in_hand"

    def __init__(self, lanes: Sequence[str]) -> None:
        places = ", ".join(map(lane_words, lanes))
        super().__init__(f"Unfinished work in {places}. Finish it or park it, then hand the drawer over.")
        self.lanes = tuple(lanes)


@frozen
class DrawerSeen:
    """What one person counted: cash by denomination, and how many checks and money orders."""

    cash: CashCount
    papers: int = 0


@frozen
class HandOverRequest:
    """What `by` counted out and what `to` counted, each without seeing the other; `approval` is `to`'s, by PIN.

    `reason` is for a supervisor who counts in place of the batch's cashier.
    """

    by: str
    batch: str
    given: DrawerSeen
    received: DrawerSeen
    to: str
    approval: Approval | None = None
    reason: str = ""


@frozen
class HandedOver:
    """The batch is `to`'s now, with whatever was parked."""

    batch: str
    ref: EntryRef
    to: str


@frozen
class HandOverBatch:
    """One deed for both: by the batch's own cashier, or by a supervisor with a reason."""

    books: Books

    def __call__(self, request: HandOverRequest) -> HandedOver:
        """Hand it over; counts that disagree are stored before the refusal is told.

        Raises:
            CountsDisagreeError, PapersDisagreeError: the two counts.
            BatchUnknownError, NotYourBatchError, BatchStateError: not this person's open batch.
            UserUnknownError, RightMissingError, TakerCannotApproveError: the receiver.
            ApprovalNeededError: the receiver has not entered their PIN (R3).
            WorkInHandError: the cashier has a receipt in hand.
            ReasonMissingError: a supervisor said no reason.
        """
        with self.books.deed(by=request.by) as deed:
            batch = _open_batch(deed, request)
            reason, note = _reason(deed, batch, request)
            approval = _receiver(deed, batch, request)
            refusal = _disagree(request)
            if refusal is None:
                _take_drafts_along(deed, batch, request)
                fact = BatchHandedOver(
                    batch=batch.batch,
                    before=batch.cashier,
                    after=request.to,
                    cash=request.given.cash,
                    cents=request.given.cash.total.cents,
                    expected=next((e.expected for e in batch.expected if e.tender == TenderKind.CASH), 0),
                    papers=request.given.papers,
                    reason=reason,
                    approval=approval,
                    note=note,
                )
                ref = deed.append(fact, business_date=batch.business_date)
            else:
                asked = Approval(Deed.HAND_OVER.value, request.to, ApprovalWay.STATION.value, batch.batch)
                ref = deed.append(ApprovalRefused(asked, _both(request)), business_date=batch.business_date)
        if refusal is not None:
            raise refusal
        return HandedOver(batch.batch, ref, request.to)


def _open_batch(deed: OpenDeed, request: HandOverRequest) -> BatchRecord:
    batch = deed.batch(request.batch)
    if batch is None:
        raise BatchUnknownError(request.batch)
    if batch.cashier == request.by:
        check_right(deed.user(request.by), Deed.HAND_OVER, asked=request.by)
    else:
        giver = check_right(deed.user(request.by), Deed.HAND_OVER, asked=request.by)
        if not giver.may(Deed.REASSIGN_BATCH):
            raise NotYourBatchError(batch=batch.batch, cashier=batch.cashier)
    if batch.state is not BatchState.OPEN:
        raise BatchStateError(batch=batch.batch, state=batch.state)
    return batch


def _reason(deed: OpenDeed, batch: BatchRecord, request: HandOverRequest) -> KeptReason:
    if batch.cashier == request.by:
        return KeptReason("", NOTHING_SAID)
    return kept_reason(deed, check_reason(request.reason, what="Reassigning a batch"), listed=REASSIGN_REASONS)


def _receiver(deed: OpenDeed, batch: BatchRecord, request: HandOverRequest) -> Approval:
    receiver = deed.user(request.to)
    if receiver is None or not receiver.active:
        raise UserUnknownError(request.to)
    check_right(receiver, Deed.TAKE_PAYMENT, asked=request.to)
    if receiver.user in (request.by, batch.cashier):
        raise TakerCannotApproveError(receiver.name)
    signed = request.approval
    if signed is None or (signed.deed, signed.by) != (Deed.HAND_OVER.value, receiver.user):
        raise ApprovalNeededError(deed=Deed.HAND_OVER, role=RECEIVER, cents=request.given.cash.total.cents)
    return signed


def _disagree(request: HandOverRequest) -> RuleBrokenError | None:
    given, received = request.given, request.received
    if given.cash != received.cash:
        return CountsDisagreeError(given=given.cash, received=received.cash)
    if given.papers != received.papers:
        return PapersDisagreeError(given=given.papers, received=received.papers)
    return None


def _both(request: HandOverRequest) -> str:
    given, received = request.given, request.received
    return (
        f"counts disagree: given {given.cash.total.ascii()} and {given.papers} papers, "
        f"received {received.cash.total.ascii()} and {received.papers} papers"
    )


def _take_drafts_along(deed: OpenDeed, batch: BatchRecord, request: HandOverRequest) -> None:
    """Parked work goes with the drawer; of somebody who left, also what they had in hand."""
    kept = [
        record
        for record in deed.drafts(user=batch.cashier)
        if is_of_batch(record.lane, batch.source) and not draft_of(record).is_empty
    ]
    in_hand = [record.lane for record in kept if not record.parked]
    if in_hand and batch.cashier == request.by:
        raise WorkInHandError(in_hand)
    for record in kept:
        deed.save_draft(_moved(record, to=request.to))


def _moved(record: DraftRecord, *, to: str) -> DraftRecord:
    return replace(record, user=to, parked=True)


def receivers(people: Sequence[User], *, barred: Sequence[str]) -> tuple[User, ...]:
    """Who may take a drawer over."""
    return tuple(user for user in people if user.may(Deed.TAKE_PAYMENT) and user.user not in barred)
