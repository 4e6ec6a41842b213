"""First set-up of a real station, joined: the window's pages, the path, and the tools (issue 2 item 5)."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QKeySequence, QShortcut

from devices.system_clock import SystemClock
from ui.compose.set_up_tools import RealTools
from ui.viewmodels.set_up.path import SetUpPath
from ui.views.making_page import MakingPage
from ui.views.set_up.page import SetUpPage
from ui.views.start_window import StartWindow


class SetUp(QObject):
    """Owns the path until the station is made; the window closed half-way leaves nothing."""

    def __init__(self, folder: Path, window: StartWindow, *, founded: Callable[[Path], None]) -> None:
        super().__init__(window)
        self._folder = folder
        self._window = window
        self._founded = founded
        self._tools = RealTools(folder, SystemClock())
        self.path = SetUpPath(self._tools, self)
        self.page = SetUpPage(self.path)
        self._making: MakingPage | None = None
        self.path.making.connect(self._show_making)
        self.path.read.connect(self._show_read)
        self.path.made.connect(self._made)
        self.path.stopped.connect(self._stopped)
        self.path.left.connect(window.close)
        window.closing.connect(self.close)
        window.show_page(self.page)
        window.show()
        window.activateWindow()
        self.path.begin()

    def close(self) -> None:
        """Stop what is under way and wait for it to be taken back."""
        self.path.stop()
        self._tools.close()

    def _show_making(self) -> None:
        extract = self.path.accounts.path()
        self._making = MakingPage(
            self.tr("{station} is being made").format(station=self.path.station.said()),
            self.tr("Its key, its people and its settings are written at once, or nothing is."),
            can_stop=True,
        )
        self._making.stop_asked.connect(self._stop)
        self._making.show_step(
            self.tr("Reading {file}").format(file=extract.name) if extract else self.tr("Making the key and the books")
        )
        shortcut = QShortcut(QKeySequence("Esc"), self._making)
        shortcut.activated.connect(self._making.stop.click)
        self._window.show_page(self._making)
        self._making.stop.setFocus()

    def _show_read(self, size: int) -> None:
        if self._making is not None:
            self._making.show_step(self.tr("{size} KB of accounts read").format(size=f"{size // 1024:,}"))

    def _stop(self) -> None:
        if self._making is not None:
            self._making.stop.set_busy(self.tr("Stopping..."))
        self.path.stop()

    def _made(self) -> None:
        self._window.closing.disconnect(self.close)
        self._tools.close()
        QTimer.singleShot(0, self, self._go_on)

    def _go_on(self) -> None:
        self._founded(self._folder)

    def _stopped(self, sentence: str) -> None:
        self._window.show_page(self.page)
        self.page.say(sentence or self.tr("Stopped. Nothing was made."))


def begin_set_up(folder: Path, window: StartWindow, *, founded: Callable[[Path], None]) -> SetUp:
    """Show the first step; `founded` is called with the folder once the station is made."""
    return SetUp(folder, window, founded=founded)
