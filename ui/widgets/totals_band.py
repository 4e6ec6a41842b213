"""`TotalsBand`: up to six figures in a row; each opens the receipts it is made of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from ui.look.theme import current_look
from ui.widgets.card import Card, Rule
from ui.widgets.paint import RADIUS, draw_text, fill_round
from ui.widgets.rows import empty

_HEIGHT = 62


class BandFigure(NamedTuple):
    """`amount` with its label above and a second line below; `has_rule` draws a line before it."""

    key: str
    label: str
    amount: str
    second: str = ""
    tone: str = "ink"
    has_rule: bool = True


class FigureButton(QAbstractButton):
    """One figure."""

    def __init__(self, shown: BandFigure, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown = shown
        self.setText(shown.label)
        self.setObjectName(f"figure_{shown.key}")
        self.setAccessibleName(f"{shown.label} {shown.amount}")
        self.setAccessibleDescription(shown.second)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """From the widest of its three lines."""
        look, shown = current_look(), self.shown
        small, band = look.metrics("small"), look.metrics("band")
        words = max(small.horizontalAdvance(shown.label), small.horizontalAdvance(shown.second))
        return QSize(max(words, band.horizontalAdvance(shown.amount)) + 1, look.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        """A new text size is a new size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Label, amount, second line."""
        look, shown = current_look(), self.shown
        painter = QPainter(self)
        if self.underMouse() or self.isDown():
            fill_round(painter, self.rect().adjusted(-4, 0, 4, 0), RADIUS, look.colour("hover"), None, 0)
        lines = (
            (0, 18, shown.label, "small", "ink2"), (18, 28, shown.amount, "band", shown.tone),
            (45, 17, shown.second, "small", "ink2"),
        )
        for top, height, text, role, tone in lines:
            room = QRect(0, look.px(top), self.width(), look.px(height))
            draw_text(painter, look, room, text, colour=look.colour(tone), role=role)
        if self.hasFocus():
            fill_round(painter, self.rect(), RADIUS, None, look.colour("accent"), 2)


class TotalsBand(Card):
    """The card with the figures. Signal: `pressed(key)`."""

    pressed = Signal(str)

    def __init__(self, *, name: str = "totals", parent: QWidget | None = None) -> None:
        super().__init__(margins=(20, 8, 20, 8), spacing=0, name=name, parent=parent)
        self._line = QHBoxLayout()
        self._line.setSpacing(0)
        self.body.addLayout(self._line)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._shown: tuple[BandFigure, ...] = ()

    @property
    def figures(self) -> tuple[BandFigure, ...]:
        """What is shown."""
        return self._shown

    def show_figures(self, figures: Sequence[BandFigure]) -> None:
        """Show these, left to right."""
        if tuple(figures) == self._shown:
            return
        self._shown = tuple(figures)
        empty(self._line)
        px = current_look().px
        for at, shown in enumerate(figures):
            if at:
                self._line.addSpacing(px(8))
                self._line.addStretch(1)
                if shown.has_rule:
                    self._line.addWidget(Rule(upright=True))
                    self._line.addStretch(1)
                self._line.addSpacing(px(8))
            button = FigureButton(shown)
            button.clicked.connect(self._clicked)
            self._line.addWidget(button)

    def _clicked(self) -> None:
        button = self.sender()
        if isinstance(button, FigureButton):
            self.pressed.emit(button.shown.key)
