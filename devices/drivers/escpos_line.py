"""The one conversation with an ESC/POS printer: questions, answers in any order, and jobs that await their answer.

The printer and the drawer at its plug share it. Legal order: ask_status and send in any order; each opens the line
when it is closed. Used on the device's own worker only. Source: devices reference 1.1, 1.3, 1.5, 1.6, 1.16.
"""

import time
from collections.abc import Callable

from app.frozen import frozen
from devices.drivers.escpos_commands import ASK_PAPER_IN_TURN, ask_acknowledge, ask_status, tag_of
from devices.drivers.escpos_replies import Reply, ReplyKind, ReplyReader
from devices.drivers.profiles import Acknowledge
from devices.transports.transport import LineLostError, Transport

AWAITED_LIMIT = 100


@frozen
class PrinterLimits:
    """How long to wait for what, in seconds; polling is never faster than every 250 ms (reference 1.1)."""

    status_s: float = 1.0
    answer_s: float = 10.0
    answer_per_row_s: float = 3 / 47
    poll_s: float = 0.5
    drawer_s: float = 2.0
    drawer_poll_s: float = 0.25
    idle_close_s: float = 60.0
    slip_s: float = 20.0


class EscPosLine:
    """Wraps a transport; keeps what the printer still owes us: the acknowledgements of jobs, oldest first.

    `last_status_1` is the last answer to DLE EOT 1 and when it came (monotonic seconds).
    """

    def __init__(self, transport: Transport, *, acknowledge: Acknowledge, limits: PrinterLimits) -> None:
        self.limits = limits
        self.acknowledge = acknowledge
        self.answered: list[int] = []
        self.last_status_1: tuple[int, float] | None = None
        self._transport = transport
        self._reader = ReplyReader()
        self._status: list[int] = []
        self._awaited: list[int] = []
        self._used_at = time.monotonic()

    @property
    def where(self) -> str:
        """The printer's address as a person knows it."""
        return self._transport.where

    def ask_status(self, *kinds: int) -> dict[int, int]:
        """Ask DLE EOT for the kinds; the answers by kind, empty when they did not all come.

        A line that was open and is silent may be dead without knowing it: it is opened afresh and asked once more.

        Raises:
            DeviceSilentError: nothing is there.
            LineLostError: the line broke, also the new one.
        """
        was_open = self._transport.is_open
        try:
            status = self._ask_once(kinds)
        except LineLostError:
            if not was_open:
                raise
            self.close()
            return self._ask_once(kinds)
        if not status and was_open:
            self.close()
            return self._ask_once(kinds)
        return status

    def peek_status(self, *kinds: int) -> dict[int, int]:
        """Ask once on the line that stands, in the middle of a job or a pulse; empty when they did not all come.

        Raises:
            DeviceSilentError: nothing is there.
            LineLostError: the line broke.
        """
        return self._ask_once(kinds)

    def send(self, data: bytes) -> None:
        """Send bytes that are not answered.

        A printer that never answers gets a new connection each time: a dead one looks like a silent one.

        Raises:
            DeviceSilentError: nothing is there; no byte went out.
            LineLostError: the line broke; says how many bytes had gone.
        """
        if self.acknowledge is Acknowledge.NEVER:
            self._transport.close()
        self._transport.open()
        self._used_at = time.monotonic()
        self._transport.write(data)

    def send_job(self, job: int, data: bytes) -> None:
        """Send a job with the question whether it was printed behind it; raises as `send` does."""
        match self.acknowledge:
            case Acknowledge.TAG:
                data += ask_acknowledge(tag_of(job))
            case Acknowledge.IN_TURN:
                data += ASK_PAPER_IN_TURN
            case Acknowledge.NEVER:
                self.send(data)
                return
        self._awaited = [*self._awaited, job][-AWAITED_LIMIT:]
        self.send(data)

    def listen(self, until: Callable[[], bool], limit_s: float) -> bool:
        """Read answers until the condition holds, at most so many seconds; whether it holds.

        Raises:
            LineLostError: the line broke.
        """
        ends = time.monotonic() + limit_s
        while not until():
            left = ends - time.monotonic()
            if left <= 0:
                return False
            self._take(self._transport.read(left))
        return True

    def rest_when_idle(self) -> None:
        """Hang up after a long pause with nothing owed, so that another station can use the printer."""
        if not self._awaited and time.monotonic() - self._used_at > self.limits.idle_close_s:
            self.close()

    def close(self) -> None:
        """Hang up; what is still owed can no longer come."""
        self._transport.close()
        self._reader = ReplyReader()
        self._status = []
        self._awaited = []
        self.last_status_1 = None

    def _ask_once(self, kinds: tuple[int, ...]) -> dict[int, int]:
        self._transport.open()
        self._take_waiting()
        self._status = []
        self._transport.write(ask_status(*kinds))
        if not self.listen(lambda: len(self._status) >= len(kinds), self.limits.status_s):
            return {}
        status = dict(zip(kinds, self._status, strict=False))
        if 1 in status:
            self.last_status_1 = (status[1], time.monotonic())
        return status

    def _take_waiting(self) -> None:
        """Read what lies there already, so that an old answer is not taken for a new one."""
        while data := self._transport.read(0):
            self._take(data)

    def _take(self, data: bytes) -> None:
        for reply in self._reader.feed(data):
            self._take_reply(reply)

    def _take_reply(self, reply: Reply) -> None:
        if reply.kind is ReplyKind.STATUS:
            self._status.append(reply.data[0])
        elif reply.kind is ReplyKind.IN_TURN and self.acknowledge is Acknowledge.IN_TURN and self._awaited:
            self.answered.append(self._awaited.pop(0))
        elif reply.acknowledged_tag is not None:
            found = next((job for job in self._awaited if tag_of(job) == reply.acknowledged_tag), None)
            if found is not None:
                self._awaited.remove(found)
                self.answered.append(found)
