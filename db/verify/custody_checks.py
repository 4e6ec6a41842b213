"""Drawers that changed hands or were counted by surprise, and paper receipts of an outage (R3, R8, R15)."""

from collections.abc import Callable, Mapping
from typing import ClassVar

from db.verify.check import Check, Seen
from db.verify.fold import OPEN, Fold
from db.verify.sums import CASH, cash_cents, cents_of, dollars


class CustodyCheck(Check):
    """A hand-over names the holder, bears the receiver's approval; what was expected is what receipts made (R3, R8)."""

    NAME: ClassVar[str] = "custody"

    def __init__(self, fold: Fold) -> None:
        super().__init__()
        self.fold = fold

    def sees(self) -> Mapping[str, Callable[[Seen], None]]:
        """Hand-overs and surprise counts."""
        return {"batch_handed_over": self._see_handed, "drawer_counted": self._see_surprise}

    def _see_handed(self, entry: Seen) -> None:
        payload, place = entry.payload, entry.place
        number, approval, after = payload["batch"], payload["approval"], payload["after"]
        is_signed = approval["way"] == "station" and approval["by"] == after
        self.hold(that=is_signed, else_say=f"{place}: {after} did not sign for batch {number}")
        is_other = after not in (payload["before"], entry.by)
        self.hold(that=is_other, else_say=f"{place}: the hand-over of batch {number} has only one person")
        is_said = payload["before"] == entry.by or bool(payload["reason"])
        self.hold(that=is_said, else_say=f"{place}: batch {number} was reassigned without a reason")
        is_counted = cash_cents(payload["cash"]) == cents_of(payload["cents"])
        self.hold(that=is_counted, else_say=f"{place}: the cash handed over is not {dollars(payload['cents'])}")
        batch = self.fold.batch(entry)
        if batch is None:
            return
        is_holder = (batch.state, batch.cashier) == (OPEN, payload["before"])
        self.hold(that=is_holder, else_say=f"{place}: {payload['before']} hands over batch {number}, {batch.state}, "
                  f"which {batch.cashier} holds")  # fmt: skip
        self._compare(entry, payload["expected"], batch.expected()[CASH])

    def _see_surprise(self, entry: Seen) -> None:
        payload, place = entry.payload, entry.place
        number, batch = payload["batch"], self.fold.batch(entry)
        for result in payload["results"]:
            over, short = cents_of(result["over"]), cents_of(result["short"])
            difference = cents_of(result["counted"]) - cents_of(result["expected"])
            is_gross = (over, short) == (max(0, difference), max(0, -difference))
            self.hold(that=is_gross, else_say=f"{place}: over and short of {result['tender']} are not gross")
        counted = sum(cents_of(result["counted"]) for result in payload["results"] if result["tender"] == CASH)
        is_cash = counted == cash_cents(payload["cash"])
        self.hold(that=is_cash, else_say=f"{place}: the cash counted is not {dollars(counted)}")
        if batch is None:
            return
        is_open = (batch.state, batch.cashier) == (OPEN, payload["cashier"])
        self.hold(that=is_open, else_say=f"{place}: batch {number} is {batch.state}, held by {batch.cashier}")
        self.hold(that=entry.by not in batch.holders, else_say=f"{place}: {entry.by} counts the own drawer by surprise")
        for result in payload["results"]:
            self._compare(entry, result["expected"], batch.expected()[result["tender"]])

    def _compare(self, entry: Seen, said: int, made: int) -> None:
        words = f"{entry.place}: expected {dollars(said)}, receipts of batch {entry.payload['batch']} make "
        self.hold(that=said == made, else_say=f"{words}{dollars(made)}")


class PaperCheck(Check):
    """Each paper receipt once, in a range that is out, behind its own receipt; all that is missing is listed (R15)."""

    NAME: ClassVar[str] = "paper receipts"

    def __init__(self, *, is_quick: bool) -> None:
        super().__init__()
        self.is_quick = is_quick
        self.ranges: dict[str, tuple[str, frozenset[str]]] = {}
        self.given: set[str] = set()
        self.entered: dict[str, set[str]] = {}
        self.back: set[str] = set()
        self.last_receipt = (-1, "")

    def sees(self) -> Mapping[str, Callable[[Seen], None]]:
        """Ranges, entries, lists; receipts for the one that stands before an entry."""
        return {
            "receipt_taken": self._see_receipt,
            "paper_issued": self._see_issued,
            "paper_entered": self._see_entered,
            "paper_listed": self._see_listed,
            "paper_returned": self._see_returned,
        }

    def _see_receipt(self, entry: Seen) -> None:
        self.last_receipt = (entry.seq, entry.payload["receipt"])

    def _see_issued(self, entry: Seen) -> None:
        payload, place = entry.payload, entry.place
        first, last = cents_of(payload["first"]), cents_of(payload["last"])
        numbers = {f"{payload['prefix']}{n:0{cents_of(payload['width'])}d}" for n in range(first, last + 1)}
        twice = numbers & self.given
        self.hold(that=bool(numbers), else_say=f"{place} gives out no number")
        self.hold(that=not twice, else_say=f"{place} gives out {min(twice, default='')} again")
        self.given |= numbers
        self.ranges[entry.h] = (payload["issued_to"], frozenset(numbers))

    def _see_entered(self, entry: Seen) -> None:
        payload, place = entry.payload, entry.place
        paper, issued = payload["paper"], payload["issued"]["h"]
        is_behind = self.last_receipt == (entry.seq - 1, payload["receipt"])
        words = f"{place}: paper {paper} does not stand behind receipt {payload['receipt']}"
        self.hold(that=is_behind, else_say=words)
        is_once = paper not in self.entered.setdefault(issued, set())
        self.hold(that=is_once, else_say=f"{place}: paper {paper} is entered twice")
        self.entered[issued].add(paper)
        self._hold_out(entry, issued, frozenset({paper}))

    def _see_listed(self, entry: Seen) -> None:
        self._see_missing(entry)

    def _see_returned(self, entry: Seen) -> None:
        self._see_missing(entry)
        is_said = not entry.payload["missing"] or bool(entry.payload["reason"])
        self.hold(that=is_said, else_say=f"{entry.place}: nobody says why numbers are missing")
        self.back.add(entry.payload["issued"]["h"])

    def _see_missing(self, entry: Seen) -> None:
        issued = entry.payload["issued"]["h"]
        missing = frozenset(entry.payload["missing"])
        self._hold_out(entry, issued, missing)
        if issued in self.ranges:
            left = self.ranges[issued][1] - self.entered.get(issued, set())
            self.hold(that=missing == left, else_say=f"{entry.place} does not list what is missing of its range")

    def _hold_out(self, entry: Seen, issued: str, numbers: frozenset[str]) -> None:
        known = self.ranges.get(issued)
        is_in = self.is_quick if known is None else numbers <= known[1]
        self.hold(that=is_in, else_say=f"{entry.place}: {', '.join(sorted(numbers))} was never given out")
        self.hold(that=issued not in self.back, else_say=f"{entry.place}: the range of paper receipts was back already")
