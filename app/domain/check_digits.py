"""Check digits of bill stubs and bar codes (devices reference 8.1): pure functions over strings of digits."""

from collections.abc import Sequence
from itertools import cycle


def _digits(text: str) -> list[int]:
    if not text or not text.isascii() or not text.isdigit():
        raise ValueError("a check digit is computed from digits only")
    return [int(letter) for letter in text]


def mod10(digits: str, *, weights: Sequence[int], sums_digits: bool, from_right: bool = False) -> int:
    """Weighted sum to the next ten; `sums_digits` adds the digits of each product (14 counts 5).

    Raises:
        ValueError: not digits only.
    """
    numbers = _digits(digits)
    if from_right:
        numbers.reverse()
    products = (number * weight for number, weight in zip(numbers, cycle(weights), strict=False))
    total = sum(sum(divmod(product, 10)) if sums_digits else product for product in products)
    return -total % 10


def mod10_21(digits: str) -> int:
    """Weights 2, 1, 2, ... from the left with digit sums: the commonest rule of scan lines."""
    return mod10(digits, weights=(2, 1), sums_digits=True)


def luhn(digits: str) -> int:
    """Weights 2, 1, 2, ... from the right with digit sums."""
    return mod10(digits, weights=(2, 1), sums_digits=True, from_right=True)


def gs1(digits: str) -> int:
    """GS1 (ITF-14, EAN, UPC): weights 3, 1, 3, ... from the right."""
    return mod10(digits, weights=(3, 1), sums_digits=False, from_right=True)


def mod11(digits: str, *, ten_is: str = "X") -> str:
    """Weights 2 to 7 from the right; the value ten is written as the rule of the bill says (`X` or `0`)."""
    total = sum(n * weight for n, weight in zip(reversed(_digits(digits)), cycle(range(2, 8)), strict=False))
    value = -total % 11
    return ten_is if value == 10 else str(value)


def mod97(digits: str) -> str:
    """ISO 7064 MOD 97-10: two digits; the number with them leaves 1."""
    _digits(digits)
    return f"{98 - int(digits) * 100 % 97:02d}"
