"""Take a range of paper receipts back: what was never entered is accounted for, with why (R15)."""

from app.domain.batch_rules import check_reason
from app.domain.entry import EntryRef
from app.domain.facts.base import NOTHING_SAID
from app.domain.facts.paper import PaperReturned
from app.domain.paper_receipts import PaperReturnedError
from app.domain.reasons import PAPER_REASONS
from app.domain.rights import check_right
from app.domain.user import Deed
from app.frozen import frozen
from app.ports.books import Books
from app.usecases.free_words import KeptReason, kept_reason
from app.usecases.paper_ranges import paper_ranges
from app.usecases.proposed_date import proposed_date


@frozen
class ReturnRequest:
    """`issued` names the range; the reason is for the numbers that were never entered."""

    by: str
    issued: EntryRef
    reason: str = ""


@frozen
class ReturnPaper:
    """Nothing of the range is entered after that."""

    books: Books

    def __call__(self, request: ReturnRequest) -> EntryRef:
        """Take it back.

        Raises:
            RightMissingError, UserUnknownError: not a supervisor.
            PaperReturnedError: it is back already.
            ReasonMissingError: numbers are missing and nobody says why.
        """
        with self.books.deed(by=request.by) as deed:
            check_right(deed.user(request.by), Deed.ISSUE_PAPER, asked=request.by)
            found = next((one for one in paper_ranges(deed) if one.ref == request.issued and not one.is_back), None)
            if found is None:
                raise PaperReturnedError
            missing = found.missing()
            kept = KeptReason("", NOTHING_SAID)
            if missing:
                told = check_reason(request.reason, what="Taking back paper receipts that were not entered")
                kept = kept_reason(deed, told, listed=PAPER_REASONS)
            fact = PaperReturned(found.ref, missing, kept.reason, kept.note)
            return deed.append(fact, business_date=proposed_date(deed, deed.now()))
