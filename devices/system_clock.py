"""The machine's clock, as the rules' Clock port asks for it."""

import os
import time
from datetime import UTC, datetime
from pathlib import Path

_KERNEL_BOOT_ID = Path("/proc/sys/kernel/random/boot_id")


class SystemClock:
    """Reads the operating system; has met the real device."""

    def __init__(self) -> None:
        self._boot_id = _KERNEL_BOOT_ID.read_text().strip() if _KERNEL_BOOT_ID.exists() else os.urandom(16).hex()

    def now(self) -> datetime:
        """The present, UTC with zone."""
        return datetime.now(UTC)

    def mono_ns(self) -> int:
        """Nanoseconds since an arbitrary start, never backwards within `boot_id`."""
        return time.monotonic_ns()

    def boot_id(self) -> str:
        """The kernel's boot id; where there is none, one of this process."""
        return self._boot_id
