"""Answer an approval that was left open: another person looks at a void afterwards (DESIGN section 4)."""

from enum import StrEnum
from typing import ClassVar

from app.domain.approval import check_approver
from app.domain.batch_rules import BatchUnknownError, check_reason
from app.domain.entry import EntryRef
from app.domain.facts.station import ApprovalAnswered
from app.domain.records import ReceiptRecord
from app.domain.rights import check_right
from app.domain.user import Deed, Role
from app.errors import RuleBrokenError
from app.frozen import frozen
from app.ports.books import Books
from app.usecases.free_words import kept_words
from app.usecases.void_receipt import ReceiptUnknownError


class ApprovalAnswer(StrEnum):
    """The void stands either way; a refusal is for the supervisor's report."""

    APPROVED = "approved"
    REFUSED = "refused"


class NoApprovalOpenError(RuleBrokenError):
    """Nothing waits for an answer there."""

    code: ClassVar[str] = "no_approval_open"

    def __init__(self, receipt: str) -> None:
        super().__init__(f"No approval is open for receipt {receipt}. Look at the list again.")
        self.receipt = receipt


@frozen
class AnswerRequest:
    """Which void, and what the second person says; a refusal needs a note."""

    by: str
    receipt: str
    answer: ApprovalAnswer
    note: str = ""


@frozen
class AnswerApproval:
    """Closes an open approval; until then its batch can be neither counted nor balanced."""

    books: Books

    def __call__(self, request: AnswerRequest) -> EntryRef:
        """Answer it.

        Raises:
            ReceiptUnknownError, NoApprovalOpenError, BatchUnknownError: nothing waits there.
            TakerCannotApproveError, ApproverNotAllowedError: not by this person (R25).
            ReasonMissingError: a refusal without a note.
        """
        note = request.note.strip()
        if request.answer is ApprovalAnswer.REFUSED:
            note = check_reason(note, what="Refusing a void")
        with self.books.deed(by=request.by) as deed:
            user = check_right(deed.user(request.by), Deed.BALANCE_BATCH, asked=request.by)
            receipt = deed.receipt(request.receipt)
            if receipt is None:
                raise ReceiptUnknownError(request.receipt)
            batch = deed.batch(receipt.batch)
            if batch is None:
                raise BatchUnknownError(receipt.batch)
            waiting = _waiting(receipt, batch.open_approvals)
            policy = deed.policy(batch.business_date)
            role = policy.approver_role(Deed.VOID_RECEIPT.value, receipt.total) or Role.SUPERVISOR.value
            check_approver(user, deed=Deed.VOID_RECEIPT, role=role, takers=(receipt.by, receipt.void_by))
            kept = kept_words(deed, note)
            fact = ApprovalAnswered(waiting, batch.batch, Deed.VOID_RECEIPT.value, request.answer.value, kept)
            return deed.append(fact, business_date=batch.business_date)


def _waiting(receipt: ReceiptRecord, still_open: tuple[EntryRef, ...]) -> EntryRef:
    if receipt.void_ref is None or receipt.void_ref not in still_open:
        raise NoApprovalOpenError(receipt.receipt)
    return receipt.void_ref
