"""Take a bag apart before its second name: two people, a reason; its money goes back to drawer and safe (DESIGN 4)."""

from app.domain.approval import ApprovalNeededError, TakerCannotApproveError
from app.domain.batch_rules import check_reason
from app.domain.deposit import OnItsWayError, TakenApartError
from app.domain.entry import EntryRef
from app.domain.facts.base import Approval
from app.domain.facts.deposits import DepositUndone
from app.domain.receipt_rules import void_transfers
from app.domain.records import DepositRecord
from app.domain.rights import UserUnknownError, check_right
from app.domain.setting_codes import CodeTable
from app.domain.user import Deed, Role
from app.frozen import frozen
from app.ports.books import Books, BooksReader, OpenDeed
from app.usecases.free_words import kept_reason
from app.usecases.verify_deposit import WrongBagError, deposit_of


@frozen
class UndoRequest:
    """`bag` as read on the bag in hand; `approval` is the second person's, given at the station."""

    by: str
    deposit: str
    bag: str
    reason: str
    approval: Approval | None = None


@frozen
class UndoDeposit:
    """Takes the bag's transfers back and lets its batches go; the number on the bag stays used.

    Only before the second name: from then on the bag counts as the bank's, because nothing here says when the
    courier came, and a control of two people is not taken back (R35, R37, R39).
    """

    books: Books

    def __call__(self, request: UndoRequest) -> EntryRef:
        """Take it apart.

        Raises:
            DepositUnknownError, WrongBagError, TakenApartError: not this bag, or not any more.
            OnItsWayError: it has its second name.
            ReasonMissingError, WordsTooLongError, CardNumberInWordsError: the reason.
            ApprovalNeededError, TakerCannotApproveError, RightMissingError, UserUnknownError: the second person, who
                neither asks nor took money that lies in the bag (R25).
        """
        told = check_reason(request.reason, what="Taking a bag apart")
        with self.books.deed(by=request.by) as deed:
            check_right(deed.user(request.by), Deed.UNDO_DEPOSIT, asked=request.by)
            found = deposit_of(deed, request.deposit)
            if found.is_undone:
                raise TakenApartError(deposit=found.deposit, by=found.undone_by)
            if found.verified_by:
                raise OnItsWayError(deposit=found.deposit, by=found.verified_by)
            if found.bag != request.bag.strip():
                raise WrongBagError(deposit=found.deposit, bag=request.bag.strip())
            approval = _second(deed, found, request)
            listed = deed.policy(found.business_date).listed(CodeTable.UNDO_DEPOSIT)
            reason, note = kept_reason(deed, told, listed=listed)
            fact = DepositUndone(
                deposit=found.deposit,
                bag=found.bag,
                batches=found.batches,
                prepared=found.ref,
                reason=reason,
                approval=approval,
                transfers=void_transfers(found.transfers),
                note=note,
            )
            return deed.append(fact, business_date=found.business_date)


def holders_of(books: BooksReader, number: str) -> tuple[str, ...]:
    """Everybody who ever held the batch (R25)."""
    batch = books.batch_now(number)
    return () if batch is None else (*books.holders_before(number), batch.cashier)


def _second(deed: OpenDeed, found: DepositRecord, request: UndoRequest) -> Approval:
    approval = request.approval
    if approval is None or approval.deed != Deed.UNDO_DEPOSIT.value:
        raise ApprovalNeededError(deed=Deed.UNDO_DEPOSIT, role=Role.SUPERVISOR.value, cents=found.total)
    second = deed.user(approval.by)
    if second is None:
        raise UserUnknownError(approval.by)
    check_right(second, Deed.VERIFY_DEPOSIT, asked=approval.by)
    takers = {user for number in found.batches for user in holders_of(deed, number)}
    if second.user in takers | {request.by}:
        raise TakerCannotApproveError(second.name)
    return approval

