"""A drawer goes to another cashier: both count apart, the receiver signs with a PIN (R2, R3, A6)."""

from PySide6.QtCore import QObject, Signal

from app.domain.reasons import HAND_OVER_REASON
from app.domain.user import Deed, User
from app.errors import CityTillError
from app.ports.books import BooksReader
from app.usecases.hand_over_batch import DrawerSeen, HandedOver, HandOverRequest, receivers
from ui.viewmodels.batches.second_person import look_at_pin
from ui.viewmodels.counter import Counter
from ui.viewmodels.deeds import Deeds
from ui.viewmodels.session import Session


class HandOverModel(QObject):
    """Signals: `people(tuple[User])` who may take it over; `handed(HandedOver)`; `refused(str)`."""

    people = Signal(object)
    handed = Signal(object)
    refused = Signal(str)

    def __init__(self, counter: Counter, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._counter = counter
        self._session = session
        self._is_busy = False

    def begin(self, batch: str) -> None:
        """Ask who may take the drawer over."""
        sitting = self._session.sitting
        if sitting is None:
            return
        me = sitting.user.user

        def able(books: BooksReader) -> tuple[User, ...]:
            found = books.batch_now(batch)
            return receivers(books.users(), barred=(me, found.cashier if found is not None else me))

        self._counter.ask(able, done=self.people.emit, failed=self._refuse)

    def hand_over(
        self, batch: str, *, given: DrawerSeen, received: DrawerSeen, to: str, pin: str, reason: str = ""
    ) -> None:
        """Hand it over; exactly one of `handed` and `refused` follows. Both counts are stored when they disagree."""
        sitting = self._session.sitting
        if sitting is None or self._is_busy:
            return

        def done(deeds: Deeds) -> HandedOver:
            signed = look_at_pin(deeds, sitting, who=to, pin=pin, deed=Deed.HAND_OVER, reason=HAND_OVER_REASON)
            request = HandOverRequest(sitting.user.user, batch, given, received, to, signed, reason)
            return deeds.hand_over_batch(request)

        self._is_busy = True
        self._counter.do(done, done=self._is_done, failed=self._refuse)

    def _is_done(self, handed: HandedOver) -> None:
        self._is_busy = False
        self.handed.emit(handed)

    def _refuse(self, error: CityTillError) -> None:
        self._is_busy = False
        self.refused.emit(error.sentence())
