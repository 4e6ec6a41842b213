"""Mail and drop box: two openers, and a list that is what was keyed when its batch was counted (R13, F3)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from db.verify.check import Check, Seen
from db.verify.fold import Fold
from db.verify.sums import cents_of, dollars


@dataclass
class _Log:
    """One batch: its last list, what lies aside by item, papers and total of each good receipt."""

    items: int
    cents: int
    aside: dict[int, int] = field(default_factory=dict)
    taken: dict[str, tuple[int, int]] = field(default_factory=dict)
    items_aside: int = 0


class MailCheck(Check):
    """Control count and total = receipts that are good + items aside, at every count (R13)."""

    NAME: ClassVar[str] = "mail"

    def __init__(self, fold: Fold) -> None:
        super().__init__()
        self.fold = fold
        self.logs: dict[str, _Log] = {}

    def sees(self) -> Mapping[str, Callable[[Seen], None]]:
        """Lists, items aside, and what the batch takes until it is counted."""
        return {
            "mail_listed": self._see_listed,
            "mail_set_aside": self._see_aside,
            "mail_taken_up": self._see_taken_up,
            "receipt_taken": self._see_receipt,
            "receipt_voided": self._see_void,
            "batch_counted": self._see_counted,
        }

    def _see_listed(self, entry: Seen) -> None:
        payload = entry.payload
        first, second = payload["openers"]
        is_two = bool(first) and bool(second) and first != second
        self.hold(that=is_two, else_say=f"{entry.place}: the mail of batch {payload['batch']} was opened by one person")
        items, cents = cents_of(payload["items"]), cents_of(payload["cents"])
        batch = self.fold.batch(entry)
        log = self.logs.get(payload["batch"])
        if log is not None:
            log.items, log.cents = items, cents
        elif batch is not None and not batch.ledger:  # a quick look may begin in its middle
            self.logs[payload["batch"]] = _Log(items, cents)

    def _see_aside(self, entry: Seen) -> None:
        log = self.logs.get(entry.payload["batch"])
        if log is not None:
            item = cents_of(entry.payload["item"])
            log.items_aside += 1
            words = f"{entry.place} is not item {log.items_aside} of batch {entry.payload['batch']} to be set aside"
            self.hold(that=item == log.items_aside, else_say=words)
            log.aside[item] = cents_of(entry.payload["cents"])

    def _see_taken_up(self, entry: Seen) -> None:
        log = self.logs.get(entry.payload["batch"])
        if log is not None:
            item = cents_of(entry.payload["item"])
            self.hold(that=item in log.aside, else_say=f"{entry.place} takes up item {item}, which is not aside")
            log.aside.pop(item, None)

    def _see_receipt(self, entry: Seen) -> None:
        log = self.logs.get(entry.payload["batch"])
        if log is not None:
            log.taken[entry.payload["receipt"]] = len(entry.payload["tenders"]), cents_of(entry.payload["total"])

    def _see_void(self, entry: Seen) -> None:
        log = self.logs.get(entry.payload["batch"])
        if log is not None:
            log.taken.pop(entry.payload["receipt"], None)

    def _see_counted(self, entry: Seen) -> None:
        number = entry.payload["batch"]
        log = self.logs.get(number)
        if log is None:
            return
        total = sum(cents for _papers, cents in log.taken.values()) + sum(log.aside.values())
        words = f"batch {number}: its list says {dollars(log.cents)}, keyed and aside are {dollars(total)}"
        self.hold(that=log.cents == total, else_say=words)
        papers = sum(count for count, _cents in log.taken.values()) + len(log.aside)
        words = f"batch {number}: its list says {log.items} items, keyed and aside are {papers}"
        self.hold(that=log.items == papers, else_say=words)
