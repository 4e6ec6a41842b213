"""What a station keeps about each of its devices (a work_ setting, no fact about money)."""

from dataclasses import asdict
from enum import Enum
from typing import Any

from app.frozen import frozen


class DeviceKind(Enum):
    """The devices of a station; the drawer hangs on the printer's plug and belongs to its setting."""

    RECEIPT_PRINTER = "receipt printer"
    CHECK_READER = "check reader"
    SCANNER = "scanner"


class Wiring(Enum):
    """How a device is connected."""

    TCP = "network"
    SERIAL = "serial"


@frozen
class DeviceSetting:
    """One device: `address` is `host:port` or a serial port; what does not concern the kind keeps its default.

    `drawer_open_level` (`high` or `low`) is what pin 3 reads when the drawer is open; it is found by closing and
    opening the drawer once in Set-up.
    """

    kind: DeviceKind
    wiring: Wiring
    address: str
    profile: str = "tm-t88"
    baud: int = 9600
    dialect: str = "canonical"
    drawer_pin: int = 2
    drawer_has_sensor: bool = True
    drawer_open_level: str = "high"

    def __post_init__(self) -> None:
        if self.drawer_pin not in (2, 5):
            raise ValueError("a drawer hangs on pin 2 or 5")
        if self.drawer_open_level not in ("high", "low"):
            raise ValueError("an open drawer reads high or low")

    def to_json(self) -> dict[str, Any]:
        """Plain JSON types."""
        return asdict(self) | {"kind": self.kind.value, "wiring": self.wiring.value}

    @classmethod
    def from_json(cls, stored: dict[str, Any]) -> "DeviceSetting":
        """Read back what `to_json` gave.

        Raises:
            ValueError: an unknown kind, wiring or value.
        """
        return cls(**{**stored, "kind": DeviceKind(stored["kind"]), "wiring": Wiring(stored["wiring"])})
