"""`SavedTrail`: the last receipts with what became of their paper, under the receipt lines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.look.theme import current_look
from ui.widgets.paint import RADIUS, draw_icon, draw_text, fill_round
from ui.widgets.rows import line_up

_HEIGHT = 28
_GAP = 22


class SavedReceipt(NamedTuple):
    """One receipt: `state` says printed, not printed, unsure, its icon with it; `is_trouble`: somebody must act."""

    number: str
    amount: str
    state: str = "printed"
    is_trouble: bool = False
    icon: str = "check"


class TrailItem(QAbstractButton):
    """One receipt; a press opens it."""

    def __init__(self, shown: SavedReceipt, parent: QWidget) -> None:
        super().__init__(parent)
        self.shown = shown
        self.setText(shown.number)
        self.setObjectName(f"saved_{shown.number}")
        self.setAccessibleName(
            self.tr("Receipt {number}, {amount}, {state}").format(
                number=shown.number, amount=shown.amount, state=shown.state
            )
        )
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def sizeHint(self) -> QSize:
        """From the words."""
        look = current_look()
        small, strong = look.metrics("small"), look.metrics("small", 500, zero=True)
        figures = strong.horizontalAdvance(self.shown.number) + strong.horizontalAdvance(self.shown.amount)
        return QSize(
            figures + small.horizontalAdvance(self.shown.state) + look.px(11 + 10 + 18 + 4) + 2, look.target(_HEIGHT)
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Number, amount, icon, state."""
        look = current_look()
        painter = QPainter(self)
        tone = "attention" if self.shown.is_trouble else "ink2"
        ink = look.colour("ink")
        at, height = 0, self.height()
        for text, zero in ((self.shown.number, True), (self.shown.amount, False)):
            room = QRect(at, 0, self.width(), height)
            at += look.px(11) + draw_text(
                painter, look, room, text, colour=ink, role="small", weight=500, zero=zero
            )
        icon = "printer-off" if self.shown.is_trouble else self.shown.icon
        draw_icon(painter, look, QRect(at - 1, 0, look.px(16), height), icon, 16, tone)
        at += look.px(16 + 4)
        room = QRect(at, 0, self.width(), height)
        draw_text(painter, look, room, self.shown.state, colour=look.colour(tone), role="small")
        if self.hasFocus():
            fill_round(painter, self.rect(), RADIUS, None, look.colour("accent"), 2)


class SavedTrail(QWidget):
    """`Saved` and the last receipts, as many as fit. Signal: `pressed(number)`."""

    pressed = Signal(str)

    def __init__(self, label: str = "Saved", *, name: str = "saved_trail", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._label = label
        self.setAccessibleName(self.tr("Receipts saved last"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._items: list[TrailItem] = []

    def show_receipts(self, receipts: Sequence[SavedReceipt]) -> None:
        """Show these, the newest first."""
        for item in self._items:
            item.hide()
            item.deleteLater()
        self._items = [TrailItem(shown, self) for shown in receipts]
        for item in self._items:
            item.clicked.connect(self._clicked)
        self._arrange()

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(200, current_look().target(_HEIGHT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange anew."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """A new text size is a new arrangement."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
            self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The label; the items paint themselves."""
        if self._items:
            look = current_look()
            draw_text(QPainter(self), look, self.rect(), self._label, colour=look.colour("ink2"), role="small")

    def _clicked(self) -> None:
        item = self.sender()
        if isinstance(item, TrailItem):
            self.pressed.emit(item.shown.number)

    def _arrange(self) -> None:
        look = current_look()
        at = look.metrics("small").horizontalAdvance(self._label) + look.px(15)
        line_up(self._items, start=at, end=self.width(), top=0, height=self.height(), gap=look.px(_GAP))
