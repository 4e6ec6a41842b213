"""Reports as files: CSV, Excel and PDF by a file's ending, for the room and for the verb; made when first asked for."""

from collections.abc import Iterable
from pathlib import Path
from typing import ClassVar

from app.domain.reports.document import PAPER_ROWS, ReportDocument, ReportHead, ReportTooLongError
from app.domain.reports.table import Row, Totals
from app.errors import InputError
from app.interchange.report_csv import ReportCsv
from app.ports.books import BooksReader
from app.ports.reports import ReportQuestions
from app.settings.policy import Policy
from db.questions.base import Answers
from db.questions.reports import ReportAnswers
from receipts.layouts.report import report_sheet
from receipts.renderers.sheet_pages import sheet_pdf
from receipts.workbook import ReportWorkbook
from ui.viewmodels.files import write_whole
from ui.viewmodels.reports.files import ReportWriter

ENDINGS = (".csv", ".xlsx", ".pdf")


class EndingUnknownError(InputError):
    """A file's ending says what is written into it."""

    code: ClassVar[str] = "ending_unknown"

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path.name} does not say what to write. Let the name end in .csv, .xlsx or .pdf.")
        self.path = path


class StationReportFiles:
    """Answers `ui.viewmodels.reports.files.ReportFiles`; on one thread (reportlab)."""

    def begin(self, ending: str, head: ReportHead, books: BooksReader) -> ReportWriter:
        """A file of that ending.

        Raises:
            EndingUnknownError: none that can be written.
        """
        if ending == ".csv":
            return ReportCsv(head)
        if ending == ".xlsx":
            return ReportWorkbook(head)
        if ending == ".pdf":
            return _Paper(head, books.policy(head.scope.last))
        raise EndingUnknownError(Path(head.file_name + ending))

    def keep(self, path: Path, data: bytes) -> None:
        """Write it whole.

        Raises:
            FileNotWrittenError: the place does not take it.
        """
        write_whole(path, data)


class _Paper:
    """Rows are gathered for paper, which has an end."""

    def __init__(self, head: ReportHead, policy: Policy) -> None:
        self._head, self._policy = head, policy
        self._rows: list[Row] = []

    def add(self, rows: Iterable[Row]) -> None:
        """Rows in order.

        Raises:
            ReportTooLongError: more than anybody reads on paper.
        """
        self._rows += rows
        if len(self._rows) > PAPER_ROWS:
            raise ReportTooLongError(len(self._rows))

    def end(self, totals: Totals) -> bytes:
        """The PDF."""
        return sheet_pdf(report_sheet(ReportDocument(self._head, self._rows, totals), policy=self._policy))


def report_questions(books: BooksReader) -> ReportQuestions:
    """The questions of reports on the connection of these books; made late, so that the start does not wait.

    Raises:
        TypeError: these are no books of a station.
    """
    if not isinstance(books, Answers):
        raise TypeError("reports are asked of a station's own books")
    return ReportAnswers.beside(books)
