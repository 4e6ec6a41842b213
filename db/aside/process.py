"""The window's side of a process aside: start it, hear it, end it. No key is ever among its arguments."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, BinaryIO, TypeVar, cast

import msgspec

from app.interchange.extract_errors import ImportCancelledError
from db.aside.frames import Beat, Begin, Crashed, Done, Failed, Finish, Read, Slice, ToAside, from_aside, receive, send
from db.aside.told_errors import raised
from db.errors import AsideBrokeOffError

if TYPE_CHECKING:
    import subprocess  # brought by the first process: sign-in need not wait for it

T = TypeVar("T")
Told = Begin | Slice | Finish | Done
END_LIMIT_S = 5.0
WINDOWS_FLAGS = ("CREATE_NO_WINDOW", "BELOW_NORMAL_PRIORITY_CLASS")  # no other system knows them


class AsideFaultError(RuntimeError):
    """A fault of the program, met in the process aside; the words are its places."""


class Aside:
    """Runs jobs, one process each; `command` and `environment` start one and hold no secret."""

    def __init__(self, command: tuple[str, ...], environment: dict[str, str]) -> None:
        self._command = command
        self._environment = environment
        self._lock = threading.Lock()
        self._running: set[subprocess.Popen[bytes]] = set()
        self._is_stopped = False

    @contextmanager
    def begun(self, job: ToAside) -> Iterator["AsideTalk"]:
        """A process that has its job; it is gone when the block ends, however it ends.

        Raises:
            AsideBrokeOffError: it could not begin, or `stop` was called.
        """
        process = self._started()
        try:
            talk = AsideTalk(process)
            talk.say(job)
            yield talk
        finally:
            self._end(process)

    @property
    def is_stopped(self) -> bool:
        """Whether `stop` was called."""
        return self._is_stopped

    def stop(self) -> None:
        """End what is under way and begin nothing more; call it from any thread."""
        with self._lock:
            self._is_stopped = True
            for process in self._running:
                process.kill()

    def _started(self) -> "subprocess.Popen[bytes]":
        import subprocess  # noqa: PLC0415 - brought by the first process

        flags = sum(getattr(subprocess, name, 0) for name in WINDOWS_FLAGS)
        with self._lock:
            if self._is_stopped:
                raise AsideBrokeOffError
            try:
                process = subprocess.Popen(  # noqa: S603 - our own program
                    self._command, env=self._environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL, creationflags=flags,
                )  # fmt: skip
            except OSError as error:
                raise AsideBrokeOffError from error
            self._running.add(process)
        return process

    def _end(self, process: "subprocess.Popen[bytes]") -> None:
        import subprocess  # noqa: PLC0415 - brought by the first process

        process.kill()
        with suppress(subprocess.TimeoutExpired):
            process.wait(END_LIMIT_S)
        with suppress(OSError):  # what it was still to be told
            cast("BinaryIO", process.stdin).close()
        cast("BinaryIO", process.stdout).close()
        with self._lock:
            self._running.discard(process)


class AsideTalk:
    """One process that has begun."""

    def __init__(self, process: "subprocess.Popen[bytes]") -> None:
        self._in = cast("BinaryIO", process.stdin)
        self._out = cast("BinaryIO", process.stdout)
        self._reader = from_aside()
        self.pid = process.pid

    def say(self, message: ToAside) -> None:
        """Tell it something.

        Raises:
            AsideBrokeOffError: it is gone.
        """
        try:
            send(self._in, message)
        except OSError as error:
            raise AsideBrokeOffError from error

    def hear(self, *, progress: Callable[[int], None], cancelled: Callable[[], bool]) -> Iterator[Told]:
        """What it says, until it is done; `cancelled` is asked several times a second.

        Raises:
            AsideBrokeOffError: it ended in the middle.
            ImportCancelledError: `cancelled` said so.
            CityTillError: what it refused.
            AsideFaultError: a fault of the program.
        """
        while True:
            message = receive(self._out, self._reader)
            if cancelled():
                raise ImportCancelledError
            if isinstance(message, Failed):
                raise raised(message)
            if isinstance(message, Crashed):
                raise AsideFaultError(message.trace)
            if isinstance(message, Read):
                progress(message.bytes_read)
            elif not isinstance(message, Beat):
                yield message
                if isinstance(message, Done):
                    return

    def done(self, kind: type[T], *, progress: Callable[[int], None], cancelled: Callable[[], bool]) -> T:
        """What a job answers that stores nothing; raises as `hear`."""
        for message in self.hear(progress=progress, cancelled=cancelled):
            if isinstance(message, Done):
                return answer_of(message, kind)
        raise AsideBrokeOffError


def answer_of(done: Done, kind: type[T]) -> T:
    """What a job answers."""
    return msgspec.msgpack.decode(done.value, type=kind)
