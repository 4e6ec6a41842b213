"""The blind count: what was typed, what it sums up to, and nothing of what is expected (R30, R31, R34)."""

from collections.abc import Mapping
from dataclasses import field
from functools import partial

import msgspec
from PySide6.QtCore import QObject, Signal

from app.domain.count import counted_items
from app.domain.facts.batches import TenderCount
from app.domain.money import AmountUnreadableError, Money
from app.domain.tender import TenderKind
from app.errors import CityTillError
from app.frozen import frozen
from app.ports.books import BooksReader
from app.ports.count_sheets import KeptSheet
from app.usecases.paper_ranges import missing_of
from app.usecases.submit_count import ClassNotCountedError, CountIsIn, CountRequest, countable, unprinted
from ui.viewmodels.batches import words
from ui.viewmodels.counter import Counter
from ui.viewmodels.session import Session, Sitting

PAPERS = (TenderKind.CHECK, TenderKind.CARD, TenderKind.MONEY_ORDER)


@frozen
class CountTyped:
    """The sheet as it stands in its fields; `items` and `amounts` by tender class, as typed."""

    bills: Mapping[int, int] = field(default_factory=dict)
    coins: Mapping[int, int] = field(default_factory=dict)
    rolls: str = ""
    items: Mapping[str, str] = field(default_factory=dict)
    amounts: Mapping[str, str] = field(default_factory=dict)
    is_initialled: bool = False


@frozen
class SheetShown:
    """What the sheet says beside its fields; no sum of anything that was taken."""

    batch: str
    second: str
    count_no: int
    unprinted: tuple[str, ...]
    missing_paper: tuple[str, ...]
    typed: CountTyped
    was_kept: bool


@frozen
class CountFace:
    """The sums of what was typed: cash in words, and which rows are still empty."""

    cash: str
    left: str


