"""MagTek serial check readers (Mini MICR, MICR Plus, MICRImage): one line a check, by themselves.

Manual: MagTek 99875 programming guides, commands and formats in devices reference 2.4. The reader stands at 9600 8N1,
communication mode 1 (data, CR), format 0000 (raw signs `T U $ - ?`); another format is a dialect in the settings:
0001 is `upos_d`, 0002 is `toad`.
Readers of other makers that send one line a check by themselves are read by this driver in their own dialect.
Has met: the practice check feeder only, no real device yet.

Legal order: open the line, listen. Nothing is ever sent: a reader set up once needs no commands.
"""

from app.domain.device_state import DeviceWord
from app.domain.micr import CheckRead, Dialect
from devices.drivers.spoken_lines import SpokenLines
from devices.transports.transport import Transport

_STATUS = "/"
_PACKET_END = "\x03"


class MagTekCheckReader:
    """A `CheckReader`; the status that some formats put behind a slash is cut off."""

    def __init__(self, transport: Transport, *, dialect: Dialect = Dialect.CANONICAL) -> None:
        self._lines = SpokenLines(transport)
        self._dialect = dialect

    def hear(self, limit_s: float) -> CheckRead | None:
        """The next check; see CheckReader."""
        line = self._lines.next_line(limit_s)
        return None if line is None else CheckRead(self._data(line), self._dialect)

    def _data(self, line: str) -> str:
        """Without what a packet has behind its end sign, and without the status; X9.37 writes its on-us sign so."""
        data = line.partition(_PACKET_END)[0]
        return data if self._dialect is Dialect.X937 else data.partition(_STATUS)[0]

    def health(self) -> DeviceWord:
        """Whether the line stands; see CheckReader."""
        return self._lines.word

    def close(self) -> None:
        """Let go of the line; see CheckReader."""
        self._lines.close()
