"""Ranges of paper receipts as the books hold them: what the deeds and the count ask (R15)."""

from collections.abc import Collection, Sequence

from app.domain.about import PAPER, RANGES
from app.domain.entry import EntryRef
from app.domain.facts.paper import PaperEntered, PaperIssued, PaperListed, PaperReturned
from app.domain.paper_receipts import PaperMissingError, PaperRange
from app.domain.records import BatchRecord
from app.ports.books import BooksReader, OpenDeed


def paper_ranges(books: BooksReader) -> tuple[PaperRange, ...]:
    """Every range ever given out, the oldest first."""
    entries = books.about(RANGES)
    back = {fact.issued for _ref, _by, fact in entries if isinstance(fact, PaperReturned)}
    return tuple(
        PaperRange(
            ref=ref,
            prefix=fact.prefix,
            first=fact.first,
            last=fact.last,
            width=fact.width,
            issued_to=fact.issued_to,
            issued_by=envelope.by,
            outage_on=fact.outage_on,
            entered=_entered(books, ref),
            is_back=ref in back,
        )
        for ref, envelope, fact in entries
        if isinstance(fact, PaperIssued)
    )


def ranges_out(books: BooksReader, holders: Collection[str]) -> tuple[PaperRange, ...]:
    """Ranges of these cashiers that were not taken back."""
    return tuple(one for one in paper_ranges(books) if one.issued_to in holders and not one.is_back)


def missing_of(books: BooksReader, batch: BatchRecord) -> Sequence[tuple[PaperRange, tuple[str, ...]]]:
    """What was never entered of the ranges of who holds the drawer or held it, range by range."""
    out = ranges_out(books, batch.holders) if batch.drawer else ()
    return tuple((one, one.missing()) for one in out if one.missing())


def list_missing(deed: OpenDeed, batch: BatchRecord, *, initialled: Collection[str]) -> None:
    """Keep what a count of a drawer leaves out of the cashier's ranges; numbers must have been initialled.

    Raises:
        PaperMissingError: some were not.
    """
    missing = missing_of(deed, batch)
    unseen = [number for _range, numbers in missing for number in numbers if number not in initialled]
    if unseen:
        raise PaperMissingError(unseen)
    for one, numbers in missing:
        deed.append(PaperListed(one.ref, batch.batch, numbers), business_date=batch.business_date)


def _entered(books: BooksReader, ref: EntryRef) -> tuple[tuple[str, str], ...]:
    return tuple((fact.paper, fact.receipt) for _ref, _by, fact in books.about(PAPER, ref.h)
                 if isinstance(fact, PaperEntered))  # fmt: skip
