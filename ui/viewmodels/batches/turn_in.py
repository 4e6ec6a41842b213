"""Cash from drawer to safe: the giver counts, the receiver counts apart and signs with a PIN (A10, R3)."""

from PySide6.QtCore import QObject, Signal

from app.domain.cash import CashCount
from app.domain.reasons import TURN_IN_REASON
from app.domain.user import Deed, User
from app.errors import CityTillError
from app.usecases.turn_in_cash import TurnedIn, TurnInRequest
from ui.viewmodels.batches.second_person import able, look_at_pin
from ui.viewmodels.counter import Counter
from ui.viewmodels.deeds import Deeds
from ui.viewmodels.session import Session


class TurnInModel(QObject):
    """Signals: `people(tuple[User])` who may receive; `turned_in(TurnedIn)`; `refused(str)`."""

    people = Signal(object)
    turned_in = Signal(object)
    refused = Signal(str)

    def __init__(self, counter: Counter, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._counter = counter
        self._session = session
        self._is_busy = False

    def begin(self) -> None:
        """Ask who may receive cash."""
        self._counter.ask(lambda books: tuple(books.users()), done=self._know, failed=self._refuse)

    def hand_over(self, batch: str, *, given: CashCount, received: CashCount, received_by: str, pin: str) -> None:
        """Turn it in; exactly one of `turned_in` and `refused` follows. Both counts are stored when they disagree."""
        sitting = self._session.sitting
        if sitting is None or self._is_busy:
            return
        def done(deeds: Deeds) -> TurnedIn:
            signed = look_at_pin(deeds, sitting, who=received_by, pin=pin, deed=Deed.TURN_IN, reason=TURN_IN_REASON)
            return deeds.turn_in_cash(
                TurnInRequest(sitting.user.user, batch, given, received, received_by, signed)
            )

        self._is_busy = True
        self._counter.do(done, done=self._is_in, failed=self._refuse)

    def _know(self, users: tuple[User, ...]) -> None:
        sitting = self._session.sitting
        if sitting is not None:
            self.people.emit(able(users, Deed.TURN_IN, barred=(sitting.user.user,)))

    def _is_in(self, turned_in: TurnedIn) -> None:
        self._is_busy = False
        self.turned_in.emit(turned_in)

    def _refuse(self, error: CityTillError) -> None:
        self._is_busy = False
        self.refused.emit(error.sentence())
