"""Change: what is given back, only out of cash, and the pieces to give it in (R12, R17, features C8, C11, C13).

Pennies (T9): where the city rounds, only what cash has to cover is rounded, and only when change would need a penny.
"""

from collections.abc import Iterable
from enum import StrEnum
from typing import ClassVar

from app.domain.cash import CashCount
from app.domain.money import Money
from app.domain.tender import Tender, TenderKind
from app.errors import RuleBrokenError

# What a drawer really holds: no $2 bills, dollar coins or half dollars are handed out.
_GIVEN = {
    "10000": 10000, "5000": 5000, "2000": 2000, "1000": 1000, "500": 500, "100": 100,
    "coin25": 25, "coin10": 10, "coin5": 5, "coin1": 1,
}  # fmt: skip
LARGEST_BILL = 2000
NICKEL = 5
_HALF_UP = 3


class Pennies(StrEnum):
    """What becomes of pennies in cash (T9): kept as they are, the nearest five cents, or up as account credit."""

    OFF = "off"
    NEAREST = "nearest"
    CREDIT = "credit"



class StillToPayError(RuleBrokenError):
    """The tenders do not reach what is to pay yet."""

    code: ClassVar[str] = "still_to_pay"

    def __init__(self, cents: int) -> None:
        super().__init__(f"{Money(cents)} is still to pay. Take another tender, or lower what is paid.")
        self.cents = cents


class ChangeWithoutCashError(RuleBrokenError):
    """Checks, money orders or cards are more than what is paid; only cash gives change (R12)."""

    code: ClassVar[str] = "change_without_cash"

    def __init__(self, cents: int) -> None:
        super().__init__(
            f"Only cash gives change, and {Money(cents)} is left over from the other tenders. "
            "Raise what is paid (the rest becomes credit), or take a smaller tender."
        )
        self.cents = cents


def change_due(*, to_pay: int, tenders: Iterable[Tender]) -> int:
    """What is given back in cents: tenders less what is to pay, never more than the cash among them (R12, R17).

    Raises:
        StillToPayError: the tenders are too little.
        ChangeWithoutCashError: change would come out of a check, money order or card.
    """
    cash = other = 0
    for tender in tenders:
        if tender.kind == TenderKind.CASH:
            cash += tender.amount_tendered
        else:
            other += tender.amount_tendered
    if cash + other < to_pay:
        raise StillToPayError(to_pay - cash - other)
    if other > to_pay:
        raise ChangeWithoutCashError(other - to_pay)
    return cash + other - to_pay


def in_nickels(cents: int, mode: str) -> int:
    """An amount above zero that can be paid in cash without pennies, never zero (T9: 0.01 and 0.02 become 0.05)."""
    over = cents % NICKEL
    if not over or mode == Pennies.OFF:
        return cents
    is_down = mode == Pennies.NEAREST and over < _HALF_UP and cents > NICKEL
    return cents - over if is_down else cents - over + NICKEL


def pennies_due(*, to_pay: int, tenders: Iterable[Tender], mode: str) -> int:
    """By how many cents a receipt is rounded: above zero raises what is paid, below lowers it, 0 leaves it (T9, X24).

    Only what cash has to cover is rounded, and what goes back comes out without pennies. Cash that pays to the cent,
    or needs no penny back, rounds nothing; cash that does not reach it yet rounds nothing either.
    """
    cash = other = 0
    for tender in tenders:
        if tender.kind == TenderKind.CASH:
            cash += tender.amount_tendered
        else:
            other += tender.amount_tendered
    share = to_pay - other
    over = cash - share
    if not cash or share <= 0 or mode == Pennies.OFF:
        return 0
    if over < 0:
        return over if cash >= in_nickels(share, mode) else 0
    pennies = over % NICKEL
    is_more_back = mode == Pennies.NEAREST and pennies >= _HALF_UP and over - pennies + NICKEL < cash
    return pennies - NICKEL if is_more_back else pennies


def cash_kept(*, tenders: Iterable[Tender], change: int) -> int:
    """The cash of a receipt that stayed in the drawer, in cents: what a void gives back."""
    return sum(tender.amount_tendered for tender in tenders if tender.kind == TenderKind.CASH) - change


def suggested_pieces(cents: int, *, largest_bill: int = LARGEST_BILL) -> CashCount:
    """The fewest pieces for the change, in bills up to `largest_bill` cents and everyday coin (C13).

    Raises:
        ValueError: a negative amount.
    """
    if cents < 0:
        raise ValueError("change is never negative")
    left = cents
    counts: dict[str, int] = {}
    for key, value in _GIVEN.items():
        if value <= largest_bill:
            counts[key], left = divmod(left, value)
    return CashCount.of(counts)
