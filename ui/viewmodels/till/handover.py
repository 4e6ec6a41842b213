"""After an unclean stop: what was saved, but maybe not handed over (DESIGN section 3, ledger b.7)."""


from PySide6.QtCore import QObject, Signal

from app.errors import CityTillError
from app.frozen import frozen
from app.ports.books import BooksReader
from app.usecases.answer_handover import HandoverAnswer, HandoverIsAnswered, HandoverRequest
from ui.viewmodels.counter import Counter
from ui.viewmodels.session import Session
from ui.viewmodels.till.trail import saved_word
from ui.viewmodels.till.words import amount


@frozen
class MaybeNotGiven:
    """One receipt of the list: names, how it was paid, change, and what is known of its paper."""

    receipt: str
    at: str
    who: str
    amount: str
    change: str
    paper: str


class HandoverModel(QObject):
    """The list of an unclean stop.

    Signals: `changed()`; `wanted()` there is something to ask, once after each sign-in; `told(sentence)`.
    """

    changed = Signal()
    wanted = Signal()
    told = Signal(str)

    def __init__(self, counter: Counter, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._counter = counter
        self._session = session
        self._rows: tuple[MaybeNotGiven, ...] = ()
        self._is_asking = False

    @property
    def rows(self) -> tuple[MaybeNotGiven, ...]:
        """What is still to be answered, the oldest first."""
        return self._rows

    def look(self) -> None:
        """After sign-in."""
        self._is_asking = True
        self._ask()

    def answer(self, receipt: str, answer: HandoverAnswer) -> None:
        """One answer for one receipt; a void was made before, with its second person."""
        sitting = self._session.sitting
        if sitting is not None and any(row.receipt == receipt for row in self._rows):
            request = HandoverRequest(sitting.user.user, receipt, answer)
            self._counter.do(
                lambda deeds: deeds.answer_handover(request), done=self._answered, failed=self._failed, is_sale=True
            )

    def forget(self) -> None:
        """Nobody is signed in."""
        self._rows = ()
        self.changed.emit()

    def _ask(self) -> None:
        self._counter.ask(_unanswered, done=self._found, failed=self._failed)

    def _found(self, rows: tuple[MaybeNotGiven, ...]) -> None:
        self._rows = rows
        self.changed.emit()
        if rows and self._is_asking:
            self.wanted.emit()
        self._is_asking = False

    def _answered(self, _answered: HandoverIsAnswered) -> None:
        self._ask()

    def _failed(self, error: CityTillError) -> None:
        self.told.emit(error.sentence())


def _unanswered(books: BooksReader) -> tuple[MaybeNotGiven, ...]:
    rows = []
    for receipt in books.unanswered():
        jobs = tuple(books.print_jobs(receipt=receipt.receipt))
        who = ", ".join(dict.fromkeys(line.name for line in receipt.lines if not line.is_pennies))
        rows.append(
            MaybeNotGiven(
                receipt.receipt, receipt.at, who, amount(receipt.total), amount(receipt.change),
                saved_word(receipt, jobs).state,
            )
        )
    return tuple(rows)
