"""The bag: what balanced batches hand to the bank, intact, by tender class (R35, R37-R39, features H9, H10)."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from app.domain.cash import CashCount
from app.domain.facts.batches import TenderResult
from app.domain.facts.deposits import DepositCheck
from app.domain.money import Money
from app.domain.records import BatchRecord, ReceiptRecord
from app.domain.tender import TenderKind
from app.domain.transfer import SAFE, Transfer, drawer, in_transit
from app.errors import RuleBrokenError
from app.frozen import frozen

BATCHES_LIMIT = 60
BAG_LIMIT = 30
ITEM_KINDS = (TenderKind.CHECK, TenderKind.MONEY_ORDER)


class NothingToDepositError(RuleBrokenError):
    """The batches hold no cash and no checks."""

    code: ClassVar[str] = "nothing_to_deposit"

    def __init__(self) -> None:
        super().__init__("These batches hold nothing for the bank. Add a balanced batch that does.")


class DepositCashDiffersError(RuleBrokenError):
    """The cash counted for the slip is not what the batches hand over (R37)."""

    code: ClassVar[str] = "deposit_cash_differs"

    def __init__(self, *, counted: int, due: int) -> None:
        super().__init__(
            f"The cash for the bag is {Money(counted)}, but these batches hand over {Money(due)}. "
            "Count it again before you seal the bag."
        )
        self.counted = counted
        self.due = due


class DepositItemsDifferError(RuleBrokenError):
    """The listed checks or money orders are not what was counted in the batches (R37, R39)."""

    code: ClassVar[str] = "deposit_items_differ"

    def __init__(self, *, kind: TenderKind, listed: int, due: int) -> None:
        super().__init__(
            f"The {kind.word.lower()}s on the slip are {Money(listed)}, but {Money(due)} was counted. "
            "Put the list in order with what lies before you."
        )
        self.kind = kind
        self.listed = listed
        self.due = due


class BagNumberError(RuleBrokenError):
    """No bag number, or one that was used before."""

    code: ClassVar[str] = "bag_number"

    def __init__(self, bag: str, *, used_by: str = "") -> None:
        super().__init__(
            f"Bag {bag} was already used for deposit {used_by}. Take another bag and type its number."
            if used_by
            else f"Type the bag's number, up to {BAG_LIMIT} characters."
        )
        self.bag = bag
        self.used_by = used_by


class TakenApartError(RuleBrokenError):
    """The bag was taken apart: nothing more is done with it."""

    code: ClassVar[str] = "taken_apart"

    def __init__(self, *, deposit: str, by: str) -> None:
        super().__init__(f"Deposit {deposit} was taken apart by {by}. Its batches go into a new bag.")
        self.deposit = deposit
        self.by = by


class OnItsWayError(RuleBrokenError):
    """The bag has its two names and counts as on its way to the bank (R35, R37, R39)."""

    code: ClassVar[str] = "on_its_way"

    def __init__(self, *, deposit: str, by: str) -> None:
        super().__init__(
            f"Deposit {deposit} was verified by {by} and is the bank's now. It stays whole: correct by a reversal."
        )
        self.deposit = deposit
        self.by = by


class TooManyBatchesError(RuleBrokenError):
    """More batches than one slip holds."""

    code: ClassVar[str] = "too_many_batches"

    def __init__(self) -> None:
        super().__init__(f"One bag holds at most {BATCHES_LIMIT} batches. Put the others into a second bag.")


class BatchBaggedError(RuleBrokenError):
    """The batch lies in another bag already (I: nothing is bagged twice)."""

    code: ClassVar[str] = "batch_bagged"

    def __init__(self, *, batch: str, deposit: str) -> None:
        super().__init__(f"Batch {batch} is already in deposit {deposit}. Take it out of the list.")
        self.batch = batch
        self.deposit = deposit


@frozen
class BagDue:
    """What a bag of these batches must hold, in cents."""

    cash: int
    checks: int
    money_orders: int

    @property
    def total(self) -> int:
        """The slip's total."""
        return self.cash + self.checks + self.money_orders

    def of(self, kind: TenderKind) -> int:
        """The due amount of one class."""
        return {TenderKind.CASH: self.cash, TenderKind.CHECK: self.checks,
                TenderKind.MONEY_ORDER: self.money_orders}.get(kind, 0)  # fmt: skip


def bag_due(batches: Iterable[BatchRecord], counted: dict[str, Sequence[TenderResult]]) -> BagDue:
    """Counted cash - starting cash + turn-ins, and counted checks and money orders, over the batches (R37).

    `counted` maps a batch to the results of the count that was accepted.
    """
    cash = checks = money_orders = 0
    for batch in batches:
        sums = {result.tender: result.counted for result in counted[batch.batch]}
        cash += sums.get(TenderKind.CASH, 0) - batch.starting_cash.total.cents + batch.turned_in
        checks += sums.get(TenderKind.CHECK, 0)
        money_orders += sums.get(TenderKind.MONEY_ORDER, 0)
    return BagDue(cash, checks, money_orders)


def items_of(receipts: Iterable[ReceiptRecord]) -> tuple[DepositCheck, ...]:
    """Each check and money order of the good receipts, in the order they were taken (R39)."""
    good = sorted((receipt for receipt in receipts if not receipt.is_void), key=lambda receipt: receipt.receipt)
    return tuple(
        DepositCheck(receipt.receipt, tender.kind, receipt.lines[0].name, tender.reference, tender.amount_tendered)
        for receipt in good
        for tender in receipt.tenders
        if tender.kind in ITEM_KINDS
    )


def check_bag(due: BagDue, *, cash: CashCount, checks: Iterable[DepositCheck]) -> None:
    """Whether what lies before the preparer is what the batches hand over, class by class.

    Raises:
        NothingToDepositError, DepositCashDiffersError, DepositItemsDifferError.
    """
    if due.cash < 0 or due.total <= 0:
        raise NothingToDepositError
    if cash.total.cents != due.cash:
        raise DepositCashDiffersError(counted=cash.total.cents, due=due.cash)
    papers = list(checks)
    for kind in ITEM_KINDS:
        amount = listed(papers, kind)
        if amount != due.of(kind):
            raise DepositItemsDifferError(kind=kind, listed=amount, due=due.of(kind))


def listed(checks: Iterable[DepositCheck], kind: TenderKind) -> int:
    """What the slip's list adds up to for one class, in cents."""
    return sum(item.cents for item in checks if item.tender == kind)


def deposit_transfers(
    *, station: str, bank: str, batches: Iterable[BatchRecord], counted: dict[str, Sequence[TenderResult]], due: BagDue
) -> tuple[Transfer, ...]:
    """Out of the drawer what was counted above the starting cash, the turned-in cash out of the safe, into transit.

    Where a drawer held less than its starting cash, the safe makes it up or keeps so much of the turn-ins.
    """
    to = in_transit(bank)
    from_drawer = sum(
        max(0, result.counted - batch.starting_cash.total.cents)
        for batch in batches
        for result in counted[batch.batch]
        if result.tender == TenderKind.CASH
    )
    moves = [
        Transfer(to, drawer(station, kind), cents)
        for kind, cents in (
            (TenderKind.CASH, from_drawer),
            (TenderKind.CHECK, due.checks),
            (TenderKind.MONEY_ORDER, due.money_orders),
        )
        if cents
    ]
    from_safe = due.cash - from_drawer
    if from_safe > 0:
        moves.append(Transfer(to, SAFE, from_safe))
    if from_safe < 0:
        moves.append(Transfer(SAFE, to, -from_safe))
    return tuple(moves)
