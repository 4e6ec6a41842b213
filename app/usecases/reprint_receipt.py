"""Print a receipt again: marked DUPLICATE and counted on the close report (R14, E2)."""

from enum import StrEnum

from app.domain.entry import EntryRef
from app.domain.facts.receipts import ReceiptReprinted
from app.domain.records import ReceiptRecord
from app.domain.rights import check_right
from app.domain.user import Deed
from app.frozen import frozen
from app.ports.books import Books
from app.usecases.void_receipt import ReceiptUnknownError


class ReprintTo(StrEnum):
    """Where the second paper goes."""

    PRINTER = "printer"
    PDF = "pdf"


@frozen
class ReprintRequest:
    """Which receipt, and where to."""

    by: str
    receipt: str
    to: ReprintTo = ReprintTo.PRINTER


@frozen
class Reprinted:
    """The entry stands; `print_job` is None for a PDF, which is made from `record`."""

    ref: EntryRef
    record: ReceiptRecord
    print_job: int | None


@frozen
class ReprintReceipt:
    """Writes that a second paper exists, then queues it."""

    books: Books

    def __call__(self, request: ReprintRequest) -> Reprinted:
        """Print it again.

        Raises:
            ReceiptUnknownError: no such receipt.
            UserUnknownError, RightMissingError: not this person.
        """
        with self.books.deed(by=request.by) as deed:
            check_right(deed.user(request.by), Deed.REPRINT, asked=request.by)
            record = deed.receipt(request.receipt)
            if record is None:
                raise ReceiptUnknownError(request.receipt)
            fact = ReceiptReprinted(record.receipt, record.batch, request.to.value)
            ref = deed.append(fact, business_date=record.business_date)
            to_printer = request.to is ReprintTo.PRINTER
            job = deed.queue_receipt_print(record.receipt, what="duplicate") if to_printer else None
        return Reprinted(ref, record, job)
