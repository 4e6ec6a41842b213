"""The transfers of a receipt and of its void, and the ways it may be refused (DESIGN section 3; I-18, I-19, R17)."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from app.domain.facts.receipts import BucketAmount, PaidLine
from app.domain.money import Money
from app.domain.tender import Tender, TenderKind
from app.domain.transfer import CARD_RECEIVABLE, ROUNDING, Transfer, clearing, drawer, paid, revenue
from app.errors import RuleBrokenError


class CashOnlyError(RuleBrokenError):
    """A check on an account that takes good funds only (R16, C4)."""

    code: ClassVar[str] = "cash_only"

    def __init__(self, *, number: str) -> None:
        super().__init__(
            f"Account {number} is cash only and takes no check. Take cash, card or money order, "
            "or ask a supervisor to approve this check."
        )
        self.number = number


class OverLimitError(RuleBrokenError):
    """A receipt above the limit of one receipt."""

    code: ClassVar[str] = "over_limit"

    def __init__(self, *, cents: int, limit: int) -> None:
        super().__init__(
            f"{Money(cents)} is more than one receipt may hold ({Money(limit)}). "
            "Look at the amounts again, or ask a supervisor to approve it."
        )
        self.cents = cents
        self.limit = limit


class SamePaymentError(RuleBrokenError):
    """The same account and amount were already taken today (R18, B14)."""

    code: ClassVar[str] = "same_payment"

    def __init__(self, *, receipt: str, number: str, cents: int) -> None:
        super().__init__(
            f"Account {number} already paid {Money(cents)} today on receipt {receipt}. "
            "Ask the customer. If it really is a second payment, say so and finish again."
        )
        self.receipt = receipt
        self.number = number
        self.cents = cents


class SameCheckError(RuleBrokenError):
    """The same payer's check number was already taken (R18, B14)."""

    code: ClassVar[str] = "same_check"

    def __init__(self, *, receipt: str, check: str) -> None:
        super().__init__(
            f"Check {check} of this bank account was already taken on receipt {receipt}. "
            "Look at the check. If it really is another one, say so and finish again."
        )
        self.receipt = receipt
        self.check = check


class MayNotMixError(RuleBrokenError):
    """Lines of different groups on one receipt (B15)."""

    code: ClassVar[str] = "may_not_mix"

    def __init__(self, *, one: str, other: str) -> None:
        super().__init__(f"{one} and {other} may not stand on one receipt. Finish this one and begin another.")
        self.one = one
        self.other = other


class TenderNotForLineError(RuleBrokenError):
    """A misc receipt that may not be paid so (T3)."""

    code: ClassVar[str] = "tender_not_for_line"

    def __init__(self, *, name: str, kind: TenderKind) -> None:
        super().__init__(f"{name} may not be paid by {kind.word.lower()}. Hand it back and take another tender.")
        self.name = name
        self.kind = kind


class FixedPriceError(RuleBrokenError):
    """Another amount on a line whose price is fixed."""

    code: ClassVar[str] = "fixed_price"

    def __init__(self, *, name: str, price: int) -> None:
        super().__init__(f"{name} has a fixed price of {Money(price)}. Leave it so, or remove the line.")
        self.name = name
        self.price = price


def receipt_transfers(
    *, station: str, batch: str, lines: Iterable[PaidLine], tenders: Iterable[Tender], change: int
) -> tuple[Transfer, ...]:
    """Tenders into the drawer against clearing, change back out of its cash, clearing into what was paid.

    Clearing nets to zero when tenders = lines + change (I-18). Misc lines go to the city's ledger accounts (B8), the
    pennies of a rounded receipt have a transfer of their own (T9).
    """
    through = clearing(batch)
    moves = [
        Transfer(
            CARD_RECEIVABLE if tender.kind == TenderKind.CARD else drawer(station, tender.kind),
            through,
            tender.amount_tendered,
        )
        for tender in tenders
    ]
    if change:
        moves.append(Transfer(through, drawer(station, TenderKind.CASH), change))
    moves.extend(_move(through, line, part) for line in lines for part in line.allocation)
    return tuple(moves)


def _move(through: str, line: PaidLine, part: BucketAmount) -> Transfer:
    if line.is_misc:
        return Transfer(through, revenue(part.bucket), part.cents)
    if line.is_rounding:
        return Transfer(through, ROUNDING, part.cents) if part.cents > 0 else Transfer(ROUNDING, through, -part.cents)
    return Transfer(through, paid(line.account, part.bucket), part.cents)


def void_transfers(transfers: Sequence[Transfer]) -> tuple[Transfer, ...]:
    """Every transfer of the receipt back: drawer, clearing and each bucket to the cent (R26)."""
    return tuple(transfer.reversed() for transfer in transfers)
