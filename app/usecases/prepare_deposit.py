"""Prepare a bag from balanced batches: counted cash, each check, bag number (R35, R37-R39, H9-H11)."""

from collections.abc import Sequence
from dataclasses import replace

from app.domain.batch_rules import BatchStateError, BatchUnknownError
from app.domain.batch_state import BatchState
from app.domain.cash import CashCount
from app.domain.count import results
from app.domain.deposit import (
    BAG_LIMIT,
    BATCHES_LIMIT,
    BagDue,
    BagNumberError,
    BatchBaggedError,
    NothingToDepositError,
    TooManyBatchesError,
    bag_due,
    check_bag,
    deposit_transfers,
    items_of,
)
from app.domain.entry import EntryRef
from app.domain.facts.batches import TenderResult
from app.domain.facts.deposits import DepositCheck, DepositPrepared
from app.domain.records import BatchRecord
from app.domain.rights import check_right
from app.domain.user import Deed
from app.frozen import frozen
from app.ports.books import Books, BooksReader, OpenDeed
from app.usecases.batch_receipts import batch_receipts

DEPOSITS_LIMIT = 10_000
BAGS_LOOKED_AT = 10_000


@frozen
class DepositRequest:
    """`cash` as the preparer counted it; `checks` None: each check and money order of the batches' good receipts."""

    by: str
    batches: tuple[str, ...]
    bag: str
    cash: CashCount
    checks: tuple[DepositCheck, ...] | None = None
    business_date: str = ""


@frozen
class DepositIsPrepared:
    """The bag waits for the second person; `fact` is its entry; the slip comes from the record, with payers opened."""

    deposit: str
    ref: EntryRef
    fact: DepositPrepared


@frozen
class PrepareDeposit:
    """Puts balanced batches into one bag, intact."""

    books: Books

    def __call__(self, request: DepositRequest) -> DepositIsPrepared:
        """Prepare it.

        Raises:
            BatchUnknownError, BatchStateError, BatchBaggedError: a batch is not balanced, or bagged already.
            NothingToDepositError, DepositCashDiffersError, DepositItemsDifferError, TooManyBatchesError (R37).
            BagNumberError: none, or used before.
        """
        with self.books.deed(by=request.by) as deed:
            check_right(deed.user(request.by), Deed.PREPARE_DEPOSIT, asked=request.by)
            bag = _unused_bag(deed, request.bag)
            batches = _bagged(deed, request.batches)
            counted = counted_results(batches)
            due = bag_due(batches, counted)
            checks = request.checks if request.checks is not None else items(deed, batches)
            check_bag(due, cash=request.cash, checks=checks)
            business_date = request.business_date or max(batch.business_date for batch in batches)
            bank = deed.policy(business_date).bank_name
            fact = DepositPrepared(
                deposit=deed.next_deposit(),
                bag=bag,
                bank=bank,
                batches=tuple(batch.batch for batch in batches),
                cash=request.cash,
                checks=tuple(replace(check, payer=deed.seal_payer(check.payer)) for check in checks),
                currency=request.cash.currency.cents,
                coin=request.cash.coin.cents,
                total=due.total,
                transfers=deposit_transfers(
                    station=deed.stream().station, bank=bank, batches=batches, counted=counted, due=due
                ),
            )
            ref = deed.append(fact, business_date=business_date)
        return DepositIsPrepared(fact.deposit, ref, fact)


def due_of(books: BooksReader, numbers: Sequence[str]) -> BagDue:
    """What a bag of these batches must hold; for the builder's screen, before anything is written.

    Raises:
        BatchUnknownError, BatchStateError, BatchBaggedError, NothingToDepositError, TooManyBatchesError.
    """
    batches = _bagged(books, numbers)
    return bag_due(batches, counted_results(batches))


def items(books: BooksReader, batches: Sequence[BatchRecord]) -> tuple[DepositCheck, ...]:
    """Each check and money order of the batches' good receipts."""
    return tuple(
        item for batch in batches for item in items_of(tuple(batch_receipts(books, batch.batch)))
    )


def counted_results(batches: Sequence[BatchRecord]) -> dict[str, Sequence[TenderResult]]:
    """By batch: what the accepted count said of each class."""
    return {
        batch.batch: results(batch.expected, batch.counts[-1].cash, batch.counts[-1].tenders) for batch in batches
    }


def _bagged(books: BooksReader, numbers: Sequence[str]) -> list[BatchRecord]:
    if not numbers:
        raise NothingToDepositError
    if len(numbers) > BATCHES_LIMIT:
        raise TooManyBatchesError
    found = []
    for number in dict.fromkeys(numbers):
        batch = books.batch(number)
        if batch is None:
            raise BatchUnknownError(number)
        if batch.state is not BatchState.BALANCED:
            raise BatchStateError(batch=number, state=batch.state)
        if batch.deposit:
            raise BatchBaggedError(batch=number, deposit=batch.deposit)
        found.append(batch)
    return found


def _unused_bag(deed: OpenDeed, typed: str) -> str:
    bag = typed.strip()
    if not bag or len(bag) > BAG_LIMIT:
        raise BagNumberError(bag)
    for other in deed.deposits(limit=BAGS_LOOKED_AT):
        if other.bag == bag:
            raise BagNumberError(bag, used_by=other.deposit)
    return bag
