"""`BarChart`: bars for hours or months, one of them chosen, each a step of the arrow keys (LOOK section 5)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.look.theme import Look, current_look
from ui.widgets.paint import RADIUS, draw_text, fill_round

_HEIGHT, _LEAST = 300, 180
_AXIS, _TOP, _FOOT, _RIGHT = 44, 44, 30, 16
_BAR_PX = 56
_GROUND_PX = 104
_STEPS = (1, 2, 3, 4, 5, 6, 8)
_LINES = 4


class Bar(NamedTuple):
    """One bar: `label` below it, `words` for ears and tool tip, `tall` what it stands for, never negative."""

    label: str
    words: str
    tall: int


class BarChart(QWidget):
    """Signals: `chosen(int)` another bar; `opened(int)` Enter, a double press, or a press on the chosen one.

    The accessible name says the chosen bar, the description all of them; a table of the same figures is the view's.
    """

    chosen = Signal(int)
    opened = Signal(int)

    def __init__(self, title: str, *, name: str = "chart", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._title = title
        self._bars: tuple[Bar, ...] = ()
        self._current = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMouseTracking(True)
        self._say()

    @property
    def current(self) -> int:
        """The bar chosen, -1 while there is none."""
        return self._current

    def show_bars(self, bars: Sequence[Bar]) -> None:
        """Show these; the tallest is chosen at first, later the one that was."""
        fresh = not self._bars
        self._bars = tuple(bars)
        if fresh or self._current >= len(self._bars):
            tallest = max((bar.tall for bar in self._bars), default=0)
            self._current = next((at for at, bar in enumerate(self._bars) if bar.tall == tallest), -1)
        self._say()
        self.update()

    def sizeHint(self) -> QSize:
        """300 high; it grows."""
        px = current_look().px
        return QSize(px(480), px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Still readable."""
        px = current_look().px
        return QSize(px(320), px(_LEAST))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left, Right, Home and End choose, Enter opens."""
        steps = {
            Qt.Key.Key_Left: self._current - 1, Qt.Key.Key_Right: self._current + 1, Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(self._bars) - 1,
        }  # fmt: skip
        if event.key() in steps:
            self._choose(steps[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._current >= 0:
            self.opened.emit(self._current)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press chooses, another one opens."""
        at = self._bar_at(event.position().toPoint().x())
        if at == self._current and at >= 0:
            self.opened.emit(at)
        else:
            self._choose(at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The tool tip says the bar's words."""
        at = self._bar_at(event.position().toPoint().x())
        self.setToolTip(self._bars[at].words if at >= 0 else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Grid, bars, labels, the chosen one in accent."""
        look, painter = current_look(), QPainter(self)
        head = QRect(look.px(16), look.px(10), self.width() - look.px(32), look.px(20))
        draw_text(painter, look, head, self._title, colour=look.colour("ink2"), role="small", weight=500)
        room = self._room(look)
        top = nice_top(max((bar.tall for bar in self._bars), default=0))
        self._draw_grid(painter, look, room, top)
        for at, bar in enumerate(self._bars):
            self._draw_bar(painter, look, room, top, at, bar)
        painter.fillRect(room.x(), room.bottom(), room.width(), 1, look.colour("line2"))

    def _draw_grid(self, painter: QPainter, look: Look, room: QRect, top: int) -> None:
        for part in range(1, _LINES + 1):
            if top * part % _LINES:
                continue
            y = room.bottom() - room.height() * part // _LINES
            painter.fillRect(room.x(), y, room.width(), 1, look.colour("line"))
            label = QRect(0, y - look.px(9), room.x() - look.px(8), look.px(18))
            draw_text(painter, look, label, str(top * part // _LINES), colour=look.colour("ink2"), role="caption",
                      align=Qt.AlignmentFlag.AlignRight)  # fmt: skip

    def _draw_bar(self, painter: QPainter, look: Look, room: QRect, top: int, at: int, bar: Bar) -> None:
        slot = self._slot(room, at)
        is_here = at == self._current
        high = room.height() * bar.tall // top
        width = min(look.px(_BAR_PX), slot.width() * 62 // 100)
        shape = QRect(slot.center().x() - width // 2, room.bottom() - high, width, high)
        if is_here and self.hasFocus():
            side = max(2, (slot.width() - look.px(_GROUND_PX)) // 2)
            ground = slot.adjusted(side, -look.px(22), -side, look.px(_FOOT) - 4)
            fill_round(painter, ground, RADIUS, look.colour("tint"), look.colour("accent"), 2)
        painter.fillRect(shape, look.colour("chart_now" if is_here else "chart_other"))
        middle = Qt.AlignmentFlag.AlignHCenter
        above = QRect(slot.x(), shape.y() - look.px(21), slot.width(), look.px(19))
        tone, weight = ("accent", 600) if is_here else ("ink2", 400)
        if bar.tall or is_here:
            draw_text(painter, look, above, f"{bar.tall:,}", colour=look.colour(tone), weight=weight, align=middle)
        below = QRect(slot.x(), room.bottom() + look.px(5), slot.width(), look.px(18))
        tone = "ink" if is_here else "ink2"
        draw_text(painter, look, below, bar.label, colour=look.colour(tone), role="caption", align=middle,
                  weight=600 if is_here else 400)  # fmt: skip

    def _room(self, look: Look) -> QRect:
        px = look.px
        return QRect(px(_AXIS), px(_TOP) + px(12), self.width() - px(_AXIS) - px(_RIGHT),
                     self.height() - px(_TOP) - px(12) - px(_FOOT))  # fmt: skip

    def _slot(self, room: QRect, at: int) -> QRect:
        left = room.x() + room.width() * at // len(self._bars)
        right = room.x() + room.width() * (at + 1) // len(self._bars)
        return QRect(left, room.y(), right - left, room.height())

    def _bar_at(self, x: int) -> int:
        room = self._room(current_look())
        if not self._bars or not room.x() <= x <= room.right():
            return -1
        return min(len(self._bars) - 1, (x - room.x()) * len(self._bars) // max(1, room.width()))

    def _choose(self, at: int) -> None:
        if 0 <= at < len(self._bars) and at != self._current:
            self._current = at
            self._say()
            self.update()
            self.chosen.emit(at)

    def _say(self) -> None:
        here = f": {self._bars[self._current].words}" if self._current >= 0 else ""
        self.setAccessibleName(f"{self._title}{here}")
        self.setAccessibleDescription("; ".join(bar.words for bar in self._bars))
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.NameChanged))


def nice_top(tallest: int) -> int:
    """The least of 4, 8, 12, 16, 20, 24, 32, 40 ... not lower than the tallest bar: grid lines are whole numbers."""
    power = 1
    while True:
        for step in _STEPS:
            if step * power * _LINES >= tallest:
                return step * power * _LINES
        power *= 10
