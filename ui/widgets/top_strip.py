"""`TopStrip`: who and where we are at the left, how devices and sync are at the right; it never lies."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.look.theme import current_look
from ui.widgets.paint import RADIUS, draw_icon, draw_text, fill_round

STRIP_HEIGHT = 40
_MARGIN = 12
_GAP = 18
_BAR_GAP = 14
_ICON_PX = 16
_ICON_GAP = 6
_PLATE_HEIGHT = 26
_PLATE_JOIN = " - "  # behind it stands what a narrow strip leaves out
_ALL = 3  # station, batch, date; 0 leaves out the product's name too


class StripState(NamedTuple):
    """One device or the sync: `words` as they stand there (`Printer: paper out`), `state` ok, trouble or unknown."""

    words: str
    icon: str
    state: str = "ok"
    name: str = ""


_TEXT = {"ok": "on_strip", "trouble": "trouble_on_strip", "unknown": "quiet_on_strip"}
_ICON = {"ok": "quiet_on_strip", "trouble": "trouble_on_strip", "unknown": "quiet_on_strip"}


class StripItem(QAbstractButton):
    """Icon and words on the strip; a press opens what lies behind."""

    def __init__(self, shown: StripState, *, role: str = "small", weight: int = 400, parent: QWidget) -> None:
        super().__init__(parent)
        self._role, self._weight = role, weight
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.show_state(shown)

    @property
    def shown(self) -> StripState:
        """What it says."""
        return self._shown

    def show_state(self, shown: StripState) -> None:
        """Say another state."""
        self._shown = shown
        self.setText(shown.words)
        self.setObjectName(f"strip_{shown.name or shown.icon}")
        self.setAccessibleName(shown.words)
        self.setAccessibleDescription(shown.state)
        self.update()

    def sizeHint(self) -> QSize:
        """From the words."""
        look = current_look()
        words = look.metrics(self._role, self._weight).horizontalAdvance(self.text())
        return QSize(words + self._side() + 1, look.target(STRIP_HEIGHT) - (0 if look.is_touch else 8))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The user's chevron stands behind the words, every other icon before them."""
        look = current_look()
        painter = QPainter(self)
        side = self._side()
        is_menu = self._shown.icon == "chevron-down"
        words = QRect(0 if is_menu else side, 0, self.width() - side, self.height())
        text = look.colour(_TEXT[self._shown.state])
        draw_text(painter, look, words, self.text(), colour=text, role=self._role, weight=self._weight)
        if side:
            icon = look.px(_ICON_PX)
            at = QRect(self.width() - icon if is_menu else 0, 0, icon, self.height())
            tone = "on_strip" if is_menu else _ICON[self._shown.state]
            draw_icon(painter, look, at, self._shown.icon, _ICON_PX, tone)
        if self.hasFocus():
            fill_round(painter, self.rect(), RADIUS, None, look.colour("trouble_on_strip"), 2)

    def _side(self) -> int:
        gap = 0 if self._shown.icon == "chevron-down" else _ICON_GAP
        return current_look().px(_ICON_PX + gap) if self._shown.icon else 0


