"""A batch's life: opened, counted, balanced or rejected, reopened; the drawer between.

A `reason` comes from a list (app/domain/reasons); words of one's own stand sealed in `note`.
"""

from typing import ClassVar

from app.domain.cash import CashCount
from app.domain.entry import EntryRef
from app.domain.facts.base import NOTHING_SAID, Approval, Sealed
from app.domain.transfer import Transfer
from app.frozen import frozen


@frozen
class BatchOpened:
    """A cashier begins with counted starting cash (R1, R2, R4, R5).

    `issued` is what was handed out in cents; a counted start that differs is an over/short event of the issuer,
    carried by `transfers` (safe against over or short), never silently of this batch.
    """

    KIND: ClassVar[str] = "batch_opened"
    V: ClassVar[int] = 1
    batch: str
    source: str
    cashier: str
    drawer: bool
    starting_cash: CashCount
    issued: int
    reason: str
    transfers: tuple[Transfer, ...]
    note: Sealed = NOTHING_SAID


@frozen
class DrawerOpened:
    """The box was opened without a receipt: no-sale, with reason (R7)."""

    KIND: ClassVar[str] = "drawer_opened"
    V: ClassVar[int] = 1
    batch: str
    reason: str
    note: Sealed
    approval: Approval | None


@frozen
class CashTurnedIn:
    """Cash moved from drawer to safe with two counts that agree (A10, R3)."""

    KIND: ClassVar[str] = "cash_turned_in"
    V: ClassVar[int] = 1
    batch: str
    cash: CashCount
    cents: int
    received_by: str
    transfers: tuple[Transfer, ...]


@frozen
class TenderCount:
    """One tender class as counted: number of items and cents."""

    tender: str
    items: int
    cents: int


@frozen
class BatchCounted:
    """The blind count, locked on submit; a recount is a second record (R30, R31, R34).

    `tenders` holds every class but cash; `unprinted` the receipts without paper that the cashier initialled.
    """

    KIND: ClassVar[str] = "batch_counted"
    V: ClassVar[int] = 1
    batch: str
    count_no: int
    cash: CashCount
    tenders: tuple[TenderCount, ...]
    unprinted: tuple[str, ...]


@frozen
class TenderResult:
    """Expected against counted for one class, in cents; over and short gross, never netted (R32)."""

    tender: str
    expected: int
    counted: int
    over: int
    short: int


@frozen
class BatchBalanced:
    """Another person accepted a count; over and short are booked in this entry (R25, R33).

    `count` is the count accepted, `seen` the last entry of the stream the approver saw.
    """

    KIND: ClassVar[str] = "batch_balanced"
    V: ClassVar[int] = 1
    batch: str
    count: EntryRef
    seen: EntryRef
    results: tuple[TenderResult, ...]
    reason: str
    transfers: tuple[Transfer, ...]
    note: Sealed = NOTHING_SAID


@frozen
class BatchRejected:
    """Back to the cashier, who corrects by void and recounts; no new receipts."""

    KIND: ClassVar[str] = "batch_rejected"
    V: ClassVar[int] = 1
    batch: str
    count: EntryRef
    reason: str
    note: Sealed = NOTHING_SAID


@frozen
class BatchReopened:
    """A balanced batch opens again, to be counted and balanced anew (R27); `transfers` undo the over/short."""

    KIND: ClassVar[str] = "batch_reopened"
    V: ClassVar[int] = 1
    batch: str
    reason: str
    transfers: tuple[Transfer, ...]
    note: Sealed = NOTHING_SAID


@frozen
class CheckpointMade:
    """The digest of every view at a close, from which replay and quick verify may start."""

    KIND: ClassVar[str] = "checkpoint_made"
    V: ClassVar[int] = 1
    seq: int
    h: str
    views_version: int
    digest: str
