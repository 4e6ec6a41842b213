"""A computer's clock that stands before the last entry: a supervisor says that it is right now (ledger b.15)."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from app.domain.reasons import CLOCK_REASON
from app.domain.user import Deed, User
from app.errors import CityTillError
from app.frozen import frozen
from app.ports.books import BooksReader
from app.usecases.open_batch import ClockBehindError
from ui.viewmodels.batches.second_person import able, look_at_pin
from ui.viewmodels.batches.words import moment
from ui.viewmodels.counter import Counter
from ui.viewmodels.deeds import Deeds
from ui.viewmodels.session import Session, Sitting


@frozen
class ClockShown:
    """Both times on the city's clock, and who may say that the earlier one is right."""

    now: str
    last: str
    people: tuple[User, ...]


class ClockModel(QObject):
    """Signals: `ready(ClockShown)`; `confirmed()` a batch may be opened now; `refused(str)` one sentence."""

    ready = Signal(object)
    confirmed = Signal()
    refused = Signal(str)

    def __init__(self, counter: Counter, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._counter = counter
        self._session = session
        self._is_busy = False

    @property
    def is_busy(self) -> bool:
        """Whether a PIN is being looked at; a second press does nothing."""
        return self._is_busy

    def begin(self, behind: ClockBehindError) -> None:
        """Ask who may confirm it."""
        self._counter.ask(partial(_read, behind, self._zone()), done=self.ready.emit, failed=self._refuse)

    def confirm(self, who: str, pin: str) -> None:
        """The clock is right; exactly one of `confirmed` and `refused` follows."""
        sitting = self._session.sitting
        if sitting is not None and who and not self._is_busy:
            self._is_busy = True
            self._counter.do(partial(_confirm, sitting, who, pin), done=self._confirmed, failed=self._refuse)

    def _zone(self) -> str:
        sitting = self._session.sitting
        return sitting.policy.city_time_zone if sitting is not None else "UTC"

    def _confirmed(self, _ref: object) -> None:
        self._is_busy = False
        self.confirmed.emit()

    def _refuse(self, error: CityTillError) -> None:
        self._is_busy = False
        self.refused.emit(error.sentence())


def _read(behind: ClockBehindError, zone: str, books: BooksReader) -> ClockShown:
    people = able(books.users(), Deed.CONFIRM_CLOCK, barred=())
    return ClockShown(now=moment(behind.now, zone), last=moment(behind.last_at, zone), people=people)


def _confirm(sitting: Sitting, who: str, pin: str, deeds: Deeds) -> object:
    look_at_pin(deeds, sitting, who=who, pin=pin, deed=Deed.CONFIRM_CLOCK, reason=CLOCK_REASON)
    return deeds.confirm_clock(by=who)
