"""Money taken, and the ways back: receipts, voids, reprints, hand-over, dropped drafts."""

from typing import ClassVar

from app.domain.entry import EntryRef
from app.domain.facts.base import NOTHING_SAID, Approval, Sealed
from app.domain.tender import Tender
from app.domain.transfer import Transfer
from app.frozen import frozen


@frozen
class BucketAmount:
    """Cents for one bucket: `WATER.90`, `WATER.60`, `WATER.30`, `WATER.current`, or `CREDIT`."""

    bucket: str
    cents: int


MISC = "misc:"
"""Begins a line's account when it is a misc receipt; its type's code follows. No account's key has such letters."""
PENNIES = "rounding"
"""A line's account when it is the cash rounding of the receipt (T9)."""
ROUND_UP = "round_up."
"""Begins the rule of a line that credits an account with what cash was rounded up by."""


@frozen
class PaidLine:
    """One account on a receipt: what was paid and into which buckets; sums agree to the cent.

    `account` is the key, `number` what the bill shows; `snapshot` the seq of the import the balance came from
    (-1: no snapshot), `balance_after` the balance printed on the receipt (E1). `effective_date` is the day the
    money counts for, `rule` the allocation order's id and the date it is in force from.
    `late` names the buckets of open bills whose due date had passed: they were shown, and are printed, as past due.

    A misc receipt (B8): `account` is `misc:` and the type's code, `number` the code, `name` the type's, `address` the
    reference, buckets are ledger accounts. Cash rounding (T9): `account` is `rounding`,
    `cents` may be below zero, and its one bucket has the same cents. Both have no snapshot and no balance.
    """

    account: str
    number: str
    name: str
    address: str
    cents: int
    allocation: tuple[BucketAmount, ...]
    snapshot: int
    balance_after: int
    effective_date: str = ""
    rule: str = ""
    late: tuple[str, ...] = ()

    @property
    def is_misc(self) -> bool:
        """Whether it is a misc receipt's."""
        return self.account.startswith(MISC)

    @property
    def is_rounding(self) -> bool:
        """Whether it is the receipt's cash rounding."""
        return self.account == PENNIES

    @property
    def is_round_up(self) -> bool:
        """Whether it is what cash was rounded up by, as credit on the account (T9)."""
        return self.rule.startswith(ROUND_UP)

    @property
    def is_pennies(self) -> bool:
        """Whether it only says where pennies went; lists of what was paid leave it out."""
        return self.is_rounding or self.is_round_up

    @property
    def is_account(self) -> bool:
        """Whether a customer's account was paid; billing hears of these lines only."""
        return not (self.is_misc or self.is_rounding)


@frozen
class KeyedAnswer:
    """The cashier was warned and answered with a key (R18): `warning` is the rule's code, `seen` the receipt named."""

    warning: str
    seen: str
    answer: str


@frozen
class ReceiptTaken:
    """Money received: tenders = total + change; clearing is zero (I-18, I-19).

    `replaces` names the voided receipt that this one enters again in a batch sent back for correction.
    """

    KIND: ClassVar[str] = "receipt_taken"
    V: ClassVar[int] = 1
    receipt: str
    batch: str
    lane: str
    source: str
    draft: str
    lines: tuple[PaidLine, ...]
    tenders: tuple[Tender, ...]
    total: int
    change: int
    transfers: tuple[Transfer, ...]
    approvals: tuple[Approval, ...]
    answers: tuple[KeyedAnswer, ...] = ()
    replaces: str = ""


@frozen
class ReceiptVoided:
    """A receipt cancelled while its batch is open: number kept, every bucket restored (R23-R26).

    `approval.by` is empty when the approval comes afterwards; the void stands all the same.
    """

    KIND: ClassVar[str] = "receipt_voided"
    V: ClassVar[int] = 1
    receipt: str
    batch: str
    original: EntryRef
    reason: str
    note: Sealed
    approval: Approval
    transfers: tuple[Transfer, ...]


@frozen
class ReceiptReprinted:
    """A second paper, marked DUPLICATE (R14); `to` is `printer` or `pdf`."""

    KIND: ClassVar[str] = "receipt_reprinted"
    V: ClassVar[int] = 1
    receipt: str
    batch: str
    to: str


@frozen
class HandoverAnswered:
    """After an unclean stop: was this saved receipt handed over? `answer`: handed_over, reprinted, voided."""

    KIND: ClassVar[str] = "handover_answered"
    V: ClassVar[int] = 1
    receipt: str
    answer: str


@frozen
class DraftDropped:
    """Unfinished work with tenders in it was given up, with reason from the list or in own words (`note`)."""

    KIND: ClassVar[str] = "draft_dropped"
    V: ClassVar[int] = 1
    draft: str
    lane: str
    reason: str
    accounts: tuple[str, ...]
    tenders: tuple[Tender, ...]
    note: Sealed = NOTHING_SAID
