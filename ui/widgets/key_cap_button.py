"""`KeyCapButton`: icon, word and key cap; the one button of the program (LOOK sections 5 and 6)."""

from __future__ import annotations

from PySide6 import QtCore, QtGui
from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QStylePainter, QWidget

from ui.look.qt_numbers import KEY_ENTER, KEY_RETURN, STRONG_FOCUS
from ui.look.theme import Look, current_look
from ui.widgets.paint import CAP_HEIGHT, RADIUS, cap_width, draw_cap, draw_focus_ring, draw_icon, draw_text, fill_round

VARIANTS = ("plain", "primary", "quiet", "link", "risk", "inverse")
_QUIET = {"quiet", "link"}
HEIGHTS = (28, 32, 36, 44, 52, 60)
ICON_PX = 18
_ROLES = {28: "small", 32: "small", 52: "lead", 60: "head"}
_PADDING = 14
_LINK_PADDING = 2
_GAP = 6
_LARGE = 52
_CAP_GAP = 10
_SPREAD_END = 12
_ARC_PX = 18
_ARC_STEP_MS = 40
_ARC_SPAN_DEGREES = 270
_TURN_MS = 1000
_Ink = tuple[QColor | None, QColor | None, str]  # fill, edge, and the token of the text


class KeyCapButton(QAbstractButton):
    """A button that says its key.

    `variant`: `plain`, `primary` (one a screen area), `quiet` (no border), `link` (the same, flush with the text
    above it), `risk` (undoes money), `inverse` (on the refusal's ground). `height`: 28, 32, 36, 44, 52 or 60 px at
    100 %; 52 and 60 use larger type. `spread` puts the word left and the cap right (tender keys); else all is
    centred. Why a button is disabled goes to `set_reason`.
    """

    def __init__(
        self, text: str, *, key: str = "", icon: str = "", variant: str = "plain", height: int = 36,
        spread: bool = False, role: str = "", name: str = "", parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._key = key
        self._icon = icon
        self._variant = variant
        self._height = height
        self._spread = spread
        self._asked_role = role
        self._role = role or _ROLES.get(height, "body")
        self._verb = ""
        self._timer = 0
        self._angle_degrees = 0
        self.setText(text)
        self.setObjectName(name)
        self.setProperty("focusPolicy", STRONG_FOCUS)  # the setter would ask for `Qt`
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self._describe()

    @property
    def key(self) -> str:
        """The key on the cap."""
        return self._key

    @property
    def variant(self) -> str:
        """The kind of button."""
        return self._variant

    @property
    def is_busy(self) -> bool:
        """Whether it waits for an answer."""
        return bool(self._verb)

    def set_words(self, text: str, *, icon: str | None = None) -> None:
        """Another word (`96.40 past due`), and another icon when given."""
        self.setText(text)
        if icon is not None:
            self._icon = icon
        self._describe()
        self.updateGeometry()
        self.update()

    def set_variant(self, variant: str) -> None:
        """Change the kind, for example when another button becomes the primary one."""
        self._variant = variant
        self.update()

    def set_height(self, height: int) -> None:
        """Another of the heights, with the type that belongs to it."""
        self._height, self._role = height, self._asked_role or _ROLES.get(height, "body")
        self.updateGeometry()
        self.update()

    def set_key(self, key: str) -> None:
        """Another key on the cap, or none."""
        self._key = key
        self._describe()
        self.updateGeometry()
        self.update()

    def set_reason(self, reason: str) -> None:
        """Why it is disabled, in a sentence: tool tip and accessible description."""
        self.setToolTip(reason)
        self.setAccessibleDescription(reason)

    def set_busy(self, verb: str) -> None:
        """Show the arc and a verb (`Asking card...`); an empty verb ends it. A busy button keeps its place."""
        self._verb = verb
        if self._timer:
            self.killTimer(self._timer)
            self._timer = 0
        if verb and current_look().has_motion:
            self._timer = self.startTimer(_ARC_STEP_MS)
        self._describe()
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """From the words; the height is the variant's."""
        look = current_look()
        return QSize(self._content_width(look) + 2 * self._padding(look), look.target(self._height))

    def minimumSizeHint(self) -> QSize:
        """Words are never cut."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses a focused button as Space does."""
        if event.key() in {KEY_RETURN, KEY_ENTER} and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)

    def nextCheckState(self) -> None:
        """A busy button does nothing more when pressed."""
        if not self._verb:
            super().nextCheckState()

    def enterEvent(self, event: QtGui.QEnterEvent) -> None:
        """Hover."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Hover ends."""
        super().leaveEvent(event)
        self.update()

    def timerEvent(self, event: QtCore.QTimerEvent) -> None:
        """The arc makes one turn a second."""
        self._angle_degrees = (self._angle_degrees + 360 * _ARC_STEP_MS // _TURN_MS) % 360
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, arc or icon, word, cap, focus."""
        look = current_look()
        fill, edge, ink = self._ink(look)
        painter = QStylePainter(self)
        width = look.tokens.border_px
        fill_round(painter, self.rect(), RADIUS, fill, edge, width)
        if self.hasFocus():
            on_inverse = self._variant == "inverse"
            draw_focus_ring(
                painter, look, self.rect(), is_filled=self._variant == "primary", is_on_inverse=on_inverse
            )
        self._draw_content(painter, look, ink)

    def _draw_content(self, painter: QPainter, look: Look, ink: str) -> None:
        padding = self._padding(look)
        free = self.width() - 2 * padding - self._content_width(look)
        is_left = bool(self._verb) or (self._spread and bool(self._key))
        at = padding + (0 if is_left else max(0, free // 2))
        height = self.height()
        if self._verb:
            self._draw_arc(painter, look, QRect(at, 0, look.px(_ARC_PX), height), look.colour(ink))
            at += look.px(_ARC_PX) + look.px(_GAP) + 2
        elif self._icon:
            draw_icon(painter, look, QRect(at, 0, look.px(ICON_PX), height), self._icon, ICON_PX, ink)
            at += look.px(ICON_PX) + (look.px(_GAP) if self.text() else 0)
        words = self._verb or self.text()
        room = QRect(at, 0, self.width() - at, height)
        at += draw_text(
            painter, look, room, words, colour=look.colour(ink), role=self._role, weight=self._weight()
        )
        if self._key and not self._verb:
            self._draw_key(painter, look, ink, at + look.px(_CAP_GAP), padding)

    def _draw_key(self, painter: QPainter, look: Look, ink: str, at: int, padding: int) -> None:
        width, height = cap_width(look, self._key), look.px(CAP_HEIGHT)
        left = self.width() - look.px(_SPREAD_END) - width if self._spread else at
        edge = QColor(look.colour(ink))
        edge.setAlphaF(0.6 if self.isEnabled() else 0.8)
        rect = QRect(left, (self.height() - height) // 2, width, height)
        draw_cap(painter, look, rect, self._key, ink=look.colour(ink), edge=edge, fill=None)

    def _draw_arc(self, painter: QPainter, look: Look, rect: QRect, colour: QColor) -> None:
        side = look.px(_ARC_PX) - 2
        pen = QPen(colour, 2)
        pen.setCapStyle(QtCore.Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.setBrush(QtCore.Qt.BrushStyle.NoBrush)
        centre = QPointF(rect.center())
        frame = QRectF(centre.x() - side / 2, centre.y() - side / 2, side, side)
        painter.drawArc(frame, -(self._angle_degrees - 90) * 16, -_ARC_SPAN_DEGREES * 16)

    def _ink(self, look: Look) -> _Ink:
        state = self._state()
        if state == "disabled":
            return (None if self._variant in _QUIET else look.colour("sunk"), None, "ink3")
        if self._variant == "primary":
            ground = {"pressed": "accent_pressed", "hover": "accent_hover"}.get(state, "accent")
            return (look.colour(ground), None, "on_accent")
        if self._variant == "inverse":
            wash = QColor(look.colour("on_inverse"))
            wash.setAlphaF({"pressed": 0.24, "hover": 0.12}.get(state, 0.0))
            return (wash, look.colour("on_inverse"), "on_inverse")
        ground = {"pressed": "sunk", "hover": "hover"}.get(state, "raised")
        if self._variant in _QUIET:
            return (look.colour(ground) if state else None, None, "accent")
        if self._variant == "risk":
            return (look.colour("risk_tint" if state else "raised"), look.colour("risk"), "risk")
        return (look.colour(ground), look.colour("line2"), "ink")

    def _state(self) -> str:
        if not self.isEnabled():
            return "disabled"
        if self.isDown() or self.isChecked():
            return "pressed"
        return "hover" if self.underMouse() and not self._verb else ""

    def _weight(self) -> int:
        is_large = self._height >= _LARGE
        return 600 if is_large or self._variant in {"primary", "risk"} else 500

    def _padding(self, look: Look) -> int:
        return look.px(_LINK_PADDING if self._variant == "link" else _PADDING)

    def _content_width(self, look: Look) -> int:
        words = look.metrics(self._role, self._weight()).horizontalAdvance(self._verb or self.text())
        if self._verb:
            return look.px(_ARC_PX) + look.px(_GAP) + 2 + words
        icon = look.px(ICON_PX) + (look.px(_GAP) if self.text() else 0) if self._icon else 0
        cap = look.px(_CAP_GAP) + cap_width(look, self._key) if self._key else 0
        return icon + words + cap

    def _describe(self) -> None:
        words = self._verb or self.text()
        self.setAccessibleName(f"{words}, {self._key}" if self._key else words)
