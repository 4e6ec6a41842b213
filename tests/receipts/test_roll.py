"""The preview's paper stands as the printer's: same rows, same places, nothing outside the roll."""

import pytest

from app.domain.print_plan import Align, Barcode, Blank, Cut, Feed, Pair, PrintPlan, Rule, Size, Text
from receipts.renderers.roll import DrawnBars, DrawnCut, DrawnRule, DrawnText, draw
from tests.receipts.test_receipt_layout import SLIPS


def test_every_line_of_a_plan_has_its_place_on_the_roll() -> None:
    lines = (
        Text("CITY", Align.CENTRE, bold=True), Rule(), Blank(), Pair("cash", "1.00"),
        Pair("CHANGE", "$1.00", bold=True, size=Size.BIG), Feed(2), Text("right", Align.RIGHT), Cut(),
    )  # fmt: skip
    roll = draw(PrintPlan(lines, columns=20))
    assert roll.drawn == (
        DrawnText(0, 8, "CITY", bold=True),
        DrawnRule(1),
        DrawnText(3, 0, "cash            1.00"),
        DrawnText(4, 0, "CHANGE", bold=True, wide=2, high=2),
        DrawnText(6, 0, "     $1.00", bold=True, wide=2, high=2),
        DrawnText(10, 15, "right"),
        DrawnCut(11),
    )
    assert roll.rows == 11


def test_a_barcode_takes_its_rows_and_says_its_number_below() -> None:
    bars, below = draw(PrintPlan((Barcode("DT1B-000147"),))).drawn
    assert isinstance(bars, DrawnBars)
    assert (bars.row, bars.high, bars.modules) == (0, 3, 156)
    assert below == DrawnText(3, 15, "DT1B-000147")


@pytest.mark.parametrize("name", SLIPS)
def test_nothing_is_drawn_outside_the_paper(name: str) -> None:
    roll = draw(SLIPS[name]())
    for piece in roll.drawn:
        if isinstance(piece, DrawnText):
            assert 0 <= piece.column <= roll.columns - len(piece.text) * piece.wide
            assert piece.row + piece.high <= roll.rows
