"""`UndoBar`: what was done, and the way back, for eight seconds at the bottom."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.look.theme import current_look
from ui.widgets.icon import Icon
from ui.widgets.paint import CAP_HEIGHT, RADIUS, cap_width, draw_cap, draw_text, fill_round
from ui.widgets.rows import row
from ui.widgets.text import Text

SHOWN_MS = 8000
_HEIGHT = 40


class UndoButton(QAbstractButton):
    """`Undo` and its key, in the bar's ink."""

    def __init__(self, key: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._key = key
        self.setText(self.tr("Undo"))
        self.setAccessibleName(f"{self.text()}, {key}")
        self.setObjectName("undo_button")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Word and cap."""
        look = current_look()
        word = look.metrics("body", 600).horizontalAdvance(self.text())
        return QSize(word + look.px(10) + cap_width(look, self._key) + 12, look.target(_HEIGHT - 8))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Word and cap."""
        look = current_look()
        painter = QPainter(self)
        ink = look.colour("on_inverse")
        room = self.rect().adjusted(6, 0, 0, 0)
        at = 6 + draw_text(painter, look, room, self.text(), colour=ink, weight=600) + look.px(10)
        height = look.px(CAP_HEIGHT)
        cap = QRect(at, (self.height() - height) // 2, cap_width(look, self._key), height)
        draw_cap(painter, look, cap, self._key, ink=ink, edge=ink, fill=None)
        if self.hasFocus() or self.isDown() or self.underMouse():
            fill_round(painter, self.rect(), RADIUS, None, look.colour("inverse_icon"), 2 if self.hasFocus() else 1)


class UndoBar(QWidget):
    """Inverse, 40 high. Signals: `undone()`, `expired()` when its time is over; hidden after both."""

    undone = Signal()
    expired = Signal()

    def __init__(self, *, key: str = "Ctrl Z", name: str = "undo_bar", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._words = Text("", "body", "on_inverse", weight=500, elide=True, name=f"{name}_words")
        self._button = UndoButton(key, self)
        self._button.clicked.connect(self.undo)
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(SHOWN_MS)
        self._clock.timeout.connect(self._expire)
        line = row(Icon("check", 18, "on_inverse"), 2, self._words, self._button, margins=(14, 0, 6, 0))
        line.setStretch(2, 1)
        self.setLayout(line)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def words(self) -> str:
        """What was done."""
        return self._words.text()

    def show_done(self, words: str) -> None:
        """Say what was done (`Line 104-2290 removed`) and start the eight seconds."""
        self._words.setText(words)
        self.setAccessibleName(words)
        self.show()
        self._clock.start()

    def undo(self) -> None:
        """The way back; the caller's shortcut ends here too."""
        if not self.isHidden():
            self._clock.stop()
            self.hide()
            self.undone.emit()

    def sizeHint(self) -> QSize:
        """40 high."""
        return QSize(super().sizeHint().width(), current_look().px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Inverse ground."""
        look = current_look()
        fill_round(QPainter(self), self.rect(), RADIUS, look.colour("inverse"), None, 0)

    def _expire(self) -> None:
        self.hide()
        self.expired.emit()
