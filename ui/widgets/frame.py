"""`Frame`: strip above, rail at the left, keys below, the workspace between (SCREENS, "The frame")."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from ui.look.theme import LARGE_PERCENT, current_look
from ui.widgets.key_strip import KeyStrip
from ui.widgets.moment_band import MomentBand
from ui.widgets.note_line import NoteLine
from ui.widgets.pages import Pages
from ui.widgets.rail import Rail
from ui.widgets.top_strip import TopStrip

_FOLD_BELOW_PX = 1600


class Frame(QWidget):
    """The whole window's content.

    `strip`, `rail`, `keys` and `band` are its parts; `add_room(key, page)` puts a page in, `show_room(key)` shows it
    and marks it on the rail. The band stands above the workspace, hidden until the moment comes; `set_note` puts a
    quiet line above it, made when a screen first has one.
    """

    def __init__(self, *, name: str = "frame", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.strip = TopStrip()
        self.rail = Rail()
        self.keys = KeyStrip()
        self.band = MomentBand()
        self.band.hide()
        self.workspace = QFrame()
        self.workspace.setProperty("role", "workspace")
        self.workspace.setObjectName("workspace")
        self._pages = Pages(self.workspace)
        self._pages.setContentsMargins(0, 0, 0, 0)
        self._rooms: dict[str, QWidget] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        grid.addWidget(self.strip, 0, 0, 1, 2)
        grid.addWidget(self.rail, 1, 0, 2, 1)
        self._note: NoteLine | None = None
        self._middle = middle = QVBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.band)
        middle.addWidget(self.workspace, 1)
        grid.addLayout(middle, 1, 1)
        grid.addWidget(self.keys, 2, 1)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(1, 1)

    def add_room(self, key: str, page: QWidget) -> None:
        """Put the page of a room into the workspace.

        It scrolls where it needs more room than there is. The first one does so with large text only: at the usual
        size it fits the smallest window, and a place that scrolls measures all of itself at each change.
        """
        place = page
        if self._rooms or current_look().scale_percent >= LARGE_PERCENT:
            from ui.widgets.roomy import Roomy  # noqa: PLC0415 - not for the first room, which a scan waits for

            place = Roomy(page, name=f"{key}_place", label=page.accessibleName() or key)
        self._rooms[key] = place
        self._pages.addWidget(place)

    def show_room(self, key: str) -> None:
        """Show a room.

        Raises:
            KeyError: no page was put in under that key.
        """
        self._pages.setCurrentWidget(self._rooms[key])
        self.rail.set_current(key)

    def set_note(self, note: str) -> None:
        """The policy note of the room shown (O1); empty for none."""
        if self._note is None:
            if not note:
                return
            self._note = NoteLine()
            self._middle.insertWidget(0, self._note)
        self._note.say(note)

    def room(self) -> str:
        """The key of the room shown, empty before the first."""
        shown = self._pages.currentWidget()
        return next((key for key, page in self._rooms.items() if page is shown), "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Large text on a narrow screen folds the rail."""
        super().resizeEvent(event)
        self._fold()

    def changeEvent(self, event: QEvent) -> None:
        """The text size may fold or unfold the rail."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fold()

    def _fold(self) -> None:
        if hasattr(self, "rail"):
            is_large = current_look().scale_percent >= LARGE_PERCENT
            self.rail.set_folded(is_large and self.width() < _FOLD_BELOW_PX)
