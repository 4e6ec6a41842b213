"""A report on paper, in the style of the close report; receipts by hour with their bars (features K1, K3, K4)."""

from collections.abc import Mapping, Sequence
from datetime import date, tzinfo
from zoneinfo import ZoneInfo

from app.domain.reports.by_hour import RECEIPTS_COLUMN, hour_short
from app.domain.reports.document import PAPER_ROWS, ReportDocument, ReportHead, ReportTooLongError
from app.domain.reports.scope import ReportKind
from app.domain.reports.table import Column, ColumnKind, RowState, Totals, Value, total_cells
from app.settings.policy import Policy
from receipts.layouts import wording
from receipts.layouts.sheet_parts import sheet
from receipts.sheet import Bars, Facts, Figures, Note, Section, Sheet, Table
from receipts.sheet import Column as SheetColumn

_UPRIGHT_COLUMNS = 8
_TOTAL = "Total"
_BAND = {ReportKind.BATCHES: (8, 5, 6, 7, 9, 10), ReportKind.BY_HOUR: (5, 1, 2, 3, 7)}
_FIRM = (ColumnKind.NUMBER, ColumnKind.DAY, ColumnKind.TIME)
_SILENT = (RowState.NONE, RowState.BALANCED, RowState.APPROVED)


def report_sheet(document: ReportDocument, *, policy: Policy) -> Sheet:
    """The report as a sheet; a column that says the same everywhere (one day, one batch) is left to the heading.

    Raises:
        ReportTooLongError: more rows than anybody reads on paper.
    """
    head, rows = document.head, document.rows
    if len(rows) > PAPER_ROWS:
        raise ReportTooLongError(len(rows))
    shown = tuple(at for at in head.shown if not _is_silent(document, at))
    columns = tuple(_column(head.shape.columns[place]) for place in shown)
    zone = ZoneInfo(head.time_zone)
    table = Table(
        columns,
        tuple(tuple(_cell(head.shape.columns[at], row.cells[at], zone) for at in shown) for row in rows),
        _total(head, document.totals, shown),
    )
    notes = (Note(head.hidden_words, strong=True),) if head.hidden_words else ()
    bars = _bars(document) if head.shape.kind is ReportKind.BY_HOUR and rows else ()
    body: Table | Note = table if rows else Note("Nothing of this kind on these dates.")
    made = sheet(
        policy,
        title=head.shape.title,
        number=days_words(head),
        practice=head.is_practice,
        sections=(Section("", (_facts(head, zone), *_figures(document), *notes, *bars, body)),),
    )
    if len(columns) <= _UPRIGHT_COLUMNS:
        return made
    return Sheet(made.issuer, made.place, made.title, made.number, made.mark, made.sections, is_wide=True)


def days_words(head: ReportHead) -> str:
    """`Sat 21 Nov 2026`, or from one to another."""
    scope = head.scope
    first = wording.business_day(scope.first)
    return first if scope.is_one_day else f"{first} to {wording.business_day(scope.last)}"


def _is_silent(document: ReportDocument, at: int) -> bool:
    """A column of states that would stay empty on paper."""
    is_state = document.head.shape.columns[at].kind is ColumnKind.STATE
    return is_state and all(row.cells[at] in (None, *_SILENT) for row in document.rows)


def _column(column: Column) -> SheetColumn:
    return SheetColumn(
        column.title, column.kind.is_figure, share=3 if column.is_wide else 1, is_firm=column.kind in _FIRM
    )


def _cell(column: Column, value: Value, zone: tzinfo) -> str:
    if value is None or value == "":
        return ""
    if isinstance(value, int):
        return wording.figure(value) if column.kind is ColumnKind.AMOUNT else str(value)
    if column.kind is ColumnKind.DAY:
        day = date.fromisoformat(value)
        return f"{day.month:02d}/{day.day:02d}/{day.year % 100:02d}"
    if column.kind is ColumnKind.TIME:
        return wording.time(wording.local(value, zone))
    if column.kind is ColumnKind.STATE and value in _SILENT:
        return ""
    return str(value)


def _total(head: ReportHead, totals: Totals, shown: Sequence[int]) -> tuple[tuple[str, ...], ...]:
    columns = head.shape.columns
    if not any(column.is_summed for column in columns):
        return ()
    sums = total_cells(columns, totals)
    sign = len(shown) <= _UPRIGHT_COLUMNS  # the figures above carry it; many columns need the room
    cells = [_sum(columns[at], sums[at], sign=sign) for at in shown]
    return ((_TOTAL, *cells[1:]),)


def _sum(column: Column, value: Value, *, sign: bool = True) -> str:
    if not isinstance(value, int):
        return ""
    if column.kind is not ColumnKind.AMOUNT:
        return str(value)
    return wording.dollars(value) if sign else wording.figure(value)


def _facts(head: ReportHead, zone: tzinfo) -> Facts:
    pairs: Mapping[str, str] = {
        "Station": head.station,
        "Batch": head.scope.batch or "All",
        "Cashier": head.cashier or "All",
        "As of": wording.moment(head.as_of, zone),
    }
    return Facts(tuple(pairs.items()), across=4)


def _figures(document: ReportDocument) -> tuple[Figures, ...]:
    columns, totals = document.head.shape.columns, document.totals
    shown = _BAND.get(document.head.shape.kind) or tuple(at for at, column in enumerate(columns) if column.is_summed)
    found = tuple((columns[at].title, _sum(columns[at], totals.sums[at]), "") for at in shown)
    return (Figures(found),) if found else ()


def _bars(document: ReportDocument) -> tuple[Bars, ...]:
    bars = []
    for row in document.rows:
        count = row.cells[RECEIPTS_COLUMN]
        tall = count if isinstance(count, int) else 0
        hour = hour_short(int(row.opens.key)) if row.opens is not None else str(row.cells[0])
        bars.append((hour, tall, str(tall) if tall else ""))
    return (Bars("Receipts taken in each hour", tuple(bars)),)
