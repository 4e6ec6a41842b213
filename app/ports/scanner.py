"""The bar code scanner in a cashier's words: the text of what was just scanned."""

from typing import Protocol

from app.domain.device_state import DeviceWord


class Scanner(Protocol):
    """One scanner that has its own line (a keyboard wedge is the window's business); runs on its own worker."""

    def hear(self, limit_s: float) -> str | None:
        """Wait for a scan, at most so many seconds; the raw text, None when nothing was scanned.

        Raises:
            DeviceFaultError: the scanner does not answer; the next call tries to open it again.
        """
        ...

    def health(self) -> DeviceWord:
        """Whether the line to the scanner stands."""
        ...

    def close(self) -> None:
        """Let go of the line."""
        ...
