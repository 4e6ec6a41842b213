"""One batch before a supervisor: look, accept, send back, reopen; always on exactly what was seen."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.domain.about import HANDED, SURPRISE
from app.domain.day_totals import compared
from app.domain.difference import Finding, find_in
from app.domain.drawer_limit import AboveLimit, CashMove, above_limit, moves_of
from app.domain.facts.batches import CashTurnedIn
from app.domain.records import BatchRecord, ReceiptRecord
from app.errors import CityTillError
from app.ports.books import BooksReader
from app.usecases.accept_count import AcceptRequest, BatchIsBalanced
from app.usecases.batch_receipts import batch_receipts
from app.usecases.paper_ranges import ranges_out
from app.usecases.reject_count import RejectRequest
from app.usecases.reopen_batch import ReopenRequest
from ui.viewmodels.batches.custody_face import Told
from ui.viewmodels.batches.detail_face import Detail, DetailRead, detail_of
from ui.viewmodels.counter import Counter
from ui.viewmodels.deeds import Deeds
from ui.viewmodels.session import Session


class DetailModel(QObject):
    """The batch chosen on the board.

    Signals: `changed()`; `refused(str)` a deed was refused, and the batch was read anew; `closed(str)` a count was
    accepted; `moved()` the books changed: rows and figures read otherwise.
    """

    changed = Signal()
    refused = Signal(str)
    closed = Signal(str)
    moved = Signal()

    def __init__(self, counter: Counter, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._counter = counter
        self._session = session
        self._chosen = ""
        self._read: DetailRead | None = None
        self._is_busy = False

    @property
    def chosen(self) -> str:
        """The batch chosen; empty for none."""
        return self._chosen

    @property
    def is_busy(self) -> bool:
        """Whether a deed is under way; another press does nothing."""
        return self._is_busy

    @property
    def shown(self) -> Detail | None:
        """What the panel says; None until the books answered."""
        sitting, read = self._session.sitting, self._read
        return None if sitting is None or read is None else detail_of(read, sitting)

    def choose(self, batch: str) -> None:
        """Look at this batch."""
        self._chosen = batch
        if self._read is not None and self._read.batch.batch != batch:
            self._read = None
        self.load()

    def load(self) -> None:
        """Read the chosen batch again."""
        chosen = self._chosen
        if chosen:
            self._counter.ask(lambda books: _read(books, chosen), done=self._know, failed=self._cannot_read)
        else:
            self.changed.emit()

    def accept(self, reason: str = "") -> None:
        """Make it balanced, as it was seen."""
        if (asked := self._asked()) is not None:
            batch, by = asked
            request = AcceptRequest(by, batch.batch, batch.last_ref, reason)
            self._do(lambda deeds: deeds.accept_count(request), self._accepted)

    def send_back(self, reason: str) -> None:
        """Back to its cashier, who counts again."""
        if (asked := self._asked()) is not None:
            batch, by = asked
            request = RejectRequest(by, batch.batch, batch.last_ref, reason)
            self._do(lambda deeds: deeds.reject_count(request), self._moved)

    def reopen(self, reason: str) -> None:
        """A balanced batch opens again."""
        if (asked := self._asked()) is not None:
            batch, by = asked
            request = ReopenRequest(by, batch.batch, batch.last_ref, reason)
            self._do(lambda deeds: deeds.reopen_batch(request), self._moved)

    def _asked(self) -> tuple[BatchRecord, str] | None:
        sitting = self._session.sitting
        if sitting is None or self._read is None or self._is_busy:
            return None
        return self._read.batch, sitting.user.user

    def _do(self, deed: Callable[[Deeds], Any], done: Callable[[Any], None]) -> None:
        self._is_busy = True
        self._counter.do(deed, done=done, failed=self._refuse)
        self.changed.emit()

    def _accepted(self, balanced: BatchIsBalanced) -> None:
        self._is_busy = False
        self.closed.emit(balanced.batch)
        self._again()

    def _moved(self, _ref: object) -> None:
        self._is_busy = False
        self._again()

    def _refuse(self, error: CityTillError) -> None:
        self._is_busy = False
        self.refused.emit(error.sentence())
        self._again()

    def _cannot_read(self, error: CityTillError) -> None:
        self.refused.emit(error.sentence())

    def _again(self) -> None:
        self.moved.emit()
        self.load()

    def _know(self, read: DetailRead | None) -> None:
        if read is not None and read.batch.batch == self._chosen:
            self._read = read
            self.changed.emit()


def custody_of(books: BooksReader, number: str) -> tuple[Told, ...]:
    """Hand-overs and surprise counts of a batch, in order."""
    found = (*books.about(HANDED, number), *books.about(SURPRISE, number))
    return tuple(sorted(found, key=lambda told: told[1].at))


def _read(books: BooksReader, number: str) -> DetailRead | None:
    batch = books.batch(number)
    if batch is None:
        return None
    policy = books.policy(batch.business_date)
    receipts = tuple(batch_receipts(books, number))
    finding = find_in(batch, receipts, issued=policy.drawer_starting_cash) if compared(batch) else Finding((), (), ())
    return DetailRead(
        batch=batch,
        receipts=receipts,
        finding=finding,
        users=tuple(books.users()),
        place=f"{policy.station_label} {books.stream().station}",
        zone=policy.city_time_zone,
        tolerance=policy.over_short_tolerance,
        custody=custody_of(books, number),
        has_paper=bool(ranges_out(books, batch.holders)),
        above=_above(books, batch, receipts, policy.drawer_limit) if batch.drawer else (),
    )


def _above(
    books: BooksReader, batch: BatchRecord, receipts: Sequence[ReceiptRecord], limit: int
) -> tuple[AboveLimit, ...]:
    """When the drawer held more than its limit (R6)."""
    out = books.happenings(batch=batch.batch, kinds=(CashTurnedIn.KIND,)) if batch.turned_in else ()
    turned_in = [CashMove(by.at, -fact.cents) for _ref, by, fact in out if isinstance(fact, CashTurnedIn)]
    return above_limit((*moves_of(receipts), *turned_in), starting=batch.starting_cash.total.cents, limit=limit)
