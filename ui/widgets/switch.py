"""`Switch`: a fault to switch on in practice; ochre when on, and its word gets heavy."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.look.theme import current_look
from ui.widgets.paint import RADIUS, draw_text, fill_round

_WIDTH, _HEIGHT = 38, 22
_GAP = 10


class Switch(QAbstractButton):
    """Word at the left, switch at the right. Signal: `toggled(bool)` of QAbstractButton."""

    def __init__(self, words: str, *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(words)
        self.setCheckable(True)
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Word and switch."""
        look = current_look()
        words = look.metrics("body", 600).horizontalAdvance(self.text())
        return QSize(words + look.px(_GAP + _WIDTH), look.target(28))

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter switches as Space does."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """A new text size is a new size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Word, track, knob; the knob's side says the state too."""
        look = current_look()
        painter = QPainter(self)
        is_on = self.isChecked()
        ink = look.colour("ink" if self.isEnabled() else "ink3")
        draw_text(painter, look, self.rect(), self.text(), colour=ink, weight=600 if is_on else 400)
        width, height = look.px(_WIDTH), look.px(_HEIGHT)
        track = QRect(self.width() - width, (self.height() - height) // 2, width, height)
        fill = look.colour("attention_fill" if is_on else "surface")
        edge = look.colour("attention" if is_on else "line2")
        fill_round(painter, track, height // 2, fill, edge, look.tokens.border_px)
        radius = height / 2 - 4
        middle = track.y() + height / 2
        at = track.right() - height / 2 + 1 if is_on else track.x() + height / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("on_attention_fill" if is_on else "line2"))
        painter.drawEllipse(QPointF(at, middle), radius, radius)
        if self.hasFocus():
            fill_round(painter, self.rect(), RADIUS, None, look.colour("accent"), 2)
