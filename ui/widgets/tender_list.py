"""`TenderList`: what was given, under one another, with the amounts at the right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from ui.look.theme import current_look
from ui.widgets.paint import RADIUS, draw_icon, draw_text, fill_round

_ROW_HEIGHT = 38
_TWO_LINES = 45
_WORDS_AT = 32


class TenderRow(NamedTuple):
    """One tender: `second` says bank, last four, approver; `tone` is `risk` or `attention` when something is wrong."""

    icon: str
    words: str
    amount: str
    second: str = ""
    tone: str = "ink"


class TenderLine(QAbstractButton):
    """One row; focus marks it for Del."""

    def __init__(self, shown: TenderRow, at: int, tenders: TenderList) -> None:
        super().__init__(tenders)
        self._tenders = tenders
        self.shown = shown
        self.at = at
        self.setObjectName(f"tender_{at}")
        self.setText(shown.words)
        self.setAccessibleName(", ".join(word for word in (shown.words, shown.amount, shown.second) if word))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """One or two lines high."""
        look = current_look()
        amount = look.metrics("figure").horizontalAdvance(self.shown.amount)
        return QSize(look.px(160) + amount, look.target(_TWO_LINES if self.shown.second else _ROW_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """The amount is never cut."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Del asks to remove this tender."""
        if event.key() == Qt.Key.Key_Delete:
            self._tenders.remove_asked.emit(self.at)
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Icon, words, second line, amount."""
        look = current_look()
        painter = QPainter(self)
        shown = self.shown
        if self.hasFocus():
            painter.fillRect(self.rect(), look.colour("tint"))
            painter.fillRect(0, 0, 3, self.height(), look.colour("accent"))
        height, indent = self.height(), look.px(_WORDS_AT)
        tone = "ink2" if shown.tone == "ink" else shown.tone
        draw_icon(painter, look, QRect(0, 0, look.px(20), height), shown.icon, 20, tone)
        right = Qt.AlignmentFlag.AlignRight
        ink = look.colour(shown.tone)
        taken = draw_text(painter, look, self.rect(), shown.amount, colour=ink, role="figure", align=right)
        room = QRect(indent, 0, self.width() - indent - taken - look.px(10), height)
        if shown.second:
            upper = QRect(room.x(), look.px(4), room.width(), look.px(20))
            lower = QRect(room.x(), look.px(23), room.width(), look.px(18))
            draw_text(painter, look, upper, shown.words, colour=ink, weight=500, elide=True)
            draw_text(painter, look, lower, shown.second, colour=look.colour("ink2"), role="small", elide=True)
        else:
            draw_text(painter, look, room, shown.words, colour=ink, weight=500, elide=True)
        if self.hasFocus():
            fill_round(painter, self.rect(), RADIUS, None, look.colour("accent"), 2)


class TenderList(QWidget):
    """The tenders of a receipt.

    Signals: `pressed(index)`, `remove_asked(index)` at Del on a row, `resized()` when there are more or fewer rows.
    """

    pressed = Signal(int)
    remove_asked = Signal(int)
    resized = Signal()

    def __init__(self, *, name: str = "tenders", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(self.tr("Tenders"))
        self._lines: list[TenderLine] = []
        self._stack = QVBoxLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.setSpacing(0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    @property
    def rows(self) -> tuple[TenderRow, ...]:
        """What is shown."""
        return tuple(line.shown for line in self._lines)

    def show_rows(self, rows: Sequence[TenderRow]) -> None:
        """Show these tenders."""
        if tuple(rows) == self.rows:
            return
        for line in self._lines:
            self._stack.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = [TenderLine(shown, at, self) for at, shown in enumerate(rows)]
        for line in self._lines:
            line.clicked.connect(self._pressed)
            self._stack.addWidget(line)
            line.show()  # a line not shown yet has no height, and whoever hears `resized` asks for it
        self.updateGeometry()
        self.resized.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Rows of the new text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            for line in getattr(self, "_lines", ()):
                line.updateGeometry()

    def _pressed(self) -> None:
        line = self.sender()
        if isinstance(line, TenderLine):
            self.pressed.emit(line.at)
