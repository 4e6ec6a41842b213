"""Receipts kept as PDF, each under its number in the station's own folder."""

from pathlib import Path

from app.ports.books import BooksReader
from receipts.renderers.slip_pages import slip_pdf
from ui.compose.paper import receipt_paper, reprint_mark
from ui.viewmodels.files import write_whole

PAPERS = "papers"


def keep_receipt(station: Path, books: BooksReader, number: str) -> Path:
    """Write the receipt's paper, marked DUPLICATE as the journal says (R14); called on the reader's thread.

    Raises:
        FileNotWrittenError: the disk does not take it.
    """
    plan = receipt_paper(books, number, duplicate=reprint_mark(books, number))
    path = station / PAPERS / f"{number}.pdf"
    path.parent.mkdir(parents=True, exist_ok=True)
    if plan is not None:
        write_whole(path, slip_pdf(plan, title=number))
    return path
