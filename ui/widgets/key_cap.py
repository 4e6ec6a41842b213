"""`KeyCap`: the picture of one key."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.look.theme import current_look
from ui.widgets.paint import CAP_HEIGHT, cap_width, draw_cap


class KeyCap(QWidget):
    """A key's name in a bordered box; `tone` is the token of its word, `edge` of its border."""

    def __init__(
        self, key: str, tone: str = "ink2", edge: str = "line2", *, fill: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._key, self._tone, self._edge, self._fill = key, tone, edge, fill
        self.setAccessibleName(key)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """From the key's name."""
        look = current_look()
        return QSize(cap_width(look, self._key), look.px(CAP_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Box and name."""
        look = current_look()
        draw_cap(
            QPainter(self), look, self.rect(), self._key, ink=look.colour(self._tone), edge=look.colour(self._edge),
            fill=look.colour(self._fill) if self._fill else None,
        )
