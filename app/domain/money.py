"""Money: whole cents, exact, never a float (STYLE section 4)."""

import re
from collections.abc import Iterable, Sequence
from functools import total_ordering
from typing import ClassVar

from app.errors import InputError
from app.frozen import frozen

MINUS = "\N{MINUS SIGN}"
LIMIT_CENTS = 99_999_999_999
_TYPED = r"(?P<minus>[-\N{MINUS SIGN}]?)\$?(?P<whole>\d{1,3}(?:,\d{3})+|\d*)(?:\.(?P<cents>\d{0,2}))?"


class AmountUnreadableError(InputError):
    """The typed text is not an amount."""

    code: ClassVar[str] = "amount_unreadable"

    def __init__(self, text: str) -> None:
        super().__init__(f"“{text}” is not an amount. Type dollars and cents, like 61.20.")
        self.text = text


@total_ordering
@frozen
class Money:
    """An exact amount in cents; may be negative."""

    cents: int

    def __post_init__(self) -> None:
        if type(self.cents) is not int:
            raise TypeError(f"Money takes whole cents, not {self.cents!r}")

    @classmethod
    def parse(cls, text: str) -> "Money":
        """Read what a person types: `61.20`, `61`, `1,204.10`, `$5`, `-3.00`, `.50`.

        Raises:
            AmountUnreadableError: anything else, three decimals, or more than 999,999,999.99.
        """
        match = re.fullmatch(_TYPED, text.strip(), re.ASCII)
        if match is None or not (match["whole"] or match["cents"]):
            raise AmountUnreadableError(text)
        cents = int(match["whole"].replace(",", "") or "0") * 100 + int((match["cents"] or "").ljust(2, "0"))
        if cents > LIMIT_CENTS:
            raise AmountUnreadableError(text)
        return cls(-cents if match["minus"] else cents)

    def __str__(self) -> str:
        """`1,204.10`; negatives with the true minus sign."""
        whole, cents = divmod(abs(self.cents), 100)
        return f"{MINUS if self.cents < 0 else ''}{whole:,}.{cents:02d}"

    def ascii(self) -> str:
        """`-1204.10`: for files and machines, plain minus, no separators."""
        whole, cents = divmod(abs(self.cents), 100)
        return f"{'-' if self.cents < 0 else ''}{whole}.{cents:02d}"

    def __add__(self, other: "Money") -> "Money":
        return Money(self.cents + other.cents)

    def __sub__(self, other: "Money") -> "Money":
        return Money(self.cents - other.cents)

    def __neg__(self) -> "Money":
        return Money(-self.cents)

    def __mul__(self, pieces: int) -> "Money":
        return Money(self.cents * pieces)

    def __lt__(self, other: "Money") -> bool:
        return self.cents < other.cents

    def __bool__(self) -> bool:
        return self.cents != 0

    def allocate(self, weights: Sequence[int]) -> tuple["Money", ...]:
        """Split by whole-number weights and lose no cent; the remainder goes to the first parts.

        Raises:
            ValueError: no weight, a negative weight, or all weights zero.
        """
        total = sum(weights)
        if total <= 0 or min(weights) < 0:
            raise ValueError("weights must be whole numbers of which at least one is positive")
        sign = -1 if self.cents < 0 else 1
        parts = [abs(self.cents) * weight // total for weight in weights]
        left = abs(self.cents) - sum(parts)
        for place, weight in enumerate(weights):
            if left and weight:
                parts[place] += 1
                left -= 1
        return tuple(Money(sign * part) for part in parts)


ZERO = Money(0)


def total(amounts: Iterable[Money]) -> Money:
    """The sum; zero for none."""
    return Money(sum(amount.cents for amount in amounts))
