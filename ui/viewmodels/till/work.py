"""The receipt in hand: its accounts with what they show, which one is in hand, and what is paid on each."""

from functools import partial
from typing import Any, TypeAlias

from PySide6.QtCore import QObject, Signal

from app.domain.about import NOTES
from app.domain.draft import Draft, DraftLine
from app.domain.records import AccountStanding
from app.errors import CityTillError, RuleBrokenError
from app.ports.books import BooksReader
from app.usecases.payment_checks import AccountUnknownError
from app.usecases.reveal_detail import RevealRequest
from ui.viewmodels.counter import Counter
from ui.viewmodels.session import Session, Sitting
from ui.viewmodels.till.lanes import LaneBook
from ui.viewmodels.till.line_face import LineFace, face_of, face_of_misc

_Seen: TypeAlias = tuple[AccountStanding | None, tuple[Any, ...]]


class WorkModel(QObject):
    """Lines of the receipt in hand.

    Signals: `changed()` lines, amounts or the line in hand; `told(sentence)` something cannot be done so;
    `amount_wanted(account)` this line's amount has to be typed or accepted first.
    """

    changed = Signal()
    told = Signal(str)
    amount_wanted = Signal(str)

    def __init__(self, counter: Counter, session: Session, lanes: LaneBook, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._counter = counter
        self._session = session
        self._lanes = lanes
        self._faces: dict[str, LineFace] = {}
        self._revealed: frozenset[str] = frozenset()
        self._hand = ""
        lanes.changed.connect(self._follow)

    @property
    def draft(self) -> Draft:
        """The work in hand."""
        return self._lanes.draft

    @property
    def hand(self) -> str:
        """The account of the line in hand; empty on an empty receipt."""
        return self._hand

    def face(self, account: str) -> LineFace | None:
        """What a line shows; None until the books answered."""
        return self._faces.get(account)

    def is_hidden(self, account: str) -> bool:
        """Whether a confidential account's details are still to be revealed."""
        face = self._faces.get(account)
        return face is not None and face.is_hidden and account not in self._revealed

    def shown(self, account: str) -> int | None:
        """The amount that stands in the line's field: accepted, else proposed."""
        line = self._line(account)
        if line is None:
            return None
        return line.proposed if line.accepted is None else line.accepted

    def add(self, account: str) -> None:
        """A scan or a hit: the account comes in hand, once, with its proposal."""
        if self._line(account) is not None:
            self.take_in_hand(account)
        self._ask(account, is_new=True)

    def take_in_hand(self, account: str) -> None:
        """Open this line."""
        if self._line(account) is not None and account != self._hand:
            self._hand = account
            self.changed.emit()

    def step(self, by: int) -> None:
        """The line above or below comes in hand."""
        accounts = [line.account for line in self.draft.lines]
        if self._hand in accounts:
            place = accounts.index(self._hand) + by
            self.take_in_hand(accounts[min(max(place, 0), len(accounts) - 1)])

    def accept(self, account: str, cents: int) -> bool:
        """The amount that stands in the line's field was accepted; False with a sentence when it cannot be."""
        try:
            self._lanes.put(self.draft.accepting(account, cents))
        except RuleBrokenError as error:
            self.told.emit(error.sentence())
            return False
        return True

    def press(self, account: str, name: str) -> None:
        """A one-press amount: `past_due`, `stay_on`, `all`."""
        face = self._faces.get(account)
        cents = face.cents_of(name) if face is not None else None
        if cents is not None:
            self.accept(account, cents)

    def accept_shown(self) -> bool:
        """A tender key accepts every amount as it stands in its field; False where a field has none yet."""
        with_shown = self.with_shown()
        missing = next((line for line in with_shown.lines if line.accepted is None), None)
        if missing is not None:
            self.take_in_hand(missing.account)
            self.amount_wanted.emit(missing.account)
            return False
        if with_shown != self.draft:
            self._lanes.put(with_shown)
        return True

    def with_shown(self) -> Draft:
        """The work as it would stand with every shown amount accepted; for proposing a tender."""
        draft = self.draft
        for line in draft.lines:
            if line.accepted is None and line.proposed:
                draft = draft.accepting(line.account, line.proposed)
        return draft

    def remove(self, account: str = "") -> None:
        """Take a line off, that in hand unless another is named."""
        gone = account or self._hand
        if self._line(gone) is not None:
            self._lanes.put(self.draft.without_line(gone))

    def reveal(self, account: str) -> None:
        """Show a confidential account's details; who looked is in the journal before they are shown (J8)."""
        sitting = self._session.sitting
        if sitting is None or not self.is_hidden(account):
            return
        request = RevealRequest(sitting.user.user, account, "address and phone")
        self._counter.do(
            lambda deeds: deeds.reveal_detail(request), done=partial(self._reveal, account), failed=self._failed
        )

    def _reveal(self, account: str, _revealed: object) -> None:
        self._revealed |= {account}
        self.changed.emit()

    def _line(self, account: str) -> DraftLine | None:
        return next((line for line in self.draft.lines if line.account == account), None)

    def _ask(self, account: str, *, is_new: bool) -> None:
        draft = self.draft.draft
        self._counter.ask(
            partial(_looked_up, account=account),
            done=partial(self._answered, draft, account, is_new), failed=self._failed,
        )

    def _answered(self, draft: str, account: str, is_new: bool, seen: _Seen) -> None:
        standing, notes = seen
        sitting = self._session.sitting
        if sitting is None or draft != self.draft.draft:
            return
        if standing is None:
            self.told.emit(AccountUnknownError(account).sentence())
            return
        face = face_of(standing, policy=sitting.policy, business_date=sitting.business_date)
        if notes:
            face = _with_notes(face, notes, sitting)
        self._faces[account] = face
        if not is_new or self._line(account) is not None:
            self.changed.emit()
            return
        line = DraftLine(account, face.number, face.name, face.address, proposed=face.proposed)
        try:
            with_line = self.draft.with_line(line)
        except RuleBrokenError as error:
            self.told.emit(error.sentence())
            return
        self._hand = account
        self._lanes.put(with_line)

    def _follow(self) -> None:
        accounts = [line.account for line in self.draft.lines]
        if not accounts:
            self._faces.clear()
            self._revealed = frozenset()
        for line in self.draft.lines:
            if line.account not in self._faces:
                if line.misc is None:
                    self._ask(line.account, is_new=False)
                else:
                    self._faces[line.account] = face_of_misc(line)
        if self._hand not in accounts:
            self._hand = accounts[-1] if accounts else ""
        self.changed.emit()

    def _failed(self, error: CityTillError) -> None:
        self.told.emit(error.sentence())


def _looked_up(books: BooksReader, account: str) -> _Seen:
    standing = books.standing(account)
    if standing is None or not books.about(NOTES, account):
        return standing, ()
    from app.usecases.account_notes import notes_of  # noqa: PLC0415 - few accounts have one, and the first scan waits

    return standing, notes_of(books, account)


def _with_notes(face: LineFace, notes: tuple[Any, ...], sitting: Sitting) -> LineFace:
    from ui.viewmodels.till.own_notes import with_notes  # noqa: PLC0415 - as above

    return with_notes(face, notes, business_date=sitting.business_date, names=sitting.names)
