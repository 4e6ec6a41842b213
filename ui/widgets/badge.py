"""`Badge`: a state in one or two words (LOOK section 5)."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.look.theme import Look, current_look
from ui.widgets.paint import RADIUS, draw_icon, draw_text, fill_round

BADGE_HEIGHT = 20
_ICON_PX = 14
_PADDING = 8
_GAP = 4


class BadgeInk(NamedTuple):
    """Tokens of one tone: ground, border, text."""

    fill: str
    edge: str
    text: str


TONES: dict[str, BadgeInk] = {
    "neutral": BadgeInk("sunk", "", "ink2"),
    "line": BadgeInk("surface", "line2", "ink2"),
    "accent": BadgeInk("tint", "tint_line", "accent"),
    "attention": BadgeInk("attention_tint", "attention_line", "attention"),
    "risk": BadgeInk("risk_tint", "risk_line", "risk"),
    "inverse": BadgeInk("inverse", "", "on_inverse"),
}


def badge_width(look: Look, text: str, icon: str) -> int:
    """How wide a badge with these words is, in px."""
    words = look.metrics("caption", 500).horizontalAdvance(text)
    return words + 2 * look.px(_PADDING) + (look.px(_ICON_PX) + look.px(_GAP) if icon else 0)


def draw_badge(painter: QPainter, look: Look, left: int, middle: int, *, text: str, icon: str, tone: str) -> int:
    """Paint a badge from `left`, its middle at `middle`; returns its width. Used by the widget and the tables.

    Raises:
        KeyError: the tone is not one of `TONES`.
    """
    ink = TONES[tone]
    width, height = badge_width(look, text, icon), look.px(BADGE_HEIGHT)
    rect = QRect(left, middle - height // 2, width, height)
    edge = look.colour(ink.edge) if ink.edge else None
    fill_round(painter, rect, RADIUS, look.colour(ink.fill), edge, 1)
    at = left + look.px(_PADDING)
    if icon:
        at -= 1
        draw_icon(painter, look, QRect(at, rect.y(), look.px(_ICON_PX), height), icon, _ICON_PX, ink.text)
        at += look.px(_ICON_PX) + look.px(_GAP)
    room = QRect(at, rect.y(), width, height)
    draw_text(painter, look, room, text, colour=look.colour(ink.text), role="caption", weight=500)
    return width


class Badge(QWidget):
    """Icon and word on a tone: neutral (done), line (waiting), accent (moving), attention (act), risk, inverse."""

    def __init__(
        self, text: str, tone: str = "neutral", icon: str = "", *, name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_state(text, tone, icon)

    @property
    def text(self) -> str:
        """The words."""
        return self._text

    @property
    def tone(self) -> str:
        """The tone."""
        return self._tone

    def show_state(self, text: str, tone: str = "neutral", icon: str = "") -> None:
        """Say another state."""
        self._text, self._tone, self._icon = text, tone, icon
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """From the words."""
        look = current_look()
        return QSize(badge_width(look, self._text, self._icon), look.px(BADGE_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, icon, word."""
        draw_badge(
            QPainter(self), current_look(), 0, self.height() // 2, text=self._text, icon=self._icon, tone=self._tone
        )
