"""A walk through a report on the reader's thread, step after step; search and screens come in between."""

from collections.abc import Callable
from typing import TypeAlias

from PySide6.QtCore import QObject, Signal

from app.errors import CityTillError
from app.ports.books import BooksReader
from app.ports.reports import ReportQuestions
from app.usecases.read_report import ReadReport, ReportStep
from ui.viewmodels.counter import Counter

Questions: TypeAlias = Callable[[BooksReader], ReportQuestions]
Heard: TypeAlias = Callable[[BooksReader, ReportStep], None]


class ReportWalk(QObject):
    """Signals: `stepped(ReportStep)` for each step, the last one with `is_over`; `failed(str)`.

    `heard` is called with each step on the reader's thread, before the signal: a file's writer.
    """

    stepped = Signal(object)
    failed = Signal(str)

    def __init__(
        self, counter: Counter, questions: Questions, report: ReadReport, parent: QObject, *, heard: Heard | None = None
    ) -> None:
        super().__init__(parent)
        self.report = report
        self._counter = counter
        self._questions = questions
        self._heard = heard
        self._is_stopped = False

    def go(self) -> None:
        """Begin, or go on."""
        self._counter.ask(self._step, done=self._know, failed=self._refuse)

    def stop(self) -> None:
        """Leave off: no signal comes any more."""
        if not self._is_stopped:
            self._is_stopped = True
            self.deleteLater()

    def _step(self, books: BooksReader) -> ReportStep:
        step = self.report.step(books, self._questions(books))
        if self._heard is not None and not self._is_stopped:
            self._heard(books, step)
        return step

    def _know(self, step: ReportStep) -> None:
        if self._is_stopped:
            return
        self.stepped.emit(step)
        if not step.is_over and not self._is_stopped:
            self.go()

    def _refuse(self, error: CityTillError) -> None:
        if not self._is_stopped:
            self.failed.emit(error.sentence())
