"""From balanced batches to the bank and to billing: bag, second name, posting file."""

from typing import ClassVar

from app.domain.cash import CashCount
from app.domain.entry import EntryRef
from app.domain.facts.base import NOTHING_SAID, Approval, Sealed
from app.domain.transfer import Transfer
from app.frozen import frozen


@frozen
class DepositCheck:
    """One check or money order on the slip (R39); `payer` is sealed in an entry and readable in a record."""

    receipt: str
    tender: str
    payer: str
    number: str
    cents: int


@frozen
class DepositPrepared:
    """A bag from balanced batches, intact: cash counted - starting cash + turn-ins, and each check (R37, R39)."""

    KIND: ClassVar[str] = "deposit_prepared"
    V: ClassVar[int] = 1
    deposit: str
    bag: str
    bank: str
    batches: tuple[str, ...]
    cash: CashCount
    checks: tuple[DepositCheck, ...]
    currency: int
    coin: int
    total: int
    transfers: tuple[Transfer, ...]


@frozen
class DepositVerified:
    """A second person counted the bag and sealed it (R35)."""

    KIND: ClassVar[str] = "deposit_verified"
    V: ClassVar[int] = 1
    deposit: str
    bag: str


@frozen
class DepositUndone:
    """A bag that had not its second name yet was taken apart by two people; its batches may go into another, or reopen.

    `prepared` is the entry of the bag, `transfers` take that entry's back. The bag's number is never used again.
    """

    KIND: ClassVar[str] = "deposit_undone"
    V: ClassVar[int] = 1
    deposit: str
    bag: str
    batches: tuple[str, ...]
    prepared: EntryRef
    reason: str
    approval: Approval
    transfers: tuple[Transfer, ...]
    note: Sealed = NOTHING_SAID


@frozen
class PostingExported:
    """A posting file: numbered, immutable; its bytes lie in the sealed blob, so `--again N` is the same file."""

    KIND: ClassVar[str] = "posting_exported"
    V: ClassVar[int] = 1
    file_no: int
    file_name: str
    batches: tuple[str, ...]
    rows: int
    total: int
    sha256: str
    blob: str


@frozen
class PostingsDeclared:
    """Somebody said later which posting file of the incarnation that ended was the last that billing got."""

    KIND: ClassVar[str] = "postings_declared"
    V: ClassVar[int] = 1
    incarnation: str
    last: int


@frozen
class BatchCents:
    """What of a posting file belongs to receipts that these books hold, by batch."""

    batch: str
    cents: int


@frozen
class LostPayment:
    """A payment or void that billing has and these books have not; `cents` negative for a void."""

    receipt: str
    cents: int


@frozen
class PostingTakenBack:
    """A posting file that was made after the backup came back: billing has it, so it is never sent again.

    `receipts` and `voids` are those of these books that it holds, `sums` their cents by batch, `lost` what it holds
    beyond them. Its bytes lie in the sealed blob.
    """

    KIND: ClassVar[str] = "posting_taken_back"
    V: ClassVar[int] = 1
    file_no: int
    file_name: str
    batches: tuple[str, ...]
    rows: int
    total: int
    sha256: str
    blob: str
    receipts: tuple[str, ...]
    voids: tuple[str, ...]
    sums: tuple[BatchCents, ...]
    lost: tuple[LostPayment, ...]
