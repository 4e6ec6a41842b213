"""The tape calculator: amounts of stubs and checks, stapled to the receipt in hand or printed alone (F9, B11)."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from app.domain.print_plan import PrintPlan
from app.domain.records import ReceiptRecord
from app.domain.tape import Tape, TapeEntry, TapeFullError, TapeSide, tape_of, typed_amount
from app.errors import CityTillError
from app.frozen import frozen
from app.ports.books import BooksReader
from app.usecases.print_tape import TapeRequest
from app.usecases.take_payment import PaymentTaken
from ui.viewmodels.till.till import TillModel
from ui.viewmodels.till.words import amount, tr


class TapePapers(Protocol):
    """Lays tapes out as slips and keeps them as PDF; both on the reader's thread."""

    def tape(
        self, books: BooksReader, tape: Tape, *, at: str, by: str, receipt: str = "", again: bool = False
    ) -> PrintPlan:
        """The calculator's tape."""
        ...

    def batch_tape(
        self, books: BooksReader, batch: str, receipts: tuple[ReceiptRecord, ...], *, at: str, by: str, with_sums: bool
    ) -> PrintPlan:
        """A batch's."""
        ...

    def keep(self, books: BooksReader, plan: PrintPlan, name: str) -> Path:
        """As PDF in the station's folder of papers."""
        ...


@frozen
class TapeRow:
    """One line on the tape; amounts that were taken off have their sign behind."""

    side: TapeSide
    words: str
    amount: str


class TapeModel(QObject):
    """Amounts go to the side that is chosen. A stapled tape is printed when its receipt is saved, and only then.

    Signals: `changed()`; `told(sentence)`.
    """

    changed = Signal()
    told = Signal(str)

    def __init__(self, till: TillModel, papers: TapePapers, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._till = till
        self._papers = papers
        self._tape = Tape()
        self._side = TapeSide.STUB
        self._stapled: Mapping[str, Tape] = {}
        self._at_work = ""
        self._printed: Tape | None = None
        self._user = self._by
        till.finishing.busy_changed.connect(self._follow_work)
        till.finishing.taken.connect(self._taken)
        till.lanes.changed.connect(self.changed)
        till.session.changed.connect(self._follow_person)

    @property
    def tape(self) -> Tape:
        """All amounts."""
        return self._tape

    @property
    def side(self) -> TapeSide:
        """Where the next amount goes."""
        return self._side

    @property
    def is_stapled(self) -> bool:
        """Whether this tape goes with the receipt in hand."""
        return bool(self._tape.entries) and self._stapled.get(self._till.draft.draft) == self._tape

    def rows(self) -> tuple[TapeRow, ...]:
        """The tape, the first amount first."""
        return tuple(TapeRow(entry.side, _words(entry), signed(entry.cents)) for entry in self._tape.entries)

    def totals(self) -> tuple[str, str, str]:
        """Stubs, checks, and what lies between them."""
        return (
            signed(self._tape.total(TapeSide.STUB)), signed(self._tape.total(TapeSide.CHECK)),
            signed(self._tape.difference),
        )  # fmt: skip

    def choose(self, side: TapeSide) -> None:
        """The next amounts are stubs, or checks."""
        self._side = side
        self.changed.emit()

    def add(self, text: str) -> bool:
        """An amount as it was typed, `-` at an end takes it off; False with a sentence for what is none."""
        cents = typed_amount(text)
        if cents is None:
            self.told.emit(tr("Type an amount like 12.50, and - behind it to take it off."))
            return False
        try:
            self._put(self._tape.adding(TapeEntry(self._side, cents)))
        except TapeFullError as error:
            self.told.emit(error.sentence())
            return False
        return True

    def remove_last(self) -> None:
        """The last amount comes off."""
        self._put(self._tape.without(-1))

    def clear(self) -> None:
        """An empty tape; one that is stapled stays with its receipt."""
        self._put(Tape())

    def pull(self) -> None:
        """The accounts and checks of the receipt in hand, in place of what stands."""
        pulled = tape_of(self._till.draft)
        if pulled.entries:
            self._put(pulled)
        else:
            self.told.emit(tr("There is no account on this receipt yet."))

    def staple(self) -> None:
        """The tape as it stands goes with the receipt in hand, or does not any more."""
        draft = self._till.draft
        if draft.is_empty:
            self.told.emit(tr("There is no receipt in hand. Scan a stub first, or print the tape alone."))
        elif not self._tape.entries:
            self.told.emit(tr("The tape is empty."))
        else:
            kept = {name: tape for name, tape in self._stapled.items() if name != draft.draft}
            self._stapled = kept if self.is_stapled else {**kept, draft.draft: self._tape}
            self.changed.emit()

    def print(self) -> None:
        """A slip of its own; the same tape once more is a DUPLICATE."""
        if self._tape.entries:
            self._print(self._tape, "")
        else:
            self.told.emit(tr("The tape is empty."))

    @property
    def _by(self) -> str:
        sitting = self._till.session.sitting
        return sitting.user.user if sitting is not None else ""

    def _put(self, tape: Tape) -> None:
        if tape != self._tape:
            self._tape = tape
            self.changed.emit()

    def _follow_work(self) -> None:
        if self._till.finishing.is_busy:
            self._at_work = self._till.draft.draft

    def _follow_person(self) -> None:
        if self._by != self._user:
            self._user, self._stapled, self._printed = self._by, {}, None
            self._put(Tape())

    def _taken(self, taken: PaymentTaken) -> None:
        """The receipt is durable: its tape follows it to the printer."""
        tape = self._stapled.get(self._at_work)
        if tape is not None:
            self._stapled = {name: other for name, other in self._stapled.items() if name != self._at_work}
            self._print(tape, taken.receipt)
            if tape == self._tape:
                self._put(Tape())

    def _print(self, tape: Tape, receipt: str) -> None:
        at, again = self._till.counter.clock.now().isoformat(), not receipt and tape == self._printed
        self._printed = tape
        self._till.counter.ask(
            lambda books: self._papers.tape(books, tape, at=at, by=self._user, receipt=receipt, again=again),
            done=partial(print_plan, self._till, self.told.emit), failed=self._failed,
        )

    def _failed(self, error: CityTillError) -> None:
        self.told.emit(error.sentence())


def print_plan(till: TillModel, tell: Callable[[str], None], plan: PrintPlan) -> None:
    """Queue a tape's paper behind what waits."""
    sitting = till.session.sitting
    if sitting is not None:
        request = TapeRequest(sitting.user.user, plan)
        till.counter.do(
            lambda deeds: deeds.print_tape(request), done=lambda _job: tell(tr("The tape goes to the printer.")),
            failed=lambda error: tell(error.sentence()), is_sale=True,
        )


def signed(cents: int) -> str:
    """`12.50`, and `12.50-` below zero, as adding machines write it."""
    return amount(cents) if cents >= 0 else f"{amount(-cents)}-"


def _words(entry: TapeEntry) -> str:
    word = tr("stub") if entry.side is TapeSide.STUB else tr("check")
    return f"{word} {entry.words}".rstrip()
