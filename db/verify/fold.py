"""What the journal says so far, batch by batch: the checks compare each entry with it, then it takes the entry in."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from db.verify.check import Seen
from db.verify.sums import CARDS, CASH, by_tender, cash_cents, drawer_place

OPEN, COUNTED, BALANCED, REJECTED = "open", "counted", "balanced", "rejected"
Original = Callable[[str, int, str], Mapping[str, Any] | None]


@dataclass
class Batch:
    """One batch as its entries made it; amounts in cents, `taken` net of change and voids by tender class.

    `paid` is what billing is to hear of.
    """

    cashier: str
    starting: int
    state: str = OPEN
    taken: Counter[str] = field(default_factory=Counter)
    ledger: Counter[str] = field(default_factory=Counter)
    turned_in: int = 0
    paid: int = 0
    posted: int = 0
    voided: set[str] = field(default_factory=set)
    asked: dict[str, str] = field(default_factory=dict)
    counts: dict[str, Counter[str]] = field(default_factory=dict)
    last_count: str = ""
    accepted: Counter[str] = field(default_factory=Counter)
    deposit: str = ""
    file_no: int = 0
    held_before: tuple[str, ...] = ()

    @property
    def holders(self) -> tuple[str, ...]:
        """Everybody who ever held it."""
        return (*self.held_before, self.cashier)

    def expected(self) -> Counter[str]:
        """Starting cash + in - change - turn-ins, by tender class; voids have left it already."""
        sums = Counter(self.taken)
        sums[CASH] += self.starting - self.turned_in
        return sums

    def bag(self) -> Counter[str]:
        """What the accepted count hands to the bank: counted - starting cash + turn-ins; cards settle by themselves."""
        sums = Counter({tender: cents for tender, cents in self.accepted.items() if tender != "card"})
        sums[CASH] += self.turned_in - self.starting
        return sums


class Fold:
    """Every batch, deposit and posting file seen; bounded by batches, never by receipts."""

    def __init__(self, original: Original) -> None:
        self.original = original
        self.batches: dict[str, Batch] = {}
        self.deposits: dict[str, tuple[str, str, str]] = {}
        self.verified: set[str] = set()
        self.undone: set[str] = set()
        self.files: set[int] = set()

    def batch(self, entry: Seen) -> Batch | None:
        """The batch an entry names, or None when it was opened before a quick check began."""
        return self.batches.get(entry.payload["batch"])

    def take(self, entry: Seen) -> None:
        """Add one entry to what is known."""
        payload, kind = entry.payload, entry.kind
        if kind == "batch_opened":
            self.batches[payload["batch"]] = Batch(payload["cashier"], cash_cents(payload["starting_cash"]))
        if kind == "deposit_prepared":
            self._bag(payload, entry.by)
        elif kind == "deposit_verified":
            self.verified.add(payload["deposit"])
        elif kind == "deposit_undone":
            self._unbag(payload)
        elif kind == "posting_exported":
            self._post(payload)
        elif entry.kind == "posting_taken_back":
            self._take_back(payload)
        elif "batch" in payload and (batch := self.batch(entry)) is not None:
            self._step(batch, entry)

    def _step(self, batch: Batch, entry: Seen) -> None:
        payload = entry.payload
        _book(batch.ledger, entry)
        if entry.kind == "receipt_taken":
            for tender in payload["tenders"]:
                batch.taken[tender["kind"]] += tender["amount_tendered"]
            batch.taken[CASH] -= payload["change"]
            batch.paid += billed(payload)
        elif entry.kind == "receipt_voided":
            self._void(batch, entry)
        elif entry.kind == "approval_answered":
            batch.asked.pop(payload["entry"]["h"], None)
        elif entry.kind == "cash_turned_in":
            batch.turned_in += payload["cents"]
        elif entry.kind == "batch_counted":
            counted = by_tender(payload["tenders"], "cents")
            counted[CASH] += cash_cents(payload["cash"])
            batch.counts[entry.h] = counted
            batch.last_count, batch.state = entry.h, COUNTED
        elif entry.kind == "batch_balanced":
            batch.accepted, batch.state = by_tender(payload["results"], "counted"), BALANCED
        elif entry.kind == "batch_rejected":
            batch.state = REJECTED
        elif entry.kind == "batch_handed_over":
            batch.held_before, batch.cashier = batch.holders, payload["after"]
        elif entry.kind == "batch_reopened":
            batch.accepted, batch.state = Counter(), OPEN

    def _void(self, batch: Batch, entry: Seen) -> None:
        payload = entry.payload
        batch.voided.add(payload["receipt"])
        if not payload["approval"]["by"] and payload["approval"]["way"] == "afterwards":
            batch.asked[entry.h] = entry.by
        first = self.original(entry.station, payload["original"]["seq"], payload["original"]["h"])
        if first is None or first["kind"] != "receipt_taken":
            return
        batch.taken.subtract(by_tender(first["tenders"], "amount_tendered"))
        batch.taken[CASH] += first["change"]
        batch.paid -= billed(first)

    def _bag(self, payload: Mapping[str, Any], by: str) -> None:
        self.deposits[payload["deposit"]] = (payload["bag"], by, payload["bank"])
        for number in payload["batches"]:
            if (batch := self.batches.get(number)) is not None:
                batch.deposit = payload["deposit"]

    def _unbag(self, payload: Mapping[str, Any]) -> None:
        self.undone.add(payload["deposit"])
        for batch in self.batches.values():
            if batch.deposit == payload["deposit"]:
                batch.deposit = ""

    def _take_back(self, payload: Mapping[str, Any]) -> None:
        for part in payload["sums"]:
            if (batch := self.batches.get(part["batch"])) is not None:
                batch.posted += part["cents"]

    def _post(self, payload: Mapping[str, Any]) -> None:
        self.files.add(payload["file_no"])
        for number in payload["batches"]:
            if (batch := self.batches.get(number)) is not None:
                batch.file_no, batch.posted = payload["file_no"], batch.paid


def billed(payload: Mapping[str, Any]) -> int:
    """What a receipt paid on customers' accounts: misc receipts and cash rounding are the ledger's (B8, T9)."""
    others = sum(
        line["cents"] for line in payload["lines"]
        if line["account"] == "rounding" or line["account"].startswith("misc:")
    )  # fmt: skip
    total: int = payload["total"]
    return total - int(others)


def _book(ledger: Counter[str], entry: Seen) -> None:
    """Add what the entry's transfers did to the drawer and the cards, by place."""
    drawer = drawer_place(entry.station, "")
    for move in entry.payload.get("transfers", ()):
        debit, credit = move["debit"], move["credit"]
        if debit == CARDS or debit.startswith(drawer):
            ledger[debit] += move["cents"]
        if credit == CARDS or credit.startswith(drawer):
            ledger[credit] -= move["cents"]
