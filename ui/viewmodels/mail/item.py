"""The item in hand: stubs, papers, amounts shown and accepted; on the disk after each step (SCREENS, Mail)."""

from collections.abc import Callable
from dataclasses import replace
from enum import StrEnum
from functools import partial
from uuid import uuid4

from PySide6.QtCore import QObject, Signal

from app.domain.draft import Draft, DraftLine, SealedCheckRead
from app.domain.facts.receipts import KeyedAnswer
from app.domain.mail import PHON
from app.domain.records import AccountStanding, BatchNow
from app.domain.tender import NOT_PRESENT, Tender, TenderKind
from app.errors import CityTillError, RuleBrokenError
from app.frozen import frozen
from app.usecases.drop_draft import DropRequest
from app.usecases.payment_checks import AccountUnknownError
from ui.viewmodels.counter import Counter
from ui.viewmodels.mail.pasted import Pasted
from ui.viewmodels.mail.words import tr
from ui.viewmodels.session import Session
from ui.viewmodels.till.line_face import face_of


class Step(StrEnum):
    """What the next Enter is about; the field of that name has the focus."""

    STUB = "stub"
    STUB_AMOUNT = "stub_amount"
    PAPER = "paper"
    LAST_FOUR = "last_four"
    PAPER_AMOUNT = "paper_amount"
    DECIDE = "decide"


@frozen
class Paper:
    """A check, money order, cash or card whose amount is not accepted yet; its number was keyed."""

    kind: TenderKind
    reference: str = ""
    last_four: str = ""


