"""`ResultList`: what a search found, in a list that is no window of its own.

The rows are C++ items made once; an answer sets their texts under blocked signals and tells the view once, and the
view paints all rows in one call, so that a busy worker thread cannot slow a keystroke (hot-path section 5).
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QEvent, QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QVBoxLayout, QWidget

from ui.look.theme import Look, current_look
from ui.widgets.badge import badge_width, draw_badge
from ui.widgets.card import Rule
from ui.widgets.paint import CARD_RADIUS, draw_icon, draw_text, fill_round
from ui.widgets.rows import row
from ui.widgets.text import Text

ROW_HEIGHT = 36
MOST_ROWS = 25
_SHOWN_ROWS = 9
_FOOT_HEIGHT = 28


class ResultRow(NamedTuple):
    """One account found. `icon` says its kind (user, home, building), `amount` is its balance as text."""

    icon: str
    number: str
    name: str
    place: str = ""
    amount: str = ""
    badge: str = ""
    badge_tone: str = "inverse"
    badge_icon: str = "ban"


class ResultRows(QListView):
    """The rows; the omnibox keeps the focus and moves the chosen one."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("result_rows")
        self.setAccessibleName(self.tr("Accounts found"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._rows: tuple[ResultRow, ...] = ()
        self._store = QStandardItemModel(MOST_ROWS, 1, self)
        self._items = [QStandardItem() for _ in range(MOST_ROWS)]
        for at, item in enumerate(self._items):
            self._store.setItem(at, 0, item)
        self.setModel(self._store)
        self._fit()

    @property
    def rows(self) -> tuple[ResultRow, ...]:
        """The rows shown."""
        return self._rows

    def show_rows(self, rows: tuple[ResultRow, ...]) -> None:
        """Show at most 25 rows; the first is chosen."""
        self._rows = rows[:MOST_ROWS]
        self._store.blockSignals(True)
        for at, item in enumerate(self._items):
            item.setText(_spoken(self._rows[at]) if at < len(self._rows) else "")
        self._store.blockSignals(False)
        self._store.dataChanged.emit(self._store.index(0, 0), self._store.index(MOST_ROWS - 1, 0))
        for at in range(MOST_ROWS):
            if self.isRowHidden(at) != (at >= len(self._rows)):
                self.setRowHidden(at, at >= len(self._rows))
        self.setCurrentIndex(self._store.index(0, 0) if self._rows else QModelIndex())
        self.scrollToTop()
        self.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        """Rows of the new text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """All rows in one call."""
        look = current_look()
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), look.colour("surface"))
        chosen = self.currentIndex().row()
        for at, shown in enumerate(self._rows):
            rect = self.visualRect(self._store.index(at, 0))
            if rect.intersects(event.rect()):
                _draw_row(painter, look, rect, shown, is_chosen=at == chosen)

    def _fit(self) -> None:
        size = QSize(0, current_look().target(ROW_HEIGHT))
        for item in getattr(self, "_items", ()):
            item.setSizeHint(size)


class ResultList(QFrame):
    """Rows and a foot that says how they matched. Signal: `row_chosen(index)`."""

    row_chosen = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("result_list")
        self.setAccessibleName(self.tr("Search results"))
        self._rows = ResultRows(self)
        self._rows.clicked.connect(self._clicked)
        self._left = Text("", "caption", "ink3", name="result_count")
        self._right = Text("", "caption", "ink3", elide=True, name="result_match")
        self._stack = QVBoxLayout(self)
        self._stack.setContentsMargins(1, 1, 1, 1)
        self._stack.setSpacing(0)
        self._stack.addWidget(self._rows, 1)
        self._stack.addWidget(Rule())
        self._stack.addLayout(row(self._left, None, self._right, spacing=8, margins=(18, 0, 16, 0)))
        self._left.setFixedHeight(current_look().px(_FOOT_HEIGHT))

    def show_rows(self, rows: tuple[ResultRow, ...], *, left: str, right: str) -> None:
        """Show an answer."""
        self._rows.show_rows(rows)
        self._rows.setVisible(bool(rows))
        self._left.setText(left)
        self._right.setText(right)

    def chosen_row(self) -> int:
        """The row Enter takes, -1 when there is none."""
        return self._rows.currentIndex().row() if self._rows.rows else -1

    def step(self, key: int) -> None:
        """Move the chosen row by an arrow or page key; it stays inside."""
        page = _SHOWN_ROWS
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: page, Qt.Key.Key_PageUp: -page}
        last = len(self._rows.rows) - 1
        at = min(max(self.chosen_row() + steps[Qt.Key(key)], 0), last)
        self._rows.setCurrentIndex(self._rows.model().index(at, 0))
        self._rows.viewport().update()

    def wanted_height(self) -> int:
        """Height of the rows (nine at most) and the foot, in px."""
        look = current_look()
        return min(len(self._rows.rows), _SHOWN_ROWS) * look.target(ROW_HEIGHT) + look.px(_FOOT_HEIGHT) + 3

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on the foot goes no further."""
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground and border."""
        look = current_look()
        painter = QPainter(self)
        fill_round(painter, self.rect(), CARD_RADIUS, look.colour("surface"), look.colour("line2"), 1)

    def _clicked(self, index: QModelIndex) -> None:
        self.row_chosen.emit(index.row())


def _spoken(shown: ResultRow) -> str:
    return ", ".join(word for word in (shown.number, shown.name, shown.place, shown.badge, shown.amount) if word)


def _draw_row(painter: QPainter, look: Look, rect: QRect, shown: ResultRow, *, is_chosen: bool) -> None:
    px = look.px
    if is_chosen:
        painter.fillRect(rect, look.colour("tint"))
        painter.fillRect(rect.x(), rect.y(), 3, rect.height(), look.colour("accent"))
    icon = QRect(rect.x() + px(16), rect.y(), px(20), rect.height())
    draw_icon(painter, look, icon, shown.icon, 18, "ink2")
    end = rect.right() - px(14)
    ink = look.colour("ink")
    if shown.amount:
        room = QRect(rect.x(), rect.y(), end - rect.x(), rect.height())
        right = Qt.AlignmentFlag.AlignRight
        end -= draw_text(painter, look, room, shown.amount, colour=ink, weight=600, align=right) + px(10)
    if shown.badge:
        width = badge_width(look, shown.badge, shown.badge_icon)
        middle = rect.y() + rect.height() // 2
        draw_badge(painter, look, end - width, middle, text=shown.badge, icon=shown.badge_icon, tone=shown.badge_tone)
        end -= width + px(10)
    at = rect.x() + px(47)
    for text, weight, zero, role, tone in (
        (shown.number, 600, True, "body", "ink"), (shown.name, 500, False, "body", "ink"),
        (shown.place, 400, False, "small", "ink2"),
    ):
        room = QRect(at, rect.y(), max(0, end - at), rect.height())
        at += px(13) + draw_text(
            painter, look, room, text, colour=look.colour(tone), role=role, weight=weight, zero=zero, elide=not zero
        )
