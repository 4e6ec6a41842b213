"""`DriveThruPicture`: the line drawing at the foot of the sign-in's dark panel."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.look.theme import current_look
from ui.widgets.paint import draw_shape

_WIDTH, _HEIGHT = 392, 112


class DriveThruPicture(QWidget):
    """A booth, its roof over the lane, a car; drawn in quiet strip ink, decoration only."""

    def __init__(self, *, name: str = "drive_thru", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName("Drawing of a drive-thru window")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """392 x 112."""
        return QSize(_WIDTH, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Straight lines lie on whole pixels; all is one stroke."""
        look = current_look()
        colour = QColor(look.tokens.quiet_on_strip)
        colour.setAlphaF(0.55)
        painter = QPainter(self)
        lines = QPainterPath()
        for x1, y1, x2, y2 in (
            (0, 2, 352, 2), (0, 14, 352, 14), (352, 2, 352, 110), (340, 14, 340, 110), (0, 110, 392, 110),
            (56, 36, 56, 76), (265, 52, 265, 70), (224, 70, 312, 70),
        ):
            lines.moveTo(x1 + 0.5, y1 + 0.5)
            lines.lineTo(x2 + 0.5, y2 + 0.5)
        for x, y, width, height in ((10, 14, 150, 96), (26, 36, 60, 40), (106, 50, 30, 60)):
            lines.addRect(x + 0.5, y + 0.5, width, height)
        draw_shape(painter, lines, None, colour)
        draw_shape(painter, _car(), None, colour)
        wheels = QPainterPath()
        for x in (233, 305):
            wheels.addEllipse(QPointF(x, 102), 10, 10)
        draw_shape(painter, wheels, look.colour("strip"), colour)


def _car() -> QPainterPath:
    path = QPainterPath(QPointF(205, 102))
    path.lineTo(205, 84)
    path.cubicTo(205, 74, 214, 71, 225, 70)
    path.lineTo(243, 52)
    path.lineTo(289, 52)
    path.lineTo(312, 70)
    path.cubicTo(326, 71, 333, 76, 333, 86)
    path.lineTo(333, 96)
    path.cubicTo(333, 100, 331, 102, 328, 102)
    path.lineTo(205, 102)
    return path
