"""What every view-model is given: questions to the books, deeds, and the devices, each on its own thread."""

from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, Protocol, TypeVar

from PySide6.QtCore import QObject

from app.errors import CityTillError
from app.ports.books import BooksReader
from app.ports.clock import Clock
from ui.tasks.latest import Latest
from ui.tasks.task import Task, Tasks
from ui.viewmodels.deeds import Deeds
from ui.viewmodels.device_board import DeviceBoard

T = TypeVar("T")


class Asks(Protocol):
    """The reader's thread."""

    def __call__(self, question: Callable[[BooksReader], Any], /) -> "Future[Any]":
        """Queue a question to the books."""
        ...


class Does(Protocol):
    """The writer's thread."""

    def __call__(self, deed: Callable[[Deeds], Any], /, *, is_sale: bool) -> "Future[Any]":
        """Queue a deed; a sale goes before all else."""
        ...


class Counter(QObject):
    """The till's ground: ask, do, and hear of devices; answers always come on the window's thread.

    `tasks.crashed` tells faults of the program; `board` what the devices say.
    """

    def __init__(
        self, *, asks: Asks, does: Does, clock: Clock, board: DeviceBoard, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.tasks = Tasks(self)
        self.clock = clock
        self.board = board
        self._asks = asks
        self._does = does

    def ask(
        self,
        question: Callable[[BooksReader], T],
        *,
        done: Callable[[T], None],
        failed: Callable[[CityTillError], None] | None = None,
    ) -> Task:
        """Ask the books on the reader's thread."""
        return self.tasks.follow(_queued(lambda: self._asks(question)), done=done, failed=failed, call=question)

    def ask_last(self, question: Callable[[BooksReader], Any], *, line: Latest) -> None:
        """Ask the books where only the last question of a line is waited for; `line` tells the answer."""
        line.follow(_queued(lambda: self._asks(question)))

    def do(
        self,
        deed: Callable[[Deeds], T],
        *,
        done: Callable[[T], None] | None = None,
        failed: Callable[[CityTillError], None] | None = None,
        is_sale: bool = False,
    ) -> Task:
        """Do a deed on the writer's thread; durable when `done` is called."""
        queued = _queued(lambda: self._does(deed, is_sale=is_sale))
        return self.tasks.follow(queued, done=done, failed=failed, call=deed)


def _queued(queue: "Callable[[], Future[T]]") -> "Future[T]":
    """The call's future; one that a closing window takes no more has failed at once, and its slot goes on."""
    try:
        return queue()
    except CityTillError as error:
        refused: Future[T] = Future()
        refused.set_exception(error)
        return refused
