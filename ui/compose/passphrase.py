"""Asking for the passphrase before sign-in, off the window's thread: stretching it takes a third of a second."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from app.errors import CityTillError
from db.keys.keep import find_file_key_with
from db.lane import Lane
from ui.tasks.task import Tasks, to_last_resort
from ui.views.set_up.passphrase_page import PassphrasePage
from ui.views.start_window import StartWindow


class PassphraseAsk(QObject):
    """Asks until the right one is typed, then hands the key over."""

    def __init__(self, folder: Path, window: StartWindow, *, opened: Callable[[bytes], None]) -> None:
        super().__init__(window)
        self._folder = folder
        self._opened = opened
        self._lane = Lane("passphrase")
        self._tasks = Tasks(self)
        self._tasks.crashed.connect(to_last_resort)
        self.page = PassphrasePage()
        self.page.entered.connect(self._try)
        window.closing.connect(self._lane.close)
        window.show_page(self.page)
        window.show()
        window.activateWindow()
        self.page.take_focus()

    def _try(self, passphrase: str) -> None:
        future = self._lane.submit(partial(find_file_key_with, self._folder, passphrase))
        self._tasks.follow(future, done=self._found, failed=self._refused)

    def _found(self, key: bytes) -> None:
        self._lane.close()
        self._opened(key)

    def _refused(self, error: CityTillError) -> None:
        self.page.refuse(error.sentence())
