"""The table of a report with its totals, its chart where people would rather look than read, and its pages."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from app.domain.reports.by_hour import RECEIPTS_COLUMN, hour_short
from app.domain.reports.document import ReportHead
from app.domain.reports.scope import ReportKind
from app.domain.reports.table import Column, ColumnKind, Row
from ui.look.theme import current_look
from ui.viewmodels.reports.face import cell_text, noun, row_cells, total_texts
from ui.viewmodels.reports.model import ReportsModel
from ui.views.reports.foot_row import FootRow
from ui.widgets.bar_chart import Bar, BarChart
from ui.widgets.card import Card
from ui.widgets.data_table import DataTable
from ui.widgets.empty_state import EmptyState
from ui.widgets.rows import column
from ui.widgets.table_delegate import PADDING, TableColumn

_KINDS = {ColumnKind.NUMBER: "number", ColumnKind.AMOUNT: "amount", ColumnKind.COUNT: "amount",
          ColumnKind.STATE: "badge"}  # fmt: skip
_WIDE = 150


class TableCard(QWidget):
    """Signal: `row_opened(int)` Enter on a row or a bar."""

    row_opened = Signal(int)

    def __init__(self, model: ReportsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reports_table_card")
        self._model = model
        self._key: tuple[object, ...] = ()
        self.setAccessibleName(self.tr("Report"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.chart = BarChart(self.tr("Receipts taken in each hour"), name="reports_chart")
        self.chart.opened.connect(self.row_opened)
        self.none = EmptyState("report", "", name="reports_none")
        self.has_chart_in_front = True
        self._pages = QStackedLayout()
        self.setLayout(self._pages)
        self._table_card = Card(margins=(1, 1, 1, 1), spacing=0)
        self.table = DataTable((), name="reports_table")
        self.foot = FootRow(self.table, name="reports_totals_row")
        self._table_card.body.addWidget(self.table, 1)
        self._table_card.body.addWidget(self.foot)
        chart_card = Card(margins=(8, 4, 8, 8), spacing=0)
        chart_card.body.addWidget(self.chart)
        self._none_page = QWidget()
        self._none_page.setLayout(column(self.none))
        for page in (self._table_card, chart_card, self._none_page):
            self._pages.addWidget(page)
        self._chart_page = chart_card

    def show_report(self) -> None:
        """The rows of the page in front, with the totals so far."""
        head = self._model.head()
        if head is None:
            return
        self._make_table(head)
        self.table.show_rows([row_cells(head, row) for row in self._model.rows])
        if self._model.rows and self.table.chosen_row() < 0:
            self.table.selectRow(0)
        self.show_totals()
        if head.shape.kind is ReportKind.BY_HOUR:
            self.chart.show_bars([_bar(head, row) for row in self._model.rows])
        self.show_front()

    def show_totals(self) -> None:
        """The row under the table; while the walk goes on it says what was read so far."""
        head = self._model.head()
        if head is None or not self._key:
            return
        texts = total_texts(head, self._model.totals) if self._model.rows else []
        if texts and not self._model.is_whole:
            texts = [self.tr("So far"), *texts[1:]]
        heads = [head.shape.columns[at].title for at in head.shown]
        said = ", ".join(f"{title} {text}".strip() for title, text in zip(heads, texts, strict=False) if text)
        self.foot.show_texts(texts, said=said)
        self._fit_totals(texts)

    def show_front(self) -> None:
        """Table, chart, or that there is nothing."""
        head, model = self._model.head(), self._model
        if head is None:
            return
        if not model.rows and not model.is_reading:
            self.none.show_words(
                self.tr("Nothing of this kind"),
                head.hidden_words or self.tr("There is no entry of it on these days. Choose other days, or everybody."),
            )
            self._pages.setCurrentWidget(self._none_page)
        elif self.is_chart_shown():
            self._pages.setCurrentWidget(self._chart_page)
        else:
            self._pages.setCurrentWidget(self._table_card)

    def is_chart_shown(self) -> bool:
        """Whether the chart stands in front."""
        head = self._model.head()
        return head is not None and head.shape.kind is ReportKind.BY_HOUR and self.has_chart_in_front

    def take_focus(self) -> None:
        """The next arrow key moves in what is in front."""
        shown = self._pages.currentWidget()
        front: QWidget = self.chart if shown is self._chart_page else self.table
        (self if shown is self._none_page else front).setFocus()

    def has_focus(self) -> bool:
        """Whether the next key belongs here."""
        focused = self.window().focusWidget()  # also while another window is in front
        return focused is self or self.isAncestorOf(focused)

    def _make_table(self, head: ReportHead) -> None:
        key = (head.shape.kind, head.shown)
        if key == self._key:
            return
        self._key = key
        columns = [_table_column(head.shape.columns[at]) for at in head.shown]
        before = (self.table, self.foot)
        had_focus = self.table is self.window().focusWidget()
        self.table = DataTable(columns, label=head.shape.title, name="reports_table")
        self.foot = FootRow(self.table, name="reports_totals_row")
        self.table.opened.connect(self.row_opened)
        self._table_card.body.addWidget(self.table, 1)
        self._table_card.body.addWidget(self.foot)
        self.table.show()
        if had_focus:  # before the one that had it goes, else it would wander through the window
            self.table.setFocus()
        for part in before:
            part.hide()
            part.deleteLater()

    def _fit_totals(self, texts: list[str]) -> None:
        """A total is wider than its rows: the column makes room, the wide one gives it."""
        look = current_look()
        for at, text in enumerate(texts):
            if at and text:
                wanted = look.metrics("body", 600).horizontalAdvance(text) + 2 * look.px(PADDING) + 2
                self.table.widen(at, wanted)


def _table_column(shown: Column) -> TableColumn:
    kind = _KINDS.get(shown.kind, "text")
    head = "" if kind == "badge" else shown.title
    width = _WIDE if shown.is_wide else 0
    return TableColumn(head, kind, width, stretch=shown.is_wide, weight=500 if kind == "number" else 400)


def _bar(head: ReportHead, row: Row) -> Bar:
    count, words = row.cells[RECEIPTS_COLUMN], str(row.cells[0])
    tall = count if isinstance(count, int) else 0
    received = cell_text(head.shape.columns[-1], row.cells[-1], head.time_zone)
    hour = int(row.opens.key) if row.opens is not None else 0
    return Bar(hour_short(hour), f"{words}: {noun(ReportKind.RECEIPTS, tall)}, {received}", tall)


