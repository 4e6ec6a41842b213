"""Bar code scanners on a serial line or USB-COM: the scanned text and CR (devices reference 7.2).

Manual: any serial scanner at 9600 8N1 with suffix CR or CR LF; AIM identifiers may stand in front.
Has met: the practice scanner only, no real device yet.

Legal order: open the line, listen. Nothing is ever sent.
"""

from app.domain.device_state import DeviceWord
from devices.drivers.spoken_lines import SpokenLines
from devices.transports.transport import Transport


class SerialScanner:
    """A `Scanner`; the text is raw, `app.domain.scan_line.read_scan` says what it is."""

    def __init__(self, transport: Transport) -> None:
        self._lines = SpokenLines(transport)

    def hear(self, limit_s: float) -> str | None:
        """The next scan; see Scanner."""
        return self._lines.next_line(limit_s)

    def health(self) -> DeviceWord:
        """Whether the line stands; see Scanner."""
        return self._lines.word

    def close(self) -> None:
        """Let go of the line; see Scanner."""
        self._lines.close()
