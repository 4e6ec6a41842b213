"""When a drawer held more than its limit, and when that ended: worked out from receipts, voids and turn-ins (R6)."""

from collections.abc import Iterable

from app.domain.records import ReceiptRecord
from app.domain.tender import TenderKind
from app.frozen import frozen


@frozen
class CashMove:
    """Cash that came into the drawer at a time (UTC), in cents; negative when it left."""

    at: str
    cents: int


@frozen
class AboveLimit:
    """From when to when the drawer held too much, and the most it held; `until` is empty while it still does."""

    since: str
    until: str
    most: int


def moves_of(receipts: Iterable[ReceiptRecord]) -> tuple[CashMove, ...]:
    """What receipts brought in cash less change, and what their voids gave back."""
    found: list[CashMove] = []
    for receipt in receipts:
        cash = sum(tender.amount_tendered for tender in receipt.tenders if tender.kind == TenderKind.CASH)
        net = cash - receipt.change
        if net:
            found.append(CashMove(receipt.at, net))
            if receipt.is_void:
                found.append(CashMove(receipt.void_at, -net))
    return tuple(found)


def above_limit(moves: Iterable[CashMove], *, starting: int, limit: int) -> tuple[AboveLimit, ...]:
    """Every stretch of time above the limit, in order."""
    held, since, most = starting, "", 0
    found: list[AboveLimit] = []
    for move in sorted(moves, key=lambda move: move.at):
        held += move.cents
        if held > limit:
            since, most = since or move.at, max(most, held)
        elif since:
            found.append(AboveLimit(since, move.at, most))
            since, most = "", 0
    if since:
        found.append(AboveLimit(since, "", most))
    return tuple(found)
