"""How the lines of an extract are read: as CSV, or by a layout file that somebody chose."""

from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.errors import CityTillError
from app.interchange.layout_errors import LayoutRefusedError
from app.interchange.layout_file import FixedLayout, read_layout
from ui.tasks.task import Tasks
from ui.viewmodels.files import read_text


class ImportLayoutModel(QObject):
    """The layout that counts for the next look.

    Signals: `changed()` another layout, or sentences about one that has faults; `chosen()` another layout counts.
    """

    changed = Signal()
    chosen = Signal()

    def __init__(
        self, tasks: Tasks, *, runs: Callable[[Callable[[], Any]], "Future[Any]"], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._runs = runs
        self.layout: FixedLayout | None = None
        self.path: Path | None = None
        self.faults: tuple[str, ...] = ()

    def use(self, path: Path) -> None:
        """Read a layout file; one with faults changes nothing but what is said."""
        self._tasks.follow(
            self._runs(lambda: read_layout(read_text(path))), done=partial(self._read, path), failed=self._refused
        )

    def leave(self) -> None:
        """Read as CSV again."""
        self.layout, self.path, self.faults = None, None, ()
        self._tell()

    def _read(self, path: Path, layout: FixedLayout) -> None:
        self.layout, self.path, self.faults = layout, path, ()
        self._tell()

    def _refused(self, error: CityTillError) -> None:
        self.faults = error.faults if isinstance(error, LayoutRefusedError) else (error.sentence(),)
        self.changed.emit()

    def _tell(self) -> None:
        self.changed.emit()
        self.chosen.emit()
