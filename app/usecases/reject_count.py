"""Send a count back to its cashier, with the reason (A7; DESIGN section 4)."""


from app.domain.approval import TakerCannotApproveError
from app.domain.batch_rules import check_reason
from app.domain.batch_state import BatchStep
from app.domain.entry import EntryRef
from app.domain.facts.batches import BatchRejected
from app.domain.rights import check_right
from app.domain.setting_codes import CodeTable
from app.domain.user import Deed
from app.frozen import frozen
from app.ports.books import Books
from app.usecases.accept_count import counted_batch
from app.usecases.free_words import kept_reason


@frozen
class RejectRequest:
    """`seen` is the batch's `last_ref` as the person saw it."""

    by: str
    batch: str
    seen: EntryRef
    reason: str


@frozen
class RejectCount:
    """The owner corrects by void and re-entry and counts again; no new customers."""

    books: Books

    def __call__(self, request: RejectRequest) -> EntryRef:
        """Send it back.

        Raises:
            ReasonMissingError, TakerCannotApproveError, StaleViewError, BatchStateError, BatchUnknownError.
        """
        told = check_reason(request.reason, what="Sending a count back")
        with self.books.deed(by=request.by) as deed:
            user = check_right(deed.user(request.by), Deed.BALANCE_BATCH, asked=request.by)
            batch, count = counted_batch(deed, request.batch, seen=request.seen, step=BatchStep.REJECT)
            if user.user in batch.holders:
                raise TakerCannotApproveError(user.name)
            reason, note = kept_reason(deed, told, listed=deed.policy(batch.business_date).listed(CodeTable.REJECT))
            fact = BatchRejected(batch.batch, count.ref, reason, note)
            return deed.append(fact, business_date=batch.business_date)
