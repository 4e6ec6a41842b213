"""The blind count against what is expected: every class alone, over and short gross (R30-R33, features H2-H4)."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from app.domain.cash import CashCount
from app.domain.facts.batches import TenderCount, TenderResult
from app.domain.money import Money
from app.domain.tender import TenderKind
from app.domain.transfer import CARD_RECEIVABLE, OVER, SAFE, SHORT, Transfer, drawer
from app.errors import RuleBrokenError
from app.frozen import frozen

CLASSES: tuple[str, ...] = tuple(kind.value for kind in TenderKind)


class ItemsDisagreeError(RuleBrokenError):
    """A number of papers without an amount, or an amount without papers (H3)."""

    code: ClassVar[str] = "items_disagree"

    def __init__(self, *, kind: TenderKind, items: int, cents: int) -> None:
        super().__init__(f"{kind.word}s: {items} of them and {Money(cents)} cannot both be right. Count them again.")
        self.kind = kind
        self.items = items
        self.cents = cents


def counted_items(kind: TenderKind, *, items: int, cents: int) -> TenderCount:
    """One class of papers as counted.

    Raises:
        ItemsDisagreeError: papers without an amount, or an amount without papers; a card batch of voids may be zero.
    """
    is_odd = bool(items) != bool(cents) and not (kind is TenderKind.CARD and items)
    if is_odd or cents < 0:
        raise ItemsDisagreeError(kind=kind, items=items, cents=cents)
    return TenderCount(kind.value, items, cents)


def over_short(*, counted: Money, expected: Money) -> Money:
    """Counted less expected; short is negative."""
    return counted - expected


def expected_cash(*, starting: int, cash_in: int, change: int, turned_in: int) -> int:
    """Starting cash + cash in - change - turn-ins (R17); voids subtract what they gave back, so they are not in it."""
    return starting + cash_in - change - turned_in


def turn_in_due(expected: int, *, limit: int) -> int:
    """How much of the drawer's expected cash is above its limit and should be turned in; 0 for none (R6, A10)."""
    return max(0, expected - limit)


@frozen
class Swap:
    """Two classes whose differences are equal and opposite: one tender keyed as the other (R31)."""

    short: str
    over: str
    cents: int


def results(
    expected: Iterable[TenderResult], cash: CashCount, tenders: Sequence[TenderCount]
) -> tuple[TenderResult, ...]:
    """Each class compared on its own; a class nobody counted was counted as nothing (R31, R32)."""
    counted = {count.tender: count.cents for count in tenders} | {TenderKind.CASH.value: cash.total.cents}
    wanted = {result.tender: result.expected for result in expected}
    return tuple(
        _compared(name, expected=wanted.get(name, 0), counted=counted.get(name, 0)) for name in CLASSES
    )


def swaps(found: Sequence[TenderResult]) -> tuple[Swap, ...]:
    """Every pair of classes that explains each other (T7)."""
    return tuple(
        Swap(short.tender, over.tender, short.short)
        for short in found
        for over in found
        if short.short and short.short == over.over
    )


def needs_reason(found: Iterable[TenderResult], *, tolerance: int) -> bool:
    """Whether any class is over or short by more than the tolerance (R33); classes never net each other."""
    return any(max(result.over, result.short) > tolerance for result in found)


def largest_difference(found: Iterable[TenderResult]) -> int:
    """The largest over or short of any class, in cents: what the approval table is asked for."""
    return max((max(result.over, result.short) for result in found), default=0)


def balance_transfers(*, station: str, found: Iterable[TenderResult], starting: int) -> tuple[Transfer, ...]:
    """Over and short booked gross, then the starting cash goes back to the safe, as far as it was counted (R32)."""
    moves: list[Transfer] = []
    counted_cash = 0
    for result in found:
        place = CARD_RECEIVABLE if result.tender == TenderKind.CARD else drawer(station, result.tender)
        if result.over:
            moves.append(Transfer(place, OVER, result.over))
        if result.short:
            moves.append(Transfer(SHORT, place, result.short))
        if result.tender == TenderKind.CASH:
            counted_cash = result.counted
    back = min(starting, counted_cash)
    if back:
        moves.append(Transfer(SAFE, drawer(station, TenderKind.CASH), back))
    return tuple(moves)


def opening_transfers(*, station: str, counted: int, issued: int) -> tuple[Transfer, ...]:
    """The counted starting cash out of the safe; what differs from what was issued is the issuer's (R5)."""
    moves: list[Transfer] = []
    if counted:
        moves.append(Transfer(drawer(station, TenderKind.CASH), SAFE, counted))
    if counted < issued:
        moves.append(Transfer(SHORT, SAFE, issued - counted))
    if counted > issued:
        moves.append(Transfer(SAFE, OVER, counted - issued))
    return tuple(moves)


def _compared(tender: str, *, expected: int, counted: int) -> TenderResult:
    difference = counted - expected
    return TenderResult(tender, expected, counted, over=max(0, difference), short=max(0, -difference))
