"""`PaperRoll`: what the printer printed, as paper coming out of its slot."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from receipts.renderers.roll import DrawnBars, DrawnCut, DrawnRule, DrawnText, Roll
from ui.look.theme import current_look

_PAPER, _INK, _EDGE = "#FFFFFF", "#171D1B", "#DADDD8"
_LINE_HEIGHT = 16
_MARGIN = 15
_SLOT_HEIGHT = 7
_GAP = 8
_TOOTH = 5
_NOTHING = Roll(42, 0, ())


class PaperRoll(QWidget):
    """Paints a `Roll`; paper is white in every theme. Put it into a scroll area: its height grows with the paper."""

    def __init__(self, *, name: str = "paper_roll", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._roll = _NOTHING
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_roll(_NOTHING)

    def show_roll(self, roll: Roll) -> None:
        """Show this paper."""
        self._roll = roll
        texts = [piece.text.strip() for piece in roll.drawn if isinstance(piece, DrawnText)]
        self.setAccessibleName(self.tr("Paper"))
        self.setAccessibleDescription("\n".join(texts) or "no paper yet")
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """The words on the paper, a line each, for tests and screen readers."""
        return self.accessibleDescription()

    def sizeHint(self) -> QSize:
        """As wide as its columns, as high as its rows."""
        look = current_look()
        width = self._column_width() * self._roll.columns + 2 * look.px(_MARGIN)
        height = look.px(_LINE_HEIGHT) * self._roll.rows + 2 * look.px(_MARGIN)
        return QSize(round(width), look.px(_SLOT_HEIGHT + _GAP) + height + _TOOTH)

    def minimumSizeHint(self) -> QSize:
        """Paper is never cut at its side."""
        return QSize(self.sizeHint().width(), current_look().px(80))

    def changeEvent(self, event: QEvent) -> None:
        """A new text size is a new size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Slot, paper with a torn edge, rows."""
        look = current_look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("inverse"))
        painter.drawRoundedRect(QRectF(0, 0, self.width(), look.px(_SLOT_HEIGHT)), 3, 3)
        top = look.px(_SLOT_HEIGHT + _GAP)
        painter.setPen(QPen(QColor(_EDGE), 1))
        painter.setBrush(QColor(_PAPER))
        painter.drawPolygon(_torn(self.width(), top, self.height()))
        painter.translate(look.px(_MARGIN), top + look.px(_MARGIN) - 2)
        for piece in self._roll.drawn:
            self._draw(painter, piece)

    def _draw(self, painter: QPainter, piece: DrawnText | DrawnRule | DrawnBars | DrawnCut) -> None:
        look = current_look()
        step, width = look.px(_LINE_HEIGHT), self._column_width()
        top = piece.row * step
        if isinstance(piece, DrawnText):
            painter.save()
            painter.setPen(QColor(_INK))
            painter.setFont(look.font("caption", 600 if piece.bold else 400, mono=True))
            painter.translate(piece.column * width, top)
            painter.scale(piece.wide, piece.high)
            painter.drawText(QPointF(0, step * 0.75), piece.text)
            painter.restore()
        elif isinstance(piece, DrawnBars):
            self._draw_bars(painter, piece, top, step * piece.high - 4)
        else:
            middle = top + step / 2 if isinstance(piece, DrawnRule) else float(top)
            painter.setPen(QPen(QColor(_INK), 1, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(0, middle), QPointF(width * self._roll.columns, middle))

    def _draw_bars(self, painter: QPainter, piece: DrawnBars, top: int, height: int) -> None:
        room = self._column_width() * self._roll.columns
        module = max(1, min(2, int(room // max(1, piece.modules))))
        at = float(int((room - piece.modules * module) / 2))
        for order, wide in enumerate(piece.widths):
            if order % 2 == 0:
                painter.fillRect(QRectF(at, top, wide * module, height), QColor(_INK))
            at += wide * module

    def _column_width(self) -> float:
        return QFontMetricsF(current_look().font("caption", mono=True)).horizontalAdvance("0")


def _torn(width: int, top: int, bottom: int) -> QPolygonF:
    points = [QPointF(0.5, top), QPointF(width - 0.5, top), QPointF(width - 0.5, bottom - _TOOTH)]
    at, is_low = float(width - 0.5), True
    while at > _TOOTH:
        at -= _TOOTH
        points.append(QPointF(at, bottom - 1 if is_low else bottom - _TOOTH))
        is_low = not is_low
    points.append(QPointF(0.5, bottom - _TOOTH))
    return QPolygonF(points)
