"""A cashier's own batch: its receipts, what stands in the way of the count, what became of it. No sums (R30)."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from app.domain.about import HANDED, PAPER_OF
from app.domain.batch_state import BatchState
from app.domain.facts.paper import PaperEntered
from app.domain.print_job import PrintState
from app.domain.records import BatchRecord, ReceiptRecord
from app.errors import CityTillError, RuleBrokenError
from app.frozen import frozen
from app.ports.books import BooksReader
from app.usecases.batch_receipts import batch_receipts
from app.usecases.paper_ranges import ranges_out
from app.usecases.proposed_date import proposed_date
from app.usecases.submit_count import countable
from ui.viewmodels.batches import words
from ui.viewmodels.batches.custody_face import handed_facts
from ui.viewmodels.batches.words import BadgeShown
from ui.viewmodels.counter import Counter
from ui.viewmodels.session import Session, Sitting

_TO_COUNT = (BatchState.OPEN, BatchState.REJECTED)
_UNSETTLED = (*_TO_COUNT, BatchState.COUNTED)


@frozen
class MyReceipt:
    """One line of the list; `mark` is empty for a good receipt with its paper in hand."""

    number: str
    time: str
    accounts: str
    how: str
    amount: str
    mark: BadgeShown
    is_void: bool


@frozen
class MyBatch:
    """The batch in hand, without any sum that a blind count could lean on."""

    batch: str
    badge: BadgeShown
    state: BatchState
    facts: tuple[tuple[str, str], ...]
    receipts: tuple[MyReceipt, ...]
    obstacle: str
    back: str
    next_step: str
    can_count: bool
    can_turn_in: bool
    can_hand_over: bool
    has_paper: bool
    can_open: bool
    others: tuple[str, ...]


class MyBatchModel(QObject):
    """Signals: `changed()` the batch in hand reads otherwise; `refused(str)` the books could not be read."""

    changed = Signal()
    refused = Signal(str)

    def __init__(self, counter: Counter, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._counter = counter
        self._session = session
        self._shown: MyBatch | None = None
        self._chosen = ""
        self._is_read = False
        session.changed.connect(self._forget_who_left)

    @property
    def is_read(self) -> bool:
        """Whether the books have answered for this person; before that nothing is said of a batch."""
        return self._is_read

    @property
    def shown(self) -> MyBatch | None:
        """None while this person has no batch to show."""
        return self._shown

    def load(self) -> None:
        """Read it again."""
        sitting, chosen = self._session.sitting, self._chosen
        if sitting is not None:
            now = self._counter.clock.now()
            self._counter.ask(
                lambda books: _read(books, sitting, chosen, today=proposed_date(books, now)),
                done=partial(self._know, sitting.user.user), failed=self._refuse,
            )  # fmt: skip

    def choose(self, batch: str) -> None:
        """Show another of this person's batches."""
        self._chosen = batch
        self.load()

    def _know(self, user: str, shown: MyBatch | None) -> None:
        sitting = self._session.sitting
        if sitting is not None and sitting.user.user == user:
            self._shown, self._is_read = shown, True
            self.changed.emit()

    def _forget_who_left(self) -> None:
        if self._session.sitting is None and self._is_read:
            self._shown, self._chosen, self._is_read = None, "", False
            self.changed.emit()

    def _refuse(self, error: CityTillError) -> None:
        self.refused.emit(error.sentence())


def _read(books: BooksReader, sitting: Sitting, chosen: str, *, today: str) -> MyBatch | None:
    user = sitting.user.user
    mine = [batch for batch in books.batches(states=[state.value for state in _UNSETTLED]) if batch.cashier == user]
    mine += [
        batch for batch in books.batches(business_date=today, states=[BatchState.BALANCED.value])
        if batch.cashier == user
    ]  # fmt: skip
    if not mine:
        return None
    mine.sort(key=lambda batch: (batch.state not in _TO_COUNT, batch.state is BatchState.BALANCED))
    batch = next((one for one in mine if one.batch == chosen), mine[0])
    obstacle = _obstacle(books, batch, sitting)
    others = tuple(one.batch for one in mine if one is not batch)
    zone = books.policy(batch.business_date).city_time_zone
    receipts = tuple(batch_receipts(books, batch.batch))
    return MyBatch(
        batch=batch.batch,
        badge=words.own_badge(batch.state),
        state=batch.state,
        facts=(*_facts(batch, zone), *handed_facts(books.about(HANDED, batch.batch), sitting, zone)),
        receipts=tuple(_receipt(books, receipt, zone) for receipt in receipts),
        obstacle=obstacle,
        back=_back(batch, sitting),
        next_step=_next_step(batch, sitting, zone),
        can_count=batch.state in _TO_COUNT and not obstacle,
        can_turn_in=batch.state is BatchState.OPEN and batch.drawer,
        can_hand_over=batch.state is BatchState.OPEN and batch.drawer,
        has_paper=batch.drawer and batch.state is BatchState.OPEN and bool(ranges_out(books, batch.holders)),
        can_open=all(one.state is not BatchState.OPEN or not one.drawer for one in mine),
        others=others,
    )


