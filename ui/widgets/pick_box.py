"""`PickBox`: a list to pick from, with the chevron that says so."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QWidget

from ui.look.theme import current_look
from ui.widgets.paint import draw_icon

_CHEVRON_PX = 18
_ROOM = 32


class PickBox(QComboBox):
    """Every list to pick from is one of these: the style sheet takes the arrow of a plain one away."""

    def __init__(self, label: str = "", *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(label)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The chevron over the box."""
        super().paintEvent(event)
        look = current_look()
        side = look.px(_ROOM)
        room = QRect(self.width() - side, 0, side, self.height())
        draw_icon(QPainter(self), look, room, "chevron-down", _CHEVRON_PX, "ink2")
