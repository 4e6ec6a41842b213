"""Time from outside: never read in rules, always given."""

from datetime import datetime
from typing import Protocol


class Clock(Protocol):
    """The machine's clock and its monotonic companion."""

    def now(self) -> datetime:
        """The present, UTC with zone."""
        ...

    def mono_ns(self) -> int:
        """Nanoseconds that never run backwards while the machine is up."""
        ...

    def boot_id(self) -> str:
        """Changes with each start of the machine or program, so that `mono_ns` compares only within it."""
        ...
