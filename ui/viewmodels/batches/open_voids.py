"""Voids that stand but still wait for a second person's answer (afterwards approval, DESIGN section 4)."""


from PySide6.QtCore import QObject, Signal

from app.domain.batch_state import BatchState
from app.domain.reasons import said
from app.domain.records import BatchRecord, ReceiptRecord
from app.errors import CityTillError
from app.frozen import frozen
from app.ports.books import BooksReader
from app.usecases.answer_approval import AnswerRequest, ApprovalAnswer
from app.usecases.batch_receipts import batch_receipts
from ui.viewmodels.batches import words
from ui.viewmodels.counter import Counter
from ui.viewmodels.session import Session

_UNSETTLED = (BatchState.OPEN.value, BatchState.COUNTED.value, BatchState.REJECTED.value)


@frozen
class OpenVoid:
    """One void: what it was, who voided it and why; `is_own` when the person at the window took or voided it."""

    receipt: str
    batch: str
    words: str
    reason: str
    amount: str
    is_own: bool


class OpenVoidsModel(QObject):
    """Signals: `changed()` the list reads otherwise; `refused(str)`; `moved()` an answer was stored."""

    changed = Signal()
    refused = Signal(str)
    moved = Signal()

    def __init__(self, counter: Counter, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._counter = counter
        self._session = session
        self._found: tuple[tuple[ReceiptRecord, str], ...] = ()
        self._is_busy = False

    def load(self) -> None:
        """Read the list again."""
        self._counter.ask(_read, done=self._know, failed=self._refuse)

    def shown(self) -> list[OpenVoid]:
        """The list, the oldest first."""
        sitting = self._session.sitting
        if sitting is None:
            return []
        return [
            OpenVoid(
                receipt=receipt.receipt,
                batch=receipt.batch,
                words=words.tr("{name} voided it at {at}").format(
                    name=sitting.name_of(receipt.void_by), at=words.clock_time(receipt.void_at, zone)
                ),
                reason=said(receipt.void_reason, receipt.void_note),
                amount=words.amount(receipt.total),
                is_own=sitting.user.user in (receipt.by, receipt.void_by),
            )
            for receipt, zone in self._found
        ]

    def answer(self, receipt: str, *, is_approved: bool, note: str = "") -> None:
        """Store the answer; the void stands either way."""
        sitting = self._session.sitting
        if sitting is None or self._is_busy:
            return
        self._is_busy = True
        said = ApprovalAnswer.APPROVED if is_approved else ApprovalAnswer.REFUSED
        request = AnswerRequest(sitting.user.user, receipt, said, note)
        self._counter.do(lambda deeds: deeds.answer_approval(request), done=self._answered, failed=self._refuse)

    def _know(self, found: tuple[tuple[ReceiptRecord, str], ...]) -> None:
        self._found = found
        self.changed.emit()

    def _answered(self, _ref: object) -> None:
        self._is_busy = False
        self.moved.emit()
        self.load()

    def _refuse(self, error: CityTillError) -> None:
        self._is_busy = False
        self.refused.emit(error.sentence())


def _read(books: BooksReader) -> tuple[tuple[ReceiptRecord, str], ...]:
    batches = [batch for batch in books.batches(states=_UNSETTLED) if batch.open_approvals]
    found = [(receipt, _zone(books, batch)) for batch in batches for receipt in _waiting(books, batch)]
    return tuple(sorted(found, key=lambda pair: pair[0].void_at))


def _waiting(books: BooksReader, batch: BatchRecord) -> list[ReceiptRecord]:
    receipts = batch_receipts(books, batch.batch)
    return [receipt for receipt in receipts if receipt.void_ref in batch.open_approvals]


def _zone(books: BooksReader, batch: BatchRecord) -> str:
    return books.policy(batch.business_date).city_time_zone
