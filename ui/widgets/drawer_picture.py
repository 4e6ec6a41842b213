"""`DrawerPicture`: the cash drawer from above, shut or open."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.look.theme import current_look

_WIDTH, _HEIGHT = 168, 95
_WORD_PX = 12
_BILLS = ("20", "10", "5", "1")
_COINS = ("25", "10", "5", "1")


class DrawerPicture(QWidget):
    """The box; open, its tray with bills and coin is drawn out. `set_open(None)` is unknown: drawn shut with a dash."""

    def __init__(self, *, name: str = "drawer_picture", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._is_open: bool | None = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_open(is_open=False)

    def set_open(self, *, is_open: bool | None) -> None:
        """What the sensor says."""
        self._is_open = is_open
        words = {None: self.tr("Drawer unknown"), True: self.tr("Drawer open"), False: self.tr("Drawer shut")}
        self.setAccessibleName(words[is_open])
        self.update()

    def sizeHint(self) -> QSize:
        """168 x 95."""
        px = current_look().px
        return QSize(px(_WIDTH), px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Box behind, tray before it."""
        look = current_look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self.width() / _WIDTH, self.height() / _HEIGHT)
        style = Qt.PenStyle.DashLine if self._is_open is None else Qt.PenStyle.SolidLine
        painter.setPen(QPen(look.colour("line2"), 1, style))
        painter.setBrush(look.colour("sunk"))
        painter.drawRoundedRect(QRectF(4.5, 0.5, 159, 40), 3, 3)
        painter.setBrush(look.colour("surface"))
        if not self._is_open:
            painter.drawRoundedRect(QRectF(0.5, 22.5, 167, 24), 4, 4)
            painter.drawLine(70, 35, 98, 35)
            return
        painter.drawRoundedRect(QRectF(0.5, 22.5, 167, 72), 4, 4)
        for top, height, radius, words in ((28, 34, 3, _BILLS), (66, 20, 10, _COINS)):
            for at, word in enumerate(words):
                cell = QRectF(8 + at * 39, top, 35.5, height)
                painter.setPen(QPen(look.colour("line"), 1))
                painter.setBrush(look.colour("sunk"))
                painter.drawRoundedRect(cell, radius, radius)
                font = QFont(look.font("caption", 500))
                font.setPixelSize(_WORD_PX)
                painter.setFont(font)
                painter.setPen(look.colour("ink2"))
                painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, word)
