"""A lane: one thread with a queue, sale before all else, bulk work in slices between (DESIGN section 3, One writer).

The writer and the reader are lanes. Threads of the database are made here and nowhere else.
"""

import itertools
import queue
import threading
from collections.abc import Callable, Generator
from concurrent.futures import Future
from contextlib import suppress
from enum import IntEnum
from typing import Any, NamedTuple, TypeVar

from app.errors import RecordsError
from db.errors import LaneClosedError

R = TypeVar("R")
IDLE_S = 0.25
TRY_AGAIN_S = 5.0
CLOSE_LIMIT_S = 10.0


class Turn(IntEnum):
    """Who goes first."""

    SALE = 0
    NORMAL = 1
    BULK = 2
    LAST = 3


class _Job(NamedTuple):
    """Goes by turn, then by `n`, which no two have."""

    turn: int
    n: int
    call: Callable[[], Any]
    future: "Future[Any]"


class Lane:
    """One thread that runs calls one at a time.

    `on_idle` runs on it when nothing was asked for `IDLE_S`, and says after how many seconds it wants to run again
    (None: not before the next call).
    """

    def __init__(self, name: str, *, on_idle: Callable[[], float | None] | None = None) -> None:
        self.name = name
        self._on_idle = on_idle
        self._queue: queue.PriorityQueue[_Job] = queue.PriorityQueue()
        self._count = itertools.count()
        self._lock = threading.Lock()
        self._closing = False
        self._thread = threading.Thread(target=self._run, name=f"citytill-{name}", daemon=True)
        self._thread.start()

    def submit(self, call: Callable[[], R], *, turn: Turn = Turn.NORMAL) -> "Future[R]":
        """Queue a call; the future holds its value or its error.

        Raises:
            LaneClosedError: the lane has begun to end.
        """
        future: Future[R] = Future()
        with self._lock:
            if self._closing:
                raise LaneClosedError(self.name)
            self._queue.put(_Job(turn, next(self._count), call, future))
        return future

    def run(self, call: Callable[[], R], *, turn: Turn = Turn.NORMAL) -> R:
        """Queue a call and wait for it; on the lane's own thread it runs at once."""
        if self.is_here():
            return call()
        return self.submit(call, turn=turn).result()

    def submit_slices(self, slices: Generator[Any, None, R]) -> "Future[R]":
        """Run a generator a step at a time on the bulk turn, others between; cancel the future to stop it.

        Each step is at most 20 ms of work; a cancelled generator is closed on the lane's thread.
        """
        whole: Future[R] = Future()
        self._next_slice(slices, whole)
        return whole

    def is_here(self) -> bool:
        """Whether the caller runs on this lane's thread."""
        return threading.current_thread() is self._thread

    def close(self, *, last: Callable[[], None] | None = None, limit_s: float = CLOSE_LIMIT_S) -> bool:
        """End in order: nothing new, what is queued but bulk, then `last` on the thread; False after `limit_s`."""
        with self._lock:
            if not self._closing:
                self._closing = True
                self._queue.put(_Job(Turn.LAST, next(self._count), last or _nothing, Future()))
        self._thread.join(limit_s)
        return not self._thread.is_alive()

    def _next_slice(self, slices: Generator[Any, None, R], whole: "Future[R]") -> None:
        def step() -> None:
            if whole.cancelled():
                slices.close()
                return
            try:
                next(slices)
            except StopIteration as end:
                _answer(whole, end.value)
            except BaseException as error:  # noqa: BLE001  # belongs to whoever waits for the whole
                _fail(whole, error)
            else:
                self._next_slice(slices, whole)

        try:
            self.submit(step, turn=Turn.BULK)
        except LaneClosedError as error:
            slices.close()
            _fail(whole, error)

    def _run(self) -> None:
        first_wait = IDLE_S if self._on_idle else None
        wait = first_wait
        while True:
            try:
                job = self._queue.get(timeout=wait)
            except queue.Empty:
                wait = self._idle()
                continue
            wait = first_wait
            if self._closing and job.turn == Turn.BULK:
                _fail(job.future, LaneClosedError(self.name))
                continue
            turn, future, calls = job.turn, job.future, [job.call]
            del job
            self._call(calls, future)
            del future
            if turn == Turn.LAST:
                return

    def _idle(self) -> float | None:
        """What waits for a quiet moment; a full disk lets it wait on, and nothing ever ends the lane but `close`."""
        try:
            return self._on_idle() if self._on_idle else None
        except RecordsError:
            return TRY_AGAIN_S
        except BaseException as error:  # noqa: BLE001  # nobody waits for it: the program's last resort hears it
            here = threading.current_thread()
            threading.excepthook(threading.ExceptHookArgs((type(error), error, error.__traceback__, here)))
            return TRY_AGAIN_S

    def _call(self, calls: "list[Callable[[], Any]]", future: "Future[Any]") -> None:
        """Let go of the call before it is answered: what it holds, a model perhaps, must not end on this thread."""
        call = calls.pop()
        if not future.set_running_or_notify_cancel():
            return
        try:
            value = call()
        except BaseException as error:  # noqa: BLE001  # a worker hands every error to whoever waits
            del call
            future.set_exception(error)
        else:
            del call
            future.set_result(value)


def _nothing() -> None:
    """A lane without last words."""


def _answer(future: "Future[R]", value: R) -> None:
    with suppress(Exception):  # cancelled between
        future.set_result(value)


def _fail(future: "Future[Any]", error: BaseException) -> None:
    with suppress(Exception):  # cancelled between
        future.set_exception(error)
