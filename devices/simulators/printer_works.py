"""The inside of the practice receipt printer: its buffer, its status bytes, what each command does.

Behaves as the TM-T88 family does (devices reference 1.1 to 1.7): real-time commands are answered the moment they
come in, even when offline and even from inside a picture; everything else waits in the buffer until the head can
print. Cover open or paper out stop the head and keep the buffer; power off loses it.
"""

import logging
from collections.abc import Callable
from enum import Enum

from devices.simulators.drawer import SimulatedDrawer
from devices.simulators.escpos_tokens import Token, next_token
from devices.simulators.print_head import PrintHead
from devices.simulators.slip_station import SlipStation

BUFFER_LIMIT_BYTES = 4_000_000
UNKNOWN_LIMIT = 200
_LOG = logging.getLogger(__name__)


class PrinterFault(Enum):
    """What can be switched on; the value is the switch's label."""

    OFFLINE = "Printer offline"
    COVER_OPEN = "Cover open"
    PAPER_LOW = "Paper low"
    PAPER_OUT = "Paper out"
    PAPER_OUT_MIDWAY = "Paper out midway"
    HALF_PRINT = "Half print"
    LINE_DROPS = "Line drops midway"
    NO_REPLY = "No reply"
    LATE_REPLY = "Late reply"
    CUTTER_JAM = "Cutter jam"
    SLIP_EMPTY = "No check put in"
    DRAWER_JAMMED = "Drawer jammed"
    DRAWER_BACKWARDS = "Drawer polarity"


