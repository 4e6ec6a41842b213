"""The practice check reader: a MagTek-like serial reader on a `socket://` line (devices reference 2.4).

It speaks every dialect of 2.2: `speak` chooses the signs, as a real reader is set up once.
"""

import threading
from collections.abc import Callable
from enum import Enum

from app.domain.micr import Dialect
from app.frozen import frozen
from devices.simulators.loopback import LoopbackLine
from devices.simulators.sample_checks import SampleCheck


class FeederFault(Enum):
    """What can be switched on; the value is the switch's label."""

    UNREADABLE = "Check unreadable"
    SMUDGED = "Check smudged"
    DOUBLE_FEED = "Double feed"
    WRONG_DIALECT = "Wrong check dialect"
    UNPLUGGED = "Check reader unplugged"


@frozen
class FeederView:
    """The feeder as a window paints it."""

    last: SampleCheck | None
    fed: int
    is_plugged_in: bool
    faults: frozenset[FeederFault]


class SimulatedCheckFeeder:
    """A check reader on 127.0.0.1; connect pyserial to `url`. Thread-safe.

    Each callable in `changed` is called after something can be seen anew in `view`.
    """

    def __init__(self) -> None:
        self.changed: list[Callable[[], None]] = []
        self._lock = threading.RLock()
        self._line = LoopbackLine(name="practice check feeder", heard=self._hear)
        self._faults: set[FeederFault] = set()
        self._command = b""
        self._dialect = Dialect.CANONICAL
        self._last: SampleCheck | None = None
        self._fed = 0

    @property
    def url(self) -> str:
        """The pyserial address; valid after `start` and the same ever after."""
        return f"socket://127.0.0.1:{self._line.port}"

    @property
    def dialect(self) -> Dialect:
        """The signs it writes now."""
        return self._dialect

    def speak(self, dialect: Dialect) -> None:
        """Write these signs from now on."""
        with self._lock:
            self._dialect = dialect

    def start(self) -> None:
        """Plug in."""
        self._line.start()

    def stop(self) -> None:
        """Unplug."""
        self._line.stop()

    def wait_for_program(self, limit_s: float) -> bool:
        """Wait until a program listens; False when none came within the limit."""
        return self._line.wait_for_client(limit_s)

    def feed(self, check: SampleCheck) -> bool:
        """Put a check in; False when no program listens."""
        with self._lock:
            self._last = check
            self._fed += 1
            line = self._as_read(check).encode("latin-1") + b"\r"
            is_heard = self._line.send(line * (2 if FeederFault.DOUBLE_FEED in self._faults else 1))
        self._tell()
        return is_heard

    def send_raw(self, data: bytes) -> bool:
        """Any bytes, as a mad reader would send them."""
        return self._line.send(data)

    def switch(self, fault: FeederFault, on: bool) -> None:
        """Switch a fault on or off."""
        with self._lock:
            (self._faults.add if on else self._faults.discard)(fault)
        if fault is FeederFault.UNPLUGGED:
            (self._line.stop if on else self._line.start)()
        self._tell()

    def view(self) -> FeederView:
        """All that a window shows."""
        with self._lock:
            is_plugged_in = FeederFault.UNPLUGGED not in self._faults
            return FeederView(self._last, self._fed, is_plugged_in, frozenset(self._faults))

    def _as_read(self, check: SampleCheck) -> str:
        line = check.micr
        if FeederFault.UNREADABLE in self._faults:
            return "?"
        if FeederFault.SMUDGED in self._faults:
            at = line.index("T") + 4
            line = f"{line[:at]}??{line[at + 2 :]}"
        if FeederFault.WRONG_DIALECT in self._faults:
            is_upos = self._dialect in (Dialect.UPOS, Dialect.UPOS_D)
            return _spoken(line, Dialect.ABCD if is_upos else Dialect.UPOS_D)
        return _spoken(line, self._dialect)

    def _hear(self, data: bytes) -> None:
        """Answer commands as the reader does: settings are taken, VR tells the version, the rest is `?`."""
        with self._lock:
            *commands, self._command = (self._command + data)[-1000:].split(b"\r")
        for command in commands:
            word = command.strip().upper()
            if word.startswith((b"SW", b"FC", b"SA", b"HW", b"EM", b"DM")):
                continue
            self._line.send({b"VR": b"PRACTICE 1.0\r", b"LE": b"00\r"}.get(word, b"?\r"))

    def _tell(self) -> None:
        for listener in tuple(self.changed):
            listener()


def _spoken(line: str, dialect: Dialect) -> str:
    """Our signs in the reader's own; where it has none it leaves a gap."""
    theirs = {ours: sign for sign, ours in dialect.signs.items()}
    return "".join(theirs.get(letter, " ") if letter in Dialect.CANONICAL.value else letter for letter in line)
