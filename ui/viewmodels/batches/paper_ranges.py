"""Ranges of paper receipts before a supervisor: give one out, take one back (R15)."""

from PySide6.QtCore import QObject, Signal

from app.domain.entry import EntryRef
from app.domain.paper_receipts import PaperRange, spans
from app.domain.user import Deed, User
from app.errors import CityTillError
from app.frozen import frozen
from app.ports.books import BooksReader
from app.usecases.issue_paper import IssueRequest
from app.usecases.paper_ranges import paper_ranges
from app.usecases.return_paper import ReturnRequest
from ui.viewmodels.batches import words
from ui.viewmodels.counter import Counter
from ui.viewmodels.session import Session, Sitting


@frozen
class RangeShown:
    """One row; `missing` names what was never entered."""

    ref: EntryRef
    numbers: str
    issued_to: str
    day: str
    entered: str
    missing: str
    state: str
    is_out: bool


class PaperRangesModel(QObject):
    """Signals: `changed()` the list or the people read otherwise; `moved()` a range was given out or taken back;
    `refused(str)`.
    """

    changed = Signal()
    moved = Signal()
    refused = Signal(str)

    def __init__(self, counter: Counter, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._counter = counter
        self._session = session
        self._is_busy = False
        self.rows: tuple[RangeShown, ...] = ()
        self.people: tuple[User, ...] = ()

    @property
    def may_issue(self) -> bool:
        """Whether the person gives paper receipts out."""
        return self._session.may(Deed.ISSUE_PAPER)

    @property
    def today(self) -> str:
        """The business date, as it is typed."""
        sitting = self._session.sitting
        return sitting.business_date if sitting is not None else ""

    def load(self) -> None:
        """Read it again."""
        sitting = self._session.sitting
        if sitting is not None:
            self._counter.ask(lambda books: _read(books, sitting), done=self._know, failed=self._refuse)

    def issue(self, *, to: str, first: str, last: str, outage_on: str) -> None:
        """Give a range out; `moved` or `refused` follows."""
        sitting = self._session.sitting
        if sitting is not None and not self._is_busy:
            request = IssueRequest(sitting.user.user, to, first, last, outage_on)
            self._is_busy = True
            self._counter.do(lambda deeds: deeds.issue_paper(request), done=self._is_done, failed=self._refuse)

    def take_back(self, issued: EntryRef, reason: str) -> None:
        """Take a range back; `moved` or `refused` follows."""
        sitting = self._session.sitting
        if sitting is not None and not self._is_busy:
            request = ReturnRequest(sitting.user.user, issued, reason)
            self._is_busy = True
            self._counter.do(lambda deeds: deeds.return_paper(request), done=self._is_done, failed=self._refuse)

    def _know(self, read: tuple[tuple[RangeShown, ...], tuple[User, ...]]) -> None:
        self.rows, self.people = read
        self.changed.emit()

    def _is_done(self, _ref: object) -> None:
        self._is_busy = False
        self.moved.emit()
        self.load()

    def _refuse(self, error: CityTillError) -> None:
        self._is_busy = False
        self.refused.emit(error.sentence())


def _read(books: BooksReader, sitting: Sitting) -> tuple[tuple[RangeShown, ...], tuple[User, ...]]:
    people = tuple(user for user in books.users() if user.may(Deed.TAKE_PAYMENT))
    found = sorted(paper_ranges(books), key=lambda one: one.is_back)
    return tuple(_row(one, sitting) for one in found), people


def _row(one: PaperRange, sitting: Sitting) -> RangeShown:
    tr = words.tr
    missing = one.missing()
    state = tr("Taken back") if one.is_back else tr("Out") if missing else tr("All entered")
    return RangeShown(
        ref=one.ref,
        numbers=spans(one.numbers()),
        issued_to=sitting.name_of(one.issued_to),
        day=words.day(one.outage_on),
        entered=str(len(one.entered)),
        missing=spans(missing),
        state=state,
        is_out=not one.is_back,
    )
