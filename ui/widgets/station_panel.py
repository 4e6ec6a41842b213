"""`StationPanel`: the dark left side of sign-in: city, station, date, how the devices are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui.look.qt_numbers import ALIGN_RIGHT
from ui.look.theme import LARGE_PERCENT, current_look
from ui.widgets.drive_thru_picture import DriveThruPicture
from ui.widgets.paint import draw_icon, draw_shape, draw_text
from ui.widgets.rows import column
from ui.widgets.text import Text

_WIDTH = 480
_LARGE_WIDTH = 288
_ROW_HEIGHT = 30


class StationFact(NamedTuple):
    """`Printer ok` and at the right `Epson TM-m30, asked 4 s ago`; `state` ok, trouble or unknown."""

    icon: str
    words: str
    second: str = ""
    state: str = "ok"


class FactRow(QWidget):
    """One line of the list."""

    def __init__(self, fact: StationFact, parent: QWidget) -> None:
        super().__init__(parent)
        self._fact = fact
        self.setAccessibleName(f"{fact.words}. {fact.second}".strip())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """30 high."""
        return QSize(200, current_look().px(_ROW_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Icon, words, second words at the right."""
        look = current_look()
        painter = QPainter(self)
        is_trouble = self._fact.state == "trouble"
        icon = "trouble_on_strip" if is_trouble else "quiet_on_strip"
        draw_icon(painter, look, QRect(0, 0, look.px(18), self.height()), self._fact.icon, 18, icon)
        words = QRect(look.px(30), 0, self.width() - look.px(30), self.height())
        ink = look.colour("trouble_on_strip" if is_trouble else "on_strip")
        taken = draw_text(painter, look, words, self._fact.words, colour=ink)
        room = words.adjusted(taken + look.px(12), 0, 0, 0)
        quiet = look.colour("quiet_on_strip")
        draw_text(painter, look, room, self._fact.second, colour=quiet, role="small", align=ALIGN_RIGHT, elide=True)


class StationPanel(QWidget):
    """City, station, date, facts, and the drawing below."""

    def __init__(
        self, *, city: str = "", station: str = "", date: str = "", name: str = "station_panel",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.city = Text(city, "small", "quiet_on_strip", name=f"{name}_city")
        self.station = Text(station, "total", "on_strip", name=f"{name}_station")
        self.date = Text(date, "lead", "quiet_on_strip", name=f"{name}_date")
        self._rows: list[FactRow] = []
        self._facts = QVBoxLayout()
        self._facts.setSpacing(0)
        self.picture = DriveThruPicture()
        product = Text("CityTill", "lead", "on_strip", weight=600)
        lines = column(
            product, 139, self.city, 2, self.station, 2, self.date, 22, self._facts, None, self.picture,
            spacing=0, margins=(44, 28, 44, 40),
        )
        self.setLayout(lines)
        self.dress()

    def show_facts(self, facts: Sequence[StationFact]) -> None:
        """How the devices, the centre and the books are."""
        for line in self._rows:
            self._facts.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._rows = [FactRow(fact, self) for fact in facts]
        for line in self._rows:
            self._facts.addWidget(line)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Strip ground; filled as a path, because the first `fillRect` makes Qt's 170 gradients (hot-path 7)."""
        ground = QPainterPath()
        ground.addRect(QRectF(self.rect()))
        draw_shape(QPainter(self), ground, current_look().colour("strip"))

    def dress(self) -> None:
        """The width follows the text size; large text leaves the people and the pad more of the window."""
        look = current_look()
        is_large = look.scale_percent >= LARGE_PERCENT
        if is_large or self.picture.isHidden():
            self.picture.setHidden(is_large)
            self.station.set_role("title" if is_large else "total", 600)
            self.date.set_role("small" if is_large else "lead")
        self.setFixedWidth(max(_WIDTH, look.px(_LARGE_WIDTH)) if is_large else look.px(_WIDTH))
