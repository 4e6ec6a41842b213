"""What a line to a device can do, and the two ways it fails; a transport never pretends that all is well."""

from typing import ClassVar, Protocol

from app.domain.device_state import UposError
from app.errors import DeviceFaultError


class DeviceSilentError(DeviceFaultError):
    """Nothing is at the other end; no byte went out."""

    code: ClassVar[str] = "device_silent"
    upos: ClassVar[UposError] = UposError.OFFLINE

    def __init__(self, where: str) -> None:
        super().__init__(f"Nothing answers at {where}. See that the device is switched on and its cable is in.")
        self.where = where


class LineLostError(DeviceFaultError):
    """The line broke while it was used; `sent_bytes` of the last write had gone out, at least."""

    code: ClassVar[str] = "line_lost"
    upos: ClassVar[UposError] = UposError.OFFLINE

    def __init__(self, where: str, *, sent_bytes: int = 0) -> None:
        super().__init__(f"The connection to {where} broke. See that the device is switched on and its cable is in.")
        self.where = where
        self.sent_bytes = sent_bytes


class Transport(Protocol):
    """One line to one device: open, write and read, close; used on one thread only.

    Legal order: open -> (write | read)* -> close, and open again. After an error the line is closed.
    """

    @property
    def where(self) -> str:
        """The address as a person knows it."""
        ...

    @property
    def is_open(self) -> bool:
        """Whether the line stood when it was last used."""
        ...

    def open(self) -> None:
        """Open the line; does nothing when it is open.

        Raises:
            DeviceSilentError: nothing there.
        """
        ...

    def write(self, data: bytes) -> None:
        """Hand over all the bytes.

        Raises:
            LineLostError: the line broke or took nothing within its limit; says how much had gone.
        """
        ...

    def read(self, limit_s: float) -> bytes:
        """What has come in, waiting at most so many seconds for the first byte; empty when nothing came.

        Raises:
            LineLostError: the line broke.
        """
        ...

    def close(self) -> None:
        """Close the line; never raises."""
        ...
