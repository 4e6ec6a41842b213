"""Batches: the legal steps, the drawer that is expected, the over and short of an accepted count."""

from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from db.verify.check import Check, Seen
from db.verify.fold import BALANCED, COUNTED, OPEN, REJECTED, Batch, Fold
from db.verify.sums import (
    CASH,
    Moves,
    by_tender,
    cash_cents,
    cents_of,
    dollars,
    drawer_place,
    moved,
    of_pairs,
    turned_round,
)

_FROM: Mapping[str, tuple[str, ...]] = {
    "receipt_taken": (OPEN, REJECTED),
    "cash_turned_in": (OPEN,),
    "batch_handed_over": (OPEN,),
    "drawer_counted": (OPEN,),
    "batch_counted": (OPEN, REJECTED),
    "batch_balanced": (COUNTED,),
    "batch_rejected": (COUNTED,),
    "batch_reopened": (BALANCED,),
}


class BatchCheck(Check):
    """Only legal steps (DESIGN section 4): nothing taken after a count, nothing balanced but the last count."""

    NAME: ClassVar[str] = "batches"

    def __init__(self, fold: Fold, *, is_quick: bool) -> None:
        super().__init__()
        self.fold = fold
        self.is_quick = is_quick

    def sees(self) -> Mapping[str, Callable[[Seen], None]]:
        """Everything that happens to a batch."""
        steps = dict.fromkeys(_FROM, self._see_step)
        return {**steps, "batch_opened": self._see_opened, "deposit_prepared": self._see_leaving,
                "deposit_undone": self._see_leaving, "posting_exported": self._see_leaving}  # fmt: skip

    def _see_opened(self, entry: Seen) -> None:
        is_new = entry.payload["batch"] not in self.fold.batches
        self.hold(that=is_new, else_say=f"{entry.place} opens batch {entry.payload['batch']} again")

    def _see_step(self, entry: Seen) -> None:
        number = entry.payload["batch"]
        batch = self.fold.batch(entry)
        if batch is None:
            self.hold(that=self.is_quick, else_say=f"{entry.place} names batch {number}, which was never opened")
            return
        kind = entry.kind
        self.counted += 1
        if batch.state not in _FROM[kind]:
            self.fault(f"{entry.place}: {kind} in batch {number}, which is {batch.state}")
        if kind == "receipt_taken":
            self._see_receipt(entry, batch)
        elif kind == "batch_counted":
            is_next = entry.payload["count_no"] == len(batch.counts) + 1
            self.hold(that=is_next, else_say=f"{entry.place} is not count {len(batch.counts) + 1} of batch {number}")
        elif kind == "batch_balanced":
            is_last = entry.payload["count"]["h"] == batch.last_count
            self.hold(that=is_last, else_say=f"{entry.place} balances batch {number} by another than its last count")
            words = f"batch {number} is balanced with {len(batch.asked)} approvals open"
            self.hold(that=not batch.asked, else_say=words)

    def _see_receipt(self, entry: Seen, batch: Batch) -> None:
        payload, by = entry.payload, entry.by
        self.counted += 2
        if by != batch.cashier:
            self.fault(f"{payload['receipt']} was taken by {by} in the batch of {batch.cashier}")
        if batch.state == REJECTED and payload.get("replaces") not in batch.voided:
            self.fault(f"{payload['receipt']} replaces no void in batch {payload['batch']}, which was sent back")

    def _see_leaving(self, entry: Seen) -> None:
        for number in entry.payload["batches"]:
            batch = self.fold.batches.get(number)
            state = batch.state if batch else "never opened"
            is_ready = state == BALANCED or (batch is None and self.is_quick)
            self.hold(that=is_ready, else_say=f"{entry.place}: {entry.kind} with batch {number}, which is {state}")


