"""Keys that were met, in eight bytes each: for files of any length.

A key is kept as its hash of 64 bits. That two of a million keys share one has a chance of one in 40 million; whoever
uses the marks says what would come of it.
"""

from array import array
from bisect import bisect_left
from itertools import pairwise

PARTS = 1 << 8
_LOW = PARTS - 1


class KeyMarks:
    """`add` keys, then `end`, then ask."""

    def __init__(self) -> None:
        self._parts = [array("q") for _part in range(PARTS)]

    def add(self, key: str) -> None:
        """Mark it; once more when it is met again."""
        mark = hash(key)
        self._parts[mark & _LOW].append(mark)

    def end(self) -> None:
        """Put them in order; a part at a time, so that little is held beside them."""
        self._parts = [array("q", sorted(part)) for part in self._parts]

    def has(self, key: str) -> bool:
        """Whether it was met; after `end`."""
        mark = hash(key)
        part = self._parts[mark & _LOW]
        place = bisect_left(part, mark)
        return place < len(part) and part[place] == mark

    def repeated(self) -> frozenset[int]:
        """The hashes of keys that were met more than once; after `end`."""
        return frozenset(one for part in self._parts for one, other in pairwise(part) if one == other)

    def distinct(self) -> int:
        """How many keys were met; after `end`."""
        return sum(len(part) - sum(one == other for one, other in pairwise(part)) for part in self._parts)
