"""Bags: what they hold is what the batches counted, and nothing leaves twice (I-23, R35, R37, R39)."""

from collections import Counter
from collections.abc import Callable, Mapping
from typing import ClassVar

from db.verify.check import Check, Seen
from db.verify.fold import Batch, Fold
from db.verify.sums import (
    CASH,
    balances,
    by_tender,
    cash_cents,
    cents_of,
    currency_cents,
    dollars,
    drawer_place,
    moved,
    turned_round,
)


class BagCheck(Check):
    """Bag = counted - starting cash + turn-ins by tender class; slip, total and transfers agree (R37, R39)."""

    NAME: ClassVar[str] = "bags"

    def __init__(self, fold: Fold) -> None:
        super().__init__()
        self.fold = fold
        self.whole: dict[str, Seen] = {}

    def sees(self) -> Mapping[str, Callable[[Seen], None]]:
        """Bags as prepared, as verified and as taken apart."""
        return {
            "deposit_prepared": self._see_prepared,
            "deposit_verified": self._see_verified,
            "deposit_undone": self._see_undone,
        }

    def _see_prepared(self, entry: Seen) -> None:
        payload = entry.payload
        self.whole[payload["deposit"]] = entry
        number, cash = payload["deposit"], cash_cents(payload["cash"])
        held = by_tender(payload["checks"], "cents")
        held[CASH] += cash
        slip = (cents_of(payload["currency"]), cents_of(payload["coin"]))
        bills = currency_cents(payload["cash"])
        self.hold(that=slip == (bills, cash - bills), else_say=f"deposit {number}: currency and coin are not its cash")
        total = cents_of(payload["total"])
        words = f"deposit {number}: total {dollars(total)}, bag {dollars(sum(held.values()))}"
        self.hold(that=total == sum(held.values()), else_say=words)
        transit = balances(payload["transfers"]).get(f"in_transit:{payload['bank']}", 0)
        words = f"deposit {number}: total {dollars(total)}, transfers to the bank {dollars(transit)}"
        self.hold(that=total == transit, else_say=words)
        batches = [self.fold.batches.get(batch) for batch in payload["batches"]]
        known = [batch for batch in batches if batch is not None]
        if len(known) == len(batches):
            self._compare(entry, number, held, known)

    def _compare(self, entry: Seen, number: str, held: Counter[str], batches: list[Batch]) -> None:
        due: Counter[str] = Counter()
        for batch in batches:
            due.update(batch.bag())
        for tender in {*due, *held}:
            words = f"deposit {number} {tender}: bag {dollars(held[tender])}, batches {dollars(due[tender])}"
            self.hold(that=held[tender] == due[tender], else_say=words)
        out = balances(entry.payload["transfers"])
        for tender in ("check", "money_order"):
            left = -out.get(drawer_place(entry.station, tender), 0)
            words = f"deposit {number} {tender}: {dollars(left)} leaves the drawer, batches {dollars(due[tender])}"
            self.hold(that=left == due[tender], else_say=words)
        above = sum(max(0, batch.accepted[CASH] - batch.starting) for batch in batches)
        left = -out.get(drawer_place(entry.station, CASH), 0)
        words = f"deposit {number} cash: {dollars(left)} leaves the drawer, batches {dollars(above)}"
        self.hold(that=left == above, else_say=words)

    def _see_verified(self, entry: Seen) -> None:
        prepared = self.fold.deposits.get(entry.payload["deposit"])
        if prepared is not None:
            bag = entry.payload["bag"]
            words = f"deposit {entry.payload['deposit']}: verified as bag {bag}, prepared as {prepared[0]}"
            self.hold(that=prepared[0] == bag, else_say=words)

    def _see_undone(self, entry: Seen) -> None:
        payload = entry.payload
        number, first = payload["deposit"], self.whole.get(payload["deposit"])
        if first is None:
            return
        same = (payload["bag"], payload["batches"], payload["prepared"]["h"])
        is_same = same == (first.payload["bag"], first.payload["batches"], first.h)
        self.hold(that=is_same, else_say=f"{entry.place} takes another bag apart than deposit {number}")
        is_back = moved(payload["transfers"]) == turned_round(moved(first.payload["transfers"]))
        self.hold(that=is_back, else_say=f"{entry.place} does not take back what deposit {number} moved")


class OnceCheck(Check):
    """No batch in two bags or listed twice, none exported again unless reopened; no bag or its number used again."""

    NAME: ClassVar[str] = "once"

    def __init__(self, fold: Fold) -> None:
        super().__init__()
        self.fold = fold
        self.reopened: set[str] = set()
        self.bags: set[str] = set()

    def sees(self) -> Mapping[str, Callable[[Seen], None]]:
        """Whatever takes a batch or bag along."""
        return {
            "batch_reopened": self._see_reopened,
            "deposit_prepared": self._see_bag,
            "deposit_verified": self._see_verified,
            "deposit_undone": self._see_undone,
            "posting_exported": self._see_file,
        }

    def _see_reopened(self, entry: Seen) -> None:
        number = entry.payload["batch"]
        self.reopened.add(number)
        batch = self.fold.batch(entry)
        words = f"{entry.place} reopens batch {number}, which lies in a bag"
        self.hold(that=batch is None or not batch.deposit, else_say=words)

    def _see_bag(self, entry: Seen) -> None:
        bag = entry.payload["bag"]
        self.hold(that=bag not in self.bags, else_say=f"{entry.place} uses bag {bag} again")
        self.bags.add(bag)
        for number, times in Counter(entry.payload["batches"]).items():
            batch = self.fold.batches.get(number)
            is_first = times == 1 and (batch is None or not batch.deposit)
            self.hold(that=is_first, else_say=f"{entry.place} puts batch {number} into a bag again")

    def _see_verified(self, entry: Seen) -> None:
        number = entry.payload["deposit"]
        self.hold(that=number not in self.fold.verified, else_say=f"{entry.place} verifies deposit {number} again")
        is_whole = number not in self.fold.undone
        self.hold(that=is_whole, else_say=f"{entry.place} verifies deposit {number}, which was taken apart")

    def _see_undone(self, entry: Seen) -> None:
        number = entry.payload["deposit"]
        is_whole = number not in self.fold.undone
        self.hold(that=is_whole, else_say=f"{entry.place} takes deposit {number} apart again")
        is_here = number not in self.fold.verified
        self.hold(that=is_here, else_say=f"{entry.place} takes deposit {number} apart, which had its second name")

    def _see_file(self, entry: Seen) -> None:
        for number, times in Counter(entry.payload["batches"]).items():
            batch = self.fold.batches.get(number)
            is_first = times == 1 and (batch is None or not batch.file_no or number in self.reopened)
            self.hold(that=is_first, else_say=f"{entry.place} exports batch {number} again")
            self.reopened.discard(number)
