"""Strokes the parts share: rounded frames on whole pixels, key caps, focus rings, icons, text on one baseline.

Sign-in is painted with these before the class `Qt` is there (ui.look.qt_numbers); setting a painter's pen or brush
asks for it. So shapes are filled and stroked as paths, and a `QStylePainter` brings the ink of a text along.
"""

from __future__ import annotations

from PySide6 import QtCore
from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPalette, QPen
from PySide6.QtWidgets import QStylePainter

from ui.look.qt_numbers import ALIGN_CENTER, ALIGN_LEFT, ALIGN_V_CENTER, SINGLE_LINE
from ui.look.theme import Look

RADIUS = 4
CARD_RADIUS = 6
CAP_HEIGHT = 20
CAP_PADDING = 11

_INK = QPalette.ColorRole.WindowText


def fill_round(
    painter: QPainter, rect: QRect, radius: int, fill: QColor | None, edge: QColor | None, width: int
) -> None:
    """Fill a rounded rectangle and draw its border wholly inside of `rect`; a 1 px line stays 1 px."""
    inset = width / 2 if edge is not None else 0.0
    path = QPainterPath()
    path.addRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), radius - inset, radius - inset)
    draw_shape(painter, path, fill, edge, width)


def draw_shape(
    painter: QPainter, path: QPainterPath, fill: QColor | None, edge: QColor | None = None, width: int = 1
) -> None:
    """Fill a shape and draw its edge over it, smooth; None leaves either out."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if fill is not None:
        painter.fillPath(path, brush_of(fill))
    if edge is not None:
        pen = QPen()
        pen.setColor(edge)
        pen.setWidth(width)
        painter.strokePath(path, pen)


def brush_of(colour: QColor) -> QBrush:
    """A plain brush; made by a palette, because the brush's own making asks for `Qt`."""
    return _palette_of(colour).brush(_INK)


def cap_width(look: Look, key: str) -> int:
    """Width of a key cap with this key on it, in px."""
    return look.metrics("caption", 600).horizontalAdvance(key) + CAP_PADDING


def draw_cap(
    painter: QPainter, look: Look, rect: QRect, key: str, *, ink: QColor, edge: QColor, fill: QColor | None
) -> None:
    """A key cap: a bordered box with the key's name, 12/600."""
    fill_round(painter, rect, RADIUS, fill, edge, 1)
    painter.setFont(look.font("caption", 600))
    _write(painter, rect, ALIGN_CENTER, key, ink)


def draw_text(
    painter: QPainter, look: Look, rect: QRect, text: str, *, colour: QColor, role: str = "body",
    weight: int | None = None, zero: bool = False, mono: bool = False, align: int = ALIGN_LEFT, elide: bool = False,
) -> int:
    """One line of text, vertically centred; returns its width in px. Only names are elided, never amounts."""
    metrics = look.metrics(role, weight, zero=zero, mono=mono)
    width = metrics.horizontalAdvance(text)
    if elide and width > rect.width():
        text = metrics.elidedText(text, QtCore.Qt.TextElideMode.ElideRight, rect.width())
        width = metrics.horizontalAdvance(text)
    painter.setFont(look.font(role, weight, zero=zero, mono=mono))
    _write(painter, rect, align | ALIGN_V_CENTER | SINGLE_LINE, text, colour)
    return width


def draw_icon(painter: QPainter, look: Look, rect: QRect, name: str, px: int, token: str) -> None:
    """An icon in the middle of `rect`, at the ratio of the device painted on."""
    pixmap = look.pixmap(name, px, token, painter.device().devicePixelRatioF())
    side = look.px(px)
    left = rect.x() + (rect.width() - side) // 2
    top = rect.y() + (rect.height() - side) // 2
    painter.drawPixmap(QPointF(left, top), pixmap)


def draw_focus_ring(
    painter: QPainter, look: Look, rect: QRect, *, is_filled: bool, is_on_inverse: bool = False
) -> None:
    """The 2 px accent ring of a focused button; a filled button gets a surface ring inside of it.

    On the refusal's ground the accent is not seen; the ring is painted in the tone of its icons there.
    """
    fill_round(painter, rect, RADIUS, None, look.colour("inverse_icon" if is_on_inverse else "accent"), 2)
    if is_filled:
        fill_round(painter, rect.adjusted(2, 2, -2, -2), RADIUS - 1, None, look.colour("surface"), 2)


def _write(painter: QPainter, rect: QRect, flags: int, text: str, colour: QColor) -> None:
    if isinstance(painter, QStylePainter):
        painter.drawItemText(rect, flags, _palette_of(colour), True, text, _INK)
    else:
        painter.setPen(colour)
        painter.drawText(rect, flags, text)


def _palette_of(colour: QColor) -> QPalette:
    palette = QPalette()
    palette.setColor(_INK, colour)
    return palette
