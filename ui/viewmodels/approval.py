"""A second person's yes at the station, for every screen that needs one (J3, R24, R25)."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject

from app.domain.approval import holds_role
from app.domain.facts.base import Approval
from app.domain.user import Deed, User
from app.errors import CityTillError
from app.ports.books import BooksReader
from app.usecases.approve_at_station import ApprovalRequest
from ui.viewmodels.counter import Counter
from ui.viewmodels.session import Session


class ApprovalModel(QObject):
    """Who may approve a deed, and their PIN looked at; the answer carries both identities.

    One is asked at a time. `is_busy` while a PIN is looked at.
    """

    def __init__(self, counter: Counter, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._counter = counter
        self._session = session
        self._deed = Deed.VOID_RECEIPT
        self._cents = 0
        self._takers: tuple[str, ...] = ()
        self._people: Callable[[tuple[User, ...]], None] | None = None
        self._given: Callable[[Approval], None] | None = None
        self._refused: Callable[[str], None] | None = None

    @property
    def is_busy(self) -> bool:
        """Whether a PIN is being looked at."""
        return self._given is not None

    def find_people(
        self, deed: Deed, *, cents: int, takers: Iterable[str] = (), found: Callable[[tuple[User, ...]], None]
    ) -> None:
        """Ask who may approve; `found` gets them by name, nobody who took the money or asks for it (R25)."""
        self._deed, self._cents, self._takers = deed, cents, tuple(takers)
        self._people = found
        self._counter.ask(_everybody, done=self._found)

    def give(
        self, approver: str, pin: str, *, reason: str, given: Callable[[Approval], None], refused: Callable[[str], None]
    ) -> None:
        """Look at the PIN for the deed of the last `find_people`; then exactly one of the two is called."""
        sitting = self._session.sitting
        if sitting is None or self.is_busy:
            return
        self._given, self._refused = given, refused
        request = ApprovalRequest(
            sitting.user.user, approver, pin, self._deed, self._cents, reason, sitting.business_date, self._takers
        )
        self._counter.do(
            lambda deeds: deeds.approve_at_station(request), done=self._gave, failed=self._did_not, is_sale=True
        )

    def _found(self, users: tuple[User, ...]) -> None:
        sitting, found = self._session.sitting, self._people
        if sitting is None or found is None:
            return
        role = sitting.policy.approver_role(self._deed.value, self._cents)
        barred = {sitting.user.user, *self._takers}
        found(tuple(user for user in users if role and user.user not in barred and holds_role(user, role)))

    def _gave(self, approval: Approval) -> None:
        given, self._given, self._refused = self._given, None, None
        if given is not None:
            given(approval)

    def _did_not(self, error: CityTillError) -> None:
        refused, self._given, self._refused = self._refused, None, None
        if refused is not None:
            refused(error.sentence())


def _everybody(books: BooksReader) -> tuple[User, ...]:
    return tuple(books.users())