class PrinterWorks:
    """What happens to bytes in the printer. Not thread-safe: the printer that owns it locks.

    `reply` sends bytes back, `hang_up` breaks the line (both given by the owner).
    """

    def __init__(
        self,
        *,
        head: PrintHead,
        drawer: SimulatedDrawer,
        model: str,
        knows: frozenset[str],
        reply: Callable[[bytes], None],
        hang_up: Callable[[], None],
    ) -> None:
        self.head = head
        self.slip = SlipStation(head)
        self.drawer = drawer
        self.faults: set[PrinterFault] = set()
        self.unknown: list[str] = []
        self.jammed_cutter = False
        self.die_after_row: int | None = None
        self._model = model
        self._knows = knows
        self._send = reply
        self._hang_up = hang_up
        self._buffer = b""
        self._tail = b""
        self._held: list[bytes] = []
        self._asb = 0
        self._last_asb = b""

    def joined(self) -> None:
        """A new client: nothing is asked for yet."""
        self._asb = 0
        self._tail = b""

    def hear(self, data: bytes) -> None:
        """Bytes came in."""
        self._buffer = (self._buffer + data)[-BUFFER_LIMIT_BYTES:]
        self._answer_real_time(data)
        self.work()

    def work(self) -> None:
        """Print from the buffer as long as nothing stops the head."""
        at = 0
        while at < len(self._buffer) and not self.is_offline and not self.awaits_slip:
            token = next_token(self._buffer, at)
            if token is None:
                break
            at += len(token.raw)
            self._obey(token)
            if self.die_after_row is not None and self.head.rows_printed >= self.die_after_row:
                self._die()
                return
        self._buffer = self._buffer[at:]
        if self.head.rows_left == 0 and PrinterFault.PAPER_OUT_MIDWAY in self.faults:
            self.faults.discard(PrinterFault.PAPER_OUT_MIDWAY)
            self.faults.add(PrinterFault.PAPER_OUT)
        self.tell_asb()

    def lose_power(self) -> None:
        """The buffer, the unfinished row and all that was asked for are gone."""
        self._buffer = b""
        self._tail = b""
        self._held = []
        self.die_after_row = None
        self._asb = 0
        self.jammed_cutter = False
        self.head.reset()
        self.slip.leave()

    def release_held(self) -> None:
        """Send the acknowledgements that LATE_REPLY held back."""
        held, self._held = self._held, []
        for data in held:
            self._reply(data)

    @property
    def is_paper_out(self) -> bool:
        """The roll has ended, or the switch says so."""
        return PrinterFault.PAPER_OUT in self.faults or self.head.rows_left == 0

    @property
    def awaits_slip(self) -> bool:
        """The slip was chosen and nobody has put a check in."""
        return self.slip.is_chosen and PrinterFault.SLIP_EMPTY in self.faults

    @property
    def is_offline(self) -> bool:
        """The head stands still."""
        switched = {PrinterFault.OFFLINE, PrinterFault.COVER_OPEN} & self.faults
        return bool(switched) or self.is_paper_out or self.jammed_cutter

    def _answer_real_time(self, data: bytes) -> None:
        """DLE EOT, DLE ENQ and DLE DC4 work wherever they stand in the stream, pictures included."""
        window = self._tail + data
        at = window.find(b"\x10")
        while at >= 0:
            token = next_token(window, at)
            if token is None:
                break
            if token.name.startswith("DLE "):
                self._real_time(token, behind=window[at + len(token.raw) :])
                at = window.find(b"\x10", at + len(token.raw))
            else:
                at = window.find(b"\x10", at + 1)
        self._tail = window[at:] if at >= 0 else b""

    def _real_time(self, token: Token, *, behind: bytes) -> None:
        """Do it now; clearing the buffer spares what came `behind` the command."""
        match token.name, token.args[0]:
            case "DLE EOT", n if n in (1, 2, 3, 4, 5):
                self._reply(bytes([self._status(n)]))
            case "DLE ENQ", 2:
                self._buffer = behind
                self.jammed_cutter = False
            case "DLE ENQ", 3 if self.slip.is_chosen:
                self._buffer = behind
                self.slip.leave()
            case "DLE ENQ", 1:
                self.jammed_cutter = False
            case "DLE DC4", 1 if not self.jammed_cutter:
                self._pulse(5 if token.args[1] else 2, token.args[2] * 100)
            case "DLE DC4", 8:
                self._buffer = behind
                self._reply(b"\x37\x25\x00")

    def _status(self, n: int) -> int:
        low = PrinterFault.PAPER_LOW in self.faults or self.is_paper_out
        bits = {
            1: (0x04, self.drawer.pin_high, 0x08, self.is_offline),
            2: (0x04, PrinterFault.COVER_OPEN in self.faults, 0x20, self.is_paper_out, 0x40, self.jammed_cutter),
            3: (0x08, self.jammed_cutter),
            4: (0x0C, low, 0x60, self.is_paper_out),
            5: (0x08, self.awaits_slip, 0x60, PrinterFault.SLIP_EMPTY in self.faults),
        }[n]
        return 0x12 | sum(mask for mask, is_set in zip(bits[::2], bits[1::2], strict=True) if is_set)

    def _asb_now(self) -> bytes:
        low = PrinterFault.PAPER_LOW in self.faults or self.is_paper_out
        cover = PrinterFault.COVER_OPEN in self.faults
        first = 0x10 | (self.drawer.pin_high << 2) | (self.is_offline << 3) | (cover << 5)
        return bytes([first, self.jammed_cutter << 3, (0x03 if low else 0) | (0x0C if self.is_paper_out else 0), 0])

    def tell_asb(self) -> None:
        """Automatic status back: four bytes when something changed and the client asked for them."""
        now = self._asb_now()
        if self._asb and now != self._last_asb:
            self._last_asb = now
            self._reply(now)

    def _obey(self, token: Token) -> None:
        if token.name.startswith("DLE ") or self._query(token):
            return
        if token.name == "GS V" and PrinterFault.CUTTER_JAM in self.faults:
            self.jammed_cutter = True
        if self.slip.obey(token):
            return
        if token.name == "unknown" or not self.head.print(token):
            _LOG.warning("practice printer: unknown bytes %s", token.raw.hex(" "))
            self.unknown = [*self.unknown, token.raw.hex(" ")][-UNKNOWN_LIMIT:]

    def _query(self, token: Token) -> bool:
        """Commands that answer or move the drawer, in their turn; False when it is none of them."""
        args = token.args
        match token.name:
            case "ESC p":
                self._pulse(5 if args[0] & 1 else 2, args[1] * 2)
            case "GS ( H" if "GS ( H" in self._knows and args[:2] == b"\x30\x30":
                self._acknowledge(b"\x37\x22" + args[2:6] + b"\0")
            case "GS r" if "GS r" in self._knows and args[0] in (1, 0x31):
                self._acknowledge(bytes([((self._status(4) & 0x0C) >> 2) | ((self._status(4) & 0x60) >> 3)]))
            case "GS r" if "GS r" in self._knows and args[0] in (2, 0x32):
                self._reply(bytes([self.drawer.pin_high]))
            case "GS a":
                self._asb = args[0]
                self._last_asb = b""
            case "GS I" if args[0] in (0x41, 0x42, 0x43, 0x44):
                text = {0x41: "1.00", 0x42: "CITYTILL", 0x43: self._model, 0x44: "PRACTICE"}[args[0]]
                self._reply(b"\x5f" + text.encode() + b"\0")
            case "GS I":
                self._reply(b"\x20")
            case _:
                return False
        return True

    def _pulse(self, pin: int, on_ms: int) -> None:
        self.drawer.pulse(pin=pin, on_ms=on_ms)
        self.tell_asb()

    def _acknowledge(self, data: bytes) -> None:
        if PrinterFault.LATE_REPLY in self.faults:
            self._held.append(data)
        else:
            self._reply(data)

    def _reply(self, data: bytes) -> None:
        if PrinterFault.NO_REPLY not in self.faults:
            self._send(data)

    def _die(self) -> None:
        self.faults.discard(PrinterFault.HALF_PRINT)
        self.lose_power()
        self._hang_up()
