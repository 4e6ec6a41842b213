"""Opening a batch: what was issued, what was counted, and why they differ (R1, R2, R4, R5)."""


from PySide6.QtCore import QObject, Signal

from app.domain.cash import CashCount
from app.domain.setting_codes import CodeTable
from app.errors import CityTillError
from app.frozen import frozen
from app.ports.books import BooksReader
from app.usecases.open_batch import BatchIsOpen, ClockBehindError, OpenBatchRequest
from app.usecases.proposed_date import proposed_date
from ui.viewmodels.batches import words
from ui.viewmodels.clock import ClockModel
from ui.viewmodels.counter import Counter
from ui.viewmodels.session import Session


@frozen
class OpeningShown:
    """What the dialog says before anything was counted."""

    place: str
    day: str
    business_date: str
    issued: int
    issued_words: str
    reasons: tuple[str, ...]
    codes: tuple[str, ...]


class OpenBatchModel(QObject):
    """Signals: `ready(OpeningShown)`; `opened(BatchIsOpen)` it takes receipts now; `refused(str)` one sentence;
    `clock_behind(ClockBehindError)` after it, when a supervisor may confirm the clock (`clock`).
    """

    ready = Signal(object)
    opened = Signal(object)
    refused = Signal(str)
    clock_behind = Signal(object)

    def __init__(self, counter: Counter, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._counter = counter
        self._session = session
        self._shown: OpeningShown | None = None
        self._is_busy = False
        self.clock = ClockModel(counter, session, self)

    @property
    def is_busy(self) -> bool:
        """Whether an opening is under way; a second press does nothing."""
        return self._is_busy

    def begin(self) -> None:
        """Ask for the business date and what the policy hands out."""
        self._counter.ask(self._read, done=self._know, failed=self._refuse)

    def needs_reason(self, cash: CashCount) -> bool:
        """Whether what was counted is not what was issued (R5)."""
        return self._shown is not None and cash.total.cents != self._shown.issued

    def open(self, cash: CashCount, reason: str = "") -> None:
        """Open it; exactly one of `opened` and `refused` follows."""
        sitting, shown = self._session.sitting, self._shown
        if sitting is None or shown is None or self._is_busy:
            return
        self._is_busy = True
        code = next((one for one in shown.codes if words.tr(one) == reason), reason)
        request = OpenBatchRequest(sitting.user.user, cash, shown.business_date, shown.issued, code)
        self._counter.do(lambda deeds: deeds.open_batch(request), done=self._open, failed=self._refuse)

    def _read(self, books: BooksReader) -> OpeningShown:
        business_date = proposed_date(books, self._counter.clock.now())
        policy = books.policy(business_date)
        return OpeningShown(
            place=f"{policy.station_label} {books.stream().station}",
            day=words.day(business_date),
            business_date=business_date,
            issued=policy.drawer_starting_cash,
            issued_words=words.amount(policy.drawer_starting_cash),
            reasons=tuple(words.tr(reason) for reason in policy.offered(CodeTable.OVER_SHORT)),
            codes=policy.offered(CodeTable.OVER_SHORT),
        )

    def _know(self, shown: OpeningShown) -> None:
        self._shown = shown
        self.ready.emit(shown)

    def _open(self, opened: BatchIsOpen) -> None:
        self._is_busy = False
        self.opened.emit(opened)

    def _refuse(self, error: CityTillError) -> None:
        self._is_busy = False
        self.refused.emit(error.sentence())
        if isinstance(error, ClockBehindError):
            self.clock_behind.emit(error)
