"""What the rules need of the books: read them, and one unit of work that is durable when it ends."""

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Any, Protocol

from app.domain.account import Account
from app.domain.entry import EntryRef, StreamName
from app.domain.facts.base import Fact, Sealed
from app.domain.print_plan import PrintPlan
from app.domain.records import (
    AccountHit,
    AccountStanding,
    BatchNow,
    BatchRecord,
    DepositRecord,
    DraftRecord,
    ImportRecord,
    PayerMemory,
    PaymentSince,
    PostingRecord,
    PrintJobRecord,
    ReceiptRecord,
    RestartRecord,
)
from app.domain.user import User
from app.ports.history import History
from app.settings.policy import Policy


class BooksReader(History, Protocol):
    """Answers from the views; the same questions inside a deed and from a screen's own connection."""

    def stream(self) -> StreamName:
        """The stream this folder writes."""
        ...

    def is_practice(self) -> bool:
        """As the genesis says."""
        ...

    def head(self) -> EntryRef:
        """The last entry of the own stream."""
        ...

    def last_at(self) -> str:
        """When the last entry was made, UTC ISO."""
        ...

    def settings(self, business_date: str) -> Mapping[str, Any]:
        """Every setting in force on the date."""
        ...

    def policy(self, business_date: str) -> Policy:
        """`Policy.of(settings(business_date))`, kept between deeds until a setting changes: it is on the hot path."""
        ...

    def users(self) -> Sequence[User]:
        """Everybody, active or not, by name."""
        ...

    def user(self, user: str) -> User | None:
        """One person."""
        ...

    def account(self, key: str) -> Account | None:
        """The last snapshot of one account."""
        ...

    def payments_since(self, key: str) -> Sequence[PaymentSince]:
        """Our good payments that the account's snapshot does not contain."""
        ...

    def standing(self, key: str) -> AccountStanding | None:
        """`account` and `payments_since` together, with the import they rest on: one call on the hot path."""
        ...

    def account_by_stub(self, digits: str) -> str | None:
        """The account key whose stub scan line reads so."""
        ...

    def find(self, text: str, *, limit: int = 25) -> Sequence[AccountHit]:
        """Accounts as you type: exact digits first, then active, name, address."""
        ...

    def last_import(self) -> ImportRecord | None:
        """The last extract taken."""
        ...

    def receipt(self, number: str) -> ReceiptRecord | None:
        """One receipt."""
        ...

    def receipts(
        self, *, batch: str = "", account: str = "", limit: int = 50, before: str = ""
    ) -> Sequence[ReceiptRecord]:
        """The newest first, of a batch or an account or of the station; of a batch, those `before` a receipt."""
        ...

    def same_payment(self, *, account: str, cents: int, business_date: str) -> str | None:
        """A good receipt of that day with the same account and amount (B14, R18)."""
        ...

    def same_check(self, *, payer_mark: str, number: str, since: str) -> str | None:
        """A good receipt since the date with the same payer's check number (R18)."""
        ...

    def last_paid(self, *, payer_mark: str) -> PayerMemory | None:
        """The newest good receipt that took a check of the same bank account (P13)."""
        ...

    def batch(self, number: str) -> BatchRecord | None:
        """One batch."""
        ...

    def batch_now(self, number: str) -> BatchNow | None:
        """What the next receipt must know of its batch: one cheap read, no sums (hot path)."""
        ...

    def holders_before(self, batch: str) -> Sequence[str]:
        """Who handed the batch over, in order (R3); empty for one that stayed with its cashier."""
        ...

    def drawer_cash(self, batch: str) -> int:
        """What a batch's drawer should hold now, in cents: one cheap read, for the drawer's limit (R6)."""
        ...

    def batches(
        self, *, business_date: str = "", states: Sequence[str] = (), unbagged: bool = False
    ) -> Sequence[BatchRecord]:
        """The newest first; `unbagged` leaves out those that lie in a bag."""
        ...

    def deposits(self, *, limit: int = 50) -> Sequence[DepositRecord]:
        """Bags, the newest first."""
        ...

    def postings(self) -> Sequence[PostingRecord]:
        """Posting files, the newest first."""
        ...

    def restarts(self) -> Sequence[RestartRecord]:
        """Every restore of this station, the oldest first."""
        ...

    def last_posting(self) -> int:
        """The last number that one of our posting files can bear so far; 0 for none."""
        ...

    def drafts(self, *, user: str = "") -> Sequence[DraftRecord]:
        """Unfinished work, the oldest first."""
        ...

    def print_jobs(self, *, receipt: str = "", limit: int = 50) -> Sequence[PrintJobRecord]:
        """Paper and pulses, the newest first."""
        ...

    def opened(self, sealed: str) -> str:
        """Free words or a payer's name of an entry, readable; says so where their key is not in these books.

        MICR lines and bank numbers are not opened here: that is a logged deed (`reveal_detail`).

        Raises:
            RecordsError: the sealed value was changed.
        """
        ...

    def unanswered(self) -> Sequence[ReceiptRecord]:
        """Receipts of an unclean stop: saved, but maybe not handed over (ledger b.7)."""
        ...


class OpenDeed(BooksReader, Protocol):
    """One open unit of work: BEGIN IMMEDIATE until the context ends, COMMIT when no error left it."""

    def now(self) -> datetime:
        """The clock's time of this deed."""
        ...

    def next_receipt(self) -> str:
        """The next dense receipt number; used up only by COMMIT."""
        ...

    def next_batch(self) -> str:
        """The next dense batch number."""
        ...

    def next_deposit(self) -> str:
        """The next dense deposit number."""
        ...

    def next_posting(self) -> int:
        """The next number of a posting file; after a restore the next thousand."""
        ...

    def append(self, fact: Fact, *, business_date: str = "") -> EntryRef:
        """Write the entry and its views."""
        ...

    def seal_words(self, words: str) -> Sealed:
        """Free words as an entry keeps them, under the month's key for text."""
        ...

    def seal_payer(self, name: str) -> Sealed:
        """A payer's name as an entry keeps it, under the month's key for payers; empty stays empty."""
        ...

    def seal_blob(self, plain: bytes) -> str:
        """Keep sealed bytes; returns their content hash."""
        ...

    def open_blob(self, content_hash: str) -> bytes:
        """The plain bytes of a blob."""
        ...

    def queue_print(self, plan: PrintPlan, *, what: str, receipt: str = "") -> int:
        """Queue paper in the same transaction; returns the job's number."""
        ...

    def queue_receipt_print(self, receipt: str, *, what: str) -> int:
        """Queue a receipt's paper by its number only: the print worker lays it out from the record.

        `what` is `receipt`, `void` (the slip of its void) or `duplicate` (of whichever counts now). Keeps layout and a
        second JSON body off the payment's commit.
        """
        ...

    def queue_pulse(self, *, receipt: str = "") -> int:
        """Queue the drawer's pulse as its own job."""
        ...

    def save_draft(self, draft: DraftRecord) -> None:
        """Insert or replace unfinished work."""
        ...

    def wipe_draft(self, draft: str) -> bool:
        """The draft became a receipt, or was dropped; False when it was gone already (a repeat, I3)."""
        ...


class Books(Protocol):
    """The only way facts are born."""

    def deed(self, *, by: str) -> AbstractContextManager[OpenDeed]:
        """Open a unit of work for the user; call on the writer's thread only.

        Raises:
            RecordsError: disk full, or the file cannot be written; nothing changed.
        """
        ...
