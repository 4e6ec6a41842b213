"""The till: scan, tender, refusal, finish, moment and lanes joined; what the screen's keys do."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from app.domain.batch_state import BatchState
from app.domain.draft import Draft
from app.domain.micr import CheckRead
from app.domain.tender import TenderKind
from app.domain.user import Deed
from app.errors import CityTillError
from app.usecases.answer_handover import HandoverAnswer
from app.usecases.drop_draft import DropRequest
from app.usecases.take_payment import PaymentTaken
from app.usecases.void_receipt import ReceiptIsVoid
from ui.viewmodels.approval import ApprovalModel
from ui.viewmodels.counter import Counter
from ui.viewmodels.session import Session
from ui.viewmodels.till.check_reading import CheckReading, unknown_bank
from ui.viewmodels.till.drawer_limit import DrawerLimitModel
from ui.viewmodels.till.find import FindModel
from ui.viewmodels.till.finish import FinishModel
from ui.viewmodels.till.handover import HandoverModel
from ui.viewmodels.till.lanes import LaneBook
from ui.viewmodels.till.moment import MomentModel
from ui.viewmodels.till.no_sale import NoSaleModel
from ui.viewmodels.till.papers import PapersModel, SavePdf
from ui.viewmodels.till.print_watch import PrintWatch
from ui.viewmodels.till.refusal import RefusalModel
from ui.viewmodels.till.taking import Taking
from ui.viewmodels.till.tenders import TendersModel
from ui.viewmodels.till.trail import TrailModel
from ui.viewmodels.till.void import VoidModel, voided_words
from ui.viewmodels.till.words import tr
from ui.viewmodels.till.work import WorkModel


class TillModel(QObject):
    """One till. Its parts (`find`, `work`, `tenders`, `refusal`, `finishing`, `moment`, `lanes`, `trail`, `voids`,
    `no_sale`, `limit`, `papers`, `handover`) tell their own changes.

    Signals: `notice_changed()` the sentence under the work; `batch_changed()` whether receipts can be taken;
    `receipt_scanned(number)` one of our receipts is to be shown; `drop_asked()` work with money in it is to be given
    up, with a reason.
    """

    notice_changed = Signal()
    batch_changed = Signal()
    receipt_scanned = Signal(str)
    drop_asked = Signal()

    def __init__(
        self, counter: Counter, session: Session, *, bank_of: Callable[[str], str] = unknown_bank,
        save_pdf: SavePdf | None = None, parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.counter = self._counter = counter
        self.session = session
        self._user = ""
        self._notice = ""
        self._at_work = ""
        self._next_scan = ""
        self._confirmed = ""
        self._endorse: Callable[[str], None] | None = None
        self.approvals = ApprovalModel(counter, session, self)
        self.lanes = LaneBook(counter, session, parent=self)
        self.work = WorkModel(counter, session, self.lanes, self)
        self.find = FindModel(counter, self)
        self.reading = CheckReading(counter, session, bank_of=bank_of, parent=self)
        self.reading.keys_unread = True
        self.tenders = TendersModel(self.lanes, self.work, self)
        self.refusal = RefusalModel(self.approvals, self)
        self.finishing = FinishModel(counter, session, self)
        self.taking = Taking(session, self.lanes, self.work, self.tenders, self.refusal, self.finishing, self)
        self.watch = PrintWatch(counter.board, counter.clock, self)
        self.moment = MomentModel(self.watch, self._zone, self)
        self.trail = TrailModel(counter, session, self.watch, self)
        self.papers = PapersModel(counter, session, save_pdf=save_pdf, parent=self)
        self.no_sale = NoSaleModel(session, self.approvals, self.papers, self)
        self.voids = VoidModel(counter, session, self.approvals, self)
        self.limit = DrawerLimitModel(counter, session, self)
        self.handover = HandoverModel(counter, session, self)
        self._join()
        self._sitting_changed()

    @property
    def draft(self) -> Draft:
        """The work in hand."""
        return self.lanes.draft

    @property
    def notice(self) -> str:
        """The sentence that stands under the work; empty for none."""
        return self._notice

    @property
    def has_batch(self) -> bool:
        """Whether the person's batch takes receipts now."""
        sitting = self.session.sitting
        if sitting is None or sitting.batch is None:
            return False
        return sitting.batch.state is BatchState.OPEN or bool(self.taking.replaces)

    @property
    def city(self) -> str:
        """To whom a check is made out."""
        sitting = self.session.sitting
        return sitting.policy.city_name if sitting is not None else ""

    @property
    def can_finish(self) -> bool:
        """Whether everything is decided."""
        return self.taking.can_finish

    def approved_by(self, deed: Deed) -> str:
        """Who approved this for the work in hand, by name; empty for nobody."""
        return self.taking.approved_by(deed)

    def tell(self, sentence: str) -> None:
        """Say something under the work; empty takes it away."""
        if sentence != self._notice:
            self._notice = sentence
            self.notice_changed.emit()

    def scan(self, text: str) -> bool:
        """A stub or the bar code of a receipt; False when no receipts are taken now."""
        if not self.has_batch:
            return False
        if self.finishing.is_busy:
            self._next_scan = text
            return True
        self.tell("")
        self.find.scan(text)
        return True

    def cash(self, cents: int | None = None) -> None:
        """F5, with the typed amount or without one."""
        if self.is_free():
            self.tenders.cash(cents)

    def tender(self, kind: TenderKind, cents: int | None = None) -> None:
        """F6, F7, F8."""
        if self.is_free():
            self.tenders.ask(kind, cents)

    def finish(self) -> None:
        """F10, or Enter in the empty omnibox; the first obstacle is told instead when there is one."""
        if self.draft.is_empty or not self.is_free():
            return
        if self.tenders.memory is not None:
            self.put_usual()
            return
        if self.draft.reads:
            self.tell(tr("A check still waits for its amount."))
            self.tenders.reset()
            return
        if not self.work.accept_shown():
            return
        obstacle = self.draft.obstacle
        if obstacle is not None:
            self.tell(obstacle.sentence())
            return
        self.taking.take()

    def put_usual(self) -> None:
        """The accounts that the check's payer paid last come on the receipt, each with what it owes now (P13)."""
        memory = self.tenders.memory
        if memory is not None and self.is_free():
            for line in memory.lines:
                self.work.add(line.account)

    def remove_line(self) -> None:
        """Del: the line in hand comes off; tenders stay, and with money in the work it is never emptied so."""
        draft = self.draft
        if len(draft.lines) == 1 and (draft.tenders or draft.reads):
            self.drop_asked.emit()
        elif self.is_free():
            self.work.remove()

    def give_up(self) -> None:
        """Esc with nothing else to leave: the work is dropped, with a reason where money was entered."""
        if self.finishing.is_busy or self.draft.is_empty:
            return
        if self.draft.tenders or self.draft.reads:
            self.drop_asked.emit()
        else:
            self.drop("")

    def drop(self, reason: str, *, cards_reversed: bool = False) -> None:
        """Give the work in hand up; the reason is asked for where there is money in it."""
        sitting = self.session.sitting
        if sitting is not None and not self.draft.is_empty:
            request = DropRequest(sitting.user.user, self.draft.draft, reason, cards_reversed=cards_reversed)
            done = partial(self._dropped, self.draft.draft)
            self._counter.do(lambda deeds: deeds.drop_draft(request), done=done, failed=self._failed, is_sale=True)

    def park_or_recall(self) -> None:
        """F11."""
        if self.finishing.is_busy:
            return
        if not self.draft.is_empty:
            self.lanes.park()
        elif self.lanes.parked:
            self.moment.forget()
            self.lanes.recall()
        else:
            self.tell(tr("Nothing is parked."))

    def go_to_lane(self, lane: str) -> None:
        """A lane's tab."""
        if not self.finishing.is_busy:
            self.lanes.go_to(lane)

    def next_lane(self) -> None:
        """F12."""
        if not self.finishing.is_busy:
            self.lanes.next_lane()

    def reprint_last(self) -> None:
        """Ctrl+P: the receipt of the band, else the last one saved."""
        self.papers.reprint(self.moment.receipt or self.trail.last)

    def endorse_last(self) -> None:
        """Alt+E: the backs of the checks of the receipt of the band, else of the last one saved (R11)."""
        if self._endorse is None:
            from ui.viewmodels.till.endorsing import EndorsingModel  # noqa: PLC0415 - of no use before the first scan

            endorsing = EndorsingModel(self._counter, self.session, self.watch, self)
            endorsing.told.connect(self.tell)
            self._endorse = endorsing.endorse
        self._endorse(self.moment.receipt or self.trail.last)

    def reveal(self) -> None:
        """Show the details of a confidential account in hand."""
        self.work.reveal(self.work.hand)

    def confirm_shown(self) -> None:
        """The band stands on the screen: this receipt need not be asked about after a crash."""
        receipt = self.moment.receipt
        if receipt and receipt != self._confirmed:
            self._confirmed = receipt
            self._counter.do(lambda deeds: deeds.confirm_shown(receipt))

    def _join(self) -> None:
        self.session.changed.connect(self._sitting_changed)
        self._counter.board.check_fed.connect(self._check_fed)
        self.find.picked.connect(self._picked)
        self.find.receipt_scanned.connect(self.receipt_scanned)
        self.reading.was_read.connect(self._check_read)
        self.reading.not_read.connect(self._check_not_read)
        self.reading.known.connect(self.tenders.learn)
        self.tenders.unknown.connect(self.reading.look_again)
        for part in (self.find, self.work, self.tenders, self.taking, self.papers, self.handover):
            part.told.connect(self.tell)
        self.finishing.taken.connect(self._taken)
        self.taking.gone.connect(self.trail.look)
        self.papers.reprinted.connect(self.moment.reprinted)
        self.papers.pulsed.connect(self.moment.pulsed)
        self.voids.voided.connect(self._voided)
        self.lanes.failed.connect(self._failed)
        self.lanes.recovered.connect(self._recovered)
        self.lanes.changed.connect(self._work_changed)

    def _sitting_changed(self) -> None:
        sitting = self.session.sitting
        user = sitting.user.user if sitting is not None else ""
        if user != self._user:
            self._user = user
            self.taking.forget()
            self.tell("")
            self.moment.forget()
            self.lanes.recover()
            self.handover.forget()
            if user and self.session.may(Deed.TAKE_PAYMENT):
                self.handover.look()
                self.trail.look()
        self.limit.look()
        self.batch_changed.emit()

    def _zone(self) -> str:
        sitting = self.session.sitting
        return sitting.policy.city_time_zone if sitting is not None else "UTC"

    def is_free(self) -> bool:
        """Whether a key of the work may act now: a batch is open, nothing is under way, nothing waits for an answer."""
        self.tell("")
        return self.has_batch and not self.finishing.is_busy and self.refusal.shown is None

    def _picked(self, account: str) -> None:
        if self.has_batch and not self.finishing.is_busy:
            self.tell("")
            self.moment.forget()
            self.work.add(account)

    def _check_fed(self, read: CheckRead) -> None:
        if self.has_batch and not self.finishing.is_busy:
            self.tell("")
            self.reading.take(read)

    def _check_read(self, check: object) -> None:
        self.moment.forget()
        self.tenders.fed(check)  # type: ignore[arg-type]  # a Qt signal carries any object

    def _check_not_read(self, sentence: str) -> None:
        if self.draft.lines:
            self.tenders.not_read(sentence)
        else:
            self.tell(sentence)

    def _taken(self, taken: PaymentTaken) -> None:
        self.moment.show(taken, self._counter.clock.now())
        self.lanes.taken()
        self.trail.look()
        self.limit.look()
        scanned, self._next_scan = self._next_scan, ""
        if scanned:
            self.scan(scanned)

    def _work_changed(self) -> None:
        """Other work came to hand: what was asked about the work before is asked no more."""
        if self.draft.draft != self._at_work:
            self._at_work = self.draft.draft
            self.refusal.forget()
            self.reading.forget()
            self.tenders.reset()

    def _recovered(self) -> None:
        if not self.draft.is_empty:
            self.tell(tr("Unfinished work came back: {lane}.").format(lane=self.lanes.lane_name(self.lanes.lane)))

    def _dropped(self, draft: str, _ref: object) -> None:
        if draft == self.draft.draft:
            self.lanes.dropped()

    def _voided(self, voided: ReceiptIsVoid) -> None:
        sitting = self.session.sitting
        if sitting is not None and sitting.batch is not None and sitting.batch.state is BatchState.REJECTED:
            self.taking.replaces = voided.receipt
            self.batch_changed.emit()
        if self.moment.receipt == voided.receipt:
            self.moment.forget()
        self.handover.answer(voided.receipt, HandoverAnswer.VOIDED)
        self.trail.look()
        self.limit.look()
        self.tell(voided_words(voided))

    def _failed(self, error: CityTillError) -> None:
        self.tell(error.sentence())
