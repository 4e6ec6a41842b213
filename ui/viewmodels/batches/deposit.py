"""The deposit builder: balanced batches into one bag, counted by one person, verified by another (R35, R37-R39)."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.domain.batch_state import BatchState
from app.domain.cash import CashCount
from app.domain.day_totals import sums_of
from app.domain.deposit import BagDue, bag_due, listed
from app.domain.facts.deposits import DepositCheck
from app.domain.reasons import SECOND_COUNT_REASON
from app.domain.records import BatchRecord, DepositRecord
from app.domain.setting_codes import CodeTable
from app.domain.tender import TenderKind
from app.domain.user import Deed, User
from app.errors import CityTillError
from app.frozen import frozen
from app.ports.books import BooksReader
from app.usecases.prepare_deposit import DepositIsPrepared, DepositRequest, counted_results, items
from app.usecases.undo_deposit import UndoRequest, holders_of
from app.usecases.verify_deposit import VerifyRequest
from ui.viewmodels.batches import words
from ui.viewmodels.batches.second_person import able, look_at_pin
from ui.viewmodels.counter import Counter
from ui.viewmodels.deeds import Deeds
from ui.viewmodels.session import Session, Sitting

_BAGS_SHOWN = 20


@frozen
class BagBatch:
    """A balanced batch outside a bag; `is_late` when an earlier business date still waits (R38)."""

    batch: str
    cashier: str
    day: str
    amount: str
    is_ticked: bool
    is_late: bool


@frozen
class BagPaper:
    """One check or money order that may go on the slip; `was` is the amount it was taken for, when it was changed."""

    key: str
    kind: str
    number: str
    payer: str
    receipt: str
    amount: str
    was: str
    is_in: bool


@frozen
class BagLine:
    """One class of the bag: what the batches hand over, and what lies before the preparer."""

    words: str
    due: str
    here: str
    is_even: bool


@frozen
class BagFace:
    """What the ticked batches must hand over against what was counted and listed, class by class."""

    bank: str
    total: str
    lines: tuple[BagLine, ...]
    has_batches: bool


@frozen
class BagShown:
    """A bag that was prepared; it is ready for the bank once it has its second name.

    `undone_by` names who took it apart, empty while it is whole; `can_undo` that the person at the window may.
    """

    deposit: str
    bag: str
    day: str
    total: str
    prepared_by: str
    verified_by: str
    can_verify: bool
    undone_by: str
    can_undo: bool


@frozen
class DepositRead:
    """What the books said."""

    batches: tuple[BatchRecord, ...]
    papers: dict[str, tuple[DepositCheck, ...]]
    deposits: tuple[DepositRecord, ...]
    users: tuple[User, ...]
    takers: dict[str, tuple[str, ...]]
    today: str
    bank: str


class DepositModel(QObject):
    """Signals: `changed()`; `refused(str)`; `prepared(str)` the bag's deposit number; `verified(str)`; `undone(str)`;
    `moved()`.
    """

    changed = Signal()
    refused = Signal(str)
    prepared = Signal(str)
    verified = Signal(str)
    undone = Signal(str)
    moved = Signal()

    def __init__(self, counter: Counter, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._counter = counter
        self._session = session
        self._read: DepositRead | None = None
        self._ticked: frozenset[str] = frozenset()
        self._seen: frozenset[str] = frozenset()
        self._out: frozenset[str] = frozenset()
        self._cents: dict[str, int] = {}
        self._added: tuple[DepositCheck, ...] = ()
        self._is_busy = False

    def load(self) -> None:
        """Read batches, papers and bags again; a batch seen for the first time is ticked."""
        sitting = self._session.sitting
        if sitting is not None:
            self._counter.ask(
                lambda books: _read(books, sitting.business_date), done=self._know, failed=self._refuse
            )

    def batches(self) -> list[BagBatch]:
        """Balanced batches outside a bag, the oldest first."""
        sitting, read = self._session.sitting, self._read
        if sitting is None or read is None:
            return []
        return [
            BagBatch(
                batch=batch.batch,
                cashier=sitting.name_of(batch.cashier),
                day=words.day(batch.business_date),
                amount=words.amount(sums_of(batch).for_bag),
                is_ticked=batch.batch in self._ticked,
                is_late=batch.business_date < read.today,
            )
            for batch in read.batches
        ]

    def tick(self, batch: str) -> None:
        """Into the bag, or out of it."""
        self._ticked ^= {batch}
        self.changed.emit()

    def papers(self) -> list[BagPaper]:
        """Each check and money order of the ticked batches, and those that were added by hand."""
        return [
            BagPaper(
                key=key,
                kind=words.tr(TenderKind(paper.tender).word),
                number=paper.number,
                payer=paper.payer,
                receipt=paper.receipt,
                amount=words.amount(self._cents.get(key, paper.cents)),
                was=words.amount(paper.cents) if key in self._cents else "",
                is_in=key not in self._out,
            )
            for key, paper in self._papers()
        ]

    def take_out(self, key: str) -> None:
        """A paper that is not there leaves the list, or comes back."""
        self._out ^= {key}
        self.changed.emit()

    def write_amount(self, key: str, cents: int) -> None:
        """What the paper itself says, where it was keyed otherwise."""
        papers = dict(self._papers())
        self._cents = {name: kept for name, kept in self._cents.items() if name != key}
        if key in papers and papers[key].cents != cents:
            self._cents[key] = cents
        self.changed.emit()

    def add_paper(self, kind: TenderKind, *, number: str, payer: str, cents: int) -> None:
        """A check or money order that was found and counted, but is on no receipt."""
        self._added = (*self._added, DepositCheck("", kind.value, payer.strip(), number.strip(), cents))
        self.changed.emit()

    def face(self, cash: CashCount) -> BagFace:
        """The bag's sums beside the cash counted and the papers listed so far."""
        due, on_slip = self._due(), self._on_slip()
        lines = [_line(words.tr("Cash"), due=due.cash, here=cash.total.cents)]
        for kind, said in ((TenderKind.CHECK, words.tr("Checks")), (TenderKind.MONEY_ORDER, words.tr("Money orders"))):
            count = sum(paper.tender == kind for paper in on_slip)
            lines.append(_line(f"{said}, {count}", due=due.of(kind), here=listed(on_slip, kind)))
        return BagFace(
            bank=self._read.bank if self._read is not None else "",
            total=words.amount(due.total),
            lines=tuple(lines),
            has_batches=bool(self._chosen()),
        )

    def bags(self) -> list[BagShown]:
        """The last bags, the newest first."""
        sitting, read = self._session.sitting, self._read
        if sitting is None or read is None:
            return []
        return [_bag(deposit, sitting) for deposit in read.deposits]

    def verifiers(self, deposit: str) -> tuple[User, ...]:
        """Who may be the second name: anybody with the right but the preparer (R35)."""
        read, found = self._read, self._bag_of(deposit)
        return able(read.users, Deed.VERIFY_DEPOSIT, barred=(found.prepared_by,)) if read and found else ()

    def prepare(self, bag: str, cash: CashCount) -> None:
        """Make the bag; exactly one of `prepared` and `refused` follows."""
        sitting = self._session.sitting
        if sitting is None or self._is_busy:
            return
        numbers = tuple(batch.batch for batch in self._chosen())
        request = DepositRequest(
            sitting.user.user, numbers, bag, cash, tuple(self._on_slip()), sitting.business_date
        )
        self._do(lambda deeds: deeds.prepare_deposit(request), self._made)

    def verify(self, deposit: str, *, bag: str, who: str, pin: str) -> None:
        """The second person's name, by their PIN; `bag` as they read it on the bag."""
        sitting = self._session.sitting
        if sitting is None or self._is_busy:
            return

        def done(deeds: Deeds) -> str:
            look_at_pin(deeds, sitting, who=who, pin=pin, deed=Deed.VERIFY_DEPOSIT, reason=SECOND_COUNT_REASON)
            deeds.verify_deposit(VerifyRequest(who, deposit, bag))
            return deposit

        self._do(done, self._is_verified)

    def undo_reasons(self) -> tuple[str, ...]:
        """Why a bag may be taken apart, as the city lists it."""
        return self._session.offered(CodeTable.UNDO_DEPOSIT)

    def helpers(self, deposit: str) -> tuple[User, ...]:
        """Who may stand by when a bag is taken apart: not who asks, nobody whose money lies in it (R25)."""
        sitting, found = self._session.sitting, self._bag_of(deposit)
        if sitting is None or self._read is None or found is None:
            return ()
        return able(self._read.users, Deed.VERIFY_DEPOSIT, barred=(sitting.user.user, *self._read.takers[deposit]))

    def undo(self, deposit: str, *, bag: str, reason: str, who: str, pin: str) -> None:
        """Take the bag apart with a second person; exactly one of `undone` and `refused` follows."""
        sitting = self._session.sitting
        if sitting is None or self._is_busy:
            return

        def done(deeds: Deeds) -> str:
            approval = look_at_pin(deeds, sitting, who=who, pin=pin, deed=Deed.UNDO_DEPOSIT, reason=reason)
            deeds.undo_deposit(UndoRequest(sitting.user.user, deposit, bag, reason, approval))
            return deposit

        self._do(done, self._is_undone)

    def _bag_of(self, deposit: str) -> DepositRecord | None:
        deposits = self._read.deposits if self._read is not None else ()
        return next((one for one in deposits if one.deposit == deposit), None)

    def _chosen(self) -> list[BatchRecord]:
        return [] if self._read is None else [one for one in self._read.batches if one.batch in self._ticked]

    def _papers(self) -> list[tuple[str, DepositCheck]]:
        found = [
            (f"{batch.batch}/{place}", paper)
            for batch in self._chosen()
            for place, paper in enumerate(self._read.papers.get(batch.batch, ()) if self._read is not None else ())
        ]
        return found + [(f"added/{place}", paper) for place, paper in enumerate(self._added)]

    def _on_slip(self) -> list[DepositCheck]:
        return [
            replace(paper, cents=self._cents.get(key, paper.cents))
            for key, paper in self._papers()
            if key not in self._out
        ]

    def _due(self) -> BagDue:
        chosen = self._chosen()
        return bag_due(chosen, counted_results(chosen))

    def _do(self, deed: Callable[[Deeds], Any], done: Callable[[Any], None]) -> None:
        self._is_busy = True
        self._counter.do(deed, done=done, failed=self._refuse)

    def _know(self, read: DepositRead) -> None:
        self._read = read
        numbers = frozenset(batch.batch for batch in read.batches)
        self._ticked = (self._ticked & numbers) | (numbers - self._seen)
        self._seen = numbers  # a batch that comes back out of a bag is a new one here
        self.changed.emit()

    def _made(self, made: DepositIsPrepared) -> None:
        self._is_busy = False
        self._out, self._cents, self._added = frozenset(), {}, ()
        self.prepared.emit(made.deposit)
        self.moved.emit()
        self.load()

    def _is_verified(self, deposit: str) -> None:
        self._is_busy = False
        self.verified.emit(deposit)
        self.moved.emit()
        self.load()

    def _is_undone(self, deposit: str) -> None:
        self._is_busy = False
        self.undone.emit(deposit)
        self.moved.emit()
        self.load()

    def _refuse(self, error: CityTillError) -> None:
        self._is_busy = False
        self.refused.emit(error.sentence())


