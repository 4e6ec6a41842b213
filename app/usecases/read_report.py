"""Read a report: one walk through the books in short steps, so that search and screens never wait for it.

Each step asks for one page of receipts, one slice of entries or a few batches, and answers with finished rows. Totals
are ready when the walk is over. The walk ends at the entry that was the last one when it began.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any, TypeAlias
from zoneinfo import ZoneInfo

from app.domain.batch_state import BatchState
from app.domain.reports.batches import batch_row
from app.domain.reports.by_hour import Hour, hour_of, hour_rows
from app.domain.reports.catalogue import SHAPES, ReportShape
from app.domain.reports.document import ReportHead
from app.domain.reports.found import BatchOutline, EntryFound, ReceiptFound
from app.domain.reports.no_sales import no_sale_row
from app.domain.reports.over_short import by_cashier, over_short_rows, start_row
from app.domain.reports.overrides import override_rows
from app.domain.reports.receipts import receipt_row
from app.domain.reports.reprints import reprint_row
from app.domain.reports.scope import ANY_HOUR, Reader, ReportKind, Scope
from app.domain.reports.table import Row, Totals, no_totals
from app.domain.reports.voids import void_row
from app.frozen import frozen
from app.ports.books import BooksReader
from app.ports.reports import ReportQuestions

RECEIPTS_A_STEP = 500
ENTRIES_A_STEP = 2_000
BATCHES_A_STEP = 25
WHOLE = 1_000
Walk: TypeAlias = Iterator[tuple[tuple[Row, ...], int]]


@frozen
class ReportStep:
    """What one step found; `share` of 1,000 is done. After the last step `totals` are those of the whole report."""

    rows: tuple[Row, ...]
    share: int
    is_over: bool
    totals: Totals


@frozen
class ReportAbout:
    """What stands over a report, known after its first step; `hidden` batches are in no figure of it (R30).

    `as_of` is the time of the last entry it could hold; `people` and `numbers` are cashiers and batches to choose from.
    """

    station: str
    time_zone: str
    as_of: str
    head: int
    is_practice: bool
    names: Mapping[str, str]
    batches: tuple[BatchOutline, ...]
    hidden: tuple[str, ...]
    people: tuple[str, ...]
    numbers: tuple[str, ...]


class ReadReport:
    """One walk; call `step` on the reader's thread until it is over, or leave off.

    `after` begins behind a row's place, for a later page of the same report; its totals are then not the whole's.
    """

    def __init__(self, kind: ReportKind, scope: Scope, reader: Reader, *, after: tuple[int, int] = (0, 0)) -> None:
        self.shape: ReportShape = SHAPES[kind]
        self.scope = reader.own(scope)
        self.about: ReportAbout | None = None
        self._reader = reader
        self._after = after
        self._totals = no_totals(self.shape.columns)
        self._walk: Walk | None = None

    @property
    def head(self) -> ReportHead | None:
        """What stands over the report; None before the first step."""
        about, scope = self.about, self.scope
        if about is None:
            return None
        return ReportHead(
            shape=self.shape, scope=scope, station=about.station, cashier=about.names.get(scope.cashier, scope.cashier),
            time_zone=about.time_zone, as_of=about.as_of, is_practice=about.is_practice, hidden=about.hidden,
        )  # fmt: skip

    def step(self, books: BooksReader, questions: ReportQuestions) -> ReportStep:
        """A little further.

        Raises:
            RecordsError: the books cannot be read.
        """
        if self._walk is None:
            self._walk = self._begun(books, questions)
            return ReportStep((), 0, False, self._totals)
        found = next(self._walk, None)
        if found is None:
            return ReportStep((), WHOLE, True, self._totals)
        rows, share = found
        self._totals = self._totals.plus(self.shape.columns, rows)
        return ReportStep(rows, share, False, self._totals)

    def _is_blind(self, books: BooksReader, batch: BatchOutline) -> bool:
        """Who handed a batch over is as blind to it as who holds it (R3, R30)."""
        reader, state = self._reader, batch.state
        if state is BatchState.BALANCED or reader.is_blind_to(batch.cashier, state):
            return reader.is_blind_to(batch.cashier, state)
        return any(reader.is_blind_to(user, state) for user in books.holders_before(batch.batch))

    def _begun(self, books: BooksReader, questions: ReportQuestions) -> Walk:
        scope, head = self.scope, questions.report_head()
        there = questions.report_batches(first=scope.first, last=scope.last)
        theirs = [batch for batch in there if scope.cashier in ("", batch.cashier)]
        inside = [batch for batch in theirs if scope.batch in ("", batch.batch)]
        blind = [batch for batch in inside if self._is_blind(books, batch)]
        hidden = {batch.batch for batch in blind} if self.shape.kind.has_amounts else set()
        self.about = ReportAbout(
            station=books.stream().station,
            time_zone=questions.time_zone(),
            as_of=books.last_at(),
            head=head,
            is_practice=books.is_practice(),
            names={user.user: user.name for user in books.users()},
            batches=tuple(batch for batch in inside if batch.batch not in hidden),
            hidden=tuple(batch.batch for batch in inside if batch.batch in hidden),
            people=tuple(sorted({batch.cashier for batch in there if self._reader.sees_all})),
            numbers=tuple(batch.batch for batch in theirs),
        )
        walks: Mapping[ReportKind, Callable[[BooksReader, ReportQuestions, ReportAbout], Walk]] = {
            ReportKind.BATCHES: self._batches,
            ReportKind.RECEIPTS: self._receipts,
            ReportKind.OVER_SHORT: self._over_short,
            ReportKind.BY_HOUR: self._by_hour,
        }
        return walks.get(self.shape.kind, self._entries)(books, questions, self.about)

    def _batches(self, books: BooksReader, _questions: ReportQuestions, about: ReportAbout) -> Walk:
        listed = [batch for batch in about.batches if batch.key > self._after[0]]
        for done in range(0, len(listed), BATCHES_A_STEP):
            rows = []
            for outline in listed[done : done + BATCHES_A_STEP]:
                batch = books.batch(outline.batch)
                if batch is not None:
                    rows.append(batch_row(batch, about.names, place=(outline.key, 0)))
            yield tuple(rows), WHOLE * (done + BATCHES_A_STEP) // (len(listed) + BATCHES_A_STEP)

    def _receipts(self, _books: BooksReader, questions: ReportQuestions, about: ReportAbout) -> Walk:
        for found, share in self._pages(questions, about):
            yield tuple(receipt_row(receipt, about.names) for receipt in found), share

    def _by_hour(self, _books: BooksReader, questions: ReportQuestions, about: ReportAbout) -> Walk:
        hours = [Hour() for _hour in range(24)]
        zone = ZoneInfo(about.time_zone)
        for found, share in self._pages(questions, about):
            for receipt in found:
                hour = hour_of(receipt.at, zone)
                hours[hour] = hours[hour].plus(receipt)
            yield (), share
        yield self._numbered(hour_rows(hours)), WHOLE

    def _pages(
        self, questions: ReportQuestions, about: ReportAbout
    ) -> Iterator[tuple[list[ReceiptFound], int]]:
        """Receipts in pages of one step each, batch after batch; small batches share a step."""
        key, after = self._after
        listed = [batch for batch in about.batches if batch.key >= key and batch.receipts]
        total, seen = sum(batch.receipts for batch in listed) or 1, 0
        zone, page = ZoneInfo(about.time_zone), list[ReceiptFound]()
        room = RECEIPTS_A_STEP
        for batch in listed:
            last = after if batch.key == key else 0
            while True:
                found = questions.report_receipts(batch, after=last, upto=about.head, limit=room)
                asked, room = room, room - len(found)
                seen += len(found)
                page += [one for one in found if self.scope.hour in (ANY_HOUR, hour_of(one.at, zone))]
                if found:
                    last = found[-1].place[1]
                if room == 0:
                    yield page, min(WHOLE - 1, WHOLE * seen // total)
                    page, room = [], RECEIPTS_A_STEP
                if len(found) < asked:
                    break
        if page:
            yield page, WHOLE - 1

    def _over_short(self, books: BooksReader, questions: ReportQuestions, about: ReportAbout) -> Walk:
        """By cashier, so that nothing can be shown before the last batch was read."""
        rows: list[Row] = []
        balanced: Counter[str] = Counter()
        for done, outline in enumerate(about.batches, 1):
            start = questions.report_start(outline)
            if start is not None:
                rows.append(start_row(outline, start, about.names))
            batch = books.batch(outline.batch) if outline.state is BatchState.BALANCED else None
            if batch is not None:
                balanced[about.names.get(batch.cashier, batch.cashier)] += 1
                rows += over_short_rows(batch, about.names)
            if done % BATCHES_A_STEP == 0:
                yield (), WHOLE * done // (len(about.batches) + 1)
        yield self._numbered(by_cashier(rows, balanced)), WHOLE

    def _numbered(self, rows: tuple[Row, ...]) -> tuple[Row, ...]:
        """Rows made at the end have places as well, for pages."""
        placed = (replace(row, place=(number, 0)) for number, row in enumerate(rows, 1))
        return tuple(row for row in placed if row.place > self._after)

    def _entries(self, books: BooksReader, questions: ReportQuestions, about: ReportAbout) -> Walk:
        begin, to = questions.report_span(about.batches, upto=about.head)
        wanted = {batch.batch for batch in about.batches}
        here = max(begin, self._after[0])
        while here < to:
            found, here = questions.report_entries(
                after=here, to=to, kinds=self.shape.kinds, limit=ENTRIES_A_STEP,
                approved_kinds=self.shape.approved_kinds,
            )  # fmt: skip
            rows = [row for entry in found if self._is_about(entry, wanted) for row in self._entry_rows(books, entry)]
            yield tuple(rows), WHOLE * (here - begin) // (to - begin)

    def _is_about(self, found: EntryFound, wanted: set[str]) -> bool:
        """Entries of the batches; a refusal at the station names no batch and goes by its date and who asked."""
        fact, scope = found.fact, self.scope
        batch = getattr(fact, "batch", None)
        if batch is not None:
            return batch in wanted
        batches = getattr(fact, "batches", None)
        if batches is not None:
            return bool(wanted & set(batches))
        is_mine = scope.cashier in ("", found.envelope.by) and not scope.batch
        return is_mine and scope.first <= found.envelope.business_date <= scope.last

    def _entry_rows(self, books: BooksReader, found: EntryFound) -> tuple[Row, ...]:
        names, fact = self.about.names if self.about is not None else {}, found.fact
        kind: Any = self.shape.kind
        if kind is ReportKind.VOIDS:
            receipt = books.receipt(str(getattr(fact, "receipt", "")))
            return () if receipt is None else (void_row(found, receipt, names),)
        if kind is ReportKind.OVERRIDES:
            return override_rows(found, names, books.opened)
        made: Any = fact
        if kind is ReportKind.NO_SALES:
            return (no_sale_row(found, made, names, books.opened),)
        return (reprint_row(found, made, names),)
