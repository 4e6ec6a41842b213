"""Open the drawer without a receipt: with a reason, on the close report (R7)."""


from app.domain.batch_rules import BatchStateError, BatchUnknownError, NotYourBatchError, check_reason
from app.domain.batch_state import BatchState
from app.domain.entry import EntryRef
from app.domain.facts.base import Approval
from app.domain.facts.batches import DrawerOpened
from app.domain.rights import check_right
from app.domain.setting_codes import CodeTable
from app.domain.user import Deed
from app.frozen import frozen
from app.ports.books import Books
from app.usecases.free_words import kept_reason
from app.usecases.second_person import needed_approval


@frozen
class NoSaleRequest:
    """`approval` where the dated table asks for one."""

    by: str
    batch: str
    reason: str
    note: str = ""
    approval: Approval | None = None


@frozen
class DrawerAsked:
    """The entry stands; the pulse is a job of its own."""

    ref: EntryRef
    pulse_job: int


@frozen
class NoSale:
    """Writes who opened the drawer and why, then queues the pulse."""

    books: Books

    def __call__(self, request: NoSaleRequest) -> DrawerAsked:
        """Open it.

        Raises:
            ReasonMissingError: no reason.
            BatchUnknownError, NotYourBatchError, BatchStateError: not this person's open batch.
            WordsTooLongError, CardNumberInWordsError: the note.
            ApprovalNeededError and what `needed_approval` raises.
        """
        told = check_reason(request.reason, what="Opening the drawer without a receipt")
        with self.books.deed(by=request.by) as deed:
            check_right(deed.user(request.by), Deed.NO_SALE, asked=request.by)
            batch = deed.batch_now(request.batch)
            if batch is None:
                raise BatchUnknownError(request.batch)
            if batch.cashier != request.by:
                raise NotYourBatchError(batch=batch.batch, cashier=batch.cashier)
            if batch.state is not BatchState.OPEN:
                raise BatchStateError(batch=batch.batch, state=batch.state)
            given = () if request.approval is None else (request.approval,)
            approval = needed_approval(
                deed, deed.policy(batch.business_date), Deed.NO_SALE, cents=0, approvals=given, takers=(request.by,)
            )
            listed = deed.policy(batch.business_date).listed(CodeTable.NO_SALE)
            reason, note = kept_reason(deed, told, listed=listed, more=request.note)
            fact = DrawerOpened(batch.batch, reason, note, approval)
            ref = deed.append(fact, business_date=batch.business_date)
            pulse = deed.queue_pulse()
        return DrawerAsked(ref, pulse)
