"""What keeps the service on today, line by line: the answer to the question asked most often (B6, DESIGN section 6)."""

from enum import StrEnum

from app.domain.allocation import Owed, Part
from app.frozen import frozen


class QuotePart(StrEnum):
    """Why a line stands in the quote, the oldest money first."""

    PAST_DUE_90 = "past_due_90"
    PAST_DUE_60 = "past_due_60"
    PAST_DUE_30 = "past_due_30"
    OVERDUE_BILL = "overdue_bill"
    PENALTY = "penalty"
    FEE = "fee"
    RECONNECT = "reconnect"
    CREDIT = "credit"


_AGES = {
    "90": QuotePart.PAST_DUE_90,
    "60": QuotePart.PAST_DUE_60,
    "30": QuotePart.PAST_DUE_30,
    "current": QuotePart.OVERDUE_BILL,
}


@frozen
class QuoteLine:
    """One line in cents; `CREDIT` is negative and no larger than what the other lines ask for."""

    part: QuotePart
    cents: int


@frozen
class Quote:
    """`total` is `Owed.to_stay_on`, and the lines add up to it."""

    total: int
    lines: tuple[QuoteLine, ...]


def stay_on_quote(owing: Owed) -> Quote | None:
    """What keeps the service on, or turns it on; None for an account that was not wholly understood."""
    total = owing.to_stay_on
    if total is None:
        return None
    sums = dict.fromkeys(QuotePart, 0)
    for bucket in owing.open:
        if bucket.part is Part.PAST_DUE:
            sums[_AGES[bucket.bucket.rpartition(".")[2]]] += bucket.cents
    sums[QuotePart.PENALTY] = owing.of(Part.PENALTY)
    sums[QuotePart.FEE] = owing.of(Part.FEE)
    sums[QuotePart.RECONNECT] = owing.reconnect_fee
    sums[QuotePart.CREDIT] = total - sum(sums.values())
    return Quote(total, tuple(QuoteLine(part, cents) for part, cents in sums.items() if cents))
