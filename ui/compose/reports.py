"""Joins the reports room: its questions, its files, and a receipt's paper to look at."""

from PySide6.QtCore import QObject

from receipts.renderers.roll import Roll
from ui.compose.papers import StationPapers
from ui.compose.report_files import StationReportFiles, report_questions
from ui.viewmodels.batches.papers import PapersModel
from ui.viewmodels.counter import Counter
from ui.viewmodels.reports.files import ReportFilesModel
from ui.viewmodels.reports.model import ReportsModel
from ui.viewmodels.session import Session
from ui.views.batches.receipt_paper import ReceiptPaperDialog
from ui.views.reports.room import ReportsRoom


class ReportsJoined(QObject):
    """Keeps the models alive; `room` goes into the frame, which owns it."""

    def __init__(self, counter: Counter, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.model = ReportsModel(counter, session, report_questions, self)
        self.files = ReportFilesModel(counter, report_questions, StationReportFiles(), self)
        self._papers = PapersModel(counter, StationPapers(), self)
        self.room = ReportsRoom(self.model, self.files)
        self.model.receipt_asked.connect(self._papers.look_at)
        self._papers.roll_made.connect(self._show_roll)
        self._papers.refused.connect(self.model.refused)

    def _show_roll(self, number: str, roll: Roll) -> None:
        ReceiptPaperDialog.ask(self.room, number, roll)
