"""`KeyStrip`: the live keys of the screen, by frequency, and one fact about it at the right."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.look.theme import current_look
from ui.widgets.paint import CAP_HEIGHT, cap_width, draw_cap, draw_text
from ui.widgets.rows import line_up

KEY_STRIP_HEIGHT = 34
_MARGIN = 16
_GAP = 16
_CAP_GAP = 6


class LiveKey(NamedTuple):
    """A key that does something now (`F5`, `Ctrl P`) and what it does; `why_not` says why it does not."""

    key: str
    words: str
    why_not: str = ""


class KeyHint(QAbstractButton):
    """Cap and words; a press does what the key does. It never takes the focus away from the work."""

    def __init__(self, live: LiveKey, parent: QWidget) -> None:
        super().__init__(parent)
        self.live = live
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setObjectName(f"key_{live.key.lower().replace(' ', '_')}")
        self.setAccessibleName(f"{live.words}, {live.key}")
        self.setAccessibleDescription(live.why_not)
        self.setToolTip(live.why_not)
        self.setEnabled(not live.why_not)

    def sizeHint(self) -> QSize:
        """From key and words."""
        look = current_look()
        words = look.metrics("small").horizontalAdvance(self.live.words)
        height = look.target(KEY_STRIP_HEIGHT) - (0 if look.is_touch else 1)
        return QSize(cap_width(look, self.live.key) + look.px(_CAP_GAP) + words + 1, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Cap and words."""
        look = current_look()
        painter = QPainter(self)
        width, height = cap_width(look, self.live.key), look.px(CAP_HEIGHT)
        is_pressed = self.isDown()
        cap = QRect(0, (self.height() - height) // 2, width, height)
        ink = look.colour("ink2" if self.isEnabled() else "ink3")
        fill = look.colour("surface" if self.underMouse() and self.isEnabled() else "sunk")
        edge = look.colour("accent" if is_pressed else "line2")
        draw_cap(painter, look, cap, self.live.key, ink=ink, edge=edge, fill=fill)
        room = QRect(width + look.px(_CAP_GAP), 0, self.width(), self.height())
        draw_text(painter, look, room, self.live.words, colour=ink, role="small")


class KeyStrip(QWidget):
    """Never two lines: keys that do not fit are left out (F1 shows them all). Signal: `pressed(key)`."""

    pressed = Signal(str)

    def __init__(self, *, name: str = "key_strip", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(self.tr("Keys of this screen"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._keys: tuple[LiveKey, ...] = ()
        self._hints: list[KeyHint] = []
        self._fact = ""

    @property
    def keys(self) -> tuple[LiveKey, ...]:
        """All live keys, those that do not fit too."""
        return self._keys

    @property
    def fact(self) -> str:
        """The fact at the right."""
        return self._fact

    def set_keys(self, keys: Iterable[LiveKey]) -> None:
        """Show these keys, the most used first."""
        wanted = tuple(keys)
        if wanted == self._keys:
            return
        self._keys = wanted
        for hint in self._hints:
            hint.hide()
            hint.deleteLater()
        self._hints = [KeyHint(live, self) for live in wanted]
        for hint in self._hints:
            hint.clicked.connect(self._clicked)
        self._arrange()

    def set_fact(self, fact: str) -> None:
        """One fact about the screen, at the right."""
        self._fact = fact
        self.setAccessibleDescription(fact)
        self._arrange()

    def sizeHint(self) -> QSize:
        """34 high."""
        return QSize(400, current_look().target(KEY_STRIP_HEIGHT))

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
        """Ground, line above, fact."""
        look = current_look()
        painter = QPainter(self)
        painter.fillRect(self.rect(), look.colour("sunk"))
        painter.fillRect(0, 0, self.width(), 1, look.colour("line"))
        room = self.rect().adjusted(0, 1, -look.px(_MARGIN), 0)
        right = Qt.AlignmentFlag.AlignRight
        draw_text(painter, look, room, self._fact, colour=look.colour("ink3"), role="small", align=right)

    def _clicked(self) -> None:
        hint = self.sender()
        if isinstance(hint, KeyHint):
            self.pressed.emit(hint.live.key)

    def _arrange(self) -> None:
        look = current_look()
        at = look.px(_MARGIN)
        fact = look.metrics("small").horizontalAdvance(self._fact) + look.px(_GAP) if self._fact else 0
        end = self.width() - look.px(_MARGIN) - fact
        top = 0 if look.is_touch else 1
        line_up(self._hints, start=at, end=end, top=top, height=self.height() - top, gap=look.px(_GAP))
        self.update()
