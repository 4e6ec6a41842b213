"""A print plan as plain text: for `citytill day --out`, and for eyes that compare slips."""

from dataclasses import replace

from app.domain.print_plan import Align, Barcode, Blank, Cut, Feed, Pair, PlanLine, PrintPlan, Rule, Size, Text
from app.domain.print_rows import rows_of

CUT_SIGN = "~"


def plan_text(plan: PrintPlan) -> str:
    """One text line a row of the roll, no trailing spaces, ending with a line break; a cut is a row of `~`.

    Sizes are not shown: a BIG figure stands in the same column as the figures above it.
    """
    rows = [row.rstrip() for line in plan.lines for row in _rows(line, plan.columns)]
    return "\n".join(rows) + "\n"


def _rows(line: PlanLine, columns: int) -> list[str]:
    match line:
        case Barcode():
            return [f"||| {line.data} |||".center(columns)]
        case Feed():
            return [""] * line.lines
        case Cut():
            return [CUT_SIGN * columns]
        case Text() | Pair():
            plain = replace(line, size=Size.NORMAL)
            return [_placed(row.text, row.align, columns) for row in rows_of(plain, columns=columns)]
        case Rule() | Blank():
            return [row.text for row in rows_of(line, columns=columns)]


def _placed(text: str, align: Align, columns: int) -> str:
    match align:
        case Align.LEFT:
            return text
        case Align.CENTRE:
            return " " * ((columns - len(text)) // 2) + text
        case Align.RIGHT:
            return text.rjust(columns)
