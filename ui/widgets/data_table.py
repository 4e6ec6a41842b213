"""`DataTable`: rows ruled with a line, figures right, state badge last (LOOK section 5)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from ui.look.theme import current_look
from ui.widgets.paint import draw_text
from ui.widgets.table_delegate import PADDING, TableColumn, TableDelegate
from ui.widgets.table_rows import Row, RowsModel

ROW_HEIGHT = 34
DENSE_HEIGHT = 28
TWO_LINES_HEIGHT = 42
HEAD_HEIGHT = 30
_SAMPLED_ROWS = 500


class TableHead(QHeaderView):
    """Caption heads, 500 ink2, over a line2 rule; the head of a figure stands over its figures."""

    def __init__(self, columns: tuple[TableColumn, ...], parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._columns = columns
        self.setSectionsClickable(False)
        self.setHighlightSections(False)

    def sizeHint(self) -> QSize:
        """30 high."""
        return QSize(super().sizeHint().width(), current_look().px(HEAD_HEIGHT))

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803  # Qt's name
        """One head."""
        look = current_look()
        painter.save()
        painter.fillRect(rect, look.colour("surface"))
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, look.colour("line2"))
        column = self._columns[logicalIndex]
        align = Qt.AlignmentFlag.AlignRight if column.kind == "amount" else Qt.AlignmentFlag.AlignLeft
        room = rect.adjusted(look.px(PADDING), 0, -look.px(PADDING), 0)
        draw_text(painter, look, room, column.head, colour=look.colour("ink2"), role="small", weight=500, align=align)
        painter.restore()


class DataTable(QTableView):
    """A table of ready rows.

    `columns` say how each is painted. `show_rows` shows rows of `Cell`; a long table gives its own model with
    `setModel` instead. Signals: `opened(row)` at Enter or a double press, `ticked(row)` at Space or a press on the
    tick, `row_chosen(row)` when another row is chosen (-1: none).
    """

    opened = Signal(int)
    ticked = Signal(int)
    row_chosen = Signal(int)

    def __init__(
        self, columns: Sequence[TableColumn], *, row_height: int = ROW_HEIGHT, label: str = "Table",
        name: str = "table", parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._row_height = row_height
        self.setObjectName(name)
        self.setAccessibleName(label)
        self._paint = TableDelegate(self._columns, self)
        self.setItemDelegate(self._paint)
        self.setHorizontalHeader(TableHead(self._columns, self))
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setWordWrap(False)
        self.setModel(RowsModel([column.head for column in self._columns], self))
        self.doubleClicked.connect(self._open_index)
        self.clicked.connect(self._press_index)
        self._fit()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows; the chosen one stays chosen when its place is still there.

        Raises:
            TypeError: the table has a model of its own.
        """
        store = self.model()
        if not isinstance(store, RowsModel):
            raise TypeError("this table has a model of its own")
        at = self.chosen_row()
        store.show_rows(rows)
        self._fit()
        if 0 <= at < len(rows):
            self.selectRow(at)

    def chosen_row(self) -> int:
        """The row chosen, -1 for none."""
        index = self.currentIndex()
        return index.row() if index.isValid() else -1

    def widen(self, at: int, width: int) -> None:
        """Give a column at least so many px, until rows are shown anew; the stretching column gives the room."""
        if width > self.columnWidth(at):
            self.setColumnWidth(at, width)
            self._share_room()

    def mark_edited(self, cell: tuple[int, int] | None) -> None:
        """Draw the 2 px accent frame round the cell in edit (row, column)."""
        self._paint.edited = cell
        self.viewport().update()

    def fitted_height(self) -> int:
        """Height of the head and all rows, in px, for a table that does not scroll."""
        look = current_look()
        return look.px(HEAD_HEIGHT) + look.target(self._row_height) * self.model().rowCount() + 2

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Take a model; selection signals follow it."""
        super().setModel(model)
        chosen = self.selectionModel()
        if chosen is not None:
            chosen.currentRowChanged.connect(self._current_changed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The stretching column takes the room."""
        super().resizeEvent(event)
        self._share_room()

    def changeEvent(self, event: QEvent) -> None:
        """Rows and columns of the new text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_paint"):
            self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Space ticks."""
        row = self.chosen_row()
        if row >= 0 and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.opened.emit(row)
        elif row >= 0 and event.key() == Qt.Key.Key_Space:
            self.ticked.emit(row)
        else:
            super().keyPressEvent(event)

    def _fit(self) -> None:
        look = current_look()
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setDefaultSectionSize(look.target(self._row_height))
        header = self.horizontalHeader()
        header.setMinimumSectionSize(1)
        for at, column in enumerate(self._columns):
            header.setSectionResizeMode(at, QHeaderView.ResizeMode.Fixed)
            self.setColumnWidth(at, max(look.px(column.width), self._wanted_width(at)))
        self._share_room()

    def _wanted_width(self, at: int) -> int:
        look, column, store = current_look(), self._columns[at], self.model()
        widest = look.metrics("small", 500).horizontalAdvance(column.head) + 2 * look.px(PADDING)
        if column.kind == "text" and (column.width or column.stretch):
            return widest
        if isinstance(store, RowsModel):
            for row in range(min(store.rowCount(), _SAMPLED_ROWS)):
                widest = max(widest, self._paint.wanted_width(look, column, store.cell(row, at)))
        return widest

    def _share_room(self) -> None:
        stretching = [at for at, column in enumerate(self._columns) if column.stretch]
        if not stretching:
            return
        fixed = sum(self.columnWidth(at) for at in range(len(self._columns)) if at not in stretching)
        room = max(0, self.viewport().width() - fixed) // len(stretching)
        for at in stretching:
            self.setColumnWidth(at, max(room, current_look().px(self._columns[at].width or 80)))

    def _open_index(self, index: QModelIndex) -> None:
        self.opened.emit(index.row())

    def _press_index(self, index: QModelIndex) -> None:
        if self._columns[index.column()].kind == "tick":
            self.ticked.emit(index.row())

    def _current_changed(self, current: QModelIndex, before: QModelIndex) -> None:
        self.viewport().update()
        self.row_chosen.emit(current.row() if current.isValid() else -1)
