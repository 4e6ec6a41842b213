"""The tape of a batch on the screen: every receipt in order, found by what is typed, printed or kept as PDF (A9).

Running sums stand there only for who may see them: nobody who still counts a batch blind does (R30).
"""

from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.domain.day_totals import may_see_sums
from app.domain.money import Money
from app.domain.print_plan import PrintPlan
from app.domain.records import ReceiptRecord
from app.domain.user import Deed
from app.errors import CityTillError
from app.frozen import frozen
from app.ports.books import BooksReader
from app.usecases.batch_receipts import batch_receipts
from ui.viewmodels.till.tape import TapePapers, print_plan
from ui.viewmodels.till.till import TillModel
from ui.viewmodels.till.words import amount, clock_words, tender_words, tr


@frozen
class BatchRow:
    """One receipt on the tape; `so_far` is empty for who counts blind."""

    receipt: str
    time: str
    accounts: str
    how: str
    amount: str
    so_far: str
    is_void: bool


@frozen
class BatchRead:
    """A batch as it was read."""

    batch: str
    zone: str
    with_sums: bool
    receipts: tuple[ReceiptRecord, ...]


class BatchTapeModel(QObject):
    """Signals: `changed()` the rows are others; `told(sentence)`."""

    changed = Signal()
    told = Signal(str)

    def __init__(self, till: TillModel, papers: TapePapers, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._till = till
        self._papers = papers
        self._read: BatchRead | None = None
        self._batches: tuple[str, ...] = ()
        self._chosen = ""
        self._sought = ""
        self._rows: tuple[BatchRow, ...] = ()

    @property
    def batch(self) -> str:
        """Whose tape it is; empty before the books answered."""
        return self._read.batch if self._read is not None else ""

    @property
    def batches(self) -> tuple[str, ...]:
        """Those whose tape this person may look at."""
        return self._batches

    @property
    def with_sums(self) -> bool:
        """Whether running sums may stand there."""
        return self._read is not None and self._read.with_sums

    @property
    def title(self) -> str:
        """`12 receipts, 1 void`, and the sum for who may see it."""
        if self._read is None:
            return tr("No batch today.")
        good = [record for record in self._read.receipts if not record.is_void]
        voids = len(self._read.receipts) - len(good)
        words = tr("{n} receipts, {voids} void").format(n=len(good), voids=voids)
        return f"{words}, {amount(sum(one.total for one in good))}" if self.with_sums else words

    def rows(self) -> tuple[BatchRow, ...]:
        """The receipts that hold what was typed, the oldest first."""
        return self._rows

    def load(self) -> None:
        """Read it again: the own open batch, or the one chosen."""
        sitting = self._till.session.sitting
        if sitting is None:
            return
        mine = sitting.batch.batch if sitting.batch is not None else ""
        sees_all = self._till.session.may(Deed.SEE_BATCHES)
        question = partial(
            _read, self._chosen or mine, user=sitting.user.user, business_date=sitting.business_date, sees_all=sees_all
        )
        self._till.counter.ask(question, done=self._answered, failed=self._failed)

    def choose(self, batch: str) -> None:
        """Another batch's tape."""
        if batch != self.batch:
            self._chosen = batch
            self.load()

    def seek(self, text: str) -> None:
        """Only the receipts with this in their number, accounts, names, checks or amounts."""
        self._sought = text.strip().casefold()
        self._show()

    def print(self) -> None:
        """The whole tape as a slip."""
        read, by = self._read, self._by
        if read is not None:
            self._till.counter.ask(
                lambda books: self._plan(books, read, by), done=partial(print_plan, self._till, self.told.emit),
                failed=self._failed,
            )

    def save_pdf(self) -> None:
        """The whole tape as a file."""
        read, by = self._read, self._by
        if read is not None:
            self._till.counter.ask(
                lambda books: self._papers.keep(books, self._plan(books, read, by), f"tape-{read.batch}"),
                done=self._saved, failed=self._failed,
            )

    @property
    def _by(self) -> str:
        sitting = self._till.session.sitting
        return sitting.user.user if sitting is not None else ""

    def _plan(self, books: BooksReader, read: BatchRead, by: str) -> PrintPlan:
        at = self._till.counter.clock.now().isoformat()
        return self._papers.batch_tape(
            books, read.batch, read.receipts, at=at, by=by, with_sums=read.with_sums
        )

    def _answered(self, answer: tuple[tuple[str, ...], BatchRead | None]) -> None:
        self._batches, self._read = answer
        self._show()

    def _show(self) -> None:
        self._rows = _rows(self._read, self._sought) if self._read is not None else ()
        self.changed.emit()

    def _saved(self, path: Path) -> None:
        self.told.emit(tr("Saved as {path}.").format(path=path))

    def _failed(self, error: CityTillError) -> None:
        self.told.emit(error.sentence())


def _read(
    wanted: str, books: BooksReader, *, user: str, business_date: str, sees_all: bool
) -> tuple[tuple[str, ...], BatchRead | None]:
    """On the reader's thread: the batches of the day that may be looked at, and the wanted one."""
    today = [batch for batch in books.batches(business_date=business_date) if sees_all or batch.cashier == user]
    batch = next((one for one in today if one.batch == wanted), today[0] if today else None)
    if batch is None:
        return (), None
    newest = tuple(batch_receipts(books, batch.batch))
    read = BatchRead(
        batch.batch, books.policy(batch.business_date).city_time_zone, may_see_sums(batch, user),
        tuple(reversed(newest)),
    )
    return tuple(one.batch for one in today), read


def _rows(read: BatchRead, sought: str) -> tuple[BatchRow, ...]:
    found: list[BatchRow] = []
    running = 0
    for record in read.receipts:
        running += 0 if record.is_void else record.total
        if sought and sought not in _haystack(record):
            continue
        found.append(_row(record, read, running))
    return tuple(found)


def _row(record: ReceiptRecord, read: BatchRead, running: int) -> BatchRow:
    names = list(dict.fromkeys(f"{line.number}  {line.name}".strip() for line in record.lines if not line.is_pennies))
    more = f" +{len(names) - 1}" if len(names) > 1 else ""
    return BatchRow(
        receipt=record.receipt,
        time=clock_words(datetime.fromisoformat(record.at), read.zone)[:5],
        accounts=f"{names[0]}{more}" if names else "",
        how=", ".join(tender_words(tender) for tender in record.tenders),
        amount=amount(record.total),
        so_far=amount(running) if read.with_sums else "",
        is_void=record.is_void,
    )


def _haystack(record: ReceiptRecord) -> str:
    words = [record.receipt, str(Money(record.total)), *(f"{line.number} {line.name}" for line in record.lines)]
    words += [f"{tender.reference} {Money(tender.amount_tendered)}" for tender in record.tenders]
    return " ".join(words).casefold()
