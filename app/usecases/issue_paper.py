"""Give a cashier numbered paper receipts for an outage (R15)."""

from app.domain.entry import EntryRef
from app.domain.facts.paper import PaperIssued
from app.domain.paper_receipts import check_day, check_new, checked_range
from app.domain.rights import check_right
from app.domain.user import Deed
from app.frozen import frozen
from app.ports.books import Books
from app.usecases.paper_ranges import paper_ranges
from app.usecases.proposed_date import proposed_date


@frozen
class IssueRequest:
    """Numbers as printed; `outage_on` is the first day they may bear, empty: today's business date."""

    by: str
    to: str
    first: str
    last: str
    outage_on: str = ""


@frozen
class IssuePaper:
    """A controlled range: each number was given out once, to one person."""

    books: Books

    def __call__(self, request: IssueRequest) -> EntryRef:
        """Give it out.

        Raises:
            RightMissingError, UserUnknownError: not a supervisor, or not to somebody who takes payments.
            PaperRangeError, PaperRangeOverlapsError, PaperDayError: the numbers, the day.
        """
        first, last = checked_range(request.first, request.last)
        with self.books.deed(by=request.by) as deed:
            check_right(deed.user(request.by), Deed.ISSUE_PAPER, asked=request.by)
            check_right(deed.user(request.to), Deed.TAKE_PAYMENT, asked=request.to)
            today = proposed_date(deed, deed.now())
            day = check_day(request.outage_on or today, first="2000-01-01", last=today)
            check_new(first, last, paper_ranges(deed))
            fact = PaperIssued(first.prefix, first.n, last.n, first.width, request.to, day)
            return deed.append(fact, business_date=today)
