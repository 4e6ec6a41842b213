"""The supervisor's figures: what batches took, what is in bags, what is over and what is short (R31, R32, R38).

Over and short stand apart and are never netted. Nobody who still counts a batch blind sees sums that give it away
(R30): such a batch is left out, by name, of every figure.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from app.domain.batch_state import BatchState
from app.domain.count import results
from app.domain.facts.batches import TenderResult
from app.domain.records import BatchRecord
from app.domain.tender import TenderKind
from app.frozen import frozen

_COMPARED = (BatchState.COUNTED, BatchState.REJECTED, BatchState.BALANCED)
_COUNTS = (BatchState.COUNTED, BatchState.BALANCED)
_BAGGED_KINDS = (TenderKind.CASH, TenderKind.CHECK, TenderKind.MONEY_ORDER)
_SATURDAY = 5


@frozen
class BatchSums:
    """One batch in cents: received by class (cash without starting cash), gross over and short, what a bag gets.

    `over` and `short` are sums over the classes; they are zero until the batch was counted.
    """

    cash: int
    papers: int
    cards: int
    over: int
    short: int
    for_bag: int


@frozen
class DayTotals:
    """The band over the supervisor's table; amounts in cents, batches by number.

    `in_bags` is the counted money of batches in a bag, `outside` what still has to get into one; cards settle by
    themselves and are in neither. `left` is what earlier business dates still have outside a bag.
    """

    states: Mapping[BatchState, int]
    received: int
    receipts: int
    voids: int
    in_bags: int
    deposits: tuple[str, ...]
    outside: int
    outside_batches: tuple[str, ...]
    left: int
    left_batches: tuple[str, ...]
    left_since: str
    over: int
    over_batches: tuple[str, ...]
    short: int
    short_batches: tuple[str, ...]
    hidden: tuple[str, ...]


def may_see_sums(batch: BatchRecord, user: str) -> bool:
    """Whether a person may see what is expected: who ever held it not before it is balanced (R30)."""
    return user not in batch.holders or batch.state is BatchState.BALANCED


def compared(batch: BatchRecord) -> tuple[TenderResult, ...]:
    """Expected against the last count, class by class; as booked when balanced, empty while there is no count."""
    if batch.state not in _COMPARED or not batch.counts:
        return ()
    if batch.state is BatchState.BALANCED:
        return batch.expected
    count = batch.counts[-1]
    return results(batch.expected, count.cash, count.tenders)


def sums_of(batch: BatchRecord) -> BatchSums:
    """One batch's sums."""
    wanted = {result.tender: result.expected for result in batch.expected}
    found = compared(batch)
    counts = batch.state in _COUNTS
    cash = wanted.get(TenderKind.CASH, 0) - batch.starting_cash.total.cents + batch.turned_in
    papers = wanted.get(TenderKind.CHECK, 0) + wanted.get(TenderKind.MONEY_ORDER, 0)
    if batch.state is BatchState.BALANCED:
        counted = sum(result.counted for result in found if result.tender in _BAGGED_KINDS)
        for_bag = counted - batch.starting_cash.total.cents + batch.turned_in
    else:
        for_bag = cash + papers
    return BatchSums(
        cash=cash,
        papers=papers,
        cards=wanted.get(TenderKind.CARD, 0),
        over=sum(result.over for result in found) if counts else 0,
        short=sum(result.short for result in found) if counts else 0,
        for_bag=for_bag,
    )


def day_totals(batches: Sequence[BatchRecord], earlier: Iterable[BatchRecord], *, user: str) -> DayTotals:
    """The figures of the shown batches; `earlier` are unbagged ones of earlier business dates, `user` who looks."""
    seen = [batch for batch in batches if may_see_sums(batch, user)]
    sums = {batch.batch: sums_of(batch) for batch in seen}
    bagged = [batch for batch in seen if batch.deposit]
    outside = [batch for batch in seen if not batch.deposit and sums[batch.batch].for_bag]
    left = {batch.batch: batch for batch in earlier if is_left(batch) and may_see_sums(batch, user)}
    return DayTotals(
        states={state: sum(batch.state is state for batch in batches) for state in BatchState},
        received=sum(batch.taken for batch in seen),
        receipts=sum(batch.receipts for batch in seen),
        voids=sum(batch.voids for batch in seen),
        in_bags=sum(sums[batch.batch].for_bag for batch in bagged),
        deposits=tuple(sorted({batch.deposit for batch in bagged})),
        outside=sum(sums[batch.batch].for_bag for batch in outside),
        outside_batches=tuple(batch.batch for batch in outside),
        left=sum(sums_of(batch).for_bag for batch in left.values()),
        left_batches=tuple(left),
        left_since=min((batch.business_date for batch in left.values()), default=""),
        over=sum(part.over for part in sums.values()),
        over_batches=tuple(name for name, part in sums.items() if part.over),
        short=sum(part.short for part in sums.values()),
        short_batches=tuple(name for name, part in sums.items() if part.short),
        hidden=tuple(batch.batch for batch in batches if not may_see_sums(batch, user)),
    )


def is_left(batch: BatchRecord) -> bool:
    """Whether the batch has money that lies in no bag (R38)."""
    return not batch.deposit and sums_of(batch).for_bag != 0


def bag_due_by(business_date: str) -> str:
    """The next weekday: every dollar is in a bag within one business day (R38); holidays are not known here."""
    day = date.fromisoformat(business_date) + timedelta(days=1)
    while day.weekday() >= _SATURDAY:
        day += timedelta(days=1)
    return day.isoformat()


def day_before(business_date: str) -> str:
    """Yesterday."""
    return (date.fromisoformat(business_date) - timedelta(days=1)).isoformat()


def week_of(business_date: str) -> tuple[str, ...]:
    """The seven days that end with this one, the newest first."""
    last = date.fromisoformat(business_date)
    return tuple((last - timedelta(days=back)).isoformat() for back in range(7))


def all_classes(found: Sequence[TenderResult]) -> TenderResult:
    """The last line of the comparison: sums over the classes, over and short gross beside each other (R32)."""
    return TenderResult(
        "all",
        sum(result.expected for result in found),
        sum(result.counted for result in found),
        sum(result.over for result in found),
        sum(result.short for result in found),
    )
