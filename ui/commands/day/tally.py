"""The script's own sums of a day: what lies before the cashier who counts, without asking the books."""

from dataclasses import dataclass, field

from app.domain.facts.batches import TenderCount
from app.domain.tender import Tender, TenderKind


@dataclass
class Tally:
    """Cents by tender class net of voids and change, items by class, and what lies in the drawer's cash."""

    starting: int
    by_tender: dict[str, int] = field(default_factory=lambda: {kind.value: 0 for kind in TenderKind})
    items: dict[str, int] = field(default_factory=lambda: {kind.value: 0 for kind in TenderKind})
    turned_in: int = 0
    receipts: int = 0
    voids: int = 0

    def take(self, tenders: tuple[Tender, ...], change: int) -> None:
        """A receipt."""
        self.receipts += 1
        self._move(tenders, change, sign=1)

    def give_back(self, tenders: tuple[Tender, ...], change: int) -> None:
        """Its void."""
        self.voids += 1
        self._move(tenders, change, sign=-1)

    def turn_in(self, cents: int) -> None:
        """Cash that went to the safe."""
        self.turned_in += cents

    @property
    def cash_in_drawer(self) -> int:
        """What a cashier finds there."""
        return self.starting + self.by_tender[TenderKind.CASH] - self.turned_in

    @property
    def for_the_bank(self) -> int:
        """The cash of the bag: counted - starting cash + turn-ins."""
        return self.cash_in_drawer - self.starting + self.turned_in

    def counts(self) -> tuple[TenderCount, ...]:
        """Every class but cash, as counted."""
        others = (kind.value for kind in TenderKind if kind is not TenderKind.CASH)
        return tuple(TenderCount(kind, self.items[kind], self.by_tender[kind]) for kind in others)

    def _move(self, tenders: tuple[Tender, ...], change: int, *, sign: int) -> None:
        for tender in tenders:
            self.by_tender[tender.kind] += sign * tender.amount_tendered
            self.items[tender.kind] += sign
        self.by_tender[TenderKind.CASH] -= sign * change
