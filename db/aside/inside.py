"""The other side: how a process aside hears and speaks. It ends at once when the one that began it is gone."""

import os
import queue
import sys
import threading
from typing import BinaryIO, TypeVar

from app.domain.entry import EntryRef
from app.ports.account_intake import ExtractTaken
from db.aside.frames import (
    Beat,
    Begin,
    Begun,
    Finish,
    Finished,
    FromAside,
    Pace,
    Slice,
    ToAside,
    receive,
    send,
    to_aside,
)
from db.errors import AsideBrokeOffError
from db.intake import Ask, Intake, IntakeSlice, IntakeSums

T = TypeVar("T")
BEAT_S = 0.25
NICE = 10
STANDARD_OUTPUT = 1


class Channel:
    """Standard input and output, taken from everything else that might print."""

    def __init__(self) -> None:
        self.outward = os.dup(STANDARD_OUTPUT)
        self._out: BinaryIO = os.fdopen(self.outward, "wb")
        os.dup2(os.open(os.devnull, os.O_WRONLY), STANDARD_OUTPUT)
        self._in: BinaryIO = sys.stdin.buffer
        self._lock = threading.Lock()
        self._heard: queue.SimpleQueue[ToAside] = queue.SimpleQueue()
        self._ended = threading.Event()
        self.slice_rows = 0
        for part in (self._listen, self._beat):
            threading.Thread(target=part, daemon=True).start()

    def say(self, message: FromAside) -> None:
        """Tell the window's process; when it is gone, so is this one."""
        try:
            with self._lock:
                send(self._out, message)
        except OSError:
            os._exit(1)

    def heard(self) -> ToAside:
        """Wait for what it says."""
        return self._heard.get()

    def end(self) -> None:
        """No more beats; what was said is on its way."""
        self._ended.set()

    def _listen(self) -> None:
        reader = to_aside()
        while True:
            try:
                message = receive(self._in, reader)
            except (AsideBrokeOffError, OSError):
                os._exit(1)
            if isinstance(message, Pace):
                self.slice_rows = message.rows
            else:
                self._heard.put(message)

    def _beat(self) -> None:
        while not self._ended.wait(BEAT_S):
            self.say(Beat())


class PipedIntake:
    """Answers `app.ports.account_intake.AccountIntake` in the process aside."""

    def __init__(self, channel: Channel, ask: "Ask[object]") -> None:
        self._channel = channel
        self._ask = ask

    def begin(self, *, by: str, as_of: str, business_date: str = "") -> Intake:  # noqa: ARG002 - the asker knows who
        """The other process begins; what it refuses ends this one."""
        self._channel.say(Begin(as_of, business_date))
        begun = self._channel.heard()
        if not isinstance(begun, Begun):
            raise AsideBrokeOffError
        self._channel.slice_rows = begun.ground.slice_rows
        return Intake(begun.ground, self._ask, _PipedStaging(self._channel))


class _PipedStaging:
    """Slices go through the pipe, which holds the maker back until the last was stored."""

    def __init__(self, channel: Channel) -> None:
        self._channel = channel

    def store(self, piece: IntakeSlice) -> int:
        self._channel.say(Slice(piece))
        return self._channel.slice_rows

    def finish(self, extract: ExtractTaken, sums: IntakeSums) -> EntryRef:
        self._channel.say(Finish(extract, sums))
        finished = self._channel.heard()
        if not isinstance(finished, Finished):
            raise AsideBrokeOffError
        return finished.ref

    def cancel(self) -> None:
        """The other process sweeps when this one has ended."""


def be_modest() -> None:
    """Give way to every other process of the machine (Windows: told at the start of the process)."""
    if hasattr(os, "nice"):
        os.nice(NICE)
