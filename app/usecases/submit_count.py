"""Submit the blind count: locked at once, a recount is a second record (R30, R31, R34)."""

from collections.abc import Sequence
from typing import ClassVar

from app.domain.batch_rules import (
    ApprovalsOpenError,
    BatchUnknownError,
    NotYourBatchError,
    WorkParkedError,
    check_step,
)
from app.domain.batch_state import BatchStep
from app.domain.cash import CashCount
from app.domain.count import CLASSES
from app.domain.draft import is_of_batch
from app.domain.entry import EntryRef
from app.domain.facts.batches import BatchCounted, TenderCount
from app.domain.records import BatchRecord
from app.domain.rights import check_right
from app.domain.tender import TenderKind
from app.domain.user import Deed, User
from app.errors import RuleBrokenError
from app.frozen import frozen
from app.ports.books import Books, BooksReader
from app.usecases.batch_receipts import batch_receipts
from app.usecases.drafts import draft_of
from app.usecases.mail_log import check_control
from app.usecases.paper_ranges import list_missing

_PAPER_IN_HAND = ("sent", "confirmed")


class ClassNotCountedError(RuleBrokenError):
    """A tender class was left out of the count; nothing is counted by leaving it empty (R31)."""

    code: ClassVar[str] = "class_not_counted"

    def __init__(self, kind: TenderKind) -> None:
        super().__init__(f"{kind.word}s are not counted yet. Type how many and how much, or zero.")
        self.kind = kind


class UnprintedNotInitialledError(RuleBrokenError):
    """Receipts whose paper nobody has seen must be listed and initialled (DESIGN section 4)."""

    code: ClassVar[str] = "unprinted_not_initialled"

    def __init__(self, receipts: Sequence[str]) -> None:
        super().__init__(f"No paper is known for {', '.join(receipts)}. Initial the list, or print them again.")
        self.receipts = tuple(receipts)


@frozen
class CountRequest:
    """Cash by denomination; each other class with items and cents; `unprinted` the receipts the cashier initialled.

    `missing_paper` are paper receipts that were never entered, initialled as well (R15).
    """

    by: str
    batch: str
    cash: CashCount
    tenders: tuple[TenderCount, ...]
    unprinted: tuple[str, ...] = ()
    missing_paper: tuple[str, ...] = ()


@frozen
class CountIsIn:
    """What may be told to someone who counts blind: that it is in, and which count it was."""

    batch: str
    ref: EntryRef
    count_no: int


@frozen
class SubmitCount:
    """Locks the batch with what was counted; says nothing of what was expected."""

    books: Books

    def __call__(self, request: CountRequest) -> CountIsIn:
        """Submit it.

        Raises:
            BatchUnknownError, NotYourBatchError, BatchStateError: the batch is not this person's to count now.
            WorkParkedError, ApprovalsOpenError, UnprintedNotInitialledError: something stands in the way (R34).
            ControlDiffersError: the list of the mail is not what was keyed (R13).
            ClassNotCountedError: a class was left out (R31).
            PaperMissingError: paper receipts of an outage were neither entered nor initialled (R15).
        """
        with self.books.deed(by=request.by) as deed:
            user = check_right(deed.user(request.by), Deed.COUNT_BATCH, asked=request.by)
            batch = countable(deed, request.batch, user)
            counted = {count.tender for count in request.tenders}
            missing = [name for name in CLASSES if name != TenderKind.CASH and name not in counted]
            if missing:
                raise ClassNotCountedError(TenderKind(missing[0]))
            unseen = [receipt for receipt in unprinted(deed, batch.batch) if receipt not in request.unprinted]
            if unseen:
                raise UnprintedNotInitialledError(unseen)
            list_missing(deed, batch, initialled=request.missing_paper)
            fact = BatchCounted(batch.batch, len(batch.counts) + 1, request.cash, request.tenders, request.unprinted)
            ref = deed.append(fact, business_date=batch.business_date)
        return CountIsIn(batch.batch, ref, fact.count_no)


def unprinted(books: BooksReader, batch: str) -> tuple[str, ...]:
    """The batch's good receipts of which no paper went out: the count lists them, it does not wait for them (R34)."""
    return tuple(
        receipt.receipt
        for receipt in batch_receipts(books, batch)
        if not receipt.is_void and not _has_paper(books, receipt.receipt)
    )


def _has_paper(books: BooksReader, receipt: str) -> bool:
    papers = [job for job in books.print_jobs(receipt=receipt) if job.what != "pulse"]
    return not papers or any(job.state in _PAPER_IN_HAND for job in papers)


def countable(books: BooksReader, number: str, user: User) -> BatchRecord:
    """The batch, when this person may count it now; also for a screen, before anybody begins.

    Raises:
        BatchUnknownError, NotYourBatchError, BatchStateError, WorkParkedError, ApprovalsOpenError.
        ControlDiffersError: the list of the mail is not what was keyed (R13).
    """
    batch = books.batch(number)
    if batch is None:
        raise BatchUnknownError(number)
    if batch.cashier != user.user and not user.may(Deed.BALANCE_BATCH):
        raise NotYourBatchError(batch=batch.batch, cashier=batch.cashier, drawer=batch.drawer)
    check_step(batch.batch, batch.state, BatchStep.COUNT)
    waiting = [
        kept.lane
        for kept in books.drafts(user=batch.cashier)
        if is_of_batch(kept.lane, batch.source) and not draft_of(kept).is_empty
    ]
    if waiting:
        raise WorkParkedError(waiting)
    if batch.open_approvals:
        raise ApprovalsOpenError(batch=batch.batch, count=len(batch.open_approvals))
    check_control(books, batch)
    return batch
