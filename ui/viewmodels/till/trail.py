"""The receipts saved last, with what became of their paper; and one receipt to look at."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from app.domain.draft import DESK_LANES
from app.domain.print_job import PrintState
from app.domain.records import PrintJobRecord, ReceiptRecord
from app.errors import CityTillError
from app.frozen import frozen
from app.ports.books import BooksReader
from ui.viewmodels.counter import Counter
from ui.viewmodels.session import Session
from ui.viewmodels.till.print_watch import PrintWatch
from ui.viewmodels.till.words import amount, tr

SHOWN = 3
PULSE = "pulse"
VOID = "void"


@frozen
class SavedWord:
    """One receipt of the trail: `state` says printed, not printed, unsure, void; `is_trouble`: somebody must act."""

    number: str
    amount: str
    state: str
    is_trouble: bool
    icon: str = "check"


class TrailModel(QObject):
    """The last three receipts of the till; what came by mail is not among them. Signal: `changed()`."""

    changed = Signal()

    def __init__(
        self, counter: Counter, session: Session, watch: PrintWatch, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._counter = counter
        self._session = session
        self._saved: tuple[SavedWord, ...] = ()
        watch.moved.connect(self._moved)

    @property
    def saved(self) -> tuple[SavedWord, ...]:
        """The newest first."""
        return self._saved

    @property
    def last(self) -> str:
        """The number of the newest receipt; empty before the first."""
        return self._saved[0].number if self._saved else ""

    def look(self) -> None:
        """Ask the books anew, while somebody is there to see it."""
        sitting = self._session.sitting
        if sitting is not None:
            batch = sitting.batch.batch if sitting.batch is not None else ""
            self._counter.ask(partial(_last_receipts, batch), done=self._found, failed=self._unread)

    def _moved(self, _job: int) -> None:
        self.look()

    def _found(self, saved: tuple[SavedWord, ...]) -> None:
        if saved != self._saved:
            self._saved = saved
            self.changed.emit()

    def _unread(self, _error: CityTillError) -> None:
        """The trail stays as it was; whatever reads next says what is wrong."""


def paper_state(jobs: tuple[PrintJobRecord, ...]) -> PrintState | None:
    """How far the newest paper of a receipt came; None when none was asked for."""
    return next((PrintState(job.state) for job in jobs if job.what != PULSE), None)


def saved_word(receipt: ReceiptRecord, jobs: tuple[PrintJobRecord, ...]) -> SavedWord:
    """The receipt as the trail says it."""
    if receipt.is_void:
        slip = paper_state(jobs) if any(job.what == VOID for job in jobs) else None
        is_trouble = slip is not None and slip.asks_the_cashier
        words = f"{tr('void')}, {tr(slip.on_screen)}" if slip is not None and is_trouble else tr("void")
        return SavedWord(receipt.receipt, amount(receipt.total), words, is_trouble=is_trouble, icon="x")
    state = paper_state(jobs)
    words = tr("saved") if state is None else tr(state.on_screen)
    icon = "check" if state in (None, PrintState.CONFIRMED) else "printer"
    is_trouble = state is not None and state.asks_the_cashier
    return SavedWord(receipt.receipt, amount(receipt.total), words, is_trouble, icon)


def _last_receipts(batch: str, books: BooksReader) -> tuple[SavedWord, ...]:
    found = books.receipts(limit=SHOWN)
    if batch and any(receipt.lane in DESK_LANES for receipt in found):  # mail was keyed here meanwhile
        found = books.receipts(batch=batch, limit=SHOWN)
    return tuple(
        saved_word(receipt, tuple(books.print_jobs(receipt=receipt.receipt)))
        for receipt in found
        if receipt.lane not in DESK_LANES
    )
