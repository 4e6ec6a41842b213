"""Opening a batch of mail: who opened it together, the tape's count and total, keyed before anything else (R13)."""

from PySide6.QtCore import QObject, Signal

from app.domain.mail import LISTED_SOURCES, ControlMissingError, OpenersError
from app.domain.money import AmountUnreadableError, Money
from app.domain.user import Role, User
from app.errors import CityTillError
from app.frozen import frozen
from app.ports.books import BooksReader
from app.usecases.list_mail import ListRequest
from app.usecases.open_mail import MailIsOpen, OpenMailRequest
from app.usecases.proposed_date import proposed_date
from ui.viewmodels.counter import Counter
from ui.viewmodels.mail.words import tr
from ui.viewmodels.session import Session


@frozen
class OpeningShown:
    """What the dialog says: the source, whether it is listed, who may be the second, and the business date."""

    source: str
    is_listed: bool
    people: tuple[User, ...]
    business_date: str


class OpenMailModel(QObject):
    """Signals: `ready(OpeningShown)`; `opened(MailIsOpen)`; `corrected()` another list counts; `refused(sentence)`."""

    ready = Signal(object)
    opened = Signal(object)
    corrected = Signal()
    refused = Signal(str)

    def __init__(self, counter: Counter, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._counter = counter
        self._session = session
        self._people: tuple[User, ...] = ()
        self._is_busy = False

    def begin(self, source: str) -> None:
        """Ask who is here and which day it is."""
        sitting = self._session.sitting
        if sitting is None:
            return
        user, now = sitting.user.user, self._counter.clock.now()

        def read(books: BooksReader) -> OpeningShown:
            others = tuple(
                one for one in books.users() if one.active and one.user != user and Role.AUDITOR not in one.roles
            )
            return OpeningShown(source, source in LISTED_SOURCES, others, proposed_date(books, now))

        self._counter.ask(read, done=self._know, failed=self._refuse)

    def open(self, source: str, *, second: str, items: str, total: str, collected: str) -> None:
        """Open it with what was typed; exactly one of `opened` and `refused` follows."""
        sitting = self._session.sitting
        if sitting is None or self._is_busy:
            return
        who = next((one.user for one in self._people if one.name == second), "")
        is_listed = source in LISTED_SOURCES
        if is_listed and not who:
            self.refused.emit(OpenersError().sentence())
            return
        try:
            count, cents = numbers(items, total) if is_listed else (0, 0)
        except CityTillError as error:
            self.refused.emit(error.sentence())
            return
        request = OpenMailRequest(sitting.user.user, source, who, count, cents, collected.strip())
        self._is_busy = True
        self._counter.do(lambda deeds: deeds.open_mail(request), done=self._open, failed=self._refuse)

    def correct(self, batch: str, *, items: str, total: str, reason: str) -> None:
        """Another count or total, with its reason; exactly one of `corrected` and `refused` follows."""
        sitting = self._session.sitting
        if sitting is None or self._is_busy:
            return
        try:
            count, cents = numbers(items, total)
        except CityTillError as error:
            self.refused.emit(error.sentence())
            return
        request = ListRequest(sitting.user.user, batch, count, cents, reason)
        self._is_busy = True
        self._counter.do(lambda deeds: deeds.list_mail(request), done=self._correct, failed=self._refuse)

    def _know(self, shown: OpeningShown) -> None:
        self._people = shown.people
        self.ready.emit(shown)

    def _open(self, opened: MailIsOpen) -> None:
        self._is_busy = False
        self.opened.emit(opened)

    def _correct(self, _ref: object) -> None:
        self._is_busy = False
        self.corrected.emit()

    def _refuse(self, error: CityTillError) -> None:
        self._is_busy = False
        self.refused.emit(error.sentence())


def numbers(items: str, total: str) -> tuple[int, int]:
    """Count and cents as typed.

    Raises:
        ControlMissingError: one of them is missing; AmountUnreadableError: the total is no amount.
    """
    if not items.strip().isdecimal() or not total.strip():
        raise ControlMissingError
    return int(items), Money.parse(total).cents


def total_fault(text: str) -> int | str:
    """A control total as typed: cents, or what is wrong with it."""
    try:
        cents = Money.parse(text).cents
    except AmountUnreadableError as error:
        return error.sentence()
    return cents if cents > 0 else tr("Type the total of the tape.")
