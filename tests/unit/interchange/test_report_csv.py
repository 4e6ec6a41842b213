"""A report as CSV reads back to the cent, and holds nothing that a spreadsheet would run (K6)."""

import csv
import io
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from app.domain.reports.scope import ReportKind
from app.domain.reports.table import Row, no_totals
from app.interchange.report_csv import ReportCsv
from tests.unit.reports.test_figures import head


def table_of(data: bytes) -> list[list[str]]:
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def receipt(total: int, *, name: str = "RUIZ", cashier: str = "M. Ruiz") -> Row:
    cells = ("DT1A-000001", "2026-11-21", "2026-11-21T16:05:09.000Z", cashier, "DT1A-0001", name, total, None, None,
             total, "")  # fmt: skip
    return Row(cells)


@given(st.lists(st.integers(-99_999_999_999, 99_999_999_999), max_size=20))
def test_amounts_and_their_total_read_back_to_the_cent(cents: list[int]) -> None:
    columns = head().shape.columns
    rows = [receipt(total) for total in cents]
    file = ReportCsv(head())
    file.add(rows)
    table = table_of(file.end(no_totals(columns).plus(columns, rows)))
    assert table[0] == [column.title for column in columns]
    assert [Decimal(line[9]) * 100 for line in table[1:-1]] == cents
    assert table[-1][0] == "Total"
    assert Decimal(table[-1][9]) * 100 == sum(cents)


def test_dates_and_times_are_iso_on_the_citys_clock() -> None:
    file = ReportCsv(head())
    file.add([receipt(6_120)])
    assert table_of(file.end(no_totals(head().shape.columns)))[1][:3] == [
        "DT1A-000001", "2026-11-21", "2026-11-21 10:05:09",
    ]  # fmt: skip


def test_a_name_that_looks_like_a_formula_stays_text() -> None:
    file = ReportCsv(head())
    file.add([receipt(100, name='=HYPERLINK("x")', cashier="@SUM(A1)"), receipt(100, name="Núñez, A")])
    table = table_of(file.end(no_totals(head().shape.columns)))
    assert table[1][5] == "'=HYPERLINK(\"x\")"
    assert table[1][3] == "'@SUM(A1)"
    assert table[2][5] == "Núñez, A"


def test_a_report_without_figures_has_no_total() -> None:
    about = head(ReportKind.REPRINTS)
    file = ReportCsv(about)
    file.add([Row(("DT1A-000001", "2026-11-21", "2026-11-21T16:05:09.000Z", "DT1A-0001", "M. Ruiz", "PDF file"))])
    assert len(table_of(file.end(no_totals(about.shape.columns)))) == 2
