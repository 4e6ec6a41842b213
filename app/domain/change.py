"""Change: what is given back, only out of cash, and the pieces to give it in (R12, R17, features C8, C13)."""

from collections.abc import Iterable
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
