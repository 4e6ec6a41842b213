"""Our own notes and alerts on the account in hand: written and ended (B5)."""

from PySide6.QtCore import QObject, Signal

from app.domain.entry import EntryRef
from app.domain.user import Deed
from app.errors import CityTillError
from app.usecases.add_note import NoteRequest
from app.usecases.end_note import EndNoteRequest
from ui.viewmodels.counter import Counter
from ui.viewmodels.session import Session


class AccountNotesModel(QObject):
    """Signals: `moved()` a note was written or ended; `refused(str)`."""

    moved = Signal()
    refused = Signal(str)

    def __init__(self, counter: Counter, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._counter = counter
        self._session = session
        self._is_busy = False

    @property
    def may_write(self) -> bool:
        """Whether the person writes notes."""
        return self._session.may(Deed.ADD_NOTE)

    def add(self, account: str, words: str, *, is_alert: bool, until: str) -> None:
        """Write one; `moved` or `refused` follows."""
        sitting = self._session.sitting
        if sitting is not None and not self._is_busy:
            request = NoteRequest(sitting.user.user, account, words, is_alert, until)
            self._is_busy = True
            self._counter.do(lambda deeds: deeds.add_note(request), done=self._is_done, failed=self._refuse)

    def end(self, account: str, note: EntryRef) -> None:
        """End one; `moved` or `refused` follows."""
        sitting = self._session.sitting
        if sitting is not None and not self._is_busy:
            request = EndNoteRequest(sitting.user.user, account, note)
            self._is_busy = True
            self._counter.do(lambda deeds: deeds.end_note(request), done=self._is_done, failed=self._refuse)

    def _is_done(self, _ref: object) -> None:
        self._is_busy = False
        self.moved.emit()

    def _refuse(self, error: CityTillError) -> None:
        self._is_busy = False
        self.refused.emit(error.sentence())
