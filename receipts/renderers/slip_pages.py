"""Slips as pages: one page as wide as the roll, or many slips side by side on letter sheets."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from app.domain.print_plan import PrintPlan
from receipts.renderers.ink import (
    HAIR,
    INK,
    INK3,
    LETTER,
    LINE,
    LINE2,
    Anchor,
    Box,
    Face,
    Line,
    Mark,
    Page,
    Points,
    Words,
)
from receipts.renderers.pdf import write_pdf
from receipts.renderers.roll import Drawn, DrawnBars, DrawnCut, DrawnRule, DrawnText, Roll, draw

_MM = 72 / 25.4
_NARROW_COLUMNS = 32
_NARROW_ROLL = 58 * _MM
_WIDE_ROLL = 80 * _MM
_ROLL_MARGIN = 4 * _MM
_EM_PER_COLUMN = 0.6  # IBM Plex Mono: every sign is 0.6 em wide
_ROW_PER_EM = 1.32
_BASE_PER_ROW = 0.74
_QUIET_MODULES = 20
_MODULE_LIMIT = 0.95
_SHEET_MARGIN = 30.0
_SHEET_FOOT = 22.0
_SLIPS_ACROSS = 3
_GUTTER = 12.0
_SLIP_PADDING = 8.0


def slip_pdf(plan: PrintPlan, *, title: str) -> bytes:
    """One slip on a page of its own, as wide as its roll (80 mm, or 58 mm for 32 columns) and as long as it is."""
    roll = draw(plan)
    width = _NARROW_ROLL if roll.columns <= _NARROW_COLUMNS else _WIDE_ROLL
    column = (width - 2 * _ROLL_MARGIN) / roll.columns
    marks = tuple(_marks(roll, x=_ROLL_MARGIN, y=_ROLL_MARGIN, column=column))
    page = Page(width, roll.rows * _row_height(column) + 2 * _ROLL_MARGIN, marks)
    return write_pdf((page,), title=title)


def slips_pdf(plans: Iterable[PrintPlan], *, title: str) -> bytes:
    """Many slips on letter pages, three side by side, in the order given; the title and the page stand below each."""
    pages = sheets([draw(plan) for plan in plans])
    finished = (replace(page, marks=page.marks + _foot(title, n, len(pages))) for n, page in enumerate(pages, 1))
    return write_pdf(finished, title=title)


def _row_height(column: Points) -> Points:
    return column / _EM_PER_COLUMN * _ROW_PER_EM


def sheets(rolls: Sequence[Roll]) -> list[Page]:
    """The rolls in boxes on letter pages, column by column; no foot yet."""
    width, height = LETTER
    slip_width = (width - 2 * _SHEET_MARGIN - (_SLIPS_ACROSS - 1) * _GUTTER) / _SLIPS_ACROSS
    inner = slip_width - 2 * _SLIP_PADDING
    bottom = height - _SHEET_MARGIN - _SHEET_FOOT
    pages: list[Page] = []
    marks: list[Mark] = []
    across, y = 0, _SHEET_MARGIN
    for roll in rolls:
        column = inner / roll.columns
        row = _row_height(column)
        room = int((bottom - _SHEET_MARGIN - 2 * _SLIP_PADDING) / row)
        for piece in cut_to_length(roll, room):
            tall = piece.rows * row + 2 * _SLIP_PADDING
            if y + tall > bottom:
                across, y = across + 1, _SHEET_MARGIN
            if across == _SLIPS_ACROSS:
                pages.append(Page(width, height, tuple(marks)))
                marks, across = [], 0
            x = _SHEET_MARGIN + across * (slip_width + _GUTTER)
            marks.append(Box(x, y, slip_width, tall, LINE))
            marks += _marks(piece, x=x + _SLIP_PADDING, y=y + _SLIP_PADDING, column=column)
            y += tall + _GUTTER
    return [*pages, Page(width, height, tuple(marks))]


def cut_to_length(roll: Roll, room: int) -> Iterator[Roll]:
    """The roll in pieces of at most `room` rows; nothing is cut through."""
    start = 0
    while roll.rows - start > room:
        end = start + room
        through = [piece.row for piece in roll.drawn if piece.row < end < piece.row + _height(piece)]
        end = min(through, default=end)
        yield _between(roll, start, end)
        start = end
    yield _between(roll, start, roll.rows)


def _between(roll: Roll, start: int, end: int) -> Roll:
    inside = (piece for piece in roll.drawn if start <= piece.row < end or piece.row == end == roll.rows)
    return Roll(roll.columns, end - start, tuple(replace(piece, row=piece.row - start) for piece in inside))


def _height(piece: Drawn) -> int:
    return piece.high if isinstance(piece, DrawnText | DrawnBars) else 1


def _marks(roll: Roll, *, x: Points, y: Points, column: Points) -> Iterator[Mark]:
    row = _row_height(column)
    size = column / _EM_PER_COLUMN
    for piece in roll.drawn:
        top = y + piece.row * row
        match piece:
            case DrawnText():
                face = Face.MONO_STRONG if piece.bold else Face.MONO
                base = top + row * (piece.high - 1 + _BASE_PER_ROW)
                left = x + piece.column * column
                yield Words(left, base, piece.text, face, size * piece.wide, INK, high=piece.high // piece.wide or 1)
            case DrawnRule():
                yield Line(x, top + row / 2, x + roll.columns * column, top + row / 2, HAIR, LINE2, dashed=True)
            case DrawnBars():
                yield from _bars(piece, x=x, y=top, width=roll.columns * column, row=row)
            case DrawnCut():
                pass


def _bars(piece: DrawnBars, *, x: Points, y: Points, width: Points, row: Points) -> Iterator[Mark]:
    module = min(_MODULE_LIMIT, width / (piece.modules + _QUIET_MODULES))
    left = x + (width - piece.modules * module) / 2
    for place, wide in enumerate(piece.widths):
        if place % 2 == 0:
            yield Box(left, y + row * 0.2, wide * module, row * (piece.high - 0.4), INK, filled=True)
        left += wide * module


def _foot(title: str, page: int, pages: int) -> tuple[Mark, ...]:
    width, height = LETTER
    base = height - _SHEET_MARGIN
    return (
        Words(_SHEET_MARGIN, base, title, size=8, colour=INK3),
        Words(width - _SHEET_MARGIN, base, f"Page {page} of {pages}", size=8, colour=INK3, anchor=Anchor.RIGHT),
    )
