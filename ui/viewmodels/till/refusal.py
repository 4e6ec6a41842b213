"""What refuses the next step, in place: a supervisor's approval, or a keyed answer to a warning; never a dialog."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from app.domain.facts.base import Approval
from app.domain.reasons import OVERRIDE_REASONS
from app.domain.user import Deed, User
from app.frozen import frozen
from ui.viewmodels.approval import ApprovalModel

REASON = OVERRIDE_REASONS[1]


@frozen
class Refusal:
    """What is refused and why (`what`), what to do instead, and the two ways on.

    `deed` is what a supervisor may approve, None where a keyed answer is enough; `account` is the line it grows out
    of, empty for the whole receipt; `seen` the earlier receipt of a warning; `back` the words of the way back.
    """

    code: str
    what: str
    instead: str
    back: str
    deed: Deed | None = None
    cents: int = 0
    account: str = ""
    seen: str = ""
    approvers: tuple[User, ...] = ()
    fault: str = ""
    is_busy: bool = False


class RefusalModel(QObject):
    """One refusal at a time. Signal: `changed()`."""

    changed = Signal()

    def __init__(self, approvals: ApprovalModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._approvals = approvals
        self._shown: Refusal | None = None
        self._go_on: Callable[[Approval | None], None] | None = None
        self._go_back: Callable[[], None] | None = None

    @property
    def shown(self) -> Refusal | None:
        """The refusal that stands."""
        return self._shown

    def refuse(
        self, refusal: Refusal, *, go_on: Callable[[Approval | None], None], go_back: Callable[[], None]
    ) -> None:
        """Show it; exactly one of the two follows, unless other work comes in hand."""
        self._shown, self._go_on, self._go_back = refusal, go_on, go_back
        self.changed.emit()
        if refusal.deed is not None:
            self._approvals.find_people(refusal.deed, cents=refusal.cents, found=self._people)

    def approve(self, name: str, pin: str) -> None:
        """A supervisor's PIN, with the name chosen beside it."""
        shown = self._shown
        if shown is None or shown.deed is None or shown.is_busy:
            return
        user = next((user for user in shown.approvers if user.name == name), None)
        if user is None:
            self._say(replace(shown, fault=self.tr("Nobody here may approve this. Go back.")))
            return
        self._say(replace(shown, fault="", is_busy=True))
        self._approvals.give(user.user, pin, reason=REASON, given=self._given, refused=self._wrong)

    def take_it(self) -> None:
        """The keyed answer: it really is another one."""
        if self._shown is not None and self._shown.deed is None:
            self._end(None)

    def go_back(self) -> None:
        """Esc, or the button: the tender goes back to the customer."""
        go_back = self._go_back
        if self._shown is not None and go_back is not None:
            self.forget()
            go_back()

    def forget(self) -> None:
        """Other work came in hand."""
        if self._shown is not None:
            self._shown, self._go_on, self._go_back = None, None, None
            self.changed.emit()

    def _people(self, approvers: tuple[User, ...]) -> None:
        if self._shown is not None and self._shown.deed is not None:
            self._say(replace(self._shown, approvers=approvers))

    def _given(self, approval: Approval) -> None:
        if self._shown is not None and self._shown.deed == approval.deed:
            self._end(approval)

    def _wrong(self, sentence: str) -> None:
        if self._shown is not None:
            self._say(replace(self._shown, fault=sentence, is_busy=False))

    def _end(self, approval: Approval | None) -> None:
        go_on = self._go_on
        self.forget()
        if go_on is not None:
            go_on(approval)

    def _say(self, refusal: Refusal) -> None:
        self._shown = refusal
        self.changed.emit()
