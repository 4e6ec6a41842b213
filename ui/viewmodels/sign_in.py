"""Signing in: the PIN is looked at on the writer's thread, then the books say what the person's day looks like."""

from collections.abc import Callable
from concurrent.futures import Future
from functools import partial

from PySide6.QtCore import QObject, Signal

from app.domain.batch_state import BatchState
from app.domain.business_date import proposed
from app.domain.records import BatchNow
from app.domain.user import User
from app.errors import CityTillError
from app.ports.books import BooksReader
from app.ports.clock import Clock
from ui.viewmodels.counter import Counter
from ui.viewmodels.session import Session, Sitting


class SignInModel(QObject):
    """Signals: `refused(str)` one sentence; `signed_in()` when the session has its sitting; `shut_out()` whoever sits
    here may no longer sign in.
    """

    refused = Signal(str)
    signed_in = Signal()
    shut_out = Signal()

    def __init__(
        self,
        counter: Counter,
        session: Session,
        checks: Callable[[str, str], "Future[User]"],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._counter = counter
        self._session = session
        self._checks = checks

    def enter(self, user: str, pin: str) -> None:
        """Look at the PIN."""
        self._counter.tasks.follow(self._checks(user, pin), done=self._known, failed=self._refuse)

    def expect(self, sitting: "Future[Sitting]") -> None:
        """A PIN is looked at already, and the day of its person read."""
        self._counter.tasks.follow(sitting, done=self._seated, failed=self._refuse)

    def refresh(self) -> None:
        """Read the sitting of the same person again: a batch was opened, counted or balanced, or people changed."""
        sitting = self._session.sitting
        if sitting is not None:
            again = partial(_sitting_again, user=sitting.user.user, clock=self._counter.clock)
            self._counter.ask(again, done=self._seat_again, failed=self._refuse)

    def leave(self) -> None:
        """Nobody is at the window any more."""
        self._session.sit(None)

    def _known(self, user: User) -> None:
        self._read(user, self._seated)

    def _read(self, user: User, done: Callable[[Sitting], None]) -> None:
        self._counter.ask(partial(read_sitting, user=user, clock=self._counter.clock), done=done, failed=self._refuse)

    def _seated(self, sitting: Sitting) -> None:
        self._session.sit(sitting)
        self.signed_in.emit()

    def _seat_again(self, sitting: Sitting | None) -> None:
        if self._session.sitting is None:
            return  # left in between
        if sitting is None:
            self.shut_out.emit()
        else:
            self._session.sit(sitting)

    def _refuse(self, error: CityTillError) -> None:
        self.refused.emit(error.sentence())


def read_sitting(books: BooksReader, *, user: User, clock: Clock) -> Sitting:
    """The person's sitting as the books say it now; an open batch keeps its own business date."""
    now = clock.now()
    today = books.policy(now.date().isoformat())
    business_date = proposed(now, time_zone=today.city_time_zone, rolls_at=today.business_day_rolls_at)
    batch = _own_batch(books, user.user)
    if batch is not None:
        business_date = batch.business_date
    return Sitting(
        user=user,
        policy=books.policy(business_date),
        business_date=business_date,
        batch=batch,
        names={person.user: person.name for person in books.users()},
    )


def _sitting_again(books: BooksReader, *, user: str, clock: Clock) -> Sitting | None:
    """With the name, roles and rights that the person has now; None when they were locked."""
    person = books.user(user)
    return read_sitting(books, user=person, clock=clock) if person is not None and person.active else None


def _own_batch(books: BooksReader, user: str) -> BatchNow | None:
    states = (BatchState.OPEN.value, BatchState.REJECTED.value)
    own = next((batch for batch in books.batches(states=states) if batch.cashier == user and batch.drawer), None)
    return books.batch_now(own.batch) if own is not None else None
