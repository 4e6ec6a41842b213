"""The supervisor's board: every batch of a day or a week, and the figures over them."""

from collections.abc import Sequence
from dataclasses import field

from PySide6.QtCore import QObject, Signal

from app.domain.batch_state import BatchState
from app.domain.day_totals import (
    DayTotals,
    bag_due_by,
    day_before,
    day_totals,
    may_see_sums,
    sums_of,
    week_of,
)
from app.domain.records import BatchRecord, DepositRecord
from app.errors import CityTillError
from app.frozen import frozen
from app.ports.books import BooksReader
from app.usecases.proposed_date import proposed_date
from ui.viewmodels.batches import words
from ui.viewmodels.batches.words import BadgeShown
from ui.viewmodels.counter import Counter
from ui.viewmodels.session import Session

SPANS = ("today", "yesterday", "week")
_DEPOSITS = 400
_UNSETTLED = (BatchState.OPEN.value, BatchState.COUNTED.value, BatchState.REJECTED.value)


@frozen
class BatchRow:
    """One row; amounts are empty where a class has none, and where this person still counts the batch blind."""

    batch: str
    cashier: str
    place: str
    cash: str
    papers: str
    cards: str
    over: str
    short: str
    badge: BadgeShown


@frozen
class Figure:
    """One figure of the band; `batches` are those it is made of."""

    key: str
    label: str
    amount: str
    second: str
    is_risk: bool = False
    has_rule: bool = True
    batches: tuple[str, ...] = ()


@frozen
class BoardRead:
    """What the books said, as of one moment; `batches` may hold older ones that still wait, beside those of `days`."""

    today: str
    days: tuple[str, ...]
    zone: str
    place: str
    read_at: str
    batches: tuple[BatchRecord, ...]
    earlier: tuple[BatchRecord, ...]
    deposits: tuple[DepositRecord, ...]
    unsettled: tuple[BatchRecord, ...] = field(default=())


