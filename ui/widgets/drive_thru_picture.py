"""`DriveThruPicture`: the line drawing at the foot of the sign-in's dark panel."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.look.theme import current_look
from ui.widgets.paint import draw_shape

_WIDTH, _HEIGHT = 392, 112
_LINES = (
    (0, 2, 353, 1), (0, 14, 353, 1), (352, 3, 1, 11), (352, 15, 1, 95), (340, 15, 1, 95),  # roof and post
    (10, 15, 1, 95), (160, 15, 1, 95), (0, 110, 393, 1),  # booth and ground
    (26, 36, 61, 1), (26, 76, 61, 1), (26, 37, 1, 39), (56, 37, 1, 39), (86, 37, 1, 39),  # window
    (106, 50, 31, 1), (106, 51, 1, 59), (136, 51, 1, 59),  # door
    (265, 52, 1, 18), (224, 70, 89, 1),  # car
)


class DriveThruPicture(QWidget):
    """A booth, its roof over the lane, a car; drawn in quiet strip ink, decoration only."""

    def __init__(self, *, name: str = "drive_thru", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(self.tr("Drawing of a drive-thru window"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """392 x 112."""
        return QSize(_WIDTH, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Straight lines lie on whole pixels and never cross, so that all of them are one shape to fill."""
        look = current_look()
        colour = QColor(look.tokens.quiet_on_strip)
        colour.setAlphaF(0.55)
        painter = QPainter(self)
        lines = QPainterPath()
        for x, y, width, height in _LINES:
            lines.addRect(x, y, width, height)
        draw_shape(painter, lines, colour)
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
