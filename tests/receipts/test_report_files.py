"""A report as Excel file and as paper: opened again and read, to the cent (K1, K4, K6)."""

import io
import re
import zipfile
from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.reports.document import PAPER_ROWS, ReportDocument, ReportTooLongError
from app.domain.reports.scope import ReportKind, Scope
from app.domain.reports.table import ColumnKind, Opens, Row, Totals, no_totals
from receipts.layouts.report import report_sheet
from receipts.renderers.ink import Box, Line, Words
from receipts.renderers.pdf import measure
from receipts.renderers.sheet_pages import sheet_pages, sheet_pdf
from receipts.renderers.sheet_text import sheet_text
from receipts.workbook import HEAD_ROW, ReportWorkbook
from tests.receipts.samples import POLICY
from tests.unit.reports.test_figures import head

NS = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
EPOCH = date(1899, 12, 30)


def receipt(total: int, *, name: str = "104-2281 RUIZ, MARIA", day: str = "2026-11-21", state: str = "") -> Row:
    cells = ("DT1A-000001", day, "2026-11-21T16:05:00.000Z", "M. Ruiz", "DT1A-0001", name, total, None, None, total,
             state)  # fmt: skip
    return Row(cells, counts=not state)


def workbook(rows: list[Row], **more: Any) -> tuple[dict[str, Any], str]:
    """Cells by place, numbers as exact decimals, and the sheet's own XML."""
    columns = head().shape.columns
    file = ReportWorkbook(head(**more))
    file.add(rows)
    data = file.end(no_totals(columns).plus(columns, rows))
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        xml = package.read("xl/worksheets/sheet1.xml").decode()
    cells: dict[str, Any] = {}
    for cell in ET.fromstring(xml).iter(f"{NS}c"):
        value, text = cell.find(f"{NS}v"), cell.find(f"{NS}is/{NS}t")
        if text is not None:
            cells[cell.get("r", "")] = text.text
        elif value is not None:
            cells[cell.get("r", "")] = Decimal(value.text or "")
    return cells, xml


@settings(max_examples=30)
@given(st.lists(st.integers(-99_999_999_999, 99_999_999_999), min_size=1, max_size=12))
def test_every_amount_in_the_excel_file_is_a_number_exact_to_the_cent(cents: list[int]) -> None:
    cells, _xml = workbook([receipt(total) for total in cents])
    first = HEAD_ROW + 2
    assert [cells[f"J{first + at}"] * 100 for at in range(len(cents))] == cents
    assert cells[f"A{first + len(cents)}"] == "Total"
    assert cells[f"J{first + len(cents)}"] * 100 == sum(cents)


def test_the_excel_file_has_real_dates_a_frozen_head_and_the_money_format() -> None:
    cells, xml = workbook([receipt(6_120)])
    assert cells["A1"] == "Receipts"
    assert "Station DT1, 11/16/2026 to 11/21/2026" in cells["A2"]
    assert [cells[f"{letter}4"] for letter in "ABJ"] == ["Receipt", "Date", "Total"]
    assert EPOCH + timedelta(days=int(cells["B5"])) == date(2026, 11, 21)
    hour = (cells["C5"] % 1) * 24
    assert round(hour * 60) == 10 * 60 + 5  # the city's clock
    assert re.search(r'<pane xSplit="1" ySplit="4"[^>]* state="frozen"', xml)


def test_text_in_the_excel_file_is_never_a_formula_or_a_link() -> None:
    cells, xml = workbook([receipt(100, name="=1+1"), receipt(100, name="http://x.example/")])
    assert (cells["F5"], cells["F6"]) == ("=1+1", "http://x.example/")
    assert "<f>" not in xml
    assert "hyperlink" not in xml


def test_the_excel_file_says_what_it_leaves_out_and_that_it_is_practice() -> None:
    cells, _xml = workbook([receipt(100)], hidden=("DT1A-0007",), is_practice=True)
    assert "PRACTICE" in cells["A2"]
    assert cells["A3"].startswith("Without batch DT1A-0007")


