"""`Icon`: one icon beside its words."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.look.theme import current_look
from ui.widgets.paint import draw_icon


class Icon(QWidget):
    """An icon of `resources/icons`, `px` at 100 %, in a token's colour; decoration, the words carry the meaning."""

    def __init__(self, icon: str, px: int = 18, tone: str = "ink2", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self._px = px
        self._tone = tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_icon(self, icon: str, tone: str) -> None:
        """Show another icon or tone."""
        self._icon, self._tone = icon, tone
        self.update()

    def sizeHint(self) -> QSize:
        """A square."""
        side = current_look().px(self._px)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it from the cache."""
        painter = QPainter(self)
        draw_icon(painter, current_look(), QRect(0, 0, self.width(), self.height()), self._icon, self._px, self._tone)
