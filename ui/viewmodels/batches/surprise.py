"""A surprise count: what a supervisor found in an open drawer, told to nobody else (R8, R30)."""

from collections.abc import Mapping
from dataclasses import field

from PySide6.QtCore import QObject, Signal

from app.domain.cash import CashCount
from app.domain.count import counted_items
from app.domain.facts.batches import TenderCount
from app.domain.money import Money
from app.domain.tender import TenderKind
from app.errors import CityTillError
from app.frozen import frozen
from app.usecases.submit_count import ClassNotCountedError
from app.usecases.surprise_count import DrawerIsCounted, SurpriseRequest
from ui.viewmodels.batches import words
from ui.viewmodels.counter import Counter
from ui.viewmodels.session import Session

SURPRISE_PAPERS = (TenderKind.CHECK, TenderKind.MONEY_ORDER)


@frozen
class SurpriseTyped:
    """The sheet as it stands in its fields."""

    cash: CashCount
    items: Mapping[str, str] = field(default_factory=dict)
    amounts: Mapping[str, str] = field(default_factory=dict)


class SurpriseModel(QObject):
    """Signals: `counted(tuple[(class, expected, counted, is_even)])` it is stored, and this was found;
    `stored()`; `refused(str)`.
    """

    counted = Signal(object)
    stored = Signal()
    refused = Signal(str)

    def __init__(self, counter: Counter, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._counter = counter
        self._session = session
        self._is_busy = False

    def submit(self, batch: str, typed: SurpriseTyped) -> None:
        """Store it; exactly one of `counted` and `refused` follows."""
        sitting = self._session.sitting
        if sitting is None or self._is_busy:
            return
        try:
            tenders = tuple(_counted(kind, typed) for kind in SURPRISE_PAPERS)
        except CityTillError as error:
            self.refused.emit(error.sentence())
            return
        request = SurpriseRequest(sitting.user.user, batch, typed.cash, tenders)
        self._is_busy = True
        self._counter.do(lambda deeds: deeds.surprise_count(request), done=self._is_in, failed=self._refuse)

    def _is_in(self, found: DrawerIsCounted) -> None:
        self._is_busy = False
        self.counted.emit(tuple(
            (
                words.class_words(result.tender), words.amount(result.expected), words.amount(result.counted),
                not (result.over or result.short),
            )
            for result in found.results
        ))  # fmt: skip
        self.stored.emit()

    def _refuse(self, error: CityTillError) -> None:
        self._is_busy = False
        self.refused.emit(error.sentence())


def _counted(kind: TenderKind, typed: SurpriseTyped) -> TenderCount:
    items, cents = typed.items.get(kind, "").strip(), typed.amounts.get(kind, "").strip()
    if not items or not cents:
        raise ClassNotCountedError(kind)
    return counted_items(kind, items=int(items), cents=Money.parse(cents).cents)
