"""A figure: our side over a bare one, in the same run on the same machine, held against its limit."""

import os
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from typing import Any

from app.frozen import frozen

FSYNC_TRIES = 200
FSYNC_BYTES = 4_096
AT_MOST = "at_most"
PERCENT = 100
QUIET_PART = 3


@frozen
class Figure:
    """`ratio` has no unit; `words` tells the absolute values that the ratio hides."""

    name: str
    ratio: float
    limit: float
    words: str

    @property
    def holds(self) -> bool:
        """Whether the promise is kept."""
        return self.ratio <= self.limit

    def as_json(self) -> dict[str, Any]:
        """The contract's object (DESIGN section 9)."""
        return {
            "name": self.name,
            "ratio": round(self.ratio, 3),
            "limit": self.limit,
            "sense": AT_MOST,
            "holds": self.holds,
        }


@frozen
class Sides:
    """Rounds of both sides, in seconds, taken in turns."""

    ours: Sequence[Sequence[float]]
    bare: Sequence[Sequence[float]]

    def ratio(self, of: Callable[[Sequence[float]], float]) -> float:
        """The median over the rounds of ours over bare; a round compares what was measured side by side."""
        return median(of(ours) / of(bare) for ours, bare in zip(self.ours, self.bare, strict=True))

    def quiet_ratio(self, of: Callable[[Sequence[float]], float]) -> float:
        """As `ratio`, over the third of the rounds that took least, both sides together.

        Other programs slow down both sides, and the one with more work for the processor more: the slow rounds tell of
        them. Both are looked at together, for the luck of one side alone would choose for it.
        """
        rounds = sorted(zip(self.ours, self.bare, strict=True), key=lambda both: of(both[0]) + of(both[1]))
        quiet = rounds[: -(-len(rounds) // QUIET_PART)]
        return median(of(ours) / of(bare) for ours, bare in quiet)

    def words(self) -> str:
        """p50 and p99 of both sides."""
        return f"ours {_in_ms(self.ours)}, bare {_in_ms(self.bare)}"


def percentile(values: Sequence[float], percent: float) -> float:
    """The value below which so many percent of the others lie."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * percent / PERCENT))]


def p99(values: Sequence[float]) -> float:
    """The slowest but one in a hundred."""
    return percentile(values, 99)


def timed(call: Callable[[], object]) -> float:
    """Seconds that the call took."""
    began = time.perf_counter()
    call()
    return time.perf_counter() - began


def fsync_us() -> int:
    """Microseconds to append 4 KiB and have them on the disk: what every durable payment waits for."""
    block = os.urandom(FSYNC_BYTES)
    with tempfile.NamedTemporaryFile(dir=Path.cwd() if os.access(Path.cwd(), os.W_OK) else None) as file:

        def append() -> None:
            file.write(block)
            file.flush()
            os.fsync(file.fileno())

        return int(median(timed(append) for _ in range(FSYNC_TRIES)) * 1_000_000)


def _in_ms(rounds: Sequence[Sequence[float]]) -> str:
    every = [value for one in rounds for value in one]
    return f"p50 {median(every) * 1000:.3f} ms, p99 {p99(every) * 1000:.3f} ms"
