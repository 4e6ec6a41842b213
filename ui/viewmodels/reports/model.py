"""The reports room: which report of which days and whose, read in the background, a page at a time."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from app.domain.reports.by_hour import hour_words
from app.domain.reports.catalogue import SHAPES
from app.domain.reports.document import ReportHead
from app.domain.reports.pages import Pages
from app.domain.reports.scope import (
    ANY_HOUR,
    Reader,
    ReportKind,
    Scope,
    day_typed,
    read_day,
    reader_of,
    span_of,
)
from app.domain.reports.table import Opens, Row, Totals, no_totals
from app.errors import CityTillError
from app.frozen import frozen
from app.usecases.read_report import ReadReport, ReportAbout, ReportStep
from ui.viewmodels.batches import words
from ui.viewmodels.counter import Counter
from ui.viewmodels.reports.walk import Questions, ReportWalk
from ui.viewmodels.session import Session, Sitting

SPANS = ("today", "yesterday", "week", "month")
OWN_DAYS = "days"
HISTORY_LIMIT = 20


@frozen
class Asked:
    """What is on the screen, and what Esc comes back to."""

    kind: ReportKind
    scope: Scope
    span: str


class ReportsModel(QObject):
    """Signals: `asked_changed()` another report, days or filter; `rows_changed()` other rows; `progressed()` how far
    the walk is, and its totals; `refused(str)` a sentence, empty when it holds no longer; `receipt_asked(str)`,
    `entry_asked(Row)` a row was opened.
    """

    asked_changed = Signal()
    rows_changed = Signal()
    progressed = Signal()
    refused = Signal(str)
    receipt_asked = Signal(str)
    entry_asked = Signal(object)

    def __init__(
        self, counter: Counter, session: Session, questions: Questions, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._counter, self._session, self._questions = counter, session, questions
        self._user = ""
        self._asked: Asked | None = None
        self._before: list[Asked] = []
        self._walk: ReportWalk | None = None
        self._look: ReportWalk | None = None
        self._clear()
        session.changed.connect(self._see_sitting)

    @property
    def asked(self) -> Asked | None:
        """None while nobody who may see reports is signed in."""
        return self._asked

    @property
    def is_reading(self) -> bool:
        """Whether totals are still coming."""
        return self._walk is not None

    @property
    def sees_all(self) -> bool:
        """Whether others' batches may be asked for."""
        return self._asked is not None and self.reader().sees_all

    @property
    def can_go_back(self) -> bool:
        """Whether this came from another report."""
        return bool(self._before)

    def reader(self) -> Reader:
        """Who looks.

        Raises:
            CityTillError: nobody who may.
        """
        sitting = self._session.sitting
        return reader_of(sitting.user if sitting is not None else None, asked="")

    def head(self) -> ReportHead | None:
        """What stands over the report, once its first step came."""
        return self._head

    def title(self) -> str:
        """`Receipts, Mon 16 Nov to Sat 21 Nov`."""
        if self._asked is None:
            return ""
        kind, scope = self._asked.kind, self._asked.scope
        days = words.day(scope.first) if scope.is_one_day else words.tr("{first} to {last}").format(
            first=words.day(scope.first), last=words.day(scope.last)
        )
        hour = "" if scope.hour == ANY_HOUR else f", {hour_words(scope.hour)}"
        return f"{words.tr(SHAPES[kind].title)}, {days}{hour}"

    def load(self) -> None:
        """Read the report anew: the books may have moved."""
        if self._asked is None:
            self._see_sitting()
        if self._asked is not None:
            self._read(self._asked)

    def choose(self, kind: ReportKind) -> None:
        """Another report of the same days."""
        if self._asked is not None:
            self._before.clear()
            self._go(replace(self._asked, kind=kind, scope=replace(self._asked.scope, hour=ANY_HOUR)))

    def show_span(self, span: str) -> None:
        """Today, yesterday, the last seven days, or this month."""
        sitting = self._session.sitting
        if self._asked is not None and sitting is not None:
            first, last = span_of(span, sitting.business_date)
            self._go(replace(self._asked, scope=self._whole_days(first, last), span=span))

    def show_days(self, first: str, last: str) -> str:
        """Days as typed; the sentence that says what is wrong with them, empty when they are shown."""
        sitting = self._session.sitting
        if self._asked is None or sitting is None:
            return ""
        try:
            days = [read_day(typed, today=sitting.business_date) for typed in (first, last)]
            scope = self._whole_days(*days)
        except CityTillError as error:
            return error.sentence()
        if scope != self._asked.scope:
            self._go(replace(self._asked, scope=scope, span=OWN_DAYS))
        return ""

    def days_typed(self) -> tuple[str, str]:
        """First and last day as the fields show them."""
        scope = self._asked.scope if self._asked is not None else None
        return (day_typed(scope.first), day_typed(scope.last)) if scope is not None else ("", "")

    def show_cashier(self, user: str) -> None:
        """Only this cashier's batches; empty for all."""
        if self._asked is not None and user != self._asked.scope.cashier:
            self._go(replace(self._asked, scope=replace(self._asked.scope, cashier=user, batch="")))

    def show_batch(self, batch: str) -> None:
        """Only this batch; empty for all."""
        if self._asked is not None and batch != self._asked.scope.batch:
            self._go(replace(self._asked, scope=replace(self._asked.scope, batch=batch)))

    def show_page(self, page: int) -> None:
        """Another page of the same report; nothing where there is none."""
        if self._asked is None or not 0 <= page < len(self.pages.starts) or page == self.page or self.about is None:
            return
        if self._look is not None:
            self._look.stop()
        self._page_rows.clear()
        report = ReadReport(self._asked.kind, self._asked.scope, self.reader(), after=self.pages.starts[page])
        self._look = ReportWalk(self._counter, self._questions, report, self)
        self._next_page = page
        self._look.stepped.connect(self._take_page)
        self._look.failed.connect(self._fail)
        self._look.go()

    def open_row(self, at: int) -> None:
        """What the row leads to: a receipt's paper, the receipts of a batch or of an hour, or the entry itself."""
        if not 0 <= at < len(self.rows) or self._asked is None:
            return
        opens = self.rows[at].opens
        if opens is None:
            self.show_entry(at)
        elif opens.what == "receipt":
            self.receipt_asked.emit(opens.key)
        else:
            self._drill(opens)

    def show_entry(self, at: int) -> None:
        """The whole row with the journal entry that says it."""
        if 0 <= at < len(self.rows) and not self.rows[at].is_subtotal:
            self.entry_asked.emit(self.rows[at])

    def lead_to(self, kind: ReportKind) -> None:
        """A figure was pressed: the report it is made of, of the same days and filter."""
        if self._asked is not None and kind is not self._asked.kind:
            self._deeper(replace(self._asked, kind=kind))

    def back(self) -> bool:
        """Stop reading, or come back from where a figure led; False when there is nothing to do."""
        if self._walk is not None and self.rows:
            self.stop()
            return True
        if self._before:
            self._go(self._before.pop())
            return True
        return False

    def stop(self) -> None:
        """Leave off reading; what is there stays, without totals."""
        self._leave()
        self.progressed.emit()

    def _leave(self) -> None:
        for walk in (self._walk, self._look):
            if walk is not None:
                walk.stop()
        self._walk = self._look = None

    def _whole_days(self, first: str, last: str) -> Scope:
        cashier = self._asked.scope.cashier if self._asked is not None else ""
        return Scope(first, last, cashier=cashier)

    def _drill(self, opens: Opens) -> None:
        if self._asked is None:
            return
        scope = self._asked.scope
        scope = replace(scope, hour=int(opens.key)) if opens.what == "hour" else replace(scope, batch=opens.key)
        self._deeper(replace(self._asked, kind=ReportKind.RECEIPTS, scope=scope))

    def _deeper(self, asked: Asked) -> None:
        if self._asked is not None:
            self._before = [*self._before, self._asked][-HISTORY_LIMIT:]
        self._go(asked)

    def _go(self, asked: Asked) -> None:
        self._asked = asked
        self._read(asked)

    def _read(self, asked: Asked) -> None:
        self._leave()
        self._clear()
        self.refused.emit("")
        try:
            report = ReadReport(asked.kind, asked.scope, self.reader())
        except CityTillError as error:
            self.refused.emit(error.sentence())
            return
        self._walk = ReportWalk(self._counter, self._questions, report, self)
        self._walk.stepped.connect(self._take)
        self._walk.failed.connect(self._fail)
        self._walk.go()
        self.asked_changed.emit()

    def _clear(self) -> None:
        self.about: ReportAbout | None = None
        self._head: ReportHead | None = None
        self.pages = Pages()
        self.page = 0
        self.rows: tuple[Row, ...] = ()
        self.totals: Totals = no_totals(())
        self.share = 0
        self.is_whole = False
        self._page_rows: list[Row] = []
        self._next_page = 0

    def _take(self, step: ReportStep) -> None:
        if self._walk is None:
            return
        is_first = self.about is None
        self.about, self._head = self._walk.report.about, self._walk.report.head
        was_open = len(self.pages.starts) == 1
        self.pages.add(step.rows)
        self.totals, self.share = step.totals, step.share
        if was_open and step.rows:
            self.rows = self.pages.of(0, (*self.rows, *step.rows))
        if step.is_over:
            self._walk.deleteLater()
            self._walk, self.is_whole = None, True
        if is_first or (was_open and step.rows) or step.is_over:
            self.rows_changed.emit()
        self.progressed.emit()

    def _take_page(self, step: ReportStep) -> None:
        self._page_rows += step.rows
        is_full = bool(step.rows) and self.pages.is_full(self._next_page, step.rows[-1].place)
        if not (is_full or step.is_over) or self._look is None:
            return
        self._look.stop()
        self._look = None
        self.page, self.rows = self._next_page, self.pages.of(self._next_page, self._page_rows)
        self._page_rows.clear()
        self.rows_changed.emit()

    def _fail(self, sentence: str) -> None:
        self.stop()
        self.refused.emit(sentence)

    def _see_sitting(self) -> None:
        """Somebody else, or nobody: nothing of the one before stays on the screen."""
        sitting: Sitting | None = self._session.sitting
        user = sitting.user.user if sitting is not None else ""
        if user == self._user:
            return
        self._user = user
        self._leave()
        self._clear()
        self._before.clear()
        self._asked = None
        if sitting is not None:
            try:
                self.reader()
            except CityTillError:
                return
            today = sitting.business_date
            self._asked = Asked(ReportKind.BATCHES, Scope(today, today), "today")
        self.asked_changed.emit()
        self.rows_changed.emit()
