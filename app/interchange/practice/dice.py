"""Chance by seed: the same seed gives the same city on every Python, so nothing but `random()` is drawn on."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from random import Random
from typing import TypeVar

_Item = TypeVar("_Item")


class Dice:
    """Whole numbers, choices and chances out of one seeded stream."""

    def __init__(self, seed: int) -> None:
        self._draw = Random(seed).random  # noqa: S311  (people who do not exist, nothing secret)

    def chance(self, percent: int, *, of: int = 100) -> bool:
        """True `percent` times in `of`."""
        return self._draw() * of < percent

    def between(self, low: int, high: int) -> int:
        """A whole number from low to high, both included."""
        return low + int(self._draw() * (high - low + 1))

    def mostly_low(self, low: int, high: int) -> int:
        """As `between`, the low ones far oftener: the lowest of three draws."""
        return low + int(min(self._draw(), self._draw(), self._draw()) * (high - low + 1))

    def pick(self, items: Sequence[_Item]) -> _Item:
        """One of them, all alike."""
        return items[int(self._draw() * len(items))]

    def pick_common(self, items: Sequence[_Item], weights: "CommonFirst") -> _Item:
        """One of them, the first ones oftener."""
        return items[bisect_right(weights.sums, int(self._draw() * weights.sums[-1]))]


class CommonFirst:
    """Weights that fall with the rank as names' frequencies do."""

    def __init__(self, count: int) -> None:
        self.sums = list(accumulate(1_000_000 // (rank + 8) for rank in range(count)))
