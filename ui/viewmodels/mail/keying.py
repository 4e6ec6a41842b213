"""From an item that agrees to a durable receipt: what the rules refuse, and who let it pass; no paper, no change."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from app.domain.draft import Draft
from app.domain.facts.base import Approval
from app.domain.facts.receipts import KeyedAnswer
from app.domain.receipt_rules import SameCheckError
from app.errors import CityTillError
from app.frozen import frozen
from app.usecases.payment_checks import DraftGoneError
from app.usecases.take_payment import PaymentRequest, PaymentTaken
from ui.viewmodels.counter import Counter
from ui.viewmodels.mail.item import ItemModel
from ui.viewmodels.mail.words import tr
from ui.viewmodels.session import Session
from ui.viewmodels.till.check_reading import ReadCheck
from ui.viewmodels.till.refusal import Refusal, RefusalModel
from ui.viewmodels.till.refusals import check_seen_before, refusal_of
from ui.viewmodels.till.taking import ANOTHER

STUB_TWICE = "stub_twice"


@frozen
class Home:
    """Where items go: the batch, the day they count for, and the voided receipt that the next one replaces."""

    batch: str = ""
    collected: str = ""
    replaces: str = ""


class Keying(QObject):
    """Takes the item in hand as soon as it agrees.

    Signals: `keyed(PaymentTaken, Draft)` it is durable; `settled()` it was taken or refused; `told(sentence)`.
    """

    keyed = Signal(object, object)
    settled = Signal()
    told = Signal(str)

    def __init__(
        self, counter: Counter, session: Session, item: ItemModel, refusal: RefusalModel,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._counter = counter
        self._session = session
        self._item = item
        self._refusal = refusal
        self._given: tuple[str, tuple[Approval, ...]] = ("", ())
        self._is_busy = False
        self.home = Home()
        item.complete.connect(self.take)

    @property
    def is_busy(self) -> bool:
        """Whether an item is on its way to the disk: nothing is keyed twice."""
        return self._is_busy

    def take(self) -> None:
        """Post the item in hand; a second Enter while it is under way does nothing."""
        sitting, draft = self._session.sitting, self._item.draft
        if sitting is None or self._is_busy or self._refusal.shown is not None:
            self._item.keep()
            return
        home = self.home
        request = PaymentRequest(
            sitting.user.user, home.batch, draft, self._approvals(draft), home.collected, home.replaces, paper=False
        )
        self._is_busy = True
        self._counter.do(
            lambda deeds: deeds.take_payment(request), done=partial(self._taken, draft),
            failed=partial(self._not_taken, draft), is_sale=True,
        )

    def fed(self, check: ReadCheck) -> None:
        """A check was read; one that was taken before is asked about (R18)."""
        seen = check.seen
        if not seen or self._item.draft.answered(SameCheckError.code, seen):
            self._item.take_read(check.read)
            return
        self._refusal.refuse(
            check_seen_before(seen, check.read.number),
            go_on=lambda _approval: self._take_seen(check), go_back=_leave,
        )

    def stub_twice(self, account: str, number: str, line: int) -> None:
        """The stub was keyed in this batch before."""
        self._refusal.refuse(
            Refusal(
                code=STUB_TWICE,
                what=tr("Account {number} was keyed on line {line} already.").format(number=number, line=line),
                instead=tr("Look whether the stub was scanned twice. Press Y if it really pays again."),
                back=tr("Take the stub off"),
            ),
            go_on=lambda _approval: None, go_back=partial(self._item.remove_stub, account),
        )

    def _take_seen(self, check: ReadCheck) -> None:
        self._item.answered(KeyedAnswer(SameCheckError.code, check.seen, ANOTHER))
        self._item.take_read(check.read)

    def _approvals(self, draft: Draft) -> tuple[Approval, ...]:
        return self._given[1] if self._given[0] == draft.draft else ()

    def _taken(self, draft: Draft, taken: PaymentTaken) -> None:
        self._is_busy = False
        self._given = ("", ())
        self.home = Home(self.home.batch, self.home.collected)
        if self._item.draft.draft == draft.draft:
            self._item.forget()
        self.keyed.emit(taken, draft)
        self.settled.emit()

    def _not_taken(self, draft: Draft, error: CityTillError) -> None:
        self._is_busy = False
        self.settled.emit()
        if self._item.draft.draft != draft.draft:
            return
        refusal = refusal_of(error, draft)
        if isinstance(error, DraftGoneError):
            self._item.forget()
        else:
            self._item.refused()
        if refusal is None:
            self.told.emit(error.sentence())
            return
        go_on: Callable[[Approval | None], None] = (
            partial(self._approved, draft) if refusal.deed is not None
            else partial(self._answered, refusal.code, refusal.seen)
        )
        self._refusal.refuse(refusal, go_on=go_on, go_back=_leave)

    def _answered(self, warning: str, seen: str, _approval: Approval | None) -> None:
        self._item.answered(KeyedAnswer(warning, seen, ANOTHER))
        self.take()

    def _approved(self, draft: Draft, approval: Approval | None) -> None:
        if approval is not None:
            self._given = (draft.draft, (*self._approvals(draft), approval))
        self.take()


def _leave() -> None:
    """The refusal is left; the item stands as it was, to be set aside or corrected."""
