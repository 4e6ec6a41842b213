"""Turn in cash from drawer to safe: two counts that agree, both people named (A10, R3)."""

from typing import ClassVar

from app.domain.approval import ApprovalNeededError, ApprovalWay, TakerCannotApproveError
from app.domain.batch_rules import BatchStateError, BatchUnknownError, NotYourBatchError
from app.domain.batch_state import BatchState
from app.domain.cash import CashCount
from app.domain.entry import EntryRef
from app.domain.facts.base import Approval
from app.domain.facts.batches import CashTurnedIn
from app.domain.facts.station import ApprovalRefused
from app.domain.money import Money
from app.domain.records import BatchRecord
from app.domain.rights import UserUnknownError, check_right
from app.domain.tender import TenderKind
from app.domain.transfer import SAFE, Transfer, drawer
from app.domain.user import Deed
from app.errors import RuleBrokenError
from app.frozen import frozen
from app.ports.books import Books, OpenDeed

RECEIVER = "receiver"


class CountsDisagreeError(RuleBrokenError):
    """Giver and receiver did not count the same; both counts are kept (R3)."""

    code: ClassVar[str] = "counts_disagree"

    def __init__(self, *, given: CashCount, received: CashCount) -> None:
        super().__init__(
            f"The giver counted {given.total}, the receiver {received.total}. Count again, both of you, piece by piece."
        )
        self.given = given
        self.received = received


class TurnInTooMuchError(RuleBrokenError):
    """More than the drawer can hold, or nothing at all."""

    code: ClassVar[str] = "turn_in_too_much"

    def __init__(self, cents: int) -> None:
        super().__init__(f"{Money(cents)} cannot have come out of this drawer. Count the cash again.")
        self.cents = cents


@frozen
class TurnInRequest:
    """What the cashier counted out and what `received_by` counted; both by denomination.

    `approval` is the receiver's own, by their PIN: a name alone would be one person's word for two (R3).
    """

    by: str
    batch: str
    given: CashCount
    received: CashCount
    received_by: str
    approval: Approval | None = None


@frozen
class TurnedIn:
    """The cash is the safe's now."""

    ref: EntryRef
    cents: int


@frozen
class TurnInCash:
    """Moves counted cash from the drawer to the safe."""

    books: Books

    def __call__(self, request: TurnInRequest) -> TurnedIn:
        """Turn it in; counts that disagree are stored before the refusal is told.

        Raises:
            CountsDisagreeError, TurnInTooMuchError, TakerCannotApproveError.
            ApprovalNeededError: the receiver has not entered their PIN (R3).
            BatchUnknownError, NotYourBatchError, BatchStateError: not this person's open batch.
        """
        with self.books.deed(by=request.by) as deed:
            batch = _own_open_batch(deed, request)
            cents = request.given.total.cents
            agree = request.given == request.received
            if agree:
                in_drawer = next((e.expected for e in batch.expected if e.tender == TenderKind.CASH), 0)
                if not 0 < cents <= in_drawer:
                    raise TurnInTooMuchError(cents)
                out = Transfer(SAFE, drawer(deed.stream().station, TenderKind.CASH), cents)
                fact = CashTurnedIn(batch.batch, request.given, cents, request.received_by, (out,))
                ref = deed.append(fact, business_date=batch.business_date)
            else:
                why = f"counts disagree: given {request.given.total.ascii()}, received {request.received.total.ascii()}"
                asked = Approval(Deed.TURN_IN.value, request.received_by, ApprovalWay.STATION.value, batch.batch)
                ref = deed.append(ApprovalRefused(asked, why), business_date=batch.business_date)
        if not agree:
            raise CountsDisagreeError(given=request.given, received=request.received)
        return TurnedIn(ref, cents)


def _own_open_batch(deed: OpenDeed, request: TurnInRequest) -> BatchRecord:
    giver = check_right(deed.user(request.by), Deed.TURN_IN, asked=request.by)
    receiver = deed.user(request.received_by)
    if receiver is None or not receiver.active:
        raise UserUnknownError(request.received_by)
    if receiver.user == giver.user:
        raise TakerCannotApproveError(giver.name)
    signed = request.approval
    if signed is None or (signed.deed, signed.by) != (Deed.TURN_IN.value, receiver.user):
        raise ApprovalNeededError(deed=Deed.TURN_IN, role=RECEIVER, cents=request.given.total.cents)
    batch = deed.batch(request.batch)
    if batch is None:
        raise BatchUnknownError(request.batch)
    if batch.cashier != request.by:
        raise NotYourBatchError(batch=batch.batch, cashier=batch.cashier)
    if batch.state is not BatchState.OPEN:
        raise BatchStateError(batch=batch.batch, state=batch.state)
    return batch
