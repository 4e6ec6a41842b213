"""`Rail`: the rooms a role may enter, icon over word (LOOK section 5)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from ui.look.theme import current_look
from ui.widgets.paint import draw_icon, draw_text, fill_round

RAIL_WIDTH = 80
ITEM_HEIGHT = 66
_FOLDED_WIDTH = 56
_BAR_PX = 3
_ICON_PX = 24


class Room(NamedTuple):
    """A room: `key` for code, `word` and `icon` for people."""

    key: str
    word: str
    icon: str


ROOMS = (
    Room("till", "Till", "cash-register"),
    Room("mail", "Mail", "mailbox"),
    Room("batches", "Batches", "stack-2"),
    Room("account", "Account", "home-search"),
    Room("orders", "Orders", "tools"),
    Room("office", "Office", "building"),
    Room("reports", "Reports", "chart-bar"),
    Room("set_up", "Set-up", "settings"),
)


class RailItem(QAbstractButton):
    """One room."""

    def __init__(self, room: Room, rail: Rail) -> None:
        super().__init__(rail)
        self._rail = rail
        self.room = room
        self.setText(self.tr(room.word))
        self.setObjectName(f"rail_{room.key}")
        self.setAccessibleName(self.text())
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)

    def minimumSizeHint(self) -> QSize:
        """On a low screen it gets lower, never lower than a finger needs."""
        return QSize(self.sizeHint().width(), 44 if self._rail.is_folded else current_look().px(54))

    def sizeHint(self) -> QSize:
        """66 high."""
        look = current_look()
        word = 0 if self._rail.is_folded else look.metrics("small", 500).horizontalAdvance(self.text())
        return QSize(word + 8, look.px(ITEM_HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down go to the neighbour, Enter goes in."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        elif event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self._rail.step_focus(self, 1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Current: surface ground, accent bar, accent icon and word."""
        look = current_look()
        painter = QPainter(self)
        tone = "accent" if self.isChecked() else "ink2"
        if self.isChecked():
            painter.fillRect(self.rect(), look.colour("surface"))
            painter.fillRect(0, 0, look.px(_BAR_PX), self.height(), look.colour("accent"))
        elif self.underMouse():
            painter.fillRect(self.rect(), look.colour("hover"))
        icon, word = look.px(_ICON_PX), look.px(18)
        if self._rail.is_folded:
            draw_icon(painter, look, self.rect(), self.room.icon, _ICON_PX, tone)
        else:
            top = (self.height() - icon - word - look.px(6)) // 2 + 1
            draw_icon(painter, look, QRect(0, top, self.width(), icon), self.room.icon, _ICON_PX, tone)
            room = QRect(0, top + icon + look.px(5), self.width(), word)
            centre = Qt.AlignmentFlag.AlignHCenter
            draw_text(
                painter, look, room, self.text(), colour=look.colour(tone), role="small", weight=500, align=centre
            )
        if self.hasFocus():
            fill_round(painter, self.rect().adjusted(2, 2, -2, -2), 4, None, look.colour("accent"), 2)


class Rail(QWidget):
    """The rooms under one another. Signal: `room_chosen(key)`.

    Rooms a role lacks are absent, not grey. Folded it shows icons with their words as tips (from 125 % text on a
    narrow screen).
    """

    room_chosen = Signal(str)

    def __init__(self, rooms: Iterable[Room] = (), *, name: str = "rail", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(self.tr("Rooms"))
        self._items: list[RailItem] = []
        self.is_folded = False
        px = current_look().px
        self._stack = QVBoxLayout(self)
        self._stack.setContentsMargins(0, px(8), 1, px(8))
        self._stack.setSpacing(px(2))
        self._stack.addStretch(1)
        self.setFixedWidth(px(RAIL_WIDTH))
        self.set_rooms(rooms)

    def set_rooms(self, rooms: Iterable[Room]) -> None:
        """Show these rooms."""
        for item in self._items:
            self._stack.removeWidget(item)
            item.deleteLater()
        self._items = [RailItem(room, self) for room in rooms]
        for at, item in enumerate(self._items):
            item.clicked.connect(self._chosen)
            self._stack.insertWidget(at, item)

    def set_current(self, key: str) -> None:
        """Mark the room one is in."""
        for item in self._items:
            item.setChecked(item.room.key == key)

    def set_folded(self, is_folded: bool) -> None:
        """Icons only, words as tips, or both."""
        self.is_folded = is_folded
        self.setFixedWidth(current_look().px(_FOLDED_WIDTH if is_folded else RAIL_WIDTH))
        for item in self._items:
            item.setToolTip(item.text() if is_folded else "")
            item.updateGeometry()

    def step_focus(self, item: RailItem, step: int) -> None:
        """Move the focus to a neighbour."""
        self._items[(self._items.index(item) + step) % len(self._items)].setFocus(Qt.FocusReason.TabFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        """Take the width of the new text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.set_folded(self.is_folded)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground and the line at its right."""
        look = current_look()
        painter = QPainter(self)
        painter.fillRect(self.rect(), look.colour("sunk"))
        painter.fillRect(self.width() - 1, 0, 1, self.height(), look.colour("line"))

    def _chosen(self) -> None:
        item = self.sender()
        if isinstance(item, RailItem):
            self.room_chosen.emit(item.room.key)
