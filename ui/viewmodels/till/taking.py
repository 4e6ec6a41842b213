"""From a whole tender to a durable receipt: the rules in between, what they refuse, and who let it pass."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from app.domain.draft import AmountNotAcceptedError, Draft
from app.domain.facts.base import Approval
from app.domain.facts.receipts import KeyedAnswer
from app.domain.receipt_rules import SameCheckError
from app.domain.tender import Tender, TenderKind
from app.domain.user import Deed
from app.errors import CityTillError
from app.usecases.payment_checks import DraftGoneError
from app.usecases.take_payment import PaymentTaken
from ui.viewmodels.session import Session
from ui.viewmodels.till.finish import FinishModel
from ui.viewmodels.till.lanes import LaneBook
from ui.viewmodels.till.refusal import RefusalModel
from ui.viewmodels.till.refusals import cash_only_refusal, check_seen_before, refusal_of
from ui.viewmodels.till.tenders import TenderAsked, TendersModel
from ui.viewmodels.till.work import WorkModel

ANOTHER = "another one"


class Taking(QObject):
    """Looks at each tender, posts the work in hand, and turns a refusal into its way on and its way back.

    Approvals belong to the work they were given for. `replaces` names the voided receipt of a batch that was sent
    back, whose place the next one takes. Signals: `told(sentence)`; `gone()` the work was finished elsewhere.
    """

    told = Signal(str)
    gone = Signal()

    def __init__(
        self, session: Session, lanes: LaneBook, work: WorkModel, tenders: TendersModel, refusal: RefusalModel,
        finishing: FinishModel, parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._lanes = lanes
        self._work = work
        self._tenders = tenders
        self._refusal = refusal
        self._finishing = finishing
        self._given: dict[str, tuple[Approval, ...]] = {}
        self.replaces = ""
        tenders.offered.connect(self._look_at)
        finishing.taken.connect(self._taken)
        finishing.refused.connect(self._not_taken)

    @property
    def can_finish(self) -> bool:
        """Whether everything is decided."""
        return self._draft.obstacle is None and not self._draft.reads

    def approved_by(self, deed: Deed) -> str:
        """Who approved this for the work in hand, by name; empty for nobody."""
        sitting = self._session.sitting
        given = next((each for each in self._approvals() if each.deed == deed.value), None)
        return sitting.name_of(given.by) if sitting is not None and given is not None else ""

    def take(self) -> None:
        """Post the work in hand."""
        self.told.emit("")
        self._lanes.save_again()
        self._finishing.finish(self._draft, approvals=self._approvals(), replaces=self.replaces)

    def forget(self) -> None:
        """Another person sits down: what was approved for the one before counts no more."""
        self._given.clear()
        self.replaces = ""

    @property
    def _draft(self) -> Draft:
        return self._lanes.draft

    def _approvals(self) -> tuple[Approval, ...]:
        return self._given.get(self._draft.draft, ())

    def _look_at(self, tender: Tender) -> None:
        """A whole tender: the rules of earlier checks and of the accounts, then it is on the receipt."""
        asked, code = self._tenders.asked, SameCheckError.code
        if asked is not None and asked.seen and not self._draft.answered(code, asked.seen):
            self._refusal.refuse(
                check_seen_before(asked.seen, asked.reference),
                go_on=partial(self._answered, code, asked.seen, tender), go_back=self._tenders.hand_back,
            )
            return
        if asked is not None and asked.marks and not self._may_pass(asked, tender):
            return
        refusal = cash_only_refusal(self._draft, self._work.face, tender)
        if refusal is not None and not self.approved_by(Deed.OVERRIDE_CASH_ONLY):
            self._refusal.refuse(refusal, go_on=partial(self._approved, tender), go_back=self._tenders.hand_back)
            return
        if self._tenders.accepted(tender):
            if asked is not None and asked.marks:
                self._keep_marks(asked, tender)
            self._take_when_exact()

    def _may_pass(self, asked: TenderAsked, tender: Tender) -> bool:
        """Whether the city takes the check as it was marked; else it is told in the panel, or a supervisor asked."""
        from ui.viewmodels.till.check_marks import approval_asked, not_taken  # noqa: PLC0415 - seldom

        sitting = self._session.sitting
        if sitting is None:
            return False
        sentence = not_taken(asked, sitting.policy)
        if sentence:
            self._tenders.fail(sentence)
            return False
        refusal = approval_asked(asked, sitting.policy, tender)
        if refusal is not None and not self.approved_by(Deed.OVERRIDE_CHECK):
            self._refusal.refuse(refusal, go_on=partial(self._approved, tender), go_back=self._tenders.hand_back)
            return False
        return True

    def _keep_marks(self, asked: TenderAsked, tender: Tender) -> None:
        from ui.viewmodels.till.check_marks import marks_on  # noqa: PLC0415 - seldom

        draft = self._draft
        self._lanes.put(replace(draft, answers=(*draft.answers, *marks_on(asked, tender.reference))))

    def _take_when_exact(self) -> None:
        """Nothing is left to decide and nothing to give back: it is taken at once; change waits for Enter."""
        if self.can_finish and not self._draft.checked_change():
            self.take()

    def _answered(self, warning: str, seen: str, tender: Tender | None, _approval: Approval | None) -> None:
        self._lanes.put(self._draft.answering(KeyedAnswer(warning, seen, ANOTHER)))
        self._go_on(tender)

    def _approved(self, tender: Tender | None, approval: Approval | None) -> None:
        if approval is not None:
            self._given[self._draft.draft] = (*self._approvals(), approval)
            self._work.changed.emit()
        self._go_on(tender)

    def _go_on(self, tender: Tender | None) -> None:
        if tender is not None:
            self._look_at(tender)
        else:
            self.take()

    def _taken(self, _taken: PaymentTaken) -> None:
        self._given.pop(self._draft.draft, None)
        self.replaces = ""

    def _not_taken(self, error: CityTillError) -> None:
        refusal = refusal_of(error, self._draft)
        if isinstance(error, AmountNotAcceptedError):
            self._work.accept_shown()
        elif isinstance(error, DraftGoneError):
            self._is_gone(error)
        elif refusal is None:
            self.told.emit(error.sentence())
        elif refusal.deed is not None:
            back = self._hand_back_checks if refusal.account else self._leave
            self._refusal.refuse(refusal, go_on=partial(self._approved, None), go_back=back)
        else:
            go_on = partial(self._answered, refusal.code, refusal.seen, None)
            self._refusal.refuse(refusal, go_on=go_on, go_back=self._leave)

    def _is_gone(self, error: DraftGoneError) -> None:
        """Finished or dropped elsewhere; what the disk never took stays in hand, and why is told already."""
        if not self._lanes.is_unsaved:
            self._lanes.dropped()
            self.gone.emit()
            self.told.emit(error.sentence())

    def _hand_back_checks(self) -> None:
        draft = self._draft
        kept = tuple(tender for tender in draft.tenders if tender.kind != TenderKind.CHECK)
        gone = {tender.reference for tender in draft.tenders if tender.kind == TenderKind.CHECK}
        answers = tuple(answer for answer in draft.answers if answer.seen not in gone)
        self._lanes.put(replace(draft, tenders=kept, answers=answers))

    def _leave(self) -> None:
        """The refusal is left; the work stands as it was."""
