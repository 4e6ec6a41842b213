"""A table as strips: head, rows, totals; figures are never wrapped or cut, text shares the room that is left."""

from collections.abc import Sequence
from dataclasses import replace

from receipts.renderers.ink import HAIR, INK, INK2, LINE, LINE2, Anchor, Face, Line, Mark, Measure, Points, Words
from receipts.renderers.strips import BODY, LEADING, NARROW_WIDTH, PAGE_WIDTH, SMALL, Strip, wrapped
from receipts.sheet import Column, Table

_GAP: Points = 14.0
_CLOSE_GAP: Points = 9.0
_MANY_COLUMNS = 9
_ROW_PAD: Points = 4.5
_HEAD_HEIGHT: Points = 17.0
_BASE: Points = 9.6


def table_strips(table: Table, measure: Measure, page_width: Points = PAGE_WIDTH) -> list[Strip]:
    """The head and the first row stay together, the last row stays with the totals."""
    width = NARROW_WIDTH if table.is_narrow else page_width
    widths = column_widths(table, width, measure)
    head = _head(table.columns, widths)
    rows = [replace(_row(table.columns, widths, row, measure), again=head) for row in table.rows]
    if rows and table.totals:
        rows[-1] = replace(rows[-1], with_next=True)
    totals = [
        _row(table.columns, widths, row, measure, face=Face.SANS_STRONG, over=LINE2 if n == 0 else LINE)
        for n, row in enumerate(table.totals)
    ]
    return [head, *rows, *totals]


def column_widths(table: Table, width: Points, measure: Measure) -> tuple[Points, ...]:
    """Points for each column, its gap included; the sum is the table's width."""
    natural = [_natural(table, place, measure) for place in range(len(table.columns))]
    texts = [place for place, column in enumerate(table.columns) if not column.is_whole]
    room = width - sum(natural[place] for place, column in enumerate(table.columns) if column.is_whole)
    given = dict(enumerate(natural))
    tight = list(texts)
    while tight and sum(natural[place] for place in tight) > room:
        share = room / sum(table.columns[place].share for place in tight)
        fitting = [place for place in tight if natural[place] <= share * table.columns[place].share]
        if not fitting:
            given |= {place: share * table.columns[place].share for place in tight}
            return tuple(given[place] for place in range(len(natural)))
        room -= sum(natural[place] for place in fitting)
        tight = [place for place in tight if place not in fitting]
    spare = room - sum(natural[place] for place in tight)
    shares = sum(table.columns[place].share for place in texts)
    for place in texts:
        given[place] += spare * table.columns[place].share / shares
    return tuple(given[place] for place in range(len(natural)))


def _natural(table: Table, place: int, measure: Measure) -> Points:
    head = measure(table.columns[place].title, Face.SANS_MEDIUM, SMALL)
    size = _size(table.columns)
    body = [measure(row[place], Face.SANS_MEDIUM, size) for row in table.rows]
    totals = [measure(row[place], Face.SANS_STRONG, size) for row in table.totals]
    return max(head, *body, *totals, 0.0) + _gap(table.columns) + _after(table.columns, place)


def _after(columns: Sequence[Column], place: int) -> Points:
    """A figure keeps its distance from a text at its right."""
    text_follows = place + 1 < len(columns) and not columns[place + 1].is_figure
    return _gap(columns) if columns[place].is_figure and text_follows else 0.0


def _gap(columns: Sequence[Column]) -> Points:
    """Between two columns; many of them stand closer."""
    return _CLOSE_GAP if len(columns) > _MANY_COLUMNS else _GAP


def _size(columns: Sequence[Column]) -> Points:
    """Many columns are printed smaller."""
    return SMALL if len(columns) > _MANY_COLUMNS else BODY


def _head(columns: Sequence[Column], widths: Sequence[Points]) -> Strip:
    marks: list[Mark] = []
    left = 0.0
    for place, (column, width) in enumerate(zip(columns, widths, strict=True)):
        x, anchor = _place(column, left, width - _after(columns, place))
        marks.append(Words(x, _BASE, column.title, Face.SANS_MEDIUM, SMALL, INK2, anchor))
        left += width
    bottom = _HEAD_HEIGHT - HAIR
    return Strip(_HEAD_HEIGHT, (*marks, Line(0, bottom, left, bottom, HAIR, LINE2)), with_next=True)


def _row(
    columns: Sequence[Column],
    widths: Sequence[Points],
    cells: Sequence[str],
    measure: Measure,
    *,
    face: Face = Face.SANS,
    over: str = "",
) -> Strip:
    marks: list[Mark] = []
    left = 0.0
    high = 1
    size = _size(columns)
    for place, (column, width, cell) in enumerate(zip(columns, widths, cells, strict=True)):
        x, anchor = _place(column, left, width - _after(columns, place))
        shown = Face.SANS_MEDIUM if column.is_figure and face is Face.SANS else face
        room = width - _gap(columns)
        rows = (cell,) if column.is_whole else wrapped(cell, room, face=shown, size=size, measure=measure)
        high = max(high, len(rows))
        for n, text in enumerate(rows):
            if text:
                marks.append(Words(x, _ROW_PAD + _BASE + n * LEADING, text, shown, size, INK, anchor))
        left += width
    height = 2 * _ROW_PAD + _BASE + (high - 1) * LEADING
    if over:
        marks.append(Line(0, 0, left, 0, HAIR, over))
        return Strip(height, tuple(marks))
    return Strip(height, (*marks, Line(0, height, left, height, HAIR, LINE)))


def _place(column: Column, left: Points, width: Points) -> tuple[Points, Anchor]:
    return (left + width, Anchor.RIGHT) if column.is_figure else (left, Anchor.LEFT)
