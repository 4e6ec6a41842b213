"""The check reader in a cashier's words: the MICR line of the check that was just fed."""

from typing import Protocol

from app.domain.device_state import DeviceWord
from app.domain.micr import CheckRead


class CheckReader(Protocol):
    """One reader on its own worker; it speaks when a check is fed, nobody asks it."""

    def hear(self, limit_s: float) -> CheckRead | None:
        """Wait for a check, at most so many seconds; None when none was fed.

        Raises:
            DeviceFaultError: the reader does not answer; the next call tries to open it again.
        """
        ...

    def health(self) -> DeviceWord:
        """Whether the line to the reader stands."""
        ...

    def close(self) -> None:
        """Let go of the line."""
        ...
