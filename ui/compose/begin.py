"""A folder without a station: a practice city is made in it, or the guided set-up of a real one begins."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.errors import CityTillError
from app.usecases.import_accounts import ImportDone
from db.lane import Lane
from devices.system_clock import SystemClock
from ui.compose.practice import ACCOUNTS, found_practice, import_city
from ui.tasks.task import Tasks, to_last_resort
from ui.views.cannot_open import CannotOpenPage
from ui.views.making_page import MakingPage
from ui.views.start_window import StartWindow


class PracticeBegin(QObject):
    """Makes a practice city off the window's thread. Signals: `read(int)` bytes of its extract."""

    read = Signal(int)

    def __init__(
        self, folder: Path, window: StartWindow, *, founded: Callable[[Path], None], accounts: int = ACCOUNTS
    ) -> None:
        super().__init__(window)
        self._folder = folder
        self._window = window
        self._founded = founded
        self._accounts = accounts
        self._lane = Lane("begin")
        self._tasks = Tasks(self)
        self._tasks.crashed.connect(to_last_resort)
        self._is_stopping = False
        self._page = MakingPage(
            self.tr("A practice city is being made"),
            self.tr("Invented customers and devices in {folder}. No real money ever comes in here.").format(
                folder=folder
            ),
            can_stop=True,
        )
        self._page.stop_asked.connect(self._stop)
        self.read.connect(self._show_read)
        window.closing.connect(self._stop)
        window.show_page(self._page)
        window.show()
        self._tasks.follow(self._lane.submit(self._make), done=self._made, failed=self._failed)

    def _make(self) -> ImportDone:
        desk = found_practice(self._folder, clock=SystemClock())
        try:
            return import_city(
                desk, accounts=self._accounts, progress=self.read.emit, cancelled=lambda: self._is_stopping
            ).result()
        finally:
            desk.close()

    def _show_read(self, size: int) -> None:
        self._page.show_step(self.tr("{size} KB of accounts read").format(size=f"{size // 1024:,}"))

    def _made(self, done: ImportDone) -> None:
        self._lane.close()
        self._founded(self._folder)

    def _failed(self, error: CityTillError) -> None:
        self._lane.close()
        if self._is_stopping:
            self._founded(self._folder)
            return
        page = CannotOpenPage(error.sentence())
        page.again_asked.connect(partial(self._founded, self._folder))
        page.close_asked.connect(self._window.close)
        self._window.show_page(page)
        page.take_focus()

    def _stop(self) -> None:
        self._is_stopping = True


def begin_practice(folder: Path, window: StartWindow, *, founded: Callable[[Path], None]) -> None:
    """Make a practice city and go on to its sign-in."""
    PracticeBegin(folder, window, founded=founded)
