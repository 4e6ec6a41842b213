"""`LaneTabs`: the lanes of the station above the money column."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from ui.look.theme import current_look
from ui.widgets.paint import draw_icon, draw_text, fill_round

_HEIGHT = 56
_BAR_PX = 3


class Lane(NamedTuple):
    """A lane: `state` says `here 2 min`, `parked, 1 car` or `free`."""

    key: str
    words: str
    state: str
    icon: str = "car"


class LaneTab(QAbstractButton):
    """One lane."""

    def __init__(self, lane: Lane, parent: QWidget) -> None:
        super().__init__(parent)
        self.lane = lane
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setObjectName(f"lane_{lane.key}")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_lane(lane)

    def show_lane(self, lane: Lane) -> None:
        """Say its state."""
        self.lane = lane
        self.setText(lane.words)
        self.setAccessibleName(f"{lane.words}, {lane.state}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """From the words."""
        look = current_look()
        upper = look.px(24) + look.metrics("body", 600).horizontalAdvance(self.lane.words)
        lower = look.metrics("small").horizontalAdvance(self.lane.state)
        return QSize(max(upper, lower) + look.px(18), look.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Current: surface with the accent bar below; others sunk."""
        look = current_look()
        painter = QPainter(self)
        is_here = self.isChecked()
        ground = "surface" if is_here else "hover" if self.underMouse() else "sunk"
        painter.fillRect(self.rect(), look.colour(ground))
        bar = look.px(_BAR_PX) if is_here else 2
        painter.fillRect(0, self.height() - bar, self.width(), bar, look.colour("accent" if is_here else "line"))
        painter.fillRect(self.width() - 1, 0, 1, self.height() - bar, look.colour("line"))
        painter.fillRect(0, 0, self.width(), 1, look.colour("line"))
        left = look.px(12)
        icon = QRect(left, look.px(9), look.px(18), look.px(18))
        draw_icon(painter, look, icon, self.lane.icon, 18, "accent" if is_here else "ink2")
        upper = QRect(look.px(36), look.px(8), self.width(), look.px(20))
        lower = QRect(left, look.px(28), self.width(), look.px(18))
        draw_text(painter, look, upper, self.lane.words, colour=look.colour("ink" if is_here else "ink2"), weight=600)
        draw_text(
            painter, look, lower, self.lane.state, colour=look.colour("accent" if is_here else "ink3"), role="small"
        )
        if self.hasFocus():
            fill_round(painter, self.rect().adjusted(2, 2, -3, -4), 4, None, look.colour("accent"), 2)


class LaneTabs(QWidget):
    """All lanes, equally wide. Signal: `chosen(key)`."""

    chosen = Signal(str)

    def __init__(self, *, name: str = "lanes", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(self.tr("Lanes"))
        self._tabs: list[LaneTab] = []
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(1, 0, 0, 0)
        self._line.setSpacing(0)

    def show_lanes(self, lanes: Sequence[Lane], current: str) -> None:
        """Show these lanes; `current` is the key of the one being served."""
        if [tab.lane.key for tab in self._tabs] != [lane.key for lane in lanes]:
            for tab in self._tabs:
                self._line.removeWidget(tab)
                tab.hide()
                tab.deleteLater()
            self._tabs = [LaneTab(lane, self) for lane in lanes]
            for tab in self._tabs:
                tab.clicked.connect(self._chosen)
                self._line.addWidget(tab, 1)
        for tab, lane in zip(self._tabs, lanes, strict=True):
            tab.show_lane(lane)
            tab.setChecked(lane.key == current)

    def changeEvent(self, event: QEvent) -> None:
        """Tabs of the new text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            for tab in getattr(self, "_tabs", ()):
                tab.updateGeometry()

    def _chosen(self) -> None:
        tab = self.sender()
        if isinstance(tab, LaneTab):
            self.chosen.emit(tab.lane.key)
