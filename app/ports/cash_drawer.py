"""The cash drawer in a cashier's words: open, is it open."""

from typing import Protocol

from app.domain.device_state import DrawerResult, Tri


class CashDrawer(Protocol):
    """One drawer; every call may wait for the device, so it is made on the device's own worker only."""

    def open(self) -> DrawerResult:
        """Send one pulse and watch the sensor, at most 2 s; never raises for a device's trouble."""
        ...

    def is_open(self) -> Tri:
        """What the sensor says; UNKNOWN without one, or when nothing answers."""
        ...
