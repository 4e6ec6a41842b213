"""`SegmentedControl`: one of a few (`Today`, `Yesterday`, `Week`)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from ui.look.theme import current_look
from ui.widgets.paint import RADIUS, draw_icon, draw_text, fill_round

_HEIGHT = 36
_INSET = 3
_PADDING = 13
_ICON_PX = 18


class Segment(NamedTuple):
    """One choice."""

    key: str
    words: str
    icon: str = ""


class SegmentButton(QAbstractButton):
    """One choice as a button; arrows go to its neighbours."""

    def __init__(self, segment: Segment, parent: QWidget) -> None:
        super().__init__(parent)
        self.segment = segment
        self.setText(segment.words)
        self.setCheckable(True)
        self.setObjectName(f"segment_{segment.key}")
        self.setAccessibleName(segment.words)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """From the words."""
        look = current_look()
        icon = look.px(_ICON_PX + 6) if self.segment.icon else 0
        words = look.metrics("body", 600).horizontalAdvance(self.text())
        return QSize(words + icon + 2 * look.px(_PADDING), look.target(_HEIGHT) - (0 if look.is_touch else 2 * _INSET))

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        """A new text size is a new size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Chosen: accent; ring at focus."""
        look = current_look()
        painter = QPainter(self)
        is_here = self.isChecked()
        if is_here or self.underMouse():
            fill_round(painter, self.rect(), RADIUS - 1, look.colour("accent" if is_here else "hover"), None, 0)
        tone = "on_accent" if is_here else "ink2"
        at = look.px(_PADDING)
        if self.segment.icon:
            draw_icon(painter, look, QRect(at, 0, look.px(_ICON_PX), self.height()), self.segment.icon, _ICON_PX, tone)
            at += look.px(_ICON_PX + 6)
        room = self.rect().adjusted(at, 0, 0, 0)
        draw_text(painter, look, room, self.text(), colour=look.colour(tone), weight=600 if is_here else 500)
        if self.hasFocus():
            ring = look.colour("surface" if is_here else "accent")
            fill_round(painter, self.rect().adjusted(1, 1, -1, -1), RADIUS - 1, None, ring, 2)


class SegmentedControl(QWidget):
    """The choices in one frame. Signal: `chosen(key)` when a person chose another one."""

    chosen = Signal(str)

    def __init__(
        self, segments: Sequence[Segment], current: str = "", *, label: str = "", name: str = "segments",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(label)
        self._group = QButtonGroup(self)
        self._buttons = [SegmentButton(segment, self) for segment in segments]
        line = QHBoxLayout(self)
        line.setContentsMargins(_INSET, _INSET, _INSET, _INSET)
        line.setSpacing(2)
        for button in self._buttons:
            self._group.addButton(button)
            line.addWidget(button)
        self._group.buttonClicked.connect(self._clicked)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_current(current or segments[0].key)

    def current(self) -> str:
        """The key chosen."""
        button = self._group.checkedButton()
        return button.segment.key if isinstance(button, SegmentButton) else ""

    def set_current(self, key: str) -> None:
        """Choose without telling."""
        for button in self._buttons:
            if button.segment.key == key:
                button.setChecked(True)

    def set_words(self, key: str, words: str) -> None:
        """Another word for a choice (`All 44`)."""
        for button in self._buttons:
            if button.segment.key == key:
                button.setText(words)
                button.setAccessibleName(words)
                button.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The frame."""
        look = current_look()
        width = look.tokens.border_px
        fill_round(QPainter(self), self.rect(), RADIUS, look.colour("surface"), look.colour("line2"), width)

    def _clicked(self, button: QAbstractButton) -> None:
        if isinstance(button, SegmentButton):
            self.chosen.emit(button.segment.key)
