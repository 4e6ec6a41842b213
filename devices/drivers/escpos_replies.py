"""Tells the answers of an ESC/POS printer apart (devices reference 1.1 to 1.6 and Epson Appendix E)."""

from enum import Enum

from app.domain.device_state import PrinterHealth, Tri
from app.frozen import frozen

BLOCK_LIMIT_BYTES = 512
_BLOCK_STARTS = (0x5F, 0x37)
_ASB_SIZE = 4


class ReplyKind(Enum):
    """What an answer is; its bytes say to whom it belongs."""

    STATUS = "real-time status"
    ASB = "automatic status"
    IN_TURN = "answer in turn"
    BLOCK = "block"
    FLOW = "flow control"
    STRANGE = "strange"


@frozen
class Reply:
    """One whole answer; a block is without its closing NUL."""

    kind: ReplyKind
    data: bytes

    @property
    def acknowledged_tag(self) -> bytes | None:
        """The tag of the job that was printed, if this is such an answer (`37 22 d1 d2 d3 d4`)."""
        if self.kind is ReplyKind.BLOCK and self.data[:2] == b"\x37\x22" and len(self.data) == 6:
            return self.data[2:]
        return None


class ReplyReader:
    """Cuts the stream from the printer into answers; keeps an unfinished one until the rest comes."""

    def __init__(self) -> None:
        self._rest = b""

    def feed(self, data: bytes) -> list[Reply]:
        """The answers that are whole now."""
        self._rest += data
        replies = []
        while self._rest:
            reply, size = _first_reply(self._rest)
            if reply is None:
                break
            replies.append(reply)
            self._rest = self._rest[size:]
        return replies


def _first_reply(stream: bytes) -> tuple[Reply | None, int]:
    """The first answer and its size in bytes; None when it has not come whole."""
    first = stream[0]
    if first in _BLOCK_STARTS:
        end = stream.find(b"\0")
        if end >= 0:
            return Reply(ReplyKind.BLOCK, stream[:end]), end + 1
        if len(stream) > BLOCK_LIMIT_BYTES:
            return Reply(ReplyKind.STRANGE, stream), len(stream)
        return None, 0
    if first & 0x93 == 0x12:
        return Reply(ReplyKind.STATUS, stream[:1]), 1
    if first & 0x93 == 0x10:
        if len(stream) < _ASB_SIZE:
            return None, 0
        return Reply(ReplyKind.ASB, stream[:_ASB_SIZE]), _ASB_SIZE
    if first in (0x11, 0x13):
        return Reply(ReplyKind.FLOW, stream[:1]), 1
    if first & 0x90 == 0x00:
        return Reply(ReplyKind.IN_TURN, stream[:1]), 1
    return Reply(ReplyKind.STRANGE, stream[:1]), 1


def health_of(status: dict[int, int]) -> PrinterHealth:
    """What DLE EOT 1 to 4 answered, by kind; a kind that was not asked leaves its fields UNKNOWN."""
    n1, n2, n3, n4 = (status.get(kind) for kind in (1, 2, 3, 4))
    paper_ends = (_bit(n4, 0x60), _bit(n2, 0x20))
    return PrinterHealth(
        answers=Tri.of(bool(status)),
        offline=_bit(n1, 0x08),
        cover_open=_bit(n2, 0x04),
        paper_out=Tri.YES if Tri.YES in paper_ends else paper_ends[0],
        paper_low=_bit(n4, 0x0C),
        cutter_jammed=_bit(n3, 0x08),
        in_error=_bit(n2, 0x40),
    )


def micr_of(reply: Reply) -> str | None:
    """The line of a check read by a hybrid printer (FS a 0: `5F status [detail 1F] data`); None for a bad read."""
    if reply.kind is not ReplyKind.BLOCK or reply.data[:1] != b"\x5f" or len(reply.data) < 2:
        return None
    status, data = reply.data[1], reply.data[2:]
    if status & 0x20:
        return None
    return (data.partition(b"\x1f")[2] if status & 0x08 else data).decode("ascii", errors="replace")


def asb_health(data: bytes) -> PrinterHealth:
    """What the four bytes of an automatic status say."""
    first, second, third = data[0], data[1], data[2]
    return PrinterHealth(
        answers=Tri.YES,
        offline=_bit(first, 0x08),
        cover_open=_bit(first, 0x20),
        paper_out=_bit(third, 0x0C),
        paper_low=_bit(third, 0x03),
        cutter_jammed=_bit(second, 0x08),
        in_error=_bit(second, 0x6C),
    )


def pin_high(status_1: int) -> bool:
    """The level on pin 3 of the drawer plug, from DLE EOT 1 or byte 1 of an automatic status."""
    return bool(status_1 & 0x04)


def _bit(value: int | None, mask: int) -> Tri:
    return Tri.of(None if value is None else bool(value & mask))
