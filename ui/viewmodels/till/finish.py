"""Finish: one payment under way at a time; what the screen says comes only after the commit."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from app.domain.draft import Draft
from app.domain.facts.base import Approval
from app.errors import CityTillError
from app.usecases.take_payment import PaymentRequest, PaymentTaken
from ui.viewmodels.counter import Counter
from ui.viewmodels.session import Session


class FinishModel(QObject):
    """Takes the payment on the writer's thread.

    Signals: `busy_changed()`; `taken(PaymentTaken)` it is durable; `refused(CityTillError)` nothing changed.
    """

    busy_changed = Signal()
    taken = Signal(object)
    refused = Signal(object)

    def __init__(self, counter: Counter, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._counter = counter
        self._session = session
        self._is_busy = False

    @property
    def is_busy(self) -> bool:
        """Whether a payment is on its way to the disk: nothing is pressed twice."""
        return self._is_busy

    def finish(self, draft: Draft, *, approvals: Iterable[Approval], replaces: str = "") -> None:
        """Post the work in hand; a second press while it is under way does nothing."""
        sitting = self._session.sitting
        if sitting is None or self._is_busy:
            return
        batch = sitting.batch.batch if sitting.batch is not None else ""
        request = PaymentRequest(sitting.user.user, batch, draft, tuple(approvals), replaces=replaces)
        self._turn(is_busy=True)
        self._counter.do(
            lambda deeds: deeds.take_payment(request), done=self._done, failed=self._failed, is_sale=True
        )

    def _done(self, taken: PaymentTaken) -> None:
        self._turn(is_busy=False)
        self.taken.emit(taken)

    def _failed(self, error: CityTillError) -> None:
        self._turn(is_busy=False)
        self.refused.emit(error)

    def _turn(self, *, is_busy: bool) -> None:
        self._is_busy = is_busy
        self.busy_changed.emit()
