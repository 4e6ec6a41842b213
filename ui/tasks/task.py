"""A task: one call on a worker, its answer back on the window's thread (STYLE section 5)."""

from collections.abc import Callable
from concurrent.futures import CancelledError, Future
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from app.errors import CityTillError

T = TypeVar("T")


class Task(QObject):
    """One call under way.

    Signals: `done(value)`; `failed(CityTillError)`; `crashed(BaseException)` for anything else, which is a fault
    of the program and goes to the crash page.
    """

    done = Signal(object)
    failed = Signal(object)
    crashed = Signal(object)
    _ended = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._ended.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._future: Future[Any] | None = None
        self._call: object = None

    def follow(self, future: "Future[Any]", *, call: object = None) -> None:
        """Wait for a call that a worker has queued; exactly one of the three signals follows, unless cancelled.

        What the call holds ends here, on the window's thread, when the worker has let go of it.
        """
        self._future, self._call = future, call
        future.add_done_callback(self._ended.emit)

    def cancel(self) -> bool:
        """Take a call that has not begun out of its queue."""
        return self._future is not None and self._future.cancel()

    def _deliver(self, future: "Future[Any]") -> None:
        self._future = None
        self.deleteLater()
        tasks = self.parent()
        if tasks is not None and not tasks.signalsBlocked():
            self._tell(future)
        self._let_go()

    def _tell(self, future: "Future[Any]") -> None:
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

    def _let_go(self) -> None:
        """A slot may hold the last reference to an owner of this task, which would then end it inside its own end."""
        owners: list[QObject] = []
        owner: QObject | None = self.parent()
        while owner is not None:
            owners.append(owner)
            owner = owner.parent()
        self._call = None
        for signal in (self.done, self.failed, self.crashed):
            signal.connect(_unheard)  # whoever listened may be gone, and there must be something to disconnect
            signal.disconnect()


class Tasks(QObject):
    """Follows calls on workers and gathers their crashes in one place.

    Signals: `crashed(BaseException)` once for each task that ended with a fault of the program. Once its signals are
    blocked no task of it tells anything either: whoever waited is gone.
    """

    crashed = Signal(object)

    def follow(
        self,
        future: "Future[T]",
        *,
        done: Callable[[T], None] | None = None,
        failed: Callable[[CityTillError], None] | None = None,
        call: object = None,
    ) -> Task:
        """When the future ends, `done` or `failed` (bound slots) are called on the window's thread."""
        task = Task(self)
        if done is not None:
            task.done.connect(done)
        task.failed.connect(failed or self.crashed)
        task.crashed.connect(self.crashed)
        task.follow(future, call=call)
        return task


def _unheard(_value: object) -> None:
    """Nobody listens."""


def to_last_resort(error: BaseException) -> None:
    """Connect `Tasks.crashed` to it: out of a slot the error goes to `sys.excepthook`, and so to the crash page.

    Raises:
        BaseException: the error itself, with the places it went through.
    """
    raise error
