"""A check that was fed: its line taken apart, sealed on the writer's thread, and looked for among earlier checks."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, Signal

from app.domain.business_date import months_before
from app.domain.draft import SealedCheckRead
from app.domain.micr import CheckRead, CheckUnreadableError, Field, KeyedWrongError, MicrLine, keyed, parse_micr
from app.domain.records import PayerMemory
from app.errors import CityTillError
from app.frozen import frozen
from app.ports.books import BooksReader
from ui.viewmodels.counter import Counter
from ui.viewmodels.deeds import Deeds
from ui.viewmodels.session import Session, Sitting
from ui.viewmodels.till.words import tr

_LAST = 4
_KEY_IT = "Its number could not be read. Key it."


@frozen
class ReadCheck:
    """A sealed read; `seen` is the receipt that took the same check before, empty for none.

    `to_key` says in words what of it the cashier has to key, empty when all was read; `paid` is what the same bank
    account paid last (P13), None where it was never seen.
    """

    read: SealedCheckRead
    seen: str = ""
    to_key: str = ""
    paid: PayerMemory | None = None


class CheckReading(QObject):
    """Turns what the reader sent into a sealed read.

    With `keys_unread` unread places are keyed by the operator, `asked` is the line then; else such a check is not read.
    Signals: `was_read(ReadCheck)`; `not_read(sentence)` nothing of it could be used, its number is keyed;
    `asked_changed()` places are to be keyed, or not any more; `known(ReadCheck)` a read of unfinished work, looked at.
    """

    was_read = Signal(object)
    not_read = Signal(str)
    asked_changed = Signal()
    known = Signal(object)
    keys_unread = False

    def __init__(
        self, counter: Counter, session: Session, *, bank_of: Callable[[str], str], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._counter = counter
        self._session = session
        self._bank_of = bank_of
        self._asked: MicrLine | None = None

    @property
    def asked(self) -> MicrLine | None:
        """The line whose unread places the operator keys; it lives here and is written nowhere."""
        return self._asked

    def take(self, read: CheckRead) -> None:
        """A check was fed; one whose places are being keyed is fed again so."""
        self.forget()
        try:
            line = parse_micr(read)
        except CheckUnreadableError as error:
            self.not_read.emit(error.sentence())
            return
        if Field.TRANSIT in line.to_key or Field.ACCOUNT in line.to_key:
            self._ask(line)
            return
        self._seal(line)

    def key(self, values: Mapping[Field, str]) -> KeyedWrongError | None:
        """What the operator keyed: the check is read now, or why it is not."""
        line = self._asked
        if line is None:
            return None
        try:
            whole = keyed(line, values)
        except KeyedWrongError as error:
            return error
        self.forget()
        self._seal(whole)
        return None

    def look_again(self, read: SealedCheckRead) -> None:
        """A read that came back with unfinished work: what the books know of it is said again."""
        sitting = self._session.sitting
        if sitting is not None:
            self._counter.ask(
                partial(_known, read, "" if read.number else tr(_KEY_IT), self._since(sitting)),
                done=self.known.emit, failed=self._failed,
            )

    def leave(self) -> None:
        """Only the check's number is keyed, as for one that could not be read at all."""
        if self._asked is not None:
            self.forget()
            self.not_read.emit(CheckUnreadableError().sentence())

    def forget(self) -> None:
        """Nothing is keyed any more."""
        if self._asked is not None:
            self._asked = None
            self.asked_changed.emit()

    def _ask(self, line: MicrLine) -> None:
        if not self.keys_unread:
            self.not_read.emit(CheckUnreadableError().sentence())
            return
        self._asked = line
        self.asked_changed.emit()

    def _seal(self, line: MicrLine) -> None:
        bank = self._bank_of(line.transit)
        to_key = tr(_KEY_IT) if Field.SERIAL in line.to_key else ""
        self._counter.do(
            lambda deeds: _sealed(deeds, line, bank), done=partial(self._look, to_key), failed=self._failed,
            is_sale=True,
        )

    def _look(self, to_key: str, read: SealedCheckRead) -> None:
        sitting = self._session.sitting
        if sitting is None:
            return
        self._counter.ask(
            partial(_known, read, to_key, self._since(sitting)), done=self.was_read.emit, failed=self._failed
        )

    @staticmethod
    def _since(sitting: Sitting) -> str:
        return months_before(sitting.business_date, sitting.policy.duplicate_check_months)

    def _failed(self, error: CityTillError) -> None:
        self.not_read.emit(error.sentence())


def unknown_bank(_routing: str) -> str:
    """No list of banks is kept."""
    return ""


def _known(read: SealedCheckRead, to_key: str, since: str, books: BooksReader) -> ReadCheck:
    """What the books know of it; on the reader's thread. Without its number it cannot have been seen."""
    seen = books.same_check(payer_mark=read.payer_mark, number=read.number, since=since) if read.number else None
    return ReadCheck(read, seen or "", to_key, books.last_paid(payer_mark=read.payer_mark))


def _sealed(deeds: Deeds, line: MicrLine, bank: str) -> SealedCheckRead:
    """Nothing of the line is kept open but number, bank and the account's last four."""
    account = line.account_digits
    is_number = Field.SERIAL not in line.to_key
    return SealedCheckRead(
        micr=deeds.seals.seal("micr", line.canonical),
        number=(line.serial.lstrip("0") or line.serial) if is_number else "",
        last_four=account[-_LAST:],
        payer_mark=deeds.seals.payer_mark(routing=line.transit, account=account),
        bank=bank,
    )
