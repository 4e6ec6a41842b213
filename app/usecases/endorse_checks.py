"""Print on the backs of a receipt's checks: for deposit only, by a printer that can (R11, E4)."""

from typing import ClassVar

from app.domain.print_job import ENDORSEMENT
from app.domain.rights import check_right
from app.domain.tender import TenderKind
from app.domain.user import Deed
from app.errors import RuleBrokenError
from app.frozen import frozen
from app.ports.books import Books
from app.usecases.void_receipt import ReceiptUnknownError


class NoChecksError(RuleBrokenError):
    """There is nothing to endorse."""

    code: ClassVar[str] = "no_checks"

    def __init__(self, receipt: str) -> None:
        super().__init__(f"Receipt {receipt} was not paid by check. Only a check is endorsed.")
        self.receipt = receipt


@frozen
class EndorseRequest:
    """Whose checks."""

    by: str
    receipt: str


@frozen
class EndorsementAsked:
    """A job for each check, in the receipt's order: its number and the check's."""

    receipt: str
    jobs: tuple[tuple[int, str], ...]


@frozen
class EndorseChecks:
    """Queues the papers; the money has its entry already, and ink on a check's back is no fact about it.

    The jobs name the receipt in their word only: they say nothing about whether its own paper came out.
    """

    books: Books

    def __call__(self, request: EndorseRequest) -> EndorsementAsked:
        """Endorse them.

        Raises:
            ReceiptUnknownError: no such receipt.
            NoChecksError: it was paid otherwise.
            UserUnknownError, RightMissingError: not this person.
        """
        with self.books.deed(by=request.by) as deed:
            check_right(deed.user(request.by), Deed.REPRINT, asked=request.by)
            record = deed.receipt(request.receipt)
            if record is None:
                raise ReceiptUnknownError(request.receipt)
            checks = [tender.reference for tender in record.tenders if tender.kind == TenderKind.CHECK]
            if not checks:
                raise NoChecksError(record.receipt)
            jobs = [
                (deed.queue_receipt_print("", what=f"{ENDORSEMENT} {place} {record.receipt}"), check)
                for place, check in enumerate(checks)
            ]
        return EndorsementAsked(record.receipt, tuple(jobs))
