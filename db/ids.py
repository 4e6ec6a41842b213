"""Whole-number keys that sort as their stream does, and the way back to what people read.

Incarnation A is 0, B is 1 and so on, in front of a 40-bit seq or number: later incarnations sort after earlier ones.
"""

from functools import lru_cache

_BITS = 40
_MASK = (1 << _BITS) - 1
_FIRST = ord("A")


def id_of(incarnation: str, n: int) -> int:
    """The key of seq or number `n` of an incarnation (`A` to `Z`)."""
    return (ord(incarnation) - _FIRST) << _BITS | n


def incarnation_of(number: int) -> str:
    """The incarnation's letter in a key."""
    return chr(_FIRST + (number >> _BITS))


def seq_of(number: int) -> int:
    """The seq or number in a key."""
    return number & _MASK


@lru_cache(maxsize=1_024)
def number_id(text: str) -> int:
    """The key of `XDT1A-000147`, `DT1B-0142` or `DT1B-D0012`; -1 when the text is no such number."""
    head, dash, tail = text.rpartition("-")
    digits = tail.removeprefix("D")
    if not dash or not head or not "A" <= head[-1] <= "Z" or not (digits.isascii() and digits.isdigit()):
        return -1
    return id_of(head[-1], int(digits))