class DrawerCheck(Check):
    """Starting cash + in - change - turn-ins = expected = what the transfers left in the drawer (I-20, R17)."""

    NAME: ClassVar[str] = "drawer"

    def __init__(self, fold: Fold) -> None:
        super().__init__()
        self.fold = fold

    def sees(self) -> Mapping[str, Callable[[Seen], None]]:
        """Openings, turn-ins and balances."""
        return {"batch_opened": self._see_opened, "cash_turned_in": self._see_turned_in,
                "batch_balanced": self._see_balanced}  # fmt: skip

    def _see_opened(self, entry: Seen) -> None:
        payload = entry.payload
        starting, issued = cash_cents(payload["starting_cash"]), cents_of(payload["issued"])
        wanted = of_pairs(
            (drawer_place(entry.station, CASH), "safe", starting),
            ("short", "safe", max(0, issued - starting)),
            ("safe", "over", max(0, starting - issued)),
        )
        words = f"batch {payload['batch']}: transfers are not its starting cash of {dollars(starting)}"
        self.hold(that=moved(payload["transfers"]) == wanted, else_say=words)

    def _see_turned_in(self, entry: Seen) -> None:
        payload = entry.payload
        cents = cents_of(payload["cents"])
        is_counted = cash_cents(payload["cash"]) == cents
        self.hold(that=is_counted, else_say=f"{entry.place}: the turned-in cash is not {dollars(cents)}")
        wanted = of_pairs(("safe", drawer_place(entry.station, CASH), cents))
        is_moved = moved(payload["transfers"]) == wanted
        self.hold(that=is_moved, else_say=f"{entry.place}: transfers are not the turn-in of {dollars(cents)}")

    def _see_balanced(self, entry: Seen) -> None:
        batch = self.fold.batch(entry)
        if batch is None:
            return
        number = entry.payload["batch"]
        said = by_tender(entry.payload["results"], "expected")
        expected = batch.expected()
        for tender in {*said, *expected}:
            money, booked = expected[tender], batch.ledger[drawer_place(entry.station, tender)]
            words = f"batch {number} {tender}: expected {dollars(said[tender])}, receipts make {dollars(money)}"
            self.hold(that=said[tender] == money, else_say=words)
            words = f"batch {number} {tender}: receipts make {dollars(money)}, transfers left {dollars(booked)}"
            self.hold(that=money == booked, else_say=words)


class OverShortCheck(Check):
    """Counted - expected = over or short, class by class, gross; booked in the entry that accepts (I-20, R31-R33)."""

    NAME: ClassVar[str] = "over and short"

    def __init__(self, fold: Fold) -> None:
        super().__init__()
        self.fold = fold
        self.booked: dict[str, Moves] = {}

    def sees(self) -> Mapping[str, Callable[[Seen], None]]:
        """Balances, and what takes them back."""
        return {"batch_balanced": self._see_balanced, "batch_reopened": self._see_reopened}

    def _see_balanced(self, entry: Seen) -> None:
        payload = entry.payload
        number = payload["batch"]
        for result in payload["results"]:
            over, short = cents_of(result["over"]), cents_of(result["short"])
            difference = cents_of(result["counted"]) - cents_of(result["expected"])
            words = f"batch {number} {result['tender']}: counted is {dollars(difference)} off, over {dollars(over)}"
            is_gross = (over, short) == (max(0, difference), max(0, -difference))
            self.hold(that=is_gross, else_say=f"{words}, short {dollars(short)}")
        batch = self.fold.batch(entry)
        if batch is None:
            return
        counted, said = batch.counts.get(payload["count"]["h"]), by_tender(payload["results"], "counted")
        is_counts = counted is not None and +counted == +said
        self.hold(that=is_counts, else_say=f"batch {number}: the results are not the count they accept")
        self.booked[number] = moved(payload["transfers"])
        is_booked = self.booked[number] == _booking(entry, batch)
        self.hold(that=is_booked, else_say=f"batch {number}: transfers are not its over, short and starting cash")

    def _see_reopened(self, entry: Seen) -> None:
        number = entry.payload["batch"]
        if number not in self.booked:
            return
        is_undone = moved(entry.payload["transfers"]) == turned_round(self.booked[number])
        self.hold(that=is_undone, else_say=f"{entry.place} does not take back what balancing batch {number} booked")


def _booking(entry: Seen, batch: Batch) -> Any:
    results = entry.payload["results"]
    counted = by_tender(results, "counted")[CASH]
    return of_pairs(
        *((drawer_place(entry.station, result["tender"]), "over", result["over"]) for result in results),
        *(("short", drawer_place(entry.station, result["tender"]), result["short"]) for result in results),
        ("safe", drawer_place(entry.station, CASH), min(batch.starting, counted)),
    )