def _read(books: BooksReader, today: str) -> DepositRead:
    balanced = books.batches(states=[BatchState.BALANCED.value], unbagged=True)
    batches = sorted((batch for batch in balanced if sums_of(batch).for_bag), key=lambda batch: batch.opened_at)
    deposits = tuple(books.deposits(limit=_BAGS_SHOWN))
    return DepositRead(
        batches=tuple(batches),
        papers={batch.batch: items(books, [batch]) for batch in batches},
        deposits=deposits,
        users=tuple(books.users()),
        takers={deposit.deposit: _takers(books, deposit) for deposit in deposits},
        today=today,
        bank=books.policy(today).bank_name,
    )


def _takers(books: BooksReader, deposit: DepositRecord) -> tuple[str, ...]:
    return tuple(user for number in deposit.batches for user in holders_of(books, number))


def _line(said: str, *, due: int, here: int) -> BagLine:
    return BagLine(said, words.amount(due), words.amount(here), is_even=due == here)


def _bag(deposit: DepositRecord, sitting: Sitting) -> BagShown:
    return BagShown(
        deposit=deposit.deposit,
        bag=deposit.bag,
        day=words.day(deposit.business_date),
        total=words.amount(deposit.total),
        prepared_by=sitting.name_of(deposit.prepared_by),
        verified_by=sitting.name_of(deposit.verified_by) if deposit.verified_by else "",
        can_verify=not deposit.verified_by and not deposit.is_undone,
        undone_by=sitting.name_of(deposit.undone_by) if deposit.is_undone else "",
        can_undo=not deposit.verified_by and not deposit.is_undone and sitting.user.may(Deed.UNDO_DEPOSIT),
    )
