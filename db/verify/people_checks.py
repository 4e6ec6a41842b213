"""Second persons: nobody approves, balances or verifies what they took themselves (R24, R25, R35)."""

from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from db.verify.check import Check, Seen
from db.verify.fold import Fold

_HERE = ("station", "other_station")
_WITHOUT = ("afterwards", "not_needed")


class SecondPersonCheck(Check):
    """Each approval and each second step bears another name than the first."""

    NAME: ClassVar[str] = "second person"

    def __init__(self, fold: Fold) -> None:
        super().__init__()
        self.fold = fold

    def sees(self) -> Mapping[str, Callable[[Seen], None]]:
        """Everything that a second person stands for."""
        return {
            "receipt_taken": self._see_receipt,
            "drawer_opened": self._see_one,
            "receipt_voided": self._see_void,
            "approval_answered": self._see_answer,
            "batch_balanced": self._see_batch,
            "batch_rejected": self._see_batch,
            "cash_turned_in": lambda entry: self._other(entry, entry.payload["received_by"], entry.by, "a turn-in"),
            "deposit_verified": self._see_verified,
            "deposit_undone": self._see_undone,
        }

    def _see_receipt(self, entry: Seen) -> None:
        for approval in entry.payload["approvals"]:
            self._see_approval(entry, approval, entry.by)

    def _see_one(self, entry: Seen) -> None:
        if entry.payload["approval"] is not None:
            self._see_approval(entry, entry.payload["approval"], entry.by)

    def _see_void(self, entry: Seen) -> None:
        original = entry.payload["original"]
        first = self.fold.original(entry.station, original["seq"], original["h"])
        taker = first["by"] if first is not None else entry.by
        self._see_approval(entry, entry.payload["approval"], entry.by, taker)

    def _see_approval(self, entry: Seen, approval: Mapping[str, Any], *takers: str) -> None:
        way, by = approval["way"], approval["by"]
        is_other = (way in _HERE and by and by not in takers) or (way in _WITHOUT and not by)
        words = f"{entry.place}: {approval['deed']} approved by {by or 'nobody'} ({way}), taken by {takers[-1]}"
        self.hold(that=bool(is_other), else_say=words)

    def _see_answer(self, entry: Seen) -> None:
        batch = self.fold.batch(entry)
        asker = batch.asked.get(entry.payload["entry"]["h"]) if batch else None
        self._other(entry, entry.by, asker, "an approval")

    def _see_batch(self, entry: Seen) -> None:
        batch = self.fold.batch(entry)
        holders = batch.holders if batch else (None,)
        for holder in holders:
            self._other(entry, entry.by, holder, f"batch {entry.payload['batch']}")

    def _see_verified(self, entry: Seen) -> None:
        prepared = self.fold.deposits.get(entry.payload["deposit"])
        self._other(entry, entry.by, prepared[1] if prepared else None, f"deposit {entry.payload['deposit']}")

    def _see_undone(self, entry: Seen) -> None:
        batches = [self.fold.batches.get(number) for number in entry.payload["batches"]]
        takers = [user for batch in batches if batch is not None for user in batch.holders]
        self._see_approval(entry, entry.payload["approval"], *takers, entry.by)
        is_here = entry.payload["approval"]["way"] in _HERE
        self.hold(that=is_here, else_say=f"{entry.place}: the bag was taken apart by one person")

    def _other(self, entry: Seen, second: str, first: str | None, what: str) -> None:
        is_other = bool(second) and second != first
        self.hold(that=is_other, else_say=f"{entry.place}: {what} has only one person, {second or 'nobody'}")
