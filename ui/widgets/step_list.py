"""`StepList`: the steps of a guided path in the left column of set-up."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from ui.look.theme import current_look
from ui.widgets.paint import draw_icon, draw_text, fill_round

_HEIGHT = 62
_WORDS_HEIGHT = 38
_CIRCLE_PX = 28
_WORDS_AT = 57


class Step(NamedTuple):
    """One step and what came of it, or what it will ask."""

    words: str
    second: str = ""


class StepRow(QAbstractButton):
    """Done: a tick; here: accent and surface ground; to come: its number."""

    def __init__(self, number: int, step: Step, parent: QWidget, *, height: int = _HEIGHT) -> None:
        super().__init__(parent)
        self.number = number
        self._height = height
        self._step, self._state = step, ""
        self.setText(step.words)
        self.setObjectName(f"step_{number}")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def is_here(self) -> bool:
        """Whether it is the current step."""
        return self._state == "here"

    def show_step(self, step: Step, state: str) -> None:
        """`state`: done, here or to come (empty)."""
        self._step, self._state = step, state
        said = {"done": "done", "here": "this step"}.get(state, "to come")
        self.setAccessibleName(f"{self.number}. {step.words}, {said}")
        self.setAccessibleDescription(step.second)
        self.setEnabled(state == "done")
        self.update()

    def sizeHint(self) -> QSize:
        """62 high unless the list is a long one."""
        px = current_look().px
        return QSize(px(280), px(self._height))

    def changeEvent(self, event: QEvent) -> None:
        """A new text size is a new height."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Circle and words."""
        look = current_look()
        painter = QPainter(self)
        is_here, is_done = self._state == "here", self._state == "done"
        if is_here:
            painter.fillRect(self.rect(), look.colour("surface"))
            painter.fillRect(0, 0, 3, self.height(), look.colour("accent"))
        elif is_done and self.underMouse():
            painter.fillRect(self.rect(), look.colour("hover"))
        side = look.px(_CIRCLE_PX)
        circle = QRect(look.px(17), (self.height() - side) // 2, side, side)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if is_here or is_done:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("accent" if is_here else "tint"))
        else:
            painter.setPen(QPen(look.colour("line2"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
        centre = QPointF(circle.x() + side / 2, circle.y() + side / 2)
        radius = side / 2 - (0 if is_here or is_done else 0.5)
        painter.drawEllipse(centre, radius, radius)
        if is_done:
            draw_icon(painter, look, circle, "check", 18, "accent")
        else:
            ink = look.colour("on_accent" if is_here else "ink2")
            middle = Qt.AlignmentFlag.AlignHCenter
            draw_text(painter, look, circle, str(self.number), colour=ink, weight=600, align=middle)
        left = look.px(_WORDS_AT)
        top = (self.height() - look.px(_WORDS_HEIGHT)) // 2
        upper = QRect(left, top, self.width() - left - look.px(8), look.px(20))
        lower = QRect(left, top + look.px(19), upper.width(), look.px(18))
        strong = look.colour("ink" if is_here or is_done else "ink2")
        draw_text(painter, look, upper, self._step.words, colour=strong, weight=600 if is_here else 500, elide=True)
        draw_text(painter, look, lower, self._step.second, colour=look.colour("ink2"), role="small", elide=True)
        if self.hasFocus():
            fill_round(painter, self.rect().adjusted(2, 2, -2, -2), 4, None, look.colour("accent"), 2)


class StepList(QWidget):
    """All steps; one that is done can be gone back to; `row_height` is at 100 %. Signal: `chosen(number)`, from 1."""

    chosen = Signal(int)

    def __init__(self, *, row_height: int = _HEIGHT, name: str = "steps", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row_height = row_height
        self.setObjectName(name)
        self.setAccessibleName(self.tr("Steps"))
        self._rows: list[StepRow] = []
        self._stack = QVBoxLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.setSpacing(2)
        self._stack.addStretch(1)

    def show_steps(self, steps: Sequence[Step], here: int) -> None:
        """Show these steps; `here` is the number of the current one, from 1."""
        while len(self._rows) > len(steps):
            line = self._rows.pop()
            line.hide()
            line.deleteLater()
        for at, step in enumerate(steps):
            if at == len(self._rows):
                line = StepRow(at + 1, step, self, height=self._row_height)
                line.clicked.connect(self._clicked)
                self._rows.append(line)
                self._stack.insertWidget(at, line)
            self._rows[at].show_step(step, "done" if at + 1 < here else "here" if at + 1 == here else "")

    def row_here(self) -> StepRow | None:
        """The row of the current step."""
        return next((line for line in self._rows if line.is_here), None)

    def _clicked(self) -> None:
        line = self.sender()
        if isinstance(line, StepRow):
            self.chosen.emit(line.number)
