"""The mail room: one batch of a source at a time, its lines, its control total, and the item in hand."""

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from app.domain.batch_state import BatchState
from app.domain.draft import Draft
from app.domain.facts.receipts import PaidLine
from app.domain.mail import MAIL, PHON, ControlDiffersError, MailLog
from app.domain.micr import CheckRead
from app.domain.records import AccountHit
from app.errors import CityTillError
from app.usecases.set_mail_aside import AsideRequest, MailIsAside
from app.usecases.take_mail_up import TakeUpRequest
from app.usecases.take_payment import PaymentTaken
from app.usecases.void_receipt import ReceiptIsVoid
from ui.viewmodels.approval import ApprovalModel
from ui.viewmodels.counter import Counter
from ui.viewmodels.mail.grid import MailGrid
from ui.viewmodels.mail.item import ItemModel
from ui.viewmodels.mail.keying import Home, Keying
from ui.viewmodels.mail.opening import OpenMailModel
from ui.viewmodels.mail.pasted import PASTE_LIMIT, Pasted, pasted_items, resolved
from ui.viewmodels.mail.reading import MailRead, read_mail
from ui.viewmodels.mail.rows import keyed_rows
from ui.viewmodels.mail.words import tr
from ui.viewmodels.session import Session
from ui.viewmodels.till.check_reading import CheckReading, ReadCheck, unknown_bank
from ui.viewmodels.till.find import FindModel
from ui.viewmodels.till.refusal import RefusalModel
from ui.viewmodels.till.void import VoidModel

_NAMED = 3


