"""The grid's model: what it answers, and that thousands of lines cost little to ask (hot-path 5)."""

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QAbstractItemModelTester

from app.domain.facts.receipts import BucketAmount, PaidLine
from app.domain.mail import AsideItem
from app.domain.tender import Tender
from ui.viewmodels.mail.grid import MailGrid
from ui.viewmodels.mail.rows import HEADS, MailRow, aside_row, keyed_rows

ROLES = Qt.ItemDataRole


def lines(*amounts: int, after: int = 0) -> tuple[PaidLine, ...]:
    return tuple(
        PaidLine(f"A{n}", f"101-{n}", f"NAME {n}", "1 ELM", cents, (BucketAmount("WATER.30", cents),), -1, after)
        for n, cents in enumerate(amounts)
    )


def checks(*amounts: int) -> tuple[Tender, ...]:
    return tuple(Tender("check", cents, str(1000 + n)) for n, cents in enumerate(amounts))


def grid_of(rows: list[MailRow]) -> MailGrid:
    grid = MailGrid()
    grid.show_rows(rows)
    return grid


def states(rows: list[MailRow]) -> list[str]:
    return [row.cells[-1].text for row in rows]


def test_the_model_keeps_qts_rules_while_lines_come() -> None:
    grid = grid_of(keyed_rows("R1", lines(100), checks(100), first=1))
    tester = QAbstractItemModelTester(grid, QAbstractItemModelTester.FailureReportingMode.Fatal)
    grid.add_rows(keyed_rows("R2", lines(100, 200), checks(300), first=2))
    grid.show_rows([])
    assert grid.rowCount() == 0
    assert isinstance(tester.model(), QAbstractItemModel)


def test_only_text_and_side_are_answered() -> None:
    grid = grid_of(keyed_rows("R1", lines(6120), checks(6120), first=1))
    index = grid.index(0, 4)
    assert grid.data(index) == "61.20"
    assert grid.data(index, ROLES.TextAlignmentRole) == int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    asked = [role for role in ROLES if role not in (ROLES.DisplayRole, ROLES.TextAlignmentRole)]
    assert {grid.data(index, role) for role in asked} == {None}
    assert grid.headerData(1, Qt.Orientation.Horizontal) == HEADS[1]
    assert grid.cell(0, 7).icon == "check"


def test_each_line_says_how_stubs_and_checks_belong_together() -> None:
    assert states(keyed_rows("R1", lines(100), checks(100), first=1)) == ["Agrees"]
    assert states(keyed_rows("R1", lines(100, after=610), checks(100), first=1)) == ["6.10 left due"]
    assert states(keyed_rows("R1", lines(100, 200), checks(300), first=14)) == ["one check, 2 stubs", "with line 14"]
    assert states(keyed_rows("R1", lines(300), checks(100, 200), first=18)) == ["2 checks, 1 stub", "with line 18"]
    assert states(keyed_rows("R1", lines(300), checks(300), first=1, is_void=True)) == ["Void"]
    item = AsideItem(3, "Unsigned", ("A1",), checks(9215), 9215)
    row = aside_row(item, place=21, number="104-0067")
    assert (row.item, row.cells[-1].text, row.cells[6].text) == (3, "Aside: unsigned", "92.15")


def test_a_void_line_keeps_its_number_and_its_place() -> None:
    rows = keyed_rows("R1", lines(300), checks(300), first=7, is_void=True)
    assert (rows[0].key, rows[0].cells[0].text, rows[0].is_void) == ("R1", "7", True)
