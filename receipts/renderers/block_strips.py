"""The other blocks of a sheet as strips: facts, figures, notes, lines to sign on, a box for a stamp."""

from collections.abc import Iterator

from receipts.renderers.ink import (
    BAR,
    BAR_TOP,
    HAIR,
    INK,
    INK2,
    INK3,
    LINE,
    LINE2,
    Anchor,
    Box,
    Face,
    Line,
    Mark,
    Measure,
    Points,
    Words,
)
from receipts.renderers.strips import LEADING, NARROW_WIDTH, PAGE_WIDTH, SMALL, Strip, height_of, lines_of, moved
from receipts.renderers.table_strips import table_strips
from receipts.sheet import Bars, Beside, Block, Facts, Figures, Note, SignLines, StampBox, Table

_FACT: Points = 10.0
_FIGURE: Points = 16.0
_GUTTER: Points = 12.0
_SIGN_ROOM: Points = 34.0
_BARS_TOP: Points = 30.0
_BARS_HIGH: Points = 120.0
_BAR_WIDTH: Points = 34.0


def block_strips(block: Block, measure: Measure, page_width: Points = PAGE_WIDTH) -> list[Strip]:
    """Every block has its way onto paper of that width; what is signed or stamped lies on an upright page."""
    match block:
        case Facts():
            return list(_facts(block, measure, page_width))
        case Figures():
            return [_figures(block, measure, page_width)]
        case Table():
            return table_strips(block, measure, page_width)
        case Bars():
            return [_bars(block, page_width)]
        case Beside():
            return [_beside(block, measure)]
        case Note():
            return [_note(block, measure, page_width)]
        case SignLines():
            return [_sign_lines(block)]
        case StampBox():
            return [_stamp_box(block)]


def _facts(block: Facts, measure: Measure, page_width: Points) -> Iterator[Strip]:
    width = page_width / block.across
    for start in range(0, len(block.pairs), block.across):
        row = block.pairs[start : start + block.across]
        marks: list[Mark] = []
        labelled = any(label for label, _ in row)
        base = 9.0 + (LEADING if labelled else 0.0)
        high = 0.0
        for place, (label, value) in enumerate(row):
            x = place * width
            value_words = lines_of(
                value, x=x, y=base, width=width - _GUTTER, measure=measure, face=Face.SANS_MEDIUM, size=_FACT
            )
            marks += [Words(x, 8.0, label, Face.SANS, SMALL, INK3), *value_words]
            high = max(high, height_of(value_words))
        yield Strip(base + high + 8.0, tuple(marks))


def _figures(block: Figures, measure: Measure, page_width: Points) -> Strip:
    natural = [max(measure(label, Face.SANS, SMALL), measure(figure, Face.SANS_STRONG, _FIGURE),
                   measure(below, Face.SANS, SMALL)) for label, figure, below in block.figures]  # fmt: skip
    spare = (page_width - sum(natural)) / len(natural)
    height = 46.0
    marks: list[Mark] = []
    left = 0.0
    for place, (label, figure, below) in enumerate(block.figures):
        x = left + (min(_GUTTER, spare / 2) if place else 0.0)
        if place:
            marks.append(Line(left, 6, left, height - 2, HAIR, LINE))
        marks += [
            Words(x, 14, label, Face.SANS, SMALL, INK2),
            Words(x, 31, figure, Face.SANS_STRONG, _FIGURE, INK),
            Words(x, 42, below, Face.SANS, SMALL, INK3),
        ]
        left += natural[place] + spare
    return Strip(height + 4.0, tuple(marks))


def _bars(block: Bars, page_width: Points) -> Strip:
    """Bars from one base line, the tallest in ink, three lines behind them."""
    top = max((tall for _label, tall, _figure in block.bars), default=0) or 1
    marks: list[Mark] = [Words(0, 8, block.title, Face.SANS_MEDIUM, SMALL, INK2)]
    base = _BARS_TOP + _BARS_HIGH
    for part in range(1, 4):
        y = base - _BARS_HIGH * part / 3
        marks.append(Line(0, y, page_width, y, HAIR, LINE))
    step = page_width / max(1, len(block.bars))
    width = min(_BAR_WIDTH, step * 0.62)
    for place, (label, tall, figure) in enumerate(block.bars):
        middle = (place + 0.5) * step
        high = _BARS_HIGH * tall / top
        colour = BAR_TOP if tall == top else BAR
        marks += [
            Box(middle - width / 2, base - high, width, high, colour, filled=True),
            Words(middle, base - high - 4, figure, Face.SANS_MEDIUM, SMALL, INK, Anchor.CENTRE),
            Words(middle, base + 11, label, Face.SANS, SMALL, INK2, Anchor.CENTRE),
        ]
    marks.append(Line(0, base, page_width, base, HAIR, LINE2))
    return Strip(base + 22.0, tuple(marks))


def _beside(block: Beside, measure: Measure) -> Strip:
    marks: list[Mark] = []
    high = 0.0
    for table, x in ((block.left, 0.0), (block.right, PAGE_WIDTH - NARROW_WIDTH)):
        y = 0.0
        for strip in table_strips(table, measure):
            marks += [moved(mark, x, y) for mark in strip.marks]
            y += strip.height
        high = max(high, y)
    return Strip(high, tuple(marks))


def _note(block: Note, measure: Measure, page_width: Points) -> Strip:
    face = Face.SANS_STRONG if block.strong else Face.SANS
    words = lines_of(block.text, x=0.0, y=14.0, width=page_width, measure=measure, face=face, size=8.5, colour=INK2)
    return Strip(14.0 + height_of(words) + 6.0, words)


def _sign_lines(block: SignLines) -> Strip:
    width = PAGE_WIDTH / len(block.labels)
    marks: list[Mark] = []
    for place, label in enumerate(block.labels):
        x = place * width
        marks += [
            Line(x, _SIGN_ROOM, x + width - 2 * _GUTTER, _SIGN_ROOM, HAIR, LINE2),
            Words(x, _SIGN_ROOM + 10, label, Face.SANS, SMALL, INK3),
        ]
    return Strip(_SIGN_ROOM + 16.0, tuple(marks))


def _stamp_box(block: StampBox) -> Strip:
    height = block.lines * LEADING
    frame = Box(0, 10, PAGE_WIDTH / 2 - 2 * _GUTTER, height, LINE2)
    return Strip(height + 14.0, (frame, Words(6, 21, block.label, Face.SANS, SMALL, INK3)))