class TopStrip(QWidget):
    """The dark strip, 40 high.

    Signals: `device_pressed(name)` with the name of the `StripState`, `sync_pressed()`, `user_pressed()`.
    When the room is short, the devices that are ok fold into one (`4 devices ok`), then date and batch give way.
    """

    device_pressed = Signal(str)
    sync_pressed = Signal()
    user_pressed = Signal()

    def __init__(self, *, name: str = "top_strip", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(self.tr("State of the station"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._place: tuple[str, str, str] = ("", "", "")
        self._plate = ""
        self._items: list[StripItem] = []
        self._folded = StripItem(StripState("", "check", name="folded"), parent=self)
        self._sync = StripItem(StripState("", "cloud", name="sync"), parent=self)
        self._user = StripItem(StripState("", "chevron-down", name="user"), role="body", weight=500, parent=self)
        self._sync.clicked.connect(self.sync_pressed)
        self._user.clicked.connect(self.user_pressed)
        self._bars: list[int] = []
        self._name_bars = 0
        self._shown_words: list[tuple[int, str, str, str, int]] = []
        self._plate_rect = QRect()
        self._plate_words = ""
        for item in (self._folded, self._sync, self._user):
            item.hide()

    def set_place(self, station: str, batch: str = "", date: str = "") -> None:
        """Where the next receipt goes: `Drive-thru DT1`, `Batch DT1B-0142`, `Sat 21 Nov`."""
        self._place = (station, batch, date)
        self.setAccessibleDescription(", ".join(word for word in self._place if word))
        self._arrange()

    def set_plate(self, words: str) -> None:
        """The ochre plate (`PRACTICE - no real money`); empty takes it off."""
        self._plate = words
        self._arrange()

    def set_devices(self, states: Iterable[StripState]) -> None:
        """Show these devices, in this order."""
        wanted = list(states)
        while len(self._items) > len(wanted):
            gone = self._items.pop()
            gone.hide()
            gone.deleteLater()
        for at, shown in enumerate(wanted):
            if at < len(self._items):
                self._items[at].show_state(shown)
            else:
                item = StripItem(shown, parent=self)
                item.clicked.connect(self._pressed)
                self._items.append(item)
        self._arrange()

    def set_sync(self, words: str, icon: str = "cloud-check", state: str = "ok") -> None:
        """`Synced 2 s ago`, `12 waiting, oldest 3 min`, `Working alone since 10:42`."""
        self._sync.show_state(StripState(words, icon, state, "sync"))
        self._arrange()

    def set_user(self, user: str) -> None:
        """Who is signed in."""
        self._user.show_state(StripState(user, "chevron-down", name="user"))
        self._arrange()

    def user_corner(self) -> QWidget:
        """The part a user menu opens under."""
        return self._user

    def device_words(self) -> list[str]:
        """What the devices say, for tests and for the keys page."""
        return [item.shown.words for item in self._items]

    def sizeHint(self) -> QSize:
        """40 high."""
        return QSize(800, current_look().target(STRIP_HEIGHT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange anew."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """A new text size is a new arrangement."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
            self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, words at the left, plate, bars; the items paint themselves."""
        look = current_look()
        painter = QPainter(self)
        painter.fillRect(self.rect(), look.colour("strip"))
        for at, text, role, tone, weight in self._shown_words:
            room = QRect(at, 0, self.width(), self.height())
            draw_text(painter, look, room, text, colour=look.colour(tone), role=role, weight=weight)
        bar = look.px(20)
        for at in self._bars:
            painter.fillRect(at, (self.height() - bar) // 2, 1, bar, look.colour("strip_line"))
        if self._plate:
            plate = self._plate_rect
            fill_round(painter, plate, RADIUS, look.colour("attention_fill"), None, 0)
            icon = QRect(plate.x() + look.px(9), plate.y(), look.px(_ICON_PX), plate.height())
            draw_icon(painter, look, icon, "school", _ICON_PX, "on_attention_fill")
            room = plate.adjusted(look.px(32), 0, 0, 0)
            draw_text(painter, look, room, self._plate_words, colour=look.colour("on_attention_fill"), weight=600)

    def _pressed(self) -> None:
        item = self.sender()
        if isinstance(item, StripItem):
            self.device_pressed.emit(item.shown.name)

    def _arrange(self) -> None:
        kept = _ALL
        left = self._arrange_left(kept)
        right = self._arrange_right(is_folded=False)
        if right < left:
            right = self._arrange_right(is_folded=True)
        while right < left and kept > 0:
            kept -= 1
            left = self._arrange_left(kept)
        if right < left:
            self._arrange_left(kept, is_short=True)
        self.update()

    def _arrange_left(self, kept: int, *, is_short: bool = False) -> int:
        look = current_look()
        self._plate_words = self._plate.split(_PLATE_JOIN)[0] if is_short else self._plate
        at = look.px(_MARGIN)
        self._bars, self._shown_words = [], []
        self._name_bars = 1 if kept else 0
        if kept:
            self._shown_words = [(at, "CityTill", "lead", "on_strip", 600)]
            at += look.metrics("lead", 600).horizontalAdvance("CityTill") + look.px(14)
            self._bars.append(at)
            at += look.px(15)
        for word, tone, weight in zip(self._place[:max(kept, 1)], ("on_strip", "quiet_on_strip", "quiet_on_strip"),
                                      (600, 400, 400), strict=False):
            if word:
                self._shown_words.append((at, word, "body", tone, weight))
                at += look.metrics("body", weight).horizontalAdvance(word) + look.px(10)
        if self._plate:
            at += look.px(6)
            width = look.px(32 + 10) + look.metrics("body", 600).horizontalAdvance(self._plate_words)
            height = look.px(_PLATE_HEIGHT)
            self._plate_rect = QRect(at, (self.sizeHint().height() - height) // 2, width, height)
            at += width + look.px(_GAP)
        return at

    def _arrange_right(self, *, is_folded: bool) -> int:
        look = current_look()
        gap, bar_gap = look.px(_GAP), look.px(_BAR_GAP)
        at = end = self.width() - look.px(_MARGIN)
        bars: list[int] = []
        devices = self._fold() if is_folded else list(self._items)
        self._folded.setVisible(is_folded and self._folded in devices)
        for item in self._items:
            item.setVisible(item in devices)
        groups: list[list[StripItem]] = [
            [self._user] if self._user.text() else [], [self._sync] if self._sync.text() else [], devices[::-1]
        ]
        for group in (group for group in groups if group):
            if at < end:
                at += gap - bar_gap
                bars.append(at)
                at -= gap if group is groups[-1] else bar_gap
            for item in group:
                size = item.sizeHint()
                at -= size.width()
                item.setGeometry(at, (self.height() - size.height()) // 2, size.width(), size.height())
                item.show()
                at -= gap
        self._bars = [*self._bars[: self._name_bars], *bars]
        return at

    def _fold(self) -> list[StripItem]:
        kept = [item for item in self._items if item.shown.state != "ok"]
        count = len(self._items) - len(kept)
        if count > 1:
            noun = "device" if count == 1 else "devices"
            self._folded.show_state(StripState(f"{count} {noun} ok", "check", name="folded"))
            return [*kept, self._folded] if count else kept
        return list(self._items)
