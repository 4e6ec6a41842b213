"""Tapes joined: laid out as slips, kept as PDF, shown beside the till; made when first asked for."""

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject

from app.domain.print_plan import PrintPlan
from app.domain.records import ReceiptRecord
from app.domain.tape import Tape
from app.ports.books import BooksReader
from app.usecases.proposed_date import proposed_date
from receipts.layouts.tape_slip import TapeHead, batch_tape_plan, tape_plan
from receipts.renderers.slip_pages import slip_pdf
from ui.compose.paper import names_of
from ui.compose.receipt_files import PAPERS
from ui.viewmodels.files import write_whole
from ui.viewmodels.till.tape import TapeModel
from ui.viewmodels.till.tape_batch import BatchTapeModel
from ui.viewmodels.till.till import TillModel
from ui.views.till.room import TillRoom
from ui.views.till.tape_window import TapeWindow

PRACTICE_PREFIX = "PRACTICE_"


class StationTapes:
    """Answers `ui.viewmodels.till.tape.TapePapers`; called on the reader's thread."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def tape(
        self, books: BooksReader, tape: Tape, *, at: str, by: str, receipt: str = "", again: bool = False
    ) -> PrintPlan:
        """The calculator's tape."""
        return tape_plan(tape, _head(books, at=at, by=by, again=again), receipt=receipt)

    def batch_tape(
        self, books: BooksReader, batch: str, receipts: tuple[ReceiptRecord, ...], *, at: str, by: str, with_sums: bool
    ) -> PrintPlan:
        """A batch's."""
        return batch_tape_plan(batch, receipts, _head(books, at=at, by=by), with_sums=with_sums)

    def keep(self, books: BooksReader, plan: PrintPlan, name: str) -> Path:
        """As PDF in the station's folder of papers.

        Raises:
            FileNotWrittenError: the disk does not take it.
        """
        prefix = PRACTICE_PREFIX if books.is_practice() else ""
        path = self._folder / PAPERS / f"{prefix}{name}.pdf"
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, slip_pdf(plan, title=name))
        return path


class TapeDesk(QObject):
    """Keeps the tape's models, and its window once it was shown."""

    def __init__(self, till: TillModel, room: TillRoom, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        papers = StationTapes(folder)
        self._till = till
        self.tape = TapeModel(till, papers, self)
        self.batch = BatchTapeModel(till, papers, self)
        self.window = TapeWindow(self.tape, self.batch, room)
        self._room = room
        self.window.left.connect(self._back)
        till.session.changed.connect(self._follow_person)

    def show(self, page: str) -> None:
        """Beside the till, on this page."""
        self.window.show_beside()
        self.window.show_page(page)

    def _back(self) -> None:
        if self._room.isVisible():
            self._room.window().activateWindow()
            self._room.take_focus()

    def _follow_person(self) -> None:
        if self._till.session.sitting is None:
            self.window.hide()


def _head(books: BooksReader, *, at: str, by: str, again: bool = False) -> TapeHead:
    policy = books.policy(proposed_date(books, datetime.fromisoformat(at)))
    return TapeHead(
        at=at, by=by, policy=policy, names=names_of(books), zone=ZoneInfo(policy.city_time_zone),
        practice=books.is_practice(), again=again,
    )
