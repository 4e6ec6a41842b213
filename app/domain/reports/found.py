"""What the books answer to a report's questions. Amounts in cents, times UTC ISO text."""

from app.domain.batch_state import BatchState
from app.domain.entry import EntryRef
from app.domain.facts.base import Envelope, Fact
from app.frozen import frozen


@frozen
class BatchOutline:
    """A batch without its sums; `key`, `begins` and `ends` are places that only the books understand."""

    batch: str
    cashier: str
    state: BatchState
    business_date: str
    receipts: int
    key: int
    begins: int
    ends: int


@frozen
class TenderPaid:
    """One tender of a receipt: class, cents given, check number or card's last four."""

    kind: str
    cents: int
    said: str


@frozen
class ReceiptFound:
    """One receipt as a report needs it; `void_ref` is None while it is good."""

    receipt: str
    ref: EntryRef
    place: tuple[int, int]
    batch: str
    business_date: str
    at: str
    by: str
    lane: str
    accounts: tuple[str, ...]
    tenders: tuple[TenderPaid, ...]
    total: int
    change: int
    is_void: bool


@frozen
class EntryFound:
    """One entry as a fact; `place` sorts it."""

    ref: EntryRef
    place: tuple[int, int]
    envelope: Envelope
    fact: Fact


@frozen
class StartDifference:
    """Starting cash that was not what had been issued: an event of the issuer (R5), over and short in cents."""

    over: int
    short: int
    by: str
