"""Cash by denomination: bills, coin and rolls (feature H1, T8)."""

from collections.abc import Mapping

from app.domain.money import Money
from app.frozen import frozen

BILLS = (10000, 5000, 2000, 1000, 500, 200, 100)
COINS = (100, 50, 25, 10, 5, 1)
KEYS: dict[str, int] = {str(cents): cents for cents in BILLS} | {f"coin{cents}": cents for cents in COINS}


@frozen
class Pieces:
    """How many of one denomination; `key` is `2000` for a $20 bill, `coin25` for a quarter."""

    key: str
    count: int

    def __post_init__(self) -> None:
        if self.key not in KEYS:
            raise ValueError(f"unknown denomination {self.key}")
        if self.count < 0:
            raise ValueError("a count is never negative")

    @property
    def cents(self) -> int:
        """Value of the pieces in cents."""
        return KEYS[self.key] * self.count


@frozen
class CashCount:
    """Counted cash: loose pieces, and rolls by value in cents."""

    pieces: tuple[Pieces, ...]
    rolls: int = 0

    @classmethod
    def of(cls, counts: Mapping[str, int], *, rolls: int = 0) -> "CashCount":
        """From `{"2000": 3, "coin25": 8}`; zero counts are left out, order is bills then coin."""
        return cls(tuple(Pieces(key, counts[key]) for key in KEYS if counts.get(key)), rolls)

    @property
    def currency(self) -> Money:
        """Bills only (the deposit slip's first line, R39)."""
        return Money(sum(piece.cents for piece in self.pieces if not piece.key.startswith("coin")))

    @property
    def coin(self) -> Money:
        """Loose coin and rolls."""
        return Money(sum(piece.cents for piece in self.pieces if piece.key.startswith("coin")) + self.rolls)

    @property
    def total(self) -> Money:
        """Everything counted."""
        return self.currency + self.coin


NO_CASH = CashCount(())