class CountSheetModel(QObject):
    """One sheet at a time; what is typed is kept on the disk until it is submitted.

    Signals: `kept_changed()` it is known of which batches a sheet is kept; `ready(SheetShown)`; `blocked(str)` what
    stands in the way and what to do; `refused(str)` the sheet stays as it is; `submitted(CountIsIn)` it is in and
    locked.
    """

    kept_changed = Signal()
    ready = Signal(object)
    blocked = Signal(str)
    refused = Signal(str)
    submitted = Signal(object)

    def __init__(self, counter: Counter, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._counter = counter
        self._session = session
        self._batch = ""
        self._count_no = 0
        self._unprinted: tuple[str, ...] = ()
        self._missing_paper: tuple[str, ...] = ()
        self._kept: Mapping[str, KeptSheet] = {}
        self._is_busy = False
        counter.do(lambda deeds: deeds.count_sheets.kept(), done=self._know_kept, failed=self._not_kept)

    @property
    def is_busy(self) -> bool:
        """Whether a count is being submitted."""
        return self._is_busy

    def begin(self, batch: str) -> None:
        """Ask whether the batch can be counted now; `ready` or `blocked` follows."""
        sitting = self._session.sitting
        if sitting is not None:
            self._counter.do(
                lambda deeds: deeds.count_sheets.kept(), done=partial(self._look, batch, sitting), failed=self._block
            )

    def has_kept(self, batch: str) -> bool:
        """Whether a sheet of the batch was saved for later."""
        return batch in self._kept

    def face(self, typed: CountTyped) -> CountFace:
        """What the sheet adds up to so far."""
        cash = words.cash_from(typed.bills, typed.coins, rolls=_so_far(typed.rolls))
        return CountFace(str(cash.total), words.left_words(typed.bills, typed.coins))

    def keep(self, typed: CountTyped) -> None:
        """Save for later: it outlives the program, however that ends."""
        batch = self._batch
        if not batch:
            return
        sheet = KeptSheet(self._count_no, msgspec.json.encode(typed).decode())
        self._kept = {**self._kept, batch: sheet}
        self._counter.do(lambda deeds: deeds.count_sheets.keep(batch, sheet), failed=self._not_kept)

    def submit(self, typed: CountTyped) -> None:
        """Submit and lock; empty rows of cash count as none, every other class must be typed."""
        sitting = self._session.sitting
        if sitting is None or not self._batch or self._is_busy:
            return
        try:
            request = CountRequest(
                by=sitting.user.user,
                batch=self._batch,
                cash=words.cash_from(typed.bills, typed.coins, rolls=_rolls(typed.rolls)),
                tenders=tuple(_counted(kind, typed) for kind in PAPERS),
                unprinted=self._unprinted if typed.is_initialled else (),
                missing_paper=self._missing_paper if typed.is_initialled else (),
            )
        except CityTillError as error:
            self.refused.emit(error.sentence())
            return
        self._is_busy = True
        self.keep(typed)
        self._counter.do(lambda deeds: deeds.submit_count(request), done=self._is_in, failed=self._refuse)

    def _know_kept(self, kept: Mapping[str, KeptSheet]) -> None:
        self._kept = kept
        self.kept_changed.emit()

    def _look(self, batch: str, sitting: Sitting, kept: Mapping[str, KeptSheet]) -> None:
        self._kept = kept
        sheet = kept.get(batch)
        self._counter.ask(lambda books: _sheet(books, batch, sitting, sheet), done=self._begin, failed=self._block)

    def _begin(self, shown: SheetShown) -> None:
        self._batch, self._count_no, self._unprinted = shown.batch, shown.count_no, shown.unprinted
        self._missing_paper = shown.missing_paper
        self.ready.emit(shown)

    def _block(self, error: CityTillError) -> None:
        self.blocked.emit(error.sentence())

    def _is_in(self, count: CountIsIn) -> None:
        self._is_busy = False
        self._kept = {batch: sheet for batch, sheet in self._kept.items() if batch != count.batch}
        self._counter.do(lambda deeds: deeds.count_sheets.forget(count.batch), failed=self._not_kept)
        self._batch = ""
        self.submitted.emit(count)

    def _not_kept(self, error: CityTillError) -> None:
        self.refused.emit(error.sentence())

    def _refuse(self, error: CityTillError) -> None:
        self._is_busy = False
        self.refused.emit(error.sentence())


def _sheet(books: BooksReader, number: str, sitting: Sitting, kept: KeptSheet | None) -> SheetShown:
    batch = countable(books, number, sitting.user)
    policy = books.policy(batch.business_date)
    place = f"{policy.station_label} {books.stream().station}"
    typed = _typed(kept, count_no=len(batch.counts) + 1)
    second = f"{sitting.name_of(batch.cashier)}, {place}, {words.day(batch.business_date)}."
    return SheetShown(
        batch=batch.batch,
        second=f"{second} {words.tr('Blind count.')}",
        count_no=len(batch.counts) + 1,
        unprinted=unprinted(books, batch.batch),
        missing_paper=tuple(number for _range, numbers in missing_of(books, batch) for number in numbers),
        typed=typed or CountTyped(),
        was_kept=typed is not None,
    )


def _typed(kept: KeptSheet | None, *, count_no: int) -> CountTyped | None:
    """What was typed for this very count; a sheet of an earlier one, or of another version, begins anew."""
    if kept is None or kept.count_no != count_no:
        return None
    try:
        return msgspec.json.decode(kept.text, type=CountTyped)
    except msgspec.MsgspecError:
        return None


def _counted(kind: TenderKind, typed: CountTyped) -> TenderCount:
    items, cents = typed.items.get(kind, "").strip(), typed.amounts.get(kind, "").strip()
    if not items or not cents:
        raise ClassNotCountedError(kind)
    return counted_items(kind, items=int(items), cents=Money.parse(cents).cents)


def _rolls(text: str) -> int:
    cents = Money.parse(text.strip() or "0").cents
    if cents < 0:
        raise AmountUnreadableError(text)
    return cents


def _so_far(text: str) -> int:
    try:
        return _rolls(text)
    except AmountUnreadableError:
        return 0
