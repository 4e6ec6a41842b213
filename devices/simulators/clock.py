"""A clock that is set by hand: scripted days, and the wrong clocks of bad days."""

from datetime import datetime, timedelta


class SimulatedClock:
    """Stands still until it is told to go on; `mono_ns` follows it forwards only."""

    def __init__(self, now: datetime) -> None:
        if now.tzinfo is None:
            raise ValueError("a clock says its zone")
        self._now = now
        self._mono_ns = 0

    def now(self) -> datetime:
        """The time as set."""
        return self._now

    def mono_ns(self) -> int:
        """Counts only what `advance` added."""
        return self._mono_ns

    def boot_id(self) -> str:
        """One boot for the whole script."""
        return "simulated"

    def advance(self, *, seconds: int) -> None:
        """Let time pass."""
        self._now += timedelta(seconds=seconds)
        self._mono_ns += seconds * 1_000_000_000

    def set(self, now: datetime) -> None:
        """Turn the hands, also backwards; monotonic time does not notice."""
        self._now = now
