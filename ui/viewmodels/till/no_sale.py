"""The drawer opens without a receipt: reason, note, and a second person where the approval table asks for one (R7)."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from app.domain.facts.base import Approval
from app.domain.user import Deed, User
from app.frozen import frozen
from ui.viewmodels.approval import ApprovalModel
from ui.viewmodels.session import Session
from ui.viewmodels.till.papers import PapersModel
from ui.viewmodels.till.words import tr


@frozen
class NoSaleAsked:
    """`needs_approval`: a second person enters their PIN; `approvers` are those who may."""

    needs_approval: bool = False
    approvers: tuple[User, ...] = ()
    fault: str = ""
    is_busy: bool = False


class NoSaleModel(QObject):
    """One opening at a time. Signals: `changed()`; `opened()` the drawer was asked to open."""

    changed = Signal()
    opened = Signal()

    def __init__(
        self, session: Session, approvals: ApprovalModel, papers: PapersModel, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._approvals = approvals
        self._papers = papers
        self._asked = NoSaleAsked()
        self._reason = ""
        self._note = ""
        papers.pulsed.connect(self._pulsed)
        papers.drawer_refused.connect(self._refused)

    @property
    def asked(self) -> NoSaleAsked:
        """What the dialog shows."""
        return self._asked

    @property
    def needs_approval(self) -> bool:
        """Whether the city's approval table asks for a second person today."""
        sitting = self._session.sitting
        return sitting is not None and sitting.policy.approver_role(Deed.NO_SALE.value, 0) is not None

    def begin(self) -> None:
        """The dialog opens: who may approve is asked where somebody must."""
        self._say(NoSaleAsked(needs_approval=self.needs_approval))
        if self.needs_approval:
            self._approvals.find_people(Deed.NO_SALE, cents=0, found=self._people)

    def open(self, *, reason: str, note: str = "", approver: str = "", pin: str = "") -> None:
        """Open it; `approver` is the name chosen. A second press while it is under way does nothing."""
        asked = self._asked
        if asked.is_busy:
            return
        self._reason, self._note = reason, note
        if not reason:
            self._say(replace(asked, fault=tr("Pick a reason.")))
            return
        if not asked.needs_approval:
            self._say(replace(asked, fault="", is_busy=True))
            self._papers.open_drawer(reason, note=note)
            return
        person = next((user for user in asked.approvers if user.name == approver), None)
        if person is None or not pin:
            self._say(replace(asked, fault=tr("A second person enters their PIN.")))
            return
        self._say(replace(asked, fault="", is_busy=True))
        self._approvals.give(person.user, pin, reason=reason, given=self._given, refused=self._refused)

    def _people(self, people: tuple[User, ...]) -> None:
        self._say(replace(self._asked, approvers=people))

    def _given(self, approval: Approval) -> None:
        self._papers.open_drawer(self._reason, note=self._note, approval=approval)

    def _pulsed(self, _job: int) -> None:
        self._say(replace(self._asked, is_busy=False))
        self.opened.emit()

    def _refused(self, sentence: str) -> None:
        self._say(replace(self._asked, fault=sentence, is_busy=False))

    def _say(self, asked: NoSaleAsked) -> None:
        self._asked = asked
        self.changed.emit()
