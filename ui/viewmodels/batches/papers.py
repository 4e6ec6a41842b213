"""Papers of the room: look at a receipt, keep a close report or a deposit slip as a file."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.errors import CityTillError
from app.ports.books import BooksReader
from ui.viewmodels.batches.paper_desk import PaperDesk, PaperMade
from ui.viewmodels.counter import Counter


class PapersModel(QObject):
    """Signals: `made(PaperMade)` it can be kept now; `kept(Path)`; `roll_made(str, object)` a receipt's number and
    its paper; `refused(str)`.
    """

    made = Signal(object)
    kept = Signal(object)
    roll_made = Signal(str, object)
    refused = Signal(str)

    def __init__(self, counter: Counter, papers: PaperDesk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._counter = counter
        self._papers = papers
        self._path = Path()
        self._receipt = ""

    def make_close_report(self, batch: str) -> None:
        """Lay out the close report of a batch."""
        self._make(lambda books: self._papers.close_report(books, batch))

    def make_slip(self, deposit: str) -> None:
        """Lay out the slip of a bag."""
        self._make(lambda books: self._papers.deposit_slip(books, deposit))

    def keep(self, paper: PaperMade, path: Path) -> None:
        """Write it where the person chose."""
        self._path = path
        self._counter.ask(lambda _books: self._papers.keep(path, paper.data), done=self._wrote, failed=self._refuse)

    def look_at(self, receipt: str) -> None:
        """Show a receipt's paper; nothing is printed."""
        self._receipt = receipt
        self._counter.ask(lambda books: self._papers.receipt(books, receipt), done=self._rolled, failed=self._refuse)

    def _make(self, question: Callable[[BooksReader], PaperMade | None]) -> None:
        self._counter.ask(question, done=self._laid_out, failed=self._refuse)

    def _laid_out(self, paper: PaperMade | None) -> None:
        if paper is not None:
            self.made.emit(paper)

    def _wrote(self, _nothing: None) -> None:
        self.kept.emit(self._path)

    def _rolled(self, roll: object | None) -> None:
        if roll is not None:
            self.roll_made.emit(self._receipt, roll)

    def _refuse(self, error: CityTillError) -> None:
        self.refused.emit(error.sentence())
