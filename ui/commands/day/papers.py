"""The files of a scripted day: receipts as text and as one PDF, close report, deposit slip, posting file."""

from collections.abc import Mapping
from pathlib import Path

from receipts.renderers.plan_text import plan_text
from receipts.renderers.slip_pages import slips_pdf
from ui.commands.day.cashier import Cashier
from ui.commands.day.closing import Closed
from ui.compose.papers import StationPapers
from ui.viewmodels.batches.paper_desk import PaperMade
from ui.viewmodels.files import write_out


def write_papers(cashier: Cashier, closed: Closed, out: Path) -> Mapping[str, str]:
    """Write them; absolute paths by what they are.

    Raises:
        RecordsError: the place or the disk refuses.
    """
    place, papers = cashier.place, StationPapers()
    title = f"Receipts of {place.business_date}, batch {cashier.batch}"
    report = place.ask(lambda books: papers.close_report(books, cashier.batch))
    slip = place.ask(lambda books: papers.deposit_slip(books, closed.deposit))
    contents = {
        "receipts_text": ("receipts.txt", "\n".join(plan_text(plan) for plan in cashier.papers).encode()),
        "receipts_pdf": ("receipts.pdf", slips_pdf(cashier.papers, title=title)),
        "close_report": ("close-report.pdf", _bytes(report)),
        "deposit_slip": ("deposit-slip.pdf", _bytes(slip)),
        "posting": (closed.posting.file_name, closed.posting.data),
    }
    files = {}
    for what, (name, data) in contents.items():
        path = (out / name).absolute()
        write_out(path, data)
        files[what] = str(path)
    return files


def _bytes(paper: PaperMade | None) -> bytes:
    if paper is None:
        raise LookupError("a batch that was just closed is gone")
    return paper.data
