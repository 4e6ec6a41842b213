"""Calls on a worker that follow each other as somebody types: only the last one's answer is waited for."""

from concurrent.futures import CancelledError, Future
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from app.errors import CityTillError


class Latest(QObject):
    """One for all calls, where a `Task` for each would cost as much as a short question takes.

    Signals: `done(value)`; `failed(CityTillError)`; `crashed(BaseException)` for a fault of the program. An earlier
    call that has not begun is taken out of its queue, and what it answers nevertheless is dropped.
    """

    done = Signal(object)
    failed = Signal(object)
    crashed = Signal(object)
    _ended = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._ended.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._future: Future[Any] | None = None

    def follow(self, future: "Future[Any]") -> None:
        """Wait for this one from now on."""
        self.forget()
        self._future = future
        future.add_done_callback(self._ended.emit)

    def forget(self) -> None:
        """Wait for none."""
        if self._future is not None:
            before, self._future = self._future, None
            before.cancel()

    def _deliver(self, future: "Future[Any]") -> None:
        if future is not self._future:
            return
        self._future = None
        try:
            error = future.exception()
        except CancelledError:
            return
        if error is None:
            self.done.emit(future.result())
        elif isinstance(error, CityTillError):
            self.failed.emit(error)
        else:
            self.crashed.emit(error)