class BoardModel(QObject):
    """Signals: `changed()` rows and figures read otherwise; `refused(str)` the books could not be read."""

    changed = Signal()
    refused = Signal(str)

    def __init__(self, counter: Counter, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._counter = counter
        self._session = session
        self._span = SPANS[0]
        self._read: BoardRead | None = None
        self._totals: DayTotals | None = None

    @property
    def span(self) -> str:
        """`today`, `yesterday` or `week`."""
        return self._span

    def show_span(self, span: str) -> None:
        """Show another stretch of days."""
        self._span = span
        self.load()

    def load(self) -> None:
        """Read everything again."""
        span, now = self._span, self._counter.clock.now()
        if self._session.sitting is not None:
            self._counter.ask(
                lambda books: _read(books, span, proposed_date(books, now), now.isoformat()),
                done=self._know, failed=self._refuse,
            )  # fmt: skip

    def rows(self) -> list[BatchRow]:
        """The table: what is to be done first, then open ones, then what is done."""
        sitting, read = self._session.sitting, self._read
        if sitting is None or read is None:
            return []
        return [self._row(batch, read) for batch in read.batches]

    def batch_numbers(self) -> list[str]:
        """The rows' batches in order."""
        return [] if self._read is None else [batch.batch for batch in self._read.batches]

    def first_to_do(self) -> str:
        """The batch a supervisor looks at first; empty for none."""
        rows = self._read.batches if self._read is not None else ()
        return rows[0].batch if rows else ""

    def figures(self) -> list[Figure]:
        """The band."""
        if self._read is None or self._totals is None:
            return []
        return _figures(self._read, self._totals, self._span)

    def left_words(self) -> str:
        """What every morning says until the money is in a bag (R38); empty when it is."""
        totals = self._totals
        if totals is None or not totals.left:
            return ""
        return words.tr("Money of {day} is not in a bag: {amount}.").format(
            day=words.day(totals.left_since), amount=words.amount(totals.left)
        )

    def open_approvals(self) -> tuple[str, ...]:
        """Batches, of any day, in which a void waits for its answer."""
        return () if self._read is None else tuple(one.batch for one in self._read.unsettled if one.open_approvals)

    def fact(self) -> str:
        """The strip's fact: `Totals as of 4:52:08 pm`."""
        if self._read is None:
            return ""
        at = words.clock_time(self._read.read_at, self._read.zone, with_seconds=True)
        return words.tr("Totals as of {at}").format(at=at)

    def _row(self, batch: BatchRecord, read: BoardRead) -> BatchRow:
        sitting = self._session.sitting
        user = sitting.user.user if sitting is not None else ""
        is_open_to_see = may_see_sums(batch, user)
        sums = sums_of(batch)
        place = f"{words.source(batch.source)}, {read.place}"
        return BatchRow(
            batch=batch.batch,
            cashier=sitting.name_of(batch.cashier) if sitting is not None else batch.cashier,
            place=place if batch.business_date == read.today else words.day(batch.business_date),
            cash=words.unless_zero(sums.cash) if is_open_to_see else "",
            papers=words.unless_zero(sums.papers) if is_open_to_see else "",
            cards=words.unless_zero(sums.cards) if is_open_to_see else "",
            over=_gross(batch, sums.over) if is_open_to_see else "",
            short=_gross(batch, -sums.short) if is_open_to_see else "",
            badge=words.badge(batch.state) if is_open_to_see else words.own_badge(batch.state),
        )

    def _know(self, read: BoardRead) -> None:
        sitting = self._session.sitting
        if sitting is None:
            return
        self._read = read
        of_days = [batch for batch in read.batches if batch.business_date in read.days]
        self._totals = day_totals(of_days, read.earlier, user=sitting.user.user)
        self.changed.emit()

    def _refuse(self, error: CityTillError) -> None:
        self.refused.emit(error.sentence())


def _gross(batch: BatchRecord, cents: int) -> str:
    if batch.state not in (BatchState.COUNTED, BatchState.BALANCED):
        return ""
    return f"+{words.amount(cents)}" if cents > 0 else words.amount(cents)


def _read(books: BooksReader, span: str, today: str, read_at: str) -> BoardRead:
    policy = books.policy(today)
    days = {"today": (today,), "yesterday": (day_before(today),), "week": week_of(today)}[span]
    unsettled = books.batches(states=_UNSETTLED)
    batches = [batch for day in days for batch in books.batches(business_date=day)]
    if span == "today":  # an older day's batch that still waits is today's work
        batches += [batch for batch in unsettled if batch.business_date < today]
    order = {BatchState.COUNTED: 0, BatchState.REJECTED: 1, BatchState.OPEN: 2, BatchState.BALANCED: 3}
    batches.sort(key=lambda batch: order[batch.state])
    earlier = [batch for batch in books.batches(unbagged=True) if batch.business_date < today]
    return BoardRead(
        today=today,
        days=days,
        zone=policy.city_time_zone,
        place=f"{policy.station_label} {books.stream().station}",
        read_at=read_at,
        batches=tuple(batches),
        earlier=tuple(earlier),
        deposits=tuple(books.deposits(limit=_DEPOSITS)),
        unsettled=tuple(unsettled),
    )


def _figures(read: BoardRead, totals: DayTotals, span: str) -> list[Figure]:
    tr = words.tr
    names = {"today": tr("Batches today"), "yesterday": tr("Batches yesterday"), "week": tr("Batches in 7 days")}
    of_days = [batch for batch in read.batches if batch.business_date in read.days]
    everything = tuple(batch.batch for batch in of_days)
    bags = {deposit.deposit: deposit.bag for deposit in read.deposits}
    in_bags = tuple(batch.batch for batch in of_days if batch.deposit)
    received = words.counted(totals.receipts, tr("receipt"), tr("receipts"))
    received += ", " + words.counted(totals.voids, tr("void"), tr("voids"))
    if totals.hidden:
        received = tr("without your own batch")
    return [
        Figure("batches", names[span], str(len(everything)), _state_words(totals), batches=everything),
        Figure("received", tr("Received"), words.amount(totals.received), received, batches=everything),
        Figure("bags", tr("In bags"), words.amount(totals.in_bags), _bag_words(totals, bags), batches=in_bags),
        Figure("outside", tr("Not yet in a bag"), words.amount(totals.outside), _outside_words(read, totals),
               batches=totals.outside_batches),
        Figure("left", tr("Left from before"), words.amount(totals.left), _left_words(totals),
               is_risk=totals.left != 0, batches=totals.left_batches),
        Figure("over", tr("Over"), words.amount(totals.over), _batches(totals.over_batches),
               is_risk=totals.over != 0, batches=totals.over_batches),
        Figure("short", tr("Short"), words.amount(-totals.short), _batches(totals.short_batches),
               is_risk=totals.short != 0, has_rule=False, batches=totals.short_batches),
    ]  # fmt: skip


def _state_words(totals: DayTotals) -> str:
    tr, states = words.tr, totals.states
    waiting = states[BatchState.COUNTED] + states[BatchState.REJECTED]
    parts = (
        (states[BatchState.BALANCED], tr("balanced")),
        (waiting, tr("to balance")),
        (states[BatchState.OPEN], tr("open")),
    )
    return ", ".join(f"{count} {word}" for count, word in parts if count) or tr("none yet")


def _bag_words(totals: DayTotals, bags: dict[str, str]) -> str:
    names = [bags.get(deposit, deposit) for deposit in totals.deposits]
    if not names:
        return words.tr("no bag yet")
    shown = ", ".join(names[:2]) + (f" +{len(names) - 2}" if len(names) > 2 else "")
    return (words.tr("bag ") if len(names) == 1 else words.tr("bags ")) + shown


def _outside_words(read: BoardRead, totals: DayTotals) -> str:
    if not totals.outside_batches:
        return words.tr("every dollar is in a bag")
    return f"{_batches(totals.outside_batches)}, {words.tr('due')} {words.day(bag_due_by(read.today))}"


def _left_words(totals: DayTotals) -> str:
    if not totals.left_batches:
        return words.tr("every dollar is in a bag")
    return f"{_batches(totals.left_batches)}, {words.day(totals.left_since)}"


def _batches(numbers: Sequence[str]) -> str:
    return words.counted(len(numbers), words.tr("batch"), words.tr("batches")) if numbers else words.tr("none")
