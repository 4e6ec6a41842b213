"""What the books answer with: the views' rows as frozen values. Amounts in cents, times UTC ISO text."""

from typing import NamedTuple

from app.domain.account import Account
from app.domain.batch_state import BatchState
from app.domain.cash import NO_CASH, CashCount
from app.domain.entry import EntryRef
from app.domain.facts.base import Approval
from app.domain.facts.batches import TenderCount, TenderResult
from app.domain.facts.deposits import DepositCheck
from app.domain.facts.receipts import KeyedAnswer, PaidLine
from app.domain.tender import Tender
from app.domain.transfer import Transfer
from app.frozen import frozen


@frozen
class ReceiptRecord:
    """A receipt as it stands now; `void_reason` is empty while it is good, `void_note` what was said beside it.

    `approval_reasons` are those of `approvals`, in order, with own words opened.

    `posting_file_no` and `void_posting_file_no` are the posting files that hold the receipt and its void, 0: none yet.
    """

    receipt: str
    ref: EntryRef
    batch: str
    lane: str
    source: str
    business_date: str
    at: str
    by: str
    lines: tuple[PaidLine, ...]
    tenders: tuple[Tender, ...]
    total: int
    change: int
    approvals: tuple[Approval, ...]
    void_reason: str
    void_ref: EntryRef | None
    void_by: str
    void_approval: str
    reprints: int
    void_at: str = ""
    posting_file_no: int = 0
    void_posting_file_no: int = 0
    void_note: str = ""
    approval_reasons: tuple[str, ...] = ()
    answers: tuple[KeyedAnswer, ...] = ()

    @property
    def is_void(self) -> bool:
        """Whether it was voided; its number stays used."""
        return self.void_ref is not None

    @property
    def billed(self) -> int:
        """What it paid on customers' accounts, in cents: billing hears of nothing else (B8, T9)."""
        return sum(line.cents for line in self.lines if line.is_account)


@frozen
class PayerMemory:
    """What the same bank account paid last (P13): the good receipt, its business date, and its accounts."""

    receipt: str
    business_date: str
    lines: tuple[PaidLine, ...]


@frozen
class CountRecord:
    """One blind count of a batch."""

    ref: EntryRef
    count_no: int
    at: str
    by: str
    cash: CashCount
    tenders: tuple[TenderCount, ...]
    unprinted: tuple[str, ...]


@frozen
class BatchRecord:
    """A batch and the three independent facts that may follow it (DESIGN section 4).

    `expected` = by tender class, net of voids; cash includes starting cash, less change and turn-ins.
    `receipts` counts the voided ones too, `taken` is net of voids, `last_ref` the last entry about the batch.
    `reprints` of a balanced batch are those before it was balanced, so that its close report stays the same (R36).
    `back_by` and `back_reason` say who sent the last count back, or reopened the batch after it, and why.
    `held_before` handed it over, in order (R3).
    `is_in_file`: its posting file stands behind its last balance in the journal, whatever the clock said.
    """

    batch: str
    ref: EntryRef
    state: BatchState
    source: str
    cashier: str
    drawer: bool
    business_date: str
    opened_at: str
    starting_cash: CashCount
    turned_in: int
    receipts: int
    voids: int
    taken: int
    expected: tuple[TenderResult, ...]
    counts: tuple[CountRecord, ...]
    balanced_by: str
    balanced_at: str
    balance_reason: str
    open_approvals: tuple[EntryRef, ...]
    no_sales: int
    reprints: int
    deposit: str
    posting_file_no: int
    last_ref: EntryRef
    balanced_ref: EntryRef | None = None
    back_by: str = ""
    back_reason: str = ""
    is_in_file: bool = False
    held_before: tuple[str, ...] = ()

    @property
    def holders(self) -> tuple[str, ...]:
        """Everybody who ever held it: none of them is its second person (R25)."""
        return (*self.held_before, self.cashier)


@frozen
class NoSaleRecord:
    """The drawer opened without a receipt: when, by whom, why with own words opened, and who approved it (R7)."""

    at: str
    by: str
    reason: str
    approved_by: str


@frozen
class BatchNow:
    """A batch without its sums: all that the next receipt needs to know of it."""

    batch: str
    state: BatchState
    source: str
    cashier: str
    drawer: bool
    business_date: str
    last_ref: EntryRef


@frozen
class DepositRecord:
    """A bag: prepared by one, verified by another; `currency` and `coin` are its cash in cents.

    `transfers` are those of its entry. `undone_by` took it apart with `undone_with`; empty while it is whole.
    """

    deposit: str
    ref: EntryRef
    bag: str
    bank: str
    business_date: str
    prepared_by: str
    prepared_at: str
    verified_by: str
    verified_at: str
    batches: tuple[str, ...]
    total: int
    cash: CashCount = NO_CASH
    checks: tuple[DepositCheck, ...] = ()
    currency: int = 0
    coin: int = 0
    transfers: tuple[Transfer, ...] = ()
    undone_by: str = ""
    undone_with: str = ""
    undone_at: str = ""
    undone_reason: str = ""

    @property
    def is_undone(self) -> bool:
        """Whether it was taken apart."""
        return bool(self.undone_by)


@frozen
class PostingRecord:
    """A posting file as exported."""

    file_no: int
    file_name: str
    at: str
    by: str
    batches: tuple[str, ...]
    rows: int
    total: int
    sha256: str
    blob: str
    is_taken_back: bool = False


@frozen
class RestartRecord:
    """A restore, and what is known of the posting files made between its backup and it.

    `incarnation` is the one that ended, `known` the last file of the backup, `posted` the last that billing got (None:
    nobody said yet), `missing` those of them that were not taken back.
    """

    incarnation: str
    known: int
    posted: int | None
    missing: tuple[int, ...]

    @property
    def is_settled(self) -> bool:
        """Whether it is known what billing has of the batches before it."""
        return self.posted is not None and not self.missing

    def holds(self, batch: str) -> bool:
        """Whether it is unknown if billing has this batch."""
        return not self.is_settled and batch.partition("-")[0][-1:] <= self.incarnation


@frozen
class ImportRecord:
    """The last extract taken."""

    ref: EntryRef
    at: str
    file_name: str
    file_sha256: str
    as_of: str
    posted_through: int
    accounts: int
    quarantined: int


@frozen
class PaymentSince:
    """One of our payments that the snapshot does not contain yet; opens the shown balance (P22)."""

    receipt: str
    at: str
    cents: int
    allocation: tuple[tuple[str, int], ...]
    posting_file_no: int


@frozen
class AccountStanding:
    """All that is needed to say what an account owes now: snapshot, and our payments that it does not contain.

    `snapshot` is the seq of the import that brought it; `in_last_extract` is False for one that billing dropped.
    """

    account: Account
    payments: tuple[PaymentSince, ...]
    snapshot: int
    in_last_extract: bool


class AccountHit(NamedTuple):
    """One row of the search list; 25 are made for a key, and a plain tuple is made in a fifth of the time."""

    key: str
    number: str
    name: str
    address: str
    status: str
    alert: str
    balance: int | None


@frozen
class DraftRecord:
    """Unfinished work as kept on disk; `body` is the draft's own JSON (app/domain/draft)."""

    draft: str
    user: str
    lane: str
    parked: bool
    updated_at: str
    body: str


@frozen
class PrintJobRecord:
    """One job for printer or drawer and how far it came; `what` is receipt, duplicate, report or pulse."""

    job: int
    what: str
    receipt: str
    state: str
    why: str
    queued_at: str
    updated_at: str
