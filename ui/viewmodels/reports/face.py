"""A report as the screen says it: columns, cells, totals and the figures of the band."""

from app.domain.money import Money
from app.domain.reports.catalogue import ReportShape
from app.domain.reports.document import ReportHead
from app.domain.reports.scope import ReportKind
from app.domain.reports.table import Column, ColumnKind, Row, RowState, Totals, Value, total_cells
from app.frozen import frozen
from ui.look.cells import Cell
from ui.viewmodels.batches import words

_BADGES = {
    RowState.VOID: ("risk", "x"), RowState.OPEN: ("neutral", ""), RowState.COUNTED: ("attention", "search"),
    RowState.REJECTED: ("line", "arrow-back-up"), RowState.BALANCED: ("neutral", "check"),
    RowState.WAITING: ("attention", "hourglass"), RowState.REFUSED: ("inverse", "ban"),
    RowState.APPROVED: ("neutral", "check"),
}  # fmt: skip
_NOUNS = {
    ReportKind.BATCHES: ("batch", "batches"), ReportKind.RECEIPTS: ("receipt", "receipts"),
    ReportKind.VOIDS: ("void", "voids"), ReportKind.OVERRIDES: ("answer", "answers"),
    ReportKind.NO_SALES: ("no-sale", "no-sales"), ReportKind.REPRINTS: ("reprint", "reprints"),
    ReportKind.OVER_SHORT: ("difference", "differences"), ReportKind.BY_HOUR: ("hour", "hours"),
}  # fmt: skip
_BAND = {ReportKind.BATCHES: (8, 5, 6, 7, 9, 10), ReportKind.BY_HOUR: (5, 1, 2, 3, 4, 7)}
_RECEIPTS, _VOIDS = 3, 6


@frozen
class HeadFigure:
    """One figure of the band; `leads_to` is the report it is made of."""

    key: str
    label: str
    amount: str
    second: str
    is_risk: bool
    leads_to: ReportKind


def row_cells(head: ReportHead, row: Row) -> list[Cell]:
    """The shown cells of a row."""
    tone = "ink3" if not row.counts and not row.is_subtotal else ""
    return [_cell(head.shape.columns[at], row.cells[at], head.time_zone, tone) for at in head.shown]


def total_texts(head: ReportHead, totals: Totals) -> list[str]:
    """What stands under the last row, column by column; nothing where no column has a total."""
    columns = head.shape.columns
    sums = total_cells(columns, totals)
    if not any(column.is_summed for column in columns):
        return []
    texts = [cell_text(columns[at], sums[at], head.time_zone) for at in head.shown]
    return [words.tr("Total"), *texts[1:]]


def figures_of(shape: ReportShape, totals: Totals) -> list[HeadFigure]:
    """Up to six figures; each leads to the report that holds what it is made of."""
    columns, kind = shape.columns, shape.kind
    shown = _BAND.get(kind) or tuple(at for at, column in enumerate(columns) if column.is_summed)
    void = words.tr("{n} of them void").format(n=totals.not_counted) if totals.not_counted else ""
    found = []
    if kind not in _BAND:
        found.append(HeadFigure("rows", words.tr(_NOUNS[kind][1]).capitalize(), f"{totals.rows:,}", void, False, kind))
    for at in shown:
        column, value = columns[at], totals.sums[at]
        second = _behind(kind, column, totals)
        found.append(
            HeadFigure(
                f"sum_{at}", words.tr(column.title), cell_text(column, value, ""), second,
                column.is_risk and value != 0, _leads_to(shape, column),
            )
        )  # fmt: skip
    return found


def _behind(kind: ReportKind, column: Column, totals: Totals) -> str:
    """The second line of a figure."""
    if kind is ReportKind.BATCHES and column.title == "Received":
        return f"{noun(kind, totals.rows)}, {noun(ReportKind.RECEIPTS, totals.sums[_RECEIPTS])}"
    if kind is ReportKind.BY_HOUR and column.title == "Receipts":
        return words.tr("{n} void").format(n=totals.sums[_VOIDS])
    if column.is_risk:
        return words.tr("gross, never netted")
    return ""


def cell_text(column: Column, value: Value, zone: str) -> str:
    """A cell's words: amounts without sign, days as `Sat 21 Nov`, times on the city's clock."""
    if value is None or value == "":
        return ""
    if isinstance(value, int):
        return str(Money(value)) if column.kind is ColumnKind.AMOUNT else f"{value:,}"
    if column.kind is ColumnKind.DAY:
        return words.day(value)
    if column.kind is ColumnKind.TIME:
        return words.clock_time(value, zone)
    return str(value)


def noun(kind: ReportKind, count: int) -> str:
    """`1 receipt`, `12,345 receipts`."""
    one, many = _NOUNS[kind]
    return f"{count:,} {words.tr(one) if count == 1 else words.tr(many)}"


def badge_of(state: str) -> Cell:
    """A row's state."""
    found = RowState(state)
    tone, icon = _BADGES.get(found, ("neutral", ""))
    return Cell(words.tr(found.value), tone, icon) if found else Cell()


def _cell(column: Column, value: Value, zone: str, tone: str) -> Cell:
    if column.kind is ColumnKind.STATE:
        return badge_of(str(value or ""))
    text = cell_text(column, value, zone)
    if column.is_risk and isinstance(value, int):
        return Cell(text, "risk" if value else "ink3")
    is_quiet = column.kind in (ColumnKind.DAY, ColumnKind.TIME) or (value == 0 and column.kind.is_figure)
    return Cell(text, tone or ("ink3" if value == 0 else "ink2") if is_quiet or tone else "")


def _leads_to(shape: ReportShape, column: Column) -> ReportKind:
    if column.is_risk:
        return ReportKind.OVER_SHORT
    if "Voids" in column.title or shape.kind is ReportKind.VOIDS:
        return ReportKind.VOIDS
    return ReportKind.RECEIPTS