def document(rows: list[Row], kind: ReportKind = ReportKind.RECEIPTS, **more: Any) -> ReportDocument:
    about = head(kind, **more)
    return ReportDocument(about, rows, no_totals(about.shape.columns).plus(about.shape.columns, rows))


def test_the_paper_has_the_citys_head_the_days_the_rows_and_the_total() -> None:
    rows = [receipt(6_120), receipt(900, state="Void")]
    text = sheet_text(report_sheet(document(rows, hidden=("DT1A-0007",)), policy=POLICY))
    assert text.startswith(POLICY.city_name.upper())
    assert "Receipts Mon 16 Nov 2026 to Sat 21 Nov 2026" in text
    assert "DT1A-000001  11/21/26  10:05 am" in text
    assert re.search(r"^Total +61\.20 +0\.00 +0\.00 +61\.20$", text, re.MULTILINE)
    assert "Without batch DT1A-0007: not balanced yet" in text
    assert "Void" in text


def test_an_hours_report_has_its_bars_on_paper_and_stands_upright() -> None:
    rows = [
        Row(("9 to 10 am", 12, 3, 0, 0, 15, 1, 61_200), Opens("hour", "9")),
        Row(("10 to 11 am", 30, 9, 1, 0, 40, 0, 161_200), Opens("hour", "10")),
    ]
    sheet = report_sheet(document(rows, ReportKind.BY_HOUR), policy=POLICY)
    assert "9 am: 15" in sheet_text(sheet)
    (page,) = sheet_pages(sheet, measure)
    bars = [mark for mark in page.marks if isinstance(mark, Box) and mark.filled]
    assert len(bars) == 2
    assert bars[0].height * 40 == pytest.approx(bars[1].height * 15)
    assert page.width < page.height


@pytest.mark.parametrize("kind", list(ReportKind))
def test_every_report_stays_within_its_page(kind: ReportKind) -> None:
    about = head(kind, scope=Scope("2026-11-16", "2026-11-21"))
    sample: dict[str, Any] = {
        "number": "XDT1A-000001", "day": "2026-11-21", "time": "2026-11-21T16:05:00.000Z", "amount": 12_345_678,
        "count": 12_345, "state": "Waits for a yes", "text": "S. Whitekiller",
    }  # fmt: skip
    wide = "11 am to 12 pm" if kind is ReportKind.BY_HOUR else "104-2281 RUIZ, MARIA and others " * 4
    cells = tuple(wide if column.is_wide else sample[column.kind.value] for column in about.shape.columns)
    count = 24 if kind is ReportKind.BY_HOUR else 60
    rows = [Row(cells, Opens("hour", str(at)) if count == 24 else None) for at in range(count)]
    sums = tuple(123_456_789 if column.kind is ColumnKind.AMOUNT else 99_999 for column in about.shape.columns)
    sheet = report_sheet(ReportDocument(about, rows, Totals(sums)), policy=POLICY)
    pages = sheet_pages(sheet, measure)
    for page in pages:
        for mark in page.marks:
            if isinstance(mark, Words):
                long = measure(mark.text, mark.face, mark.size)
                left = {"left": mark.x, "right": mark.x - long, "centre": mark.x - long / 2}[mark.anchor.value]
                assert left >= 40, mark.text
                assert left + long <= page.width - 40, mark.text
            elif isinstance(mark, Line):
                assert 40 <= mark.x1 <= mark.x2 <= page.width - 40
    assert len(pages) == (2 if kind is ReportKind.BY_HOUR else len(pages)) > 1


def test_the_same_report_is_the_same_pdf() -> None:
    found = document([receipt(6_120)])
    assert sheet_pdf(report_sheet(found, policy=POLICY)) == sheet_pdf(report_sheet(found, policy=POLICY))


def test_nothing_found_is_said_on_paper_and_too_much_is_refused() -> None:
    assert "Nothing of this kind on these dates." in sheet_text(report_sheet(document([]), policy=POLICY))
    with pytest.raises(ReportTooLongError):
        report_sheet(document([receipt(1)] * (PAPER_ROWS + 1)), policy=POLICY)
