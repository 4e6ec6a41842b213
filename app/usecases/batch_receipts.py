"""Every receipt of a batch, however many there are: read in pages, so that none is left out and no read is endless."""

from collections.abc import Iterator

from app.domain.records import ReceiptRecord
from app.ports.books import BooksReader

PAGE = 2_000


def batch_receipts(books: BooksReader, batch: str, *, page: int = PAGE) -> Iterator[ReceiptRecord]:
    """The newest first. Inside a deed all pages show one state; outside one, a page never repeats a receipt."""
    before = ""
    while found := books.receipts(batch=batch, limit=page, before=before):
        yield from found
        if len(found) < page:
            return
        before = found[-1].receipt
