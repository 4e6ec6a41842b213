"""The files of a scripted day: receipts as text and as one PDF, close report, deposit slip, posting file."""

from collections.abc import Mapping
from pathlib import Path
from zoneinfo import ZoneInfo

from app.ports.books import BooksReader
from receipts.layouts.close_report import close_report
from receipts.layouts.deposit_slip import deposit_slip
from receipts.renderers.plan_text import plan_text
from receipts.renderers.sheet_pages import sheet_pdf
from receipts.renderers.slip_pages import slips_pdf
from receipts.sheet import Sheet
from ui.commands.day.cashier import Cashier
from ui.commands.day.closing import RECEIPTS_LIMIT, Closed
from ui.commands.files import write_out
from ui.compose.paper import names_of


def write_papers(cashier: Cashier, closed: Closed, out: Path) -> Mapping[str, str]:
    """Write them; absolute paths by what they are.

    Raises:
        RecordsError: the place or the disk refuses.
    """
    place = cashier.place
    title = f"Receipts of {place.business_date}, batch {cashier.batch}"
    report = place.ask(lambda books: _close_report(books, cashier, closed))
    slip = place.ask(lambda books: _deposit_slip(books, closed))
    contents = {
        "receipts_text": ("receipts.txt", "\n".join(plan_text(plan) for plan in cashier.papers).encode()),
        "receipts_pdf": ("receipts.pdf", slips_pdf(cashier.papers, title=title)),
        "close_report": ("close-report.pdf", sheet_pdf(report)),
        "deposit_slip": ("deposit-slip.pdf", sheet_pdf(slip)),
        "posting": (closed.posting.file_name, closed.posting.data),
    }
    files = {}
    for what, (name, data) in contents.items():
        path = (out / name).absolute()
        write_out(path, data)
        files[what] = str(path)
    return files


def _close_report(books: BooksReader, cashier: Cashier, closed: Closed) -> Sheet:
    batch = books.batch(cashier.batch)
    if batch is None:
        raise LookupError(cashier.batch)
    policy = books.policy(batch.business_date)
    return close_report(
        batch,
        books.receipts(batch=batch.batch, limit=RECEIPTS_LIMIT),
        head=closed.balanced,
        policy=policy,
        names=names_of(books),
        zone=ZoneInfo(policy.city_time_zone),
        practice=books.is_practice(),
    )


def _deposit_slip(books: BooksReader, closed: Closed) -> Sheet:
    deposit = next(one for one in books.deposits() if one.deposit == closed.deposit)
    policy = books.policy(deposit.business_date)
    return deposit_slip(
        deposit,
        closed.bag,
        policy=policy,
        names=names_of(books),
        zone=ZoneInfo(policy.city_time_zone),
        practice=books.is_practice(),
    )
