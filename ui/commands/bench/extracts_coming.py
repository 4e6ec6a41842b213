"""Extracts that come in one behind the other, as long as somebody measures beside them."""

import itertools
import threading
from concurrent.futures import Future
from pathlib import Path

from app.interchange.extract_errors import ImportCancelledError
from app.usecases.import_accounts import ImportDone, ImportRequest
from ui.compose.desk import Desk
from ui.compose.extracts import Extracts
from ui.compose.practice import IMPORTER
from ui.viewmodels.files import source_of

END_LIMIT_S = 60.0


class ExtractsComing:
    """Begins the next when one is in; `end` cancels the one under way."""

    def __init__(self, desk: Desk, extracts: tuple[Path, ...]) -> None:
        self._desk = desk
        self._next = itertools.cycle(extracts)
        self._is_ending = threading.Event()
        self._ended = threading.Event()

    def begin(self) -> None:
        """The first one."""
        path = next(self._next)
        request = ImportRequest(
            IMPORTER, path.name, source_of(path), posted_through=0, cancelled=self._is_ending.is_set,
            is_older_taken=True, path=path,
        )  # fmt: skip
        Extracts(self._desk).take(request).add_done_callback(self._is_in)

    def end(self) -> None:
        """No more; what was cancelled has changed nothing."""
        self._is_ending.set()
        self._ended.wait(END_LIMIT_S)

    def _is_in(self, done: "Future[ImportDone]") -> None:
        if self._is_ending.is_set():
            self._ended.set()
            if not isinstance(done.exception(), ImportCancelledError | None):
                done.result()
        else:
            done.result()
            self.begin()
