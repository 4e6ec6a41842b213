"""A second paper of a receipt (marked DUPLICATE), a PDF of it, and the drawer without a receipt."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.domain.facts.base import Approval
from app.errors import CityTillError
from app.ports.books import BooksReader
from app.usecases.no_sale import DrawerAsked, NoSaleRequest
from app.usecases.reprint_receipt import Reprinted, ReprintRequest, ReprintTo
from ui.viewmodels.counter import Counter
from ui.viewmodels.session import Session
from ui.viewmodels.till.words import tr

SavePdf = Callable[[BooksReader, str], Path]


class PapersModel(QObject):
    """Reprint, Save as PDF, no-sale.

    Signals: `reprinted(receipt, job)` a DUPLICATE is queued; `pulsed(job)` the drawer was asked to open;
    `told(sentence)` what was done, or why it was not; `drawer_refused(sentence)` a no-sale was refused.
    """

    reprinted = Signal(str, int)
    pulsed = Signal(int)
    told = Signal(str)
    drawer_refused = Signal(str)

    def __init__(
        self, counter: Counter, session: Session, *, save_pdf: SavePdf | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._counter = counter
        self._session = session
        self._save_pdf = save_pdf

    @property
    def can_save_pdf(self) -> bool:
        """Whether this window can write papers to files."""
        return self._save_pdf is not None

    def reprint(self, receipt: str) -> None:
        """Print it again, marked DUPLICATE (R14)."""
        self._again(receipt, ReprintTo.PRINTER, self._printed)

    def save_pdf(self, receipt: str) -> None:
        """The same paper as a file; it counts as a reprint."""
        if self.can_save_pdf:
            self._again(receipt, ReprintTo.PDF, self._written)

    def open_drawer(self, reason: str, *, note: str = "", approval: Approval | None = None) -> None:
        """No-sale with a reason (R7)."""
        sitting = self._session.sitting
        if sitting is None:
            return
        batch = sitting.batch.batch if sitting.batch is not None else ""
        request = NoSaleRequest(sitting.user.user, batch, reason, note, approval)
        self._counter.do(lambda deeds: deeds.no_sale(request), done=self._opened, failed=self._not_opened, is_sale=True)

    def _again(self, receipt: str, to: ReprintTo, done: Callable[[Reprinted], None]) -> None:
        sitting = self._session.sitting
        if sitting is None or not receipt:
            self.told.emit(tr("There is no receipt to print yet."))
            return
        request = ReprintRequest(sitting.user.user, receipt, to)
        self._counter.do(lambda deeds: deeds.reprint_receipt(request), done=done, failed=self._failed, is_sale=True)

    def _printed(self, reprinted: Reprinted) -> None:
        if reprinted.print_job is not None:
            self.reprinted.emit(reprinted.record.receipt, reprinted.print_job)

    def _written(self, reprinted: Reprinted) -> None:
        save = self._save_pdf
        if save is not None:
            self._counter.ask(
                partial(_save, save, reprinted.record.receipt), done=self._saved, failed=self._failed
            )

    def _saved(self, path: Path) -> None:
        self.told.emit(tr("Saved as {path}.").format(path=path))

    def _opened(self, asked: DrawerAsked) -> None:
        self.pulsed.emit(asked.pulse_job)

    def _not_opened(self, error: CityTillError) -> None:
        self.drawer_refused.emit(error.sentence())

    def _failed(self, error: CityTillError) -> None:
        self.told.emit(error.sentence())


def _save(save: SavePdf, receipt: str, books: BooksReader) -> Path:
    return save(books, receipt)
