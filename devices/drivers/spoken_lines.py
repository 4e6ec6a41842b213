"""Lines of text that a serial device sends by itself, each closed by CR, LF or both."""

import time

from app.domain.device_state import DeviceWord
from devices.transports.transport import Transport

LINE_LIMIT_BYTES = 400
_ENDS = b"\r\n"


class SpokenLines:
    """Opens the line when needed and cuts what comes in; used on the device's own worker only."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport
        self._rest = b""

    @property
    def word(self) -> DeviceWord:
        """OK while the line stands; that nothing was said yet is no fault."""
        return DeviceWord.OK if self._transport.is_open else DeviceWord.NO_ANSWER

    def next_line(self, limit_s: float) -> str | None:
        """The next line without its end, waiting at most so many seconds; None when none came. Never an empty line.

        A line that has no end is cut at LINE_LIMIT_BYTES: a mad device cannot fill the memory.

        Raises:
            DeviceSilentError: nothing is there.
            LineLostError: the line broke; an unfinished line is forgotten.
        """
        if not self._transport.is_open:
            self._rest = b""
            self._transport.open()
        ends = time.monotonic() + limit_s
        while True:
            line = self._cut()
            if line:
                return line.decode("latin-1")
            left = ends - time.monotonic()
            if left <= 0:
                return None
            self._rest += self._transport.read(left)

    def close(self) -> None:
        """Let go of the line."""
        self._transport.close()

    def _cut(self) -> bytes:
        """The first whole line that is not empty."""
        self._rest = self._rest.lstrip(_ENDS)
        ends = [at for at in (self._rest.find(b"\r"), self._rest.find(b"\n")) if at >= 0]
        end = min(*ends, LINE_LIMIT_BYTES) if ends else LINE_LIMIT_BYTES
        if not ends and len(self._rest) < LINE_LIMIT_BYTES:
            return b""
        line, self._rest = self._rest[:end], self._rest[end:]
        return line
