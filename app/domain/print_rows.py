"""How the lines of a print plan fall into rows of a roll; printer, preview and practice paper use the same rows."""

import textwrap

from app.domain.print_plan import Align, Barcode, Blank, Cut, Feed, Pair, PlanLine, Rule, Size, Text
from app.frozen import frozen

RULE_SIGN = "-"


@frozen
class Row:
    """One printed row of text, as wide as it is; `align` says where it stands."""

    text: str
    align: Align = Align.LEFT
    bold: bool = False
    size: Size = Size.NORMAL


def rows_of(line: PlanLine, *, columns: int) -> tuple[Row, ...]:
    """The text rows of one line on a roll of that many columns; none for a barcode, a feed or a cut."""
    match line:
        case Text():
            wrapped = wrap(line.text, columns // line.size.width)
            return tuple(Row(row, line.align, line.bold, line.size) for row in wrapped)
        case Pair():
            pair = pair_rows(line.left, line.right, columns // line.size.width)
            return tuple(Row(row, Align.LEFT, line.bold, line.size) for row in pair)
        case Rule():
            return (Row(RULE_SIGN * columns),)
        case Blank():
            return (Row(""),)
        case Barcode() | Feed() | Cut():
            return ()


def wrap(text: str, columns: int) -> tuple[str, ...]:
    """The text in rows of at most that many characters; an indent at its start is kept; never no row."""
    indent = text[: len(text) - len(text.lstrip(" "))][: columns // 2]
    rows = textwrap.wrap(
        text.strip(), columns, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False, tabsize=1
    )
    return tuple(rows) or ("",)


def pair_rows(left: str, right: str, columns: int) -> tuple[str, ...]:
    """Label and figure in one row; a label that does not fit wraps above, and the figure is never cut or wrapped away.

    A figure wider than the roll (it cannot be an amount) is wrapped too.
    """
    room = columns - len(right) - 1
    if not right:
        return wrap(left, columns)
    if room < 1:
        return (*(wrap(left, columns) if left else ()), *(row.rjust(columns) for row in wrap(right, columns)))
    if len(left) <= room:
        return (left + right.rjust(columns - len(left)),)
    *above, last = wrap(left, columns)
    if len(last) > room:
        return (*above, last, right.rjust(columns))
    return (*above, last + right.rjust(columns - len(last)))
