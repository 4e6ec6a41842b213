"""Close reports, deposit slips and receipts as papers: laid out from the books' records, kept as files."""

from pathlib import Path
from zoneinfo import ZoneInfo

from app.domain.facts.batches import DrawerOpened
from app.domain.facts.deposits import DepositPrepared
from app.domain.reasons import said
from app.domain.records import BatchRecord, DepositRecord, NoSaleRecord
from app.frozen import frozen
from app.ports.books import BooksReader
from app.usecases.batch_receipts import batch_receipts
from app.usecases.prepare_deposit import DEPOSITS_LIMIT
from receipts.layouts.close_report import close_report
from receipts.layouts.deposit_slip import deposit_slip
from receipts.renderers.roll import Roll, draw
from receipts.renderers.sheet_pages import sheet_pdf
from receipts.sheet import Sheet
from ui.compose.paper import names_of, receipt_paper
from ui.viewmodels.batches.paper_desk import PaperMade
from ui.viewmodels.files import write_whole

PRACTICE_PREFIX = "PRACTICE_"


@frozen
class StationPapers:
    """Answers `ui.viewmodels.batches.paper_desk.PaperDesk`; call on the reader's thread, which is one (reportlab)."""

    def close_report(self, books: BooksReader, batch: str) -> PaperMade | None:
        """The close report of a counted batch as PDF: the same bytes each time once it is balanced (R36).

        Raises:
            BatchNotCountedError: there is nothing to report on.
        """
        record = books.batch(batch)
        if record is None:
            return None
        sheet = close_sheet(books, record)
        return PaperMade(f"{_prefix(books)}close-report-{batch}-{len(record.counts)}.pdf", sheet_pdf(sheet), sheet.name)

    def deposit_slip(self, books: BooksReader, deposit: str) -> PaperMade | None:
        """The slip of a prepared bag as PDF."""
        record = next((one for one in books.deposits(limit=DEPOSITS_LIMIT) if one.deposit == deposit), None)
        if record is None:
            return None
        sheet = _slip_sheet(books, record)
        return PaperMade(f"{_prefix(books)}deposit-slip-{deposit}.pdf", sheet_pdf(sheet), sheet.name)

    def receipt(self, books: BooksReader, number: str) -> Roll | None:
        """A receipt's paper to look at; nothing is printed."""
        plan = receipt_paper(books, number)
        return None if plan is None else draw(plan)

    def keep(self, path: Path, data: bytes) -> None:
        """Write a file whole, so that no half file ever has its name.

        Raises:
            FileNotWrittenError: the place does not take it.
        """
        write_whole(path, data)


def close_sheet(books: BooksReader, batch: BatchRecord) -> Sheet:
    """The close report before it becomes a PDF."""
    policy = books.policy(batch.business_date)
    return close_report(
        batch,
        tuple(batch_receipts(books, batch.batch)),
        head=batch.balanced_ref or batch.last_ref,
        policy=policy,
        names=names_of(books),
        zone=ZoneInfo(policy.city_time_zone),
        practice=books.is_practice(),
        openings=_openings(books, batch.batch) if batch.no_sales else (),
    )


def _openings(books: BooksReader, batch: str) -> tuple[NoSaleRecord, ...]:
    """The batch's no-sales; they are made while it is open, so a balanced batch gets no more of them (R36)."""
    entries = books.happenings(batch=batch, kinds=(DrawerOpened.KIND,))
    return tuple(
        NoSaleRecord(
            envelope.at, envelope.by, said(fact.reason, books.opened(fact.note)),
            fact.approval.by if fact.approval is not None else "",
        )
        for _ref, envelope, fact in entries
        if isinstance(fact, DrawerOpened)
    )  # fmt: skip


def _slip_sheet(books: BooksReader, deposit: DepositRecord) -> Sheet:
    policy = books.policy(deposit.business_date)
    prepared = DepositPrepared(
        deposit=deposit.deposit,
        bag=deposit.bag,
        bank=deposit.bank,
        batches=deposit.batches,
        cash=deposit.cash,
        checks=deposit.checks,
        currency=deposit.currency,
        coin=deposit.coin,
        total=deposit.total,
        transfers=(),
    )
    return deposit_slip(
        deposit,
        prepared,
        policy=policy,
        names=names_of(books),
        zone=ZoneInfo(policy.city_time_zone),
        practice=books.is_practice(),
    )


def _prefix(books: BooksReader) -> str:
    return PRACTICE_PREFIX if books.is_practice() else ""
