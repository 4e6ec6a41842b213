"""Enter a paper receipt of an outage: a payment like any other, with its paper number and its day (R15)."""

from collections.abc import Iterator
from contextlib import contextmanager

from app.domain.batch_rules import BatchUnknownError
from app.domain.draft import Draft
from app.domain.facts.paper import PaperEntered
from app.domain.paper_receipts import check_day, range_of
from app.frozen import frozen
from app.ports.books import Books, OpenDeed
from app.usecases.drafts import record_of
from app.usecases.paper_ranges import paper_ranges
from app.usecases.take_payment import PaymentRequest, PaymentTaken, TakePayment


@frozen
class PaperRequest:
    """`paper` and `day` as they stand on the paper; `draft` holds the accepted line and its tender."""

    by: str
    batch: str
    paper: str
    day: str
    draft: Draft


@frozen
class EnterPaper:
    """One commit: the receipt, and the paper it stands for. No paper is printed, the drawer stays shut."""

    books: Books

    def __call__(self, request: PaperRequest) -> PaymentTaken:
        """Enter it.

        Raises:
            BatchUnknownError: no such batch.
            PaperOutsideError, PaperTwiceError, PaperDayError: the number, the day.
            RuleBrokenError: whatever refuses a payment.
        """
        with self.books.deed(by=request.by) as deed:
            batch = deed.batch_now(request.batch)
            if batch is None:
                raise BatchUnknownError(request.batch)
            holders = (*deed.holders_before(batch.batch), batch.cashier)
            found, paper = range_of(request.paper, paper_ranges(deed), holders=holders)
            day = check_day(request.day, first=found.outage_on, last=batch.business_date)
            deed.save_draft(record_of(request.draft, at=deed.now().isoformat(timespec="milliseconds")))
            payment = PaymentRequest(
                request.by, batch.batch, request.draft, effective_date=day, paper=False, pulse=False
            )
            taken = TakePayment(_Inside(deed))(payment)
            fact = PaperEntered(paper, found.ref, taken.receipt, batch.batch, day)
            deed.append(fact, business_date=batch.business_date)
        return taken


class _Inside:
    """The books as one deed that is open already: what is done inside commits with it or not at all."""

    def __init__(self, deed: OpenDeed) -> None:
        self._deed = deed

    @contextmanager
    def deed(self, *, by: str) -> Iterator[OpenDeed]:  # noqa: ARG002 - the open deed knows it
        """The open deed."""
        yield self._deed
