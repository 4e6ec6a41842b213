"""Who holds a drawer: handed over with two counts, and counted by surprise while it is open (R3, R8, A6)."""

from typing import ClassVar

from app.domain.cash import CashCount
from app.domain.facts.base import NOTHING_SAID, Approval, Sealed
from app.domain.facts.batches import TenderResult
from app.frozen import frozen


@frozen
class BatchHandedOver:
    """An open batch and its drawer go from one cashier to another; both counted the same (R2, R3).

    `before` held it, `after` holds it from now on and signed with a PIN (`approval`). `reason` is empty when the
    holder handed it over; it is given when a supervisor counted for somebody who left (A6). `cash` is what both
    counted, `expected` what receipts made it by then (told to supervisors only), `papers` how many checks and money
    orders lay in the drawer.
    """

    KIND: ClassVar[str] = "batch_handed_over"
    V: ClassVar[int] = 1
    batch: str
    before: str
    after: str
    cash: CashCount
    cents: int
    expected: int
    papers: int
    reason: str
    approval: Approval
    note: Sealed = NOTHING_SAID


@frozen
class DrawerCounted:
    """A supervisor counted an open drawer; the batch goes on as if nothing had been (R8).

    `cashier` held it then. `results` compares the classes that lie in a drawer, gross; nothing is booked.
    """

    KIND: ClassVar[str] = "drawer_counted"
    V: ClassVar[int] = 1
    batch: str
    cashier: str
    cash: CashCount
    results: tuple[TenderResult, ...]
