"""A report into a file: walked through anew, written whole, with one sentence when the disk refuses."""

from collections.abc import Iterable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from app.domain.reports.document import ReportHead
from app.domain.reports.scope import Reader
from app.domain.reports.table import Row, Totals
from app.ports.books import BooksReader
from app.usecases.read_report import ReadReport, ReportStep
from ui.viewmodels.counter import Counter
from ui.viewmodels.reports.model import Asked
from ui.viewmodels.reports.walk import Questions, ReportWalk


class ReportWriter(Protocol):
    """One file on its way."""

    def add(self, rows: Iterable[Row]) -> None:
        """Rows in order.

        Raises:
            CityTillError: there are more than such a file takes.
        """
        ...

    def end(self, totals: Totals) -> bytes:
        """The whole file."""
        ...


class ReportFiles(Protocol):
    """Begins files and keeps them; each call belongs on the reader's thread (`ui/compose/report_files.py`)."""

    def begin(self, ending: str, head: ReportHead, books: BooksReader) -> ReportWriter:
        """A file of that ending: `.csv`, `.xlsx` or `.pdf`."""
        ...

    def keep(self, path: Path, data: bytes) -> None:
        """Write it whole.

        Raises:
            RecordsError: the place does not take it.
        """
        ...


class ReportFilesModel(QObject):
    """Signals: `progressed(int)` of 1,000 done; `kept(Path)` the file lies there; `failed(str)`; `ended()` in any case.
    """

    progressed = Signal(int)
    kept = Signal(object)
    failed = Signal(str)
    ended = Signal()

    def __init__(
        self, counter: Counter, questions: Questions, files: ReportFiles, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._counter, self._questions, self._files = counter, questions, files
        self._walk: ReportWalk | None = None
        self._path = Path()

    @property
    def is_busy(self) -> bool:
        """Whether a file is being written."""
        return self._walk is not None

    def make(self, asked: Asked, reader: Reader, path: Path) -> None:
        """Write the report to the path, whose ending says which sort of file; nothing while another is written."""
        if self._walk is not None:
            return
        report = ReadReport(asked.kind, asked.scope, reader)
        self._path = path
        writing = _Writing(self._files, report, path)
        self._walk = ReportWalk(self._counter, self._questions, report, self, heard=writing.hear)
        self._walk.stepped.connect(self._take)
        self._walk.failed.connect(self._fail)
        self._walk.go()

    def stop(self) -> None:
        """Esc: no file comes of it, and an older one of its name stays as it was."""
        if self._walk is not None:
            self._walk.stop()
            self._finish()

    def _take(self, step: ReportStep) -> None:
        self.progressed.emit(step.share)
        if step.is_over:
            self._finish()
            self.kept.emit(self._path)

    def _fail(self, sentence: str) -> None:
        self._finish()
        self.failed.emit(sentence)

    def _finish(self) -> None:
        if self._walk is not None:
            self._walk.deleteLater()
        self._walk = None
        self.ended.emit()


class _Writing:
    """On the reader's thread: the file begins once its head is known, and is kept with the last step."""

    def __init__(self, files: ReportFiles, report: ReadReport, path: Path) -> None:
        self._files, self._report, self._path = files, report, path
        self._writer: ReportWriter | None = None

    def hear(self, books: BooksReader, step: ReportStep) -> None:
        """One step further.

        Raises:
            CityTillError: too long for such a file, or the place does not take it.
        """
        head = self._report.head
        if self._writer is None and head is not None:
            self._writer = self._files.begin(self._path.suffix.lower(), head, books)
        if self._writer is None:
            return
        self._writer.add(step.rows)
        if step.is_over:
            self._files.keep(self._path, self._writer.end(step.totals))
