"""The account in hand: found, shown, its contact revealed, and taken to the till."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from app.domain.user import Deed
from app.errors import CityTillError
from app.frozen import frozen
from app.usecases.reveal_detail import RevealRequest
from ui.viewmodels.account.face import AccountFace
from ui.viewmodels.account.look_up import face_of, look_up
from ui.viewmodels.account.notes import AccountNotesModel
from ui.viewmodels.account.seen import AccountSeen, Sight
from ui.viewmodels.account.words import tr
from ui.viewmodels.counter import Counter
from ui.viewmodels.session import Session
from ui.viewmodels.till.find import FindModel

CONTACT = "contact details"


@frozen
class Rights:
    """What the person at the window may do here; a missing right has its sentence."""

    may_pay: bool
    may_reveal: bool
    why_no_pay: str
    why_no_reveal: str


class AccountModel(QObject):
    """One account at a time.

    Signals: `changed()` another account, or the same told anew; `told(sentence)` something that was asked for cannot
    be; `pay_asked(key)` and `stay_on_asked(key)` take the account to the till; `receipt_asked(number)` shows a paper.
    """

    changed = Signal()
    told = Signal(str)
    pay_asked = Signal(str)
    stay_on_asked = Signal(str)
    receipt_asked = Signal(str)

    def __init__(self, counter: Counter, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._counter = counter
        self._session = session
        self._key = ""
        self._user = ""
        self._seen: AccountSeen | None = None
        self._face: AccountFace | None = None
        self._revealed = ""
        self._is_revealing = False
        self.find = FindModel(counter, self)
        self.find.picked.connect(self.show)
        self.find.told.connect(self.told)
        self.notes = AccountNotesModel(counter, session, self)
        self.notes.moved.connect(self.refresh)
        session.changed.connect(self._sitting_changed)

    @property
    def face(self) -> AccountFace | None:
        """What is shown; None while no account is chosen."""
        return self._face

    @property
    def rights(self) -> Rights:
        """Of the person at the window."""
        sitting = self._session.sitting
        may_pay = self._session.may(Deed.TAKE_PAYMENT)
        may_reveal = self._session.may(Deed.REVEAL_DETAIL)
        name = sitting.user.name if sitting is not None else ""
        no_pay = "" if may_pay else tr("{name} may not take payments.").format(name=name)
        no_reveal = "" if may_reveal else tr("{name} may not reveal details.").format(name=name)
        return Rights(may_pay, may_reveal, no_pay, no_reveal)

    def show(self, key: str) -> None:
        """Take an account in hand."""
        if key != self._key:
            self._revealed = ""
        self._key = key
        self._ask()

    def refresh(self) -> None:
        """The room was entered: the books may have moved."""
        if self._key:
            self._ask()

    def scan(self, text: str) -> None:
        """A stub or a typed number from the scanner."""
        self.find.scan(text)

    def put_away(self) -> None:
        """No account is in hand any more."""
        self._key = self._revealed = ""
        self._seen = self._face = None
        self.changed.emit()

    def reveal(self) -> None:
        """Show the contact; who looked is in the journal before it is shown (J8)."""
        sitting, face = self._session.sitting, self._face
        if sitting is None or face is None or not face.is_masked or self._is_revealing:
            return
        if not self.rights.may_reveal:
            self.told.emit(self.rights.why_no_reveal)
            return
        self._is_revealing = True
        request = RevealRequest(sitting.user.user, face.key, CONTACT)
        self._counter.do(
            lambda deeds: deeds.reveal_detail(request), done=partial(self._reveal, face.key), failed=self._not_revealed
        )

    def pay(self) -> None:
        """To the till, with everything it owes proposed."""
        if self._may_go():
            self.pay_asked.emit(self._key)

    def take_stay_on(self) -> None:
        """To the till, with what keeps the service on."""
        if self._face is not None and self._face.keep_on.can_take and self._may_go():
            self.stay_on_asked.emit(self._key)

    def _may_go(self) -> bool:
        if self._face is None:
            return False
        if not self.rights.may_pay:
            self.told.emit(self.rights.why_no_pay)
        return self.rights.may_pay

    def _ask(self) -> None:
        key = self._key
        self._counter.ask(partial(look_up, key=key), done=partial(self._answered, key), failed=self._failed)

    def _answered(self, key: str, seen: AccountSeen | None) -> None:
        if key != self._key:
            return
        if seen is None:
            self._key = ""
            self.told.emit(tr("No account {key} is in the books. Type the number, name or address.").format(key=key))
        self._seen = seen
        self._make_face()

    def _make_face(self) -> None:
        sitting = self._session.sitting
        if self._seen is None or sitting is None:
            self._face = None
        else:
            sight = Sight(
                sitting.policy, sitting.business_date, sitting.names, is_revealed=self._revealed == self._key
            )
            self._face = face_of(self._seen, sight)
        self.changed.emit()

    def _reveal(self, key: str, _revealed: object) -> None:
        self._is_revealing = False
        if key == self._key:
            self._revealed = key
            self._make_face()

    def _not_revealed(self, error: CityTillError) -> None:
        self._is_revealing = False
        self.told.emit(error.sentence())

    def _failed(self, error: CityTillError) -> None:
        self.told.emit(error.sentence())

    def _sitting_changed(self) -> None:
        """Another person sees nothing that the last one revealed, and nobody's account stays open."""
        sitting = self._session.sitting
        user = sitting.user.user if sitting is not None else ""
        if user != self._user:
            self._user = user
            self.put_away()
        else:
            self._make_face()
