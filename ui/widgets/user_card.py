"""`UserList`: who may sign in at this station, a card each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QSize, Signal
from PySide6.QtGui import QPainterPath, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QStylePainter, QVBoxLayout, QWidget

from ui.look.qt_numbers import ALIGN_H_CENTER, STRONG_FOCUS
from ui.look.theme import LARGE_PERCENT, current_look
from ui.widgets.paint import CARD_RADIUS, draw_icon, draw_shape, draw_text, fill_round

_WIDTH = 380
_HEIGHT = 56
_FACE_PX = 36
_WORDS_AT = 61


class UserRow(NamedTuple):
    """One person: `key` for code, `words` the name, `second` role and open batch."""

    key: str
    words: str
    second: str


class UserCard(QAbstractButton):
    """Initials, name, role."""

    def __init__(self, shown: UserRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown = shown
        self.has_tick = True
        self.setCheckable(True)
        self.setText(shown.words)
        self.setObjectName(f"user_{shown.key}")
        self.setAccessibleName(shown.words)
        self.setAccessibleDescription(shown.second)
        self.setProperty("focusPolicy", STRONG_FOCUS)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """380 x 56."""
        px = current_look().px
        return QSize(px(_WIDTH), px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """With large text the whole name; at the usual size there is room."""
        look = current_look()
        if look.scale_percent < LARGE_PERCENT:
            return QSize()
        words = max(
            look.metrics("body", 600).horizontalAdvance(self.shown.words),
            look.metrics("small").horizontalAdvance(self.shown.second),
        )
        return QSize(look.px(_WORDS_AT) + words + look.px(46), look.px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Chosen: tint, accent border, tick."""
        look = current_look()
        painter = QStylePainter(self)
        is_here = self.isChecked()
        ground = "tint" if is_here else "hover" if self.underMouse() else "surface"
        edge = "accent" if is_here or self.hasFocus() else "line"
        width = 2 if self.hasFocus() else look.tokens.border_px
        fill_round(painter, self.rect(), CARD_RADIUS, look.colour(ground), look.colour(edge), width)
        side = look.px(_FACE_PX)
        face = QRect(look.px(13), (self.height() - side) // 2, side, side)
        circle = QPainterPath()
        circle.addEllipse(QPointF(face.center()) + QPointF(0.5, 0.5), side / 2, side / 2)
        draw_shape(painter, circle, look.colour("accent" if is_here else "sunk"))
        ink = look.colour("on_accent" if is_here else "ink2")
        draw_text(painter, look, face, initials(self.shown.words), colour=ink, weight=600, align=ALIGN_H_CENTER)
        tick = look.px(46) if is_here else look.px(12)
        room = QRect(look.px(_WORDS_AT), look.px(9), self.width() - look.px(_WORDS_AT) - tick, look.px(20))
        draw_text(painter, look, room, self.shown.words, colour=look.colour("ink"), weight=600, elide=True)
        room.moveTop(look.px(28))
        draw_text(painter, look, room, self.shown.second, colour=look.colour("ink2"), role="small", elide=True)
        if is_here and self.has_tick:
            place = QRect(self.width() - look.px(34), 0, look.px(20), self.height())
            draw_icon(painter, look, place, "check", 18, "accent")


class UserList(QWidget):
    """The cards; arrows go through them. `icon_later` leaves the tick out until `show_icon`. Signal: `chosen(key)`."""

    chosen = Signal(str)

    def __init__(self, *, icon_later: bool = False, name: str = "users", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._has_tick = not icon_later
        self.setObjectName(name)
        self.setAccessibleName(self.tr("Who is at the window"))
        self._group = QButtonGroup(self)
        self._cards: list[UserCard] = []
        self._stack = QVBoxLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.setSpacing(current_look().px(8))
        self._group.buttonToggled.connect(self._toggled)

    @property
    def cards(self) -> tuple[UserCard, ...]:
        """The cards shown."""
        return tuple(self._cards)

    def show_users(self, users: Sequence[UserRow], chosen: str = "") -> None:
        """Show these people; `chosen` is a key, or empty for nobody yet."""
        for card in self._cards:
            self._group.removeButton(card)
            self._stack.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._cards = [UserCard(user, self) for user in users]
        for card in self._cards:
            card.has_tick = self._has_tick
            self._stack.addWidget(card)
            self._group.addButton(card)
            if card.shown.key == chosen:
                card.setChecked(True)

    def show_icon(self) -> None:
        """From now on the chosen card is ticked."""
        self._has_tick = True
        for card in self._cards:
            card.has_tick = True
            card.update()

    def chosen_key(self) -> str:
        """Who is chosen."""
        card = self._group.checkedButton()
        return card.shown.key if isinstance(card, UserCard) else ""

    def _toggled(self, card: QAbstractButton, is_on: bool) -> None:
        if is_on and isinstance(card, UserCard):
            self.chosen.emit(card.shown.key)


def initials(words: str) -> str:
    """Two letters at most: `M. Ruiz` gives `MR`."""
    letters = [word[0] for word in words.replace(".", " ").split() if word]
    return "".join(letters[:1] + letters[-1:] if len(letters) > 1 else letters).upper()
