"""The cash drawer at an ESC/POS printer's plug: a pulse of its own, never the tail of a receipt.

Manual: Epson ESC/POS Command Reference, ESC p, DLE DC4 fn 1, DLE EOT 1; devices reference 1.7.
Has met: the practice drawer only, no real device yet.

Legal order: DLE EOT 1 (level before) -> ESC p, or DLE DC4 when the printer is offline -> DLE EOT 1 every 250 ms until
the level changes, at most 2 s. The pulse is always sent, whatever the sensor says: its polarity may be set wrong.
"""

import time
from enum import Enum

from app.domain.device_state import DrawerResult, Tri
from app.errors import DeviceFaultError
from devices.drivers.escpos_commands import pulse, pulse_now
from devices.drivers.escpos_line import EscPosLine
from devices.drivers.escpos_replies import health_of, pin_high


class OpenLevel(Enum):
    """The level on pin 3 when the drawer is open; it depends on the drawer's wiring and is set per station."""

    HIGH = "high"
    LOW = "low"


class EscPosDrawer:
    """A `CashDrawer`; `has_sensor` False for a drawer without one, or a printer that reports nothing."""

    def __init__(self, line: EscPosLine, *, pin: int, open_level: OpenLevel, has_sensor: bool) -> None:
        self._line = line
        self._pin = pin
        self._open_level = open_level
        self._has_sensor = has_sensor

    def open(self) -> DrawerResult:
        """One pulse; see CashDrawer."""
        try:
            return self._open_and_watch() if self._has_sensor else self._open_blindly()
        except DeviceFaultError:
            self._line.close()
            return DrawerResult.NOT_SENT

    def is_open(self) -> Tri:
        """What the sensor says, or said within the last polling period; see CashDrawer."""
        if not self._has_sensor:
            return Tri.UNKNOWN
        last = self._line.last_status_1
        if last is not None and time.monotonic() - last[1] < self._line.limits.drawer_poll_s:
            return Tri.of(self._reads_open(last[0]))
        try:
            status = self._line.ask_status(1)
        except DeviceFaultError:
            return Tri.UNKNOWN
        return Tri.of(self._reads_open(status[1]) if status else None)

    def _open_blindly(self) -> DrawerResult:
        self._line.send(pulse(pin=self._pin))
        return DrawerResult.CANNOT_TELL

    def _open_and_watch(self) -> DrawerResult:
        before = self._line.ask_status(1)
        if not before:
            return DrawerResult.NOT_SENT
        is_offline = health_of(before).offline is Tri.YES
        self._line.send(pulse_now(pin=self._pin) if is_offline else pulse(pin=self._pin))
        was_open = self._reads_open(before[1])
        is_open = self._watch(was_open)
        if was_open:
            return DrawerResult.WAS_OPEN if is_open else DrawerResult.READS_BACKWARDS
        return DrawerResult.OPENED if is_open else DrawerResult.DID_NOT_OPEN

    def _watch(self, was_open: bool) -> bool:
        """What the sensor reads once it has changed, or after the limit; an open drawer is looked at once or twice."""
        limits = self._line.limits
        ends = time.monotonic() + (limits.drawer_poll_s if was_open else limits.drawer_s)
        while True:
            asked_at = time.monotonic()
            status = self._line.peek_status(1)
            if status and self._reads_open(status[1]) is not was_open:
                return not was_open
            left = min(asked_at + limits.drawer_poll_s, ends) - time.monotonic()
            if asked_at >= ends:
                return was_open
            self._line.listen(lambda: False, max(left, 0))

    def _reads_open(self, status_1: int) -> bool:
        return pin_high(status_1) is (self._open_level is OpenLevel.HIGH)