def _obstacle(books: BooksReader, batch: BatchRecord, sitting: Sitting) -> str:
    if batch.state not in _TO_COUNT:
        return ""
    try:
        countable(books, batch.batch, sitting.user)
    except RuleBrokenError as error:
        return error.sentence()
    return ""


def _facts(batch: BatchRecord, zone: str) -> tuple[tuple[str, str], ...]:
    tr = words.tr
    return (
        (tr("Business date"), words.day(batch.business_date)),
        (tr("Opened"), words.clock_time(batch.opened_at, zone)),
        (tr("Starting cash"), words.amount(batch.starting_cash.total.cents)),
        (tr("Turned in"), words.amount(batch.turned_in)),
        (tr("Receipts"), words.counted(batch.receipts, tr("number used"), tr("numbers used"))),
        (tr("Voids"), str(batch.voids)),
        (tr("No-sales"), str(batch.no_sales)),
    )


def _back(batch: BatchRecord, sitting: Sitting) -> str:
    if not batch.back_reason or batch.state not in _TO_COUNT:
        return ""
    did = words.tr("sent the count back") if batch.state is BatchState.REJECTED else words.tr("reopened the batch")
    return f"{sitting.name_of(batch.back_by)} {did}: {batch.back_reason}."


def _next_step(batch: BatchRecord, sitting: Sitting, zone: str) -> str:
    tr = words.tr
    if batch.state is BatchState.COUNTED:
        at = words.clock_time(batch.counts[-1].at, zone)
        return tr("Counted at {at} and locked. A supervisor looks at it; you are done with it.").format(at=at)
    if batch.state is BatchState.BALANCED:
        by = sitting.name_of(batch.balanced_by)
        return tr("Accepted by {name} at {at}.").format(name=by, at=words.clock_time(batch.balanced_at, zone))
    if batch.state is BatchState.REJECTED:
        return tr("Correct by void if needed, then count again. New customers go to a new batch.")
    return tr("Count it when the last customer has gone. You count what you see; the sums come later.")


def _receipt(books: BooksReader, receipt: ReceiptRecord, zone: str) -> MyReceipt:
    names = [line.name for line in receipt.lines if not line.is_pennies]
    more = f" +{len(names) - 1}" if len(names) > 1 else ""
    return MyReceipt(
        number=receipt.receipt,
        time=words.clock_time(receipt.at, zone),
        accounts=f"{receipt.lines[0].number}  {names[0]}{more}",
        how=words.how_paid(receipt.tenders),
        amount=words.amount(receipt.total),
        mark=_mark(books, receipt),
        is_void=receipt.is_void,
    )


def _mark(books: BooksReader, receipt: ReceiptRecord) -> BadgeShown:
    tr = words.tr
    if receipt.is_void:
        is_open = not receipt.void_approval
        return BadgeShown(tr("Void, to approve") if is_open else tr("Void"), "attention" if is_open else "risk", "x")
    jobs = [job for job in books.print_jobs(receipt=receipt.receipt) if job.what != "pulse"]
    papers = () if jobs else books.about(PAPER_OF, receipt.receipt)
    for _ref, _by, fact in papers:
        if isinstance(fact, PaperEntered):
            return BadgeShown(tr("Paper {number}").format(number=fact.paper), "neutral", "receipt")
    return _print_mark([PrintState(job.state) for job in jobs])


def _print_mark(states: Sequence[PrintState]) -> BadgeShown:
    if PrintState.CONFIRMED in states:
        return BadgeShown(words.tr("Printed"), "neutral", "check")
    if PrintState.SENT in states:
        return BadgeShown(words.tr("Sent"), "neutral", "printer")
    if not states:
        return BadgeShown("", "neutral")
    if any(state.asks_the_cashier for state in states):
        return BadgeShown(words.tr(states[0].on_screen.capitalize()), "attention", "printer-off")
    return BadgeShown(words.tr("Printing"), "accent", "printer")