class ItemModel(QObject):
    """One item of the mail; `hint` is what a pasted list says of it: shown in the fields, never taken by itself.

    `is_refused`: it agrees, and a rule did not let it pass; it waits to be set aside, given up or taken again.

    Signals: `changed()` fields or step read otherwise; `told(sentence)`; `complete()` stubs and papers agree: it can
    be taken; `stub_added(account)` a stub came into it.
    """

    changed = Signal()
    told = Signal(str)
    complete = Signal()
    stub_added = Signal(str)

    def __init__(
        self, counter: Counter, session: Session, *, new_id: Callable[[], str] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._counter = counter
        self._session = session
        self._new_id = new_id or _random_id
        self._batch: BatchNow | None = None
        self._draft = Draft("", "", "MAIL")
        self._is_kept = False
        self._paper: Paper | None = None
        self._step = Step.STUB
        self.hint = Pasted("")
        self.is_refused = False

    @property
    def draft(self) -> Draft:
        """The unfinished work; empty before the first stub or check."""
        return self._draft

    @property
    def step(self) -> Step:
        """What is to be keyed next."""
        return self._step

    @property
    def line(self) -> DraftLine | None:
        """The stub whose amount is asked for, else the last one."""
        lines = self._draft.lines
        return next((line for line in lines if line.accepted is None), lines[-1] if lines else None)

    @property
    def read(self) -> SealedCheckRead | None:
        """The check that was fed and has no amount yet."""
        return self._draft.reads[0] if self._draft.reads else None

    @property
    def paper(self) -> Paper | None:
        """The keyed paper that has no amount yet."""
        return self._paper

    @property
    def is_phone(self) -> bool:
        """Whether cards are told by phone here."""
        return self._batch is not None and self._batch.source == PHON

    @property
    def left(self) -> int:
        """Cents of the stubs that no paper covers; below zero: papers hold more than the stubs say."""
        return self._draft.to_pay - self._draft.tendered

    def begin(self, batch: BatchNow | None, kept: Draft | None = None) -> None:
        """Key into this batch; work that was left unfinished comes back."""
        self._batch = batch
        self._paper = None
        if kept is None:
            self._fresh()
        else:
            self._draft, self._is_kept = kept, True
            self._step = self._next_step()
        self.changed.emit()

    def add_stub(self, account: str) -> None:
        """A stub was scanned, or its account typed."""
        draft = self._draft.draft
        self._counter.ask(
            lambda books: books.standing(account), done=partial(self._found, draft, account), failed=self._failed
        )

    def accept_stub(self, cents: int) -> bool:
        """Enter in the stub's amount; False with a sentence where there is no stub, or no such amount."""
        line = self.line
        if line is None:
            return self._say(tr("Scan the stub first, or type its account."))
        try:
            self._put(self._draft.accepting(line.account, cents))
        except RuleBrokenError as error:
            return self._say(error.sentence())
        step = self._next_step()
        if step is Step.DECIDE:
            self._look()
        else:
            self._go(step)
        return True

    def next_stub(self) -> None:
        """`+`: another stub for the same check."""
        if self._draft.lines and all(line.accepted is not None for line in self._draft.lines):
            self._go(Step.STUB)

    def without_stub(self) -> None:
        """Enter on an empty stub: a check that came without one."""
        if self._draft.reads or self._paper is not None:
            self._go(Step.PAPER_AMOUNT)
        elif self._draft.lines:
            self._go(self._next_step())
        else:
            self._go(Step.PAPER)

    def key_paper(self, reference: str, *, kind: TenderKind | None = None) -> None:
        """The check's number, or the approval code by phone; `kind` for cash or a money order."""
        kind = kind or (TenderKind.CARD if self.is_phone else TenderKind.CHECK)
        reference = reference.strip()
        if not reference and kind is not TenderKind.CASH:
            self._say(tr("Type the approval code.") if self.is_phone else tr("Feed the check, or type its number."))
            return
        self._paper = Paper(kind, reference)
        self._go(Step.LAST_FOUR if kind is TenderKind.CARD else Step.PAPER_AMOUNT)

    def key_last_four(self, digits: str) -> None:
        """The card's last four digits."""
        if self._paper is not None:
            self._paper = replace(self._paper, last_four=digits.strip())
            self._go(Step.PAPER_AMOUNT)

    def take_read(self, read: SealedCheckRead) -> None:
        """A check was fed, whatever has the focus: nothing typed is lost, nothing is typed into a field."""
        held: list[SealedCheckRead | Tender] = [*self._draft.reads, *self._draft.tenders]
        if any(self._is_same(read, other) for other in held):
            self._say(tr("Check {number} is in this item already. It was fed twice.").format(number=read.number))
            return
        if self._draft.reads:
            self._say(tr("Accept the amount of check {number} first.").format(number=self._draft.reads[0].number))
            return
        self._paper = None
        self._put(self._draft.with_read(read))
        self._go(self._next_step() if self._step in (Step.PAPER, Step.DECIDE) else self._step)

    def accept_paper(self, cents: int) -> bool:
        """Enter in the paper's amount; `complete` follows when all agrees."""
        tender = self._tender(cents)
        if tender is None:
            return self._say(tr("Feed the check first, or type its number."))
        try:
            self._put(self._draft.with_tender(tender))
        except RuleBrokenError as error:
            return self._say(error.sentence())
        self._paper = None
        self._look()
        return True

    def next_paper(self, cents: int) -> None:
        """`*`: this paper's amount stands, another one follows for the same stub."""
        tender = self._tender(cents)
        if tender is None:
            return
        try:
            self._put(self._draft.with_tender(tender))
        except RuleBrokenError as error:
            self._say(error.sentence())
            return
        self._paper = None
        if self.left > 0:
            self._go(Step.PAPER)
        else:
            self._look()

    def fit_stub(self) -> bool:
        """Take what the papers hold: less leaves the rest due, more goes on the account."""
        line = self._draft.lines[-1] if self._draft.lines else None
        if line is None or not self._draft.tenders:
            return self._say(tr("Scan the stub first, or set the item aside."))
        try:
            self._put(self._draft.accepting(line.account, (line.accepted or 0) - self.left))
        except RuleBrokenError as error:
            return self._say(error.sentence())
        self._look()
        return True

    def answered(self, answer: KeyedAnswer) -> None:
        """A warning was answered with a key (R18)."""
        self._put(self._draft.answering(answer))

    def remove_stub(self, account: str) -> None:
        """The stub goes back to the stack."""
        self._put(self._draft.without_line(account))
        self._go(self._next_step() if not self._draft.is_empty else Step.STUB)

    def drop(self, reason: str) -> None:
        """Give the item up; with money in it the reason is an entry."""
        sitting, draft = self._session.sitting, self._draft
        if sitting is None or not self._is_kept:
            self.forget()
            return
        request = DropRequest(sitting.user.user, draft.draft, reason)
        self._counter.do(
            lambda deeds: deeds.drop_draft(request), done=partial(self._gone, draft.draft), failed=self._failed,
            is_sale=True,
        )

    def forget(self) -> None:
        """It became a receipt, or lies aside: the next item."""
        self._fresh()
        self.changed.emit()

    def _gone(self, draft: str, _ref: object) -> None:
        if draft == self._draft.draft:
            self.forget()

    def _found(self, draft: str, account: str, standing: AccountStanding | None) -> None:
        sitting, batch = self._session.sitting, self._batch
        if sitting is None or batch is None or draft != self._draft.draft:
            return
        if standing is None:
            self._say(AccountUnknownError(account).sentence())
            return
        face = face_of(standing, policy=sitting.policy, business_date=batch.business_date)
        line = DraftLine(account, face.number, face.name, face.address, proposed=face.proposed)
        try:
            self._put(self._draft.with_line(line))
        except RuleBrokenError as error:
            self._say(error.sentence())
            return
        self._go(Step.STUB_AMOUNT)
        self.stub_added.emit(account)

    def _look(self) -> None:
        """After an accepted amount: is anything left to key or to decide?"""
        draft = self._draft
        if not draft.lines:
            self._go(Step.STUB)
            self._say(tr("No stub yet. Scan it or type the account, or set the item aside."))
            return
        if any(line.accepted is None for line in draft.lines):
            self._go(Step.STUB_AMOUNT)
        elif self.left:
            self._go(Step.DECIDE)
        else:
            self._go(Step.DECIDE)
            self.complete.emit()

    def _next_step(self) -> Step:
        draft = self._draft
        if any(line.accepted is None for line in draft.lines):
            return Step.STUB_AMOUNT
        if draft.is_empty or not draft.lines:
            return Step.STUB
        if draft.reads or self._paper is not None:
            return Step.PAPER_AMOUNT
        return Step.DECIDE if draft.tenders else Step.PAPER

    def _tender(self, cents: int) -> Tender | None:
        read, paper = self.read, self._paper
        if paper is not None:
            bank = NOT_PRESENT if self.is_phone else ""
            return Tender(paper.kind.value, cents, paper.reference, paper.last_four, bank)
        if read is None:
            return None
        check = TenderKind.CHECK.value
        return Tender(check, cents, read.number, read.last_four, read.bank, read.payer_mark, read.micr)

    def _is_same(self, read: SealedCheckRead, other: SealedCheckRead | Tender) -> bool:
        number = other.number if isinstance(other, SealedCheckRead) else other.reference
        return bool(read.number) and (read.payer_mark, read.number) == (other.payer_mark, number)

    def keep(self) -> None:
        """The item stays unfinished: on the disk as it stands."""
        draft = self._draft
        self._counter.do(lambda deeds: deeds.save_draft(draft), failed=self._failed, is_sale=True)

    def refused(self) -> None:
        """A rule stands in its way: it stays as it is, on the disk too."""
        self.is_refused = True
        self.keep()
        self.changed.emit()

    def _put(self, draft: Draft) -> None:
        """The item stands so now; one that is whole becomes a receipt in the same breath, and needs no row before."""
        self._draft, self.is_refused = draft, False
        if draft.is_empty and not self._is_kept:
            return
        is_whole = self._is_kept and not draft.reads and draft.obstacle is None and not self.left
        self._is_kept = True
        if not is_whole:
            self.keep()

    def _fresh(self) -> None:
        sitting, batch = self._session.sitting, self._batch
        user, lane = sitting.user.user if sitting is not None else "", batch.source if batch is not None else "MAIL"
        self._draft = Draft(self._new_id(), user, lane)
        self._is_kept, self._paper, self._step, self.hint = False, None, Step.STUB, Pasted("")
        self.is_refused = False

    def _go(self, step: Step) -> None:
        self._step = step
        self.changed.emit()

    def _say(self, sentence: str) -> bool:
        self.told.emit(sentence)
        return False

    def _failed(self, error: CityTillError) -> None:
        self.told.emit(error.sentence())


def _random_id() -> str:
    return str(uuid4())
