"""A print plan as drawn paper without Qt: rows and bars with their places, for the window's preview and the PDF."""

from typing import TypeAlias

from app.domain.print_plan import Align, Barcode, Blank, Cut, Feed, Pair, PlanLine, PrintPlan, Rule, Text
from app.domain.print_rows import rows_of
from app.frozen import frozen
from receipts.renderers.code128 import bars

BARCODE_ROWS = 3


@frozen
class DrawnText:
    """Characters at a place: `column` from the left and `row` from the top in normal characters.

    `wide` and `high` are multiples of the normal character; a high row takes the space of `high` rows from `row` on.
    """

    row: int
    column: int
    text: str
    bold: bool = False
    wide: int = 1
    high: int = 1


@frozen
class DrawnRule:
    """A dashed line through the middle of a row."""

    row: int


@frozen
class DrawnBars:
    """Code 128, centred, `high` rows from `row` on: widths of bar, space, bar ... in modules, and what it says."""

    row: int
    high: int
    widths: tuple[int, ...]
    data: str

    @property
    def modules(self) -> int:
        """The whole width in modules."""
        return sum(self.widths)


@frozen
class DrawnCut:
    """The end of a paper, above `row`."""

    row: int


Drawn: TypeAlias = DrawnText | DrawnRule | DrawnBars | DrawnCut


@frozen
class Roll:
    """A piece of paper: so many columns wide, so many rows long."""

    columns: int
    rows: int
    drawn: tuple[Drawn, ...]


def draw(plan: PrintPlan) -> Roll:
    """Lay a plan out on its roll; what the printer wraps is wrapped here in the same places."""
    row = 0
    drawn: list[Drawn] = []
    for line in plan.lines:
        pieces, high = _draw_line(line, row, plan.columns)
        drawn += pieces
        row += high
    return Roll(plan.columns, row, tuple(drawn))


def _draw_line(line: PlanLine, row: int, columns: int) -> tuple[list[Drawn], int]:
    match line:
        case Text() | Pair():
            return _draw_rows(line, row, columns)
        case Rule():
            return [DrawnRule(row)], 1
        case Blank():
            return [], 1
        case Barcode():
            below = DrawnText(row + BARCODE_ROWS, (columns - len(line.data)) // 2, line.data)
            return [DrawnBars(row, BARCODE_ROWS, bars(line.data), line.data), below], BARCODE_ROWS + 1
        case Feed():
            return [], line.lines
        case Cut():
            return [DrawnCut(row)], 0


def _draw_rows(line: Text | Pair, row: int, columns: int) -> tuple[list[Drawn], int]:
    drawn: list[Drawn] = []
    used = 0
    for piece in rows_of(line, columns=columns):
        wide, high = piece.size.width, piece.size.height
        room = columns - len(piece.text) * wide
        column = {Align.LEFT: 0, Align.CENTRE: room // 2, Align.RIGHT: room}[piece.align]
        if piece.text.strip():
            drawn.append(DrawnText(row + used, column, piece.text, piece.bold, wide, high))
        used += high
    return drawn, used
