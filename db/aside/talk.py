"""A talk with a process aside: give it its job, hear it, tell it how to go on."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, BinaryIO, TypeVar, cast

import msgspec

from app.interchange.extract_errors import ImportCancelledError
from db.aside.frames import Beat, Begin, Crashed, Done, Failed, Finish, Read, Slice, ToAside, from_aside, receive, send
from db.aside.process import Aside
from db.aside.told_errors import raised
from db.errors import AsideBrokeOffError

if TYPE_CHECKING:
    import subprocess

T = TypeVar("T")
Told = Begin | Slice | Finish | Done


class AsideFaultError(RuntimeError):
    """A fault of the program, met in the process aside; the words are its places."""


@contextmanager
def talk_with(aside: Aside, job: ToAside) -> Iterator["AsideTalk"]:
    """A process that has its job; it is gone when the block ends, however it ends.

    Raises:
        AsideBrokeOffError: it could not begin, or `stop` was called.
    """
    process = aside.started()
    try:
        talk = AsideTalk(process)
        talk.say(job)
        yield talk
    finally:
        aside.end(process)


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
