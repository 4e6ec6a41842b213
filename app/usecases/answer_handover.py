"""After an unclean stop: was this saved receipt handed over? (DESIGN section 3, ledger b.7)."""

from enum import StrEnum
from typing import ClassVar

from app.domain.entry import EntryRef
from app.domain.facts.receipts import HandoverAnswered, ReceiptReprinted
from app.domain.rights import check_right
from app.domain.user import Deed
from app.errors import RuleBrokenError
from app.frozen import frozen
from app.ports.books import Books
from app.usecases.void_receipt import ReceiptUnknownError


class HandoverAnswer(StrEnum):
    """What became of the receipt."""

    HANDED_OVER = "handed_over"
    REPRINTED = "reprinted"
    VOIDED = "voided"


class NotVoidYetError(RuleBrokenError):
    """It is said to be voided, but it is not."""

    code: ClassVar[str] = "not_void_yet"

    def __init__(self, receipt: str) -> None:
        super().__init__(f"Receipt {receipt} still stands. Void it first, with a second person.")
        self.receipt = receipt


class NoAnswerNeededError(RuleBrokenError):
    """The receipt is not on the list, or no more."""

    code: ClassVar[str] = "no_answer_needed"

    def __init__(self, receipt: str) -> None:
        super().__init__(f"Receipt {receipt} needs no answer any more. Look at the list again.")
        self.receipt = receipt


@frozen
class HandoverRequest:
    """One answer for one receipt of the list."""

    by: str
    receipt: str
    answer: HandoverAnswer


@frozen
class HandoverIsAnswered:
    """`print_job` when the answer was to print it again."""

    ref: EntryRef
    print_job: int | None


@frozen
class AnswerHandover:
    """Takes the receipt off the list; a reprint says DUPLICATE, because the first paper may be out there.

    A void takes it off the list by itself; saying so writes nothing more.
    """

    books: Books

    def __call__(self, request: HandoverRequest) -> HandoverIsAnswered:
        """Answer it.

        Raises:
            ReceiptUnknownError, NotVoidYetError, NoAnswerNeededError, UserUnknownError, RightMissingError.
        """
        with self.books.deed(by=request.by) as deed:
            check_right(deed.user(request.by), Deed.REPRINT, asked=request.by)
            record = deed.receipt(request.receipt)
            if record is None:
                raise ReceiptUnknownError(request.receipt)
            if request.answer is HandoverAnswer.VOIDED:
                if record.void_ref is None:
                    raise NotVoidYetError(record.receipt)
                return HandoverIsAnswered(record.void_ref, None)
            if all(waiting.receipt != record.receipt for waiting in deed.unanswered()):
                raise NoAnswerNeededError(record.receipt)
            job = None
            if request.answer is HandoverAnswer.REPRINTED:
                again = ReceiptReprinted(record.receipt, record.batch, "printer")
                deed.append(again, business_date=record.business_date)
                job = deed.queue_receipt_print(record.receipt, what="duplicate")
            fact = HandoverAnswered(record.receipt, request.answer.value)
            ref = deed.append(fact, business_date=record.business_date)
        return HandoverIsAnswered(ref, job)
