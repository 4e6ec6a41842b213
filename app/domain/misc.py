"""Misc receipts: what a counter sells beside utility bills, and to which ledger accounts its money goes (B8, B15, T3).

A type has a price, or its price is entered; its money is split over ledger accounts: fixed amounts first, in order,
the rest by percent. Types of a group stand on one receipt with their own group only; a type without a group stands
beside utility accounts. A type is inactivated, never deleted (J6).
"""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from app.domain.facts.receipts import BucketAmount
from app.domain.money import Money
from app.domain.tender import TenderKind
from app.errors import RuleBrokenError
from app.frozen import frozen

ALL_TENDERS = tuple(kind.value for kind in TenderKind)
PERCENT = 100


class MiscInactiveError(RuleBrokenError):
    """The type is not in the table on that date, or was switched off (J6)."""

    code: ClassVar[str] = "misc_inactive"

    def __init__(self, name: str) -> None:
        super().__init__(f"{name} is not taken any more. Remove the line and pick another misc receipt.")
        self.name = name


class MiscPriceError(RuleBrokenError):
    """A fixed price is taken as it is."""

    code: ClassVar[str] = "misc_price"

    def __init__(self, *, name: str, price: int) -> None:
        super().__init__(f"{name} costs {Money(price)}. Its price is fixed: take it so, or remove the line.")
        self.name = name
        self.price = price


class MiscReferenceError(RuleBrokenError):
    """The type asks for a reference (T3)."""

    code: ClassVar[str] = "misc_reference"

    def __init__(self, *, name: str, reference: str) -> None:
        super().__init__(f"{name} needs its {reference.lower()}. Type it to go on.")
        self.name = name


class MiscSplitError(RuleBrokenError):
    """The amount does not reach every ledger account it has to."""

    code: ClassVar[str] = "misc_split"

    def __init__(self, *, name: str, least: int) -> None:
        super().__init__(f"{name} is at least {Money(least)}: so much goes to fixed ledger accounts. Type more.")
        self.name = name
        self.least = least


@frozen
class LedgerPart:
    """Where a part of the money goes: `cents` of it, or `percent` of what fixed parts leave; one of both is 0."""

    account: str
    cents: int = 0
    percent: int = 0


@frozen
class MiscType:
    """One kind of misc receipt. `price` 0 is entered at the till; `reference` is what is asked for, empty for nothing.

    `tenders` are the classes it may be paid with, `group` is empty for a type that stands beside utility accounts.
    """

    code: str
    name: str
    ledger: tuple[LedgerPart, ...]
    price: int = 0
    group: str = ""
    reference: str = ""
    tenders: tuple[str, ...] = ALL_TENDERS
    active: bool = True

    @property
    def least(self) -> int:
        """What its fixed parts alone come to, in cents."""
        return sum(part.cents for part in self.ledger)

    def split(self, cents: int) -> tuple[BucketAmount, ...]:
        """Ledger accounts and cents of an amount; sums to it, and loses no cent.

        Raises:
            MiscSplitError: the fixed parts alone are more than the amount.
        """
        if cents < self.least:
            raise MiscSplitError(name=self.name, least=self.least)
        shares = [part for part in self.ledger if part.percent]
        rest = Money(cents - self.least).allocate([part.percent for part in shares]) if shares else ()
        by_share = dict(zip((part.account for part in shares), rest, strict=True))
        found = [(part.account, part.cents or by_share[part.account].cents) for part in self.ledger]
        return tuple(BucketAmount(account, part) for account, part in found if part)


def read_types(value: Sequence[Mapping[str, Any]]) -> tuple[MiscType, ...]:
    """From the setting's JSON, once `misc_fault` found nothing."""
    return tuple(
        MiscType(
            code=row["code"], name=row["name"], ledger=tuple(LedgerPart(**part) for part in row["ledger"]),
            price=row["price"], group=row["group"], reference=row["reference"], tenders=tuple(row["tenders"]),
            active=row["active"],
        )
        for row in value
    )  # fmt: skip


def types_value(types: Sequence[MiscType]) -> list[dict[str, Any]]:
    """As the setting keeps them."""
    return [
        {**vars(each), "ledger": [dict(vars(part)) for part in each.ledger], "tenders": list(each.tenders)}
        for each in types
    ]


def found_types(types: Sequence[MiscType], words: str) -> tuple[MiscType, ...]:
    """Those in use that hold every word typed, in code or name; those whose code begins so come first."""
    asked = words.casefold().split()
    hits = [
        each for each in types
        if each.active and all(word in f"{each.code} {each.name} {each.group}".casefold() for word in asked)
    ]  # fmt: skip
    begins = words.strip().casefold()
    return tuple(sorted(hits, key=lambda each: not each.code.casefold().startswith(begins)))