class MailModel(QObject):
    """Its parts (`item`, `keying`, `refusal`, `opening`, `voids`, `find`, `grid`) tell their own changes.

    Signals: `changed()` batch, figures or lines read otherwise; `told(sentence)`; `keyed(receipt)` an item is
    durable; `finish_asked(batch)` everything closes and the batch is to be counted.
    """

    changed = Signal()
    told = Signal(str)
    keyed = Signal(str)
    finish_asked = Signal(str)

    def __init__(
        self, counter: Counter, session: Session, *, bank_of: Callable[[str], str] = unknown_bank,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._counter = counter
        self.session = session
        self._read = MailRead(MAIL, None)
        self._source = MAIL
        self._is_read = False
        self._user = ""
        self._accounts: dict[str, int] = {}
        self._left: list[Draft] = []
        self._pasted: deque[tuple[str, Pasted]] = deque()
        self._keyed_since = 0  # items that became durable: an answer of before them is too old
        self._wants_load = False
        self._memory: ReadCheck | None = None
        self.approvals = ApprovalModel(counter, session, self)
        self.refusal = RefusalModel(self.approvals, self)
        self.find = FindModel(counter, self)
        self.reading = CheckReading(counter, session, bank_of=bank_of, parent=self)
        self.item = ItemModel(counter, session, parent=self)
        self.keying = Keying(counter, session, self.item, self.refusal, self)
        self.opening = OpenMailModel(counter, session, self)
        self.voids = VoidModel(counter, session, self.approvals, self)
        self.grid = MailGrid(self)
        self._join()
        self._sitting_changed()

    @property
    def source(self) -> str:
        """The source in front."""
        return self._source

    @property
    def is_read(self) -> bool:
        """Whether the books have answered; before that nothing is said of a batch."""
        return self._is_read

    @property
    def read(self) -> MailRead:
        """Batch, list and figures as they stand now."""
        return self._read

    @property
    def log(self) -> MailLog | None:
        """The list and its two openers; None by phone."""
        return self._read.log

    @property
    def has_batch(self) -> bool:
        """Whether items can be keyed now: a batch sent back takes only the place of a voided item."""
        batch = self._read.batch
        return batch is not None and (batch.state is BatchState.OPEN or bool(self.keying.home.replaces))

    def hear(self, *, is_in_front: bool) -> None:
        """The room is in front, or is left: checks that are fed come here, or go to the till."""
        self._counter.board.feeds_mail = is_in_front

    def choose(self, source: str) -> None:
        """Another source."""
        if source != self._source:
            self._source, self._is_read = source, False
            self.refusal.forget()
            self.load()

    def load(self) -> None:
        """Read the person's batch of this source again."""
        sitting = self.session.sitting
        if sitting is not None:
            source, user = self._source, sitting.user.user
            self._wants_load = False
            self._counter.ask(
                lambda books: read_mail(books, source=source, user=user),
                done=partial(self._know, user, self._keyed_since), failed=self._failed,
            )

    def scan(self, text: str) -> bool:
        """A stub, whatever has the focus; False while nothing is keyed."""
        if not self.has_batch or self.refusal.shown is not None:
            return False
        self.tell("")
        self.find.scan(text)
        return True

    def paste(self, text: str) -> None:
        """A list from the clipboard: each item comes into the fields in turn, and counts once it is accepted."""
        items = pasted_items(text)
        if not self.has_batch or not items:
            return
        if len(items) > PASTE_LIMIT:
            words = tr("{n} lines were pasted and none was taken. Paste at most {limit} at a time.")
            self.tell(words.format(n=len(items), limit=PASTE_LIMIT))
            return
        self._counter.ask(lambda books: resolved(books, items), done=self._take_pasted, failed=self._failed)

    def set_aside(self, problem: str, cents: int) -> None:
        """The item in hand is put away with its problem; work goes on."""
        sitting, batch, draft = self.session.sitting, self._read.batch, self.item.draft
        if sitting is None or batch is None or self.keying.is_busy:
            return
        request = AsideRequest(sitting.user.user, batch.batch, draft, problem, cents)
        self._counter.do(
            lambda deeds: deeds.set_mail_aside(request), done=self._aside, failed=self._failed, is_sale=True
        )

    def take_up(self, item: int) -> None:
        """An item aside comes in hand again, where nothing else is."""
        sitting, batch = self.session.sitting, self._read.batch
        if sitting is None or batch is None or not item:
            return
        if not self.item.draft.is_empty:
            self.tell(tr("Finish the item in hand first, or set it aside."))
            return
        request = TakeUpRequest(sitting.user.user, batch.batch, item, self.item.draft.draft)
        self._counter.do(
            lambda deeds: deeds.take_mail_up(request), done=self._reload, failed=self._failed, is_sale=True
        )

    def finish(self) -> None:
        """F10: count the batch; what does not close is told first (R13, R34)."""
        batch, control = self._read.batch, self._read.control
        if batch is None:
            return
        if not self.item.draft.is_empty:
            self.tell(tr("The item in hand is not finished. Finish it, or set it aside."))
        elif self._read.log is not None and not control.agrees:
            self.tell(ControlDiffersError(batch=batch.batch, items=control.items_left, cents=control.left).sentence())
        else:
            self.finish_asked.emit(batch.batch)

    def tell(self, sentence: str) -> None:
        """One sentence under the grid; empty takes it away."""
        self.told.emit(sentence)

    def _join(self) -> None:
        self.session.changed.connect(self._sitting_changed)
        self._counter.board.mail_check_fed.connect(self._check_fed)
        self.reading.was_read.connect(self._check_read)
        self.find.picked.connect(self._picked)
        self.find.found.connect(self._found)
        self.find.receipt_scanned.connect(self._receipt_scanned)
        for part in (self.reading.not_read, self.find.told, self.item.told, self.keying.told):
            part.connect(self.told)
        self.item.stub_added.connect(self._stub_added)
        self.keying.keyed.connect(self._keyed)
        self.keying.settled.connect(self._settled)
        self.opening.opened.connect(self._reload)
        self.opening.corrected.connect(self.load)
        self.voids.voided.connect(self._voided)

    def _sitting_changed(self) -> None:
        sitting = self.session.sitting
        user = sitting.user.user if sitting is not None else ""
        if user != self._user:
            self._user, self._is_read = user, False
            self.refusal.forget()
            self._pasted.clear()
            self.keying.home = Home()
            self._read = MailRead(self._source, None)
            self.item.begin(None)
            self.grid.show_rows(())
            self.changed.emit()

    def _know(self, user: str, keyed_before: int, read: MailRead) -> None:
        if user != self._user or read.source != self._source:
            return
        if self.keying.is_busy or keyed_before != self._keyed_since:
            self._wants_load = True
            self._settled()
            return
        before = self._read.batch
        self._read, self._is_read = read, True
        self._accounts = dict(read.accounts)
        self.grid.show_rows(read.rows)
        in_hand = "" if self.item.draft.is_empty else self.item.draft.draft
        self._left = [draft for draft in read.unfinished if draft.draft != in_hand]
        batch = read.batch
        is_other = batch is None or before is None or before.batch != batch.batch
        if is_other or (self.item.draft.is_empty and self._left):  # else a stub may be on its way into the item
            self._home()
            self.item.begin(batch, self._left.pop(0) if self._left else None)
            self._next_pasted()
        self.changed.emit()

    def _settled(self) -> None:
        """No item is under way: what the books answered meanwhile was too old or too new, and is asked again."""
        if self._wants_load and not self.keying.is_busy:
            self.load()

    def _home(self) -> None:
        batch, log = self._read.batch, self._read.log
        is_same = batch is not None and self.keying.home.batch == batch.batch
        self.keying.home = Home(
            batch.batch if batch is not None else "",
            log.listed.collected if log is not None and log.listed is not None else "",
            self.keying.home.replaces if is_same else "",
        )

    def _picked(self, account: str) -> None:
        if self.has_batch and not self.keying.is_busy:
            self.tell("")
            self.item.add_stub(account)

    def _found(self, hits: Sequence[AccountHit]) -> None:
        if hits:
            numbers = ", ".join(hit.number for hit in hits[:_NAMED])
            self.tell(tr("More than one account: {numbers}. Type the number.").format(numbers=numbers))

    def _stub_added(self, account: str) -> None:
        line = self._accounts.get(account)
        if line is not None:
            shown = next(one for one in self.item.draft.lines if one.account == account)
            self.keying.stub_twice(account, shown.number, line)

    def _receipt_scanned(self, number: str) -> None:
        self.tell(tr("{number} is one of our receipts. Scan the stub of the bill.").format(number=number))

    def _check_fed(self, read: CheckRead) -> None:
        if self._source == PHON:
            self.tell(tr("No checks come by phone. Choose Mail or Drop box first."))
        elif self.has_batch and not self.keying.is_busy and self.refusal.shown is None:
            self.tell("")
            self.reading.take(read)

    @property
    def usual(self) -> tuple[PaidLine, ...]:
        """What the bank account of the check in hand paid last, while no stub stands beside it (P13)."""
        read, memory = self.item.read, self._memory
        is_its = read is not None and memory is not None and memory.read.payer_mark == read.payer_mark
        return memory.paid.lines if is_its and memory and memory.paid and not self.item.draft.lines else ()

    def use_usual(self) -> None:
        """The accounts that this payer paid last come in as stubs; their amounts are accepted one by one."""
        for line in self.usual:
            self.item.add_stub(line.account)

    def _check_read(self, check: ReadCheck) -> None:
        if self.has_batch:
            self._memory = check
            self.keying.fed(check)

    def _keyed(self, taken: PaymentTaken, draft: Draft) -> None:
        self._keyed_since += 1
        first = len(self.grid.rows) + 1
        self.grid.add_rows(keyed_rows(taken.receipt, taken.lines, draft.tenders, first=first))
        self._accounts.update({line.account: first + at for at, line in enumerate(taken.lines)})
        control = self._read.control
        self._read = replace(self._read, control=replace(
            control, keyed_items=control.keyed_items + len(draft.tenders), keyed=control.keyed + taken.total
        ))  # fmt: skip
        self._counter.do(lambda deeds: deeds.confirm_shown(taken.receipt))
        if self._left:
            self.item.begin(self._read.batch, self._left.pop(0))
        self.changed.emit()
        self.keyed.emit(taken.receipt)
        self._next_pasted()

    def _take_pasted(self, answer: tuple[deque[tuple[str, Pasted]], tuple[str, ...]]) -> None:
        known, unknown = answer
        self._pasted.extend(known)
        words = tr("{n} items wait; each needs its Enter.").format(n=len(self._pasted))
        if unknown:
            few = ", ".join(unknown[:_NAMED])
            words += " " + tr("No account for {n}: {few}.").format(n=len(unknown), few=few)
        self.tell(words)
        self._next_pasted()

    def _next_pasted(self) -> None:
        if self._pasted and self.item.draft.is_empty and self.has_batch:
            account, self.item.hint = self._pasted.popleft()
            self.item.add_stub(account)

    def _aside(self, aside: MailIsAside) -> None:
        self.item.forget()
        self.tell(tr("Item {n} is set aside.").format(n=aside.item))
        self.load()

    def _voided(self, voided: ReceiptIsVoid) -> None:
        batch = self._read.batch
        if batch is not None and batch.state is BatchState.REJECTED:
            self.keying.home = replace(self.keying.home, replaces=voided.receipt)
        self.tell(tr("{number} is void. Key the item again.").format(number=voided.receipt))
        self.load()

    def _reload(self, _any: object = None) -> None:
        self.load()

    def _failed(self, error: CityTillError) -> None:
        self.told.emit(error.sentence())
