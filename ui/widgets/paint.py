"""Strokes the parts share: rounded frames on whole pixels, key caps, focus rings, icons, text on one baseline."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from ui.look.theme import Look

RADIUS = 4
CARD_RADIUS = 6
CAP_HEIGHT = 20
CAP_PADDING = 11

_CLEAR = Qt.PenStyle.NoPen


def fill_round(
    painter: QPainter, rect: QRect, radius: int, fill: QColor | None, edge: QColor | None, width: int
) -> None:
    """Fill a rounded rectangle and draw its border wholly inside of `rect`; a 1 px line stays 1 px."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    inset = width / 2 if edge is not None else 0.0
    frame = QRectF(rect).adjusted(inset, inset, -inset, -inset)
    painter.setPen(QPen(edge, width) if edge is not None else _CLEAR)
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(frame, radius - inset, radius - inset)


def cap_width(look: Look, key: str) -> int:
    """Width of a key cap with this key on it, in px."""
    return look.metrics("caption", 600).horizontalAdvance(key) + CAP_PADDING


def draw_cap(
    painter: QPainter, look: Look, rect: QRect, key: str, *, ink: QColor, edge: QColor, fill: QColor | None
) -> None:
    """A key cap: a bordered box with the key's name, 12/600."""
    fill_round(painter, rect, RADIUS, fill, edge, 1)
    painter.setPen(ink)
    painter.setFont(look.font("caption", 600))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, key)


def draw_text(
    painter: QPainter, look: Look, rect: QRect, text: str, *, colour: QColor, role: str = "body",
    weight: int | None = None, zero: bool = False, mono: bool = False,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft, elide: bool = False,
) -> int:
    """One line of text, vertically centred; returns its width in px. Only names are elided, never amounts."""
    metrics = look.metrics(role, weight, zero=zero, mono=mono)
    if elide:
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.setFont(look.font(role, weight, zero=zero, mono=mono))
    painter.setPen(colour)
    painter.drawText(rect, align | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, text)
    return metrics.horizontalAdvance(text)


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
