"""Each receipt on its own: tenders, lines, clearing; and each void against the receipt it cancels."""

from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from db.verify.check import Check, Seen
from db.verify.fold import OPEN, REJECTED, Fold
from db.verify.sums import CASH, balances, by_tender, cents_of, dollars, drawer_place, moved, of_pairs, turned_round


class TenderCheck(Check):
    """Tenders = total + change, and change never more than the cash (I-19, R12)."""

    NAME: ClassVar[str] = "tenders"

    def sees(self) -> Mapping[str, Callable[[Seen], None]]:
        """Receipts."""
        return {"receipt_taken": self._see}

    def _see(self, entry: Seen) -> None:
        payload = entry.payload
        total, change = cents_of(payload["total"]), cents_of(payload["change"])
        tenders = by_tender(payload["tenders"], "amount_tendered")
        given = sum(tenders.values())
        self.hold(
            that=given == total + change,
            else_say=lambda: (
                f"{payload['receipt']}: tenders {dollars(given)}, total {dollars(total)}, change {dollars(change)}"
            ),
        )
        is_positive = all(tender["amount_tendered"] > 0 for tender in payload["tenders"]) and total > 0
        self.hold(
            that=is_positive, else_say=lambda: f"{payload['receipt']} has a tender or total that is not above zero"
        )
        is_cash = 0 <= change <= tenders[CASH]
        self.hold(
            that=is_cash,
            else_say=lambda: f"{payload['receipt']} gives {dollars(change)} change without the cash for it",
        )


PENNIES = "rounding"
MISC = "misc:"
_LESS_THAN_A_NICKEL = 5


class AllocationCheck(Check):
    """Each line is the sum of its buckets, the total the sum of its lines (DESIGN section 6).

    Only cash rounding may be below zero: once, behind what is paid, with cash, and by less than a nickel (T9).
    """

    NAME: ClassVar[str] = "allocations"

    def sees(self) -> Mapping[str, Callable[[Seen], None]]:
        """Receipts."""
        return {"receipt_taken": self._see}

    def _see(self, entry: Seen) -> None:
        payload = entry.payload
        for line in payload["lines"]:
            parts = [cents_of(part["cents"]) for part in line["allocation"]]
            is_sum = sum(parts) == line["cents"] and min(parts, default=0) > 0
            self.counted += 1
            if not is_sum and line["account"] != PENNIES:
                self.fault(_of_line(payload["receipt"], line, sum(parts)))
        pennies = [line for line in payload["lines"] if line["account"] == PENNIES]
        if pennies:
            is_small = _are_pennies(payload, pennies)
            self.hold(that=is_small, else_say=f"{payload['receipt']}: its cash rounding is not that of pennies in cash")
        lines = sum(cents_of(line["cents"]) for line in payload["lines"])
        self.hold(
            that=lines == payload["total"],
            else_say=lambda: f"{payload['receipt']}: lines {dollars(lines)}, total {dollars(payload['total'])}",
        )


class ClearingCheck(Check):
    """Clearing is zero after each receipt, and each transfer is one that tenders, change or buckets ask for (I-18)."""

    NAME: ClassVar[str] = "clearing"

    def sees(self) -> Mapping[str, Callable[[Seen], None]]:
        """Receipts."""
        return {"receipt_taken": self._see}

    def _see(self, entry: Seen) -> None:
        payload = entry.payload
        clearing = f"clearing:{payload['batch']}"
        left = balances(payload["transfers"]).get(clearing, 0)
        self.hold(that=left == 0, else_say=lambda: f"{payload['receipt']} leaves {dollars(left)} in clearing")
        wanted = moves_of_receipt(entry.station, payload)
        is_right = moved(payload["transfers"]) == wanted and all(part["cents"] > 0 for part in payload["transfers"])
        self.hold(
            that=is_right, else_say=lambda: f"{payload['receipt']}: transfers are not its tenders, change and buckets"
        )


class VoidCheck(Check):
    """A void points at a good receipt of an open batch, once, and takes back exactly its transfers (I-14, R23-R26)."""

    NAME: ClassVar[str] = "voids"

    def __init__(self, fold: Fold) -> None:
        super().__init__()
        self.fold = fold

    def sees(self) -> Mapping[str, Callable[[Seen], None]]:
        """Voids."""
        return {"receipt_voided": self._see}

    def _see(self, entry: Seen) -> None:
        payload = entry.payload
        number = payload["receipt"]
        first = self.fold.original(entry.station, payload["original"]["seq"], payload["original"]["h"])
        is_its = first is not None and first["kind"] == "receipt_taken" and first["receipt"] == number
        self.hold(that=is_its, else_say=f"{entry.place} voids {number}, and points at something else")
        if first is not None and is_its:
            self.hold(
                that=first["batch"] == payload["batch"], else_say=f"{entry.place} voids {number} from another batch"
            )
            taken_back = turned_round(moved(first["transfers"]))
            words = f"the void of {number} does not take back exactly what was booked"
            self.hold(that=moved(payload["transfers"]) == taken_back, else_say=words)
        batch = self.fold.batch(entry)
        if batch is not None:
            self.hold(that=number not in batch.voided, else_say=f"{number} is voided twice, again at {entry.place}")
            words = f"{number} is voided while batch {payload['batch']} is {batch.state}"
            self.hold(that=batch.state in (OPEN, REJECTED), else_say=words)


def _are_pennies(payload: Mapping[str, Any], pennies: list[Mapping[str, Any]]) -> bool:
    line = pennies[0]
    cents, lines = cents_of(line["cents"]), payload["lines"]
    is_one = len(pennies) == 1 < len(lines) and lines[-1] is line
    is_whole = [cents_of(part["cents"]) for part in line["allocation"]] == [cents]
    has_cash = any(tender["kind"] == CASH for tender in payload["tenders"])
    return is_one and is_whole and has_cash and 0 < abs(cents) < _LESS_THAN_A_NICKEL


def _of_line(receipt: str, line: Mapping[str, Any], buckets: int) -> str:
    return f"{receipt}: line {line['number']} {dollars(line['cents'])}, buckets {dollars(buckets)}"


def moves_of_receipt(station: str, payload: Mapping[str, Any]) -> Any:
    """The transfers that the tenders, the change and the buckets of a receipt ask for."""
    clearing = f"clearing:{payload['batch']}"
    return of_pairs(
        *(
            (drawer_place(station, tender["kind"]), clearing, tender["amount_tendered"])
            for tender in payload["tenders"]
        ),
        (clearing, drawer_place(station, CASH), payload["change"]),
        *(
            _move_of_line(clearing, line["account"], part["bucket"], part["cents"])
            for line in payload["lines"]
            for part in line["allocation"]
        ),
    )


def _move_of_line(clearing: str, account: str, bucket: str, cents: int) -> tuple[str, str, int]:
    if account == PENNIES:
        return (clearing, PENNIES, cents) if cents > 0 else (PENNIES, clearing, -cents)
    if account.startswith(MISC):
        return clearing, f"revenue:{bucket}", cents
    return clearing, f"paid:{account}:{bucket}", cents
