"""A report as an Excel file: real numbers and dates, a head that stays in sight, nothing that calculates or runs.

No float of ours: cents go to the library as an exact decimal, and it writes at most 16 significant digits, more than
the largest amount has (a test reads every amount back to the cent).
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any
from zoneinfo import ZoneInfo

from app.domain.reports.document import ReportHead
from app.domain.reports.scope import day_typed
from app.domain.reports.table import Column, ColumnKind, Row, Totals, Value, total_cells

HEAD_ROW = 3
TOTAL = "Total"
MONEY = "#,##0.00;[Red]-#,##0.00"
_FORMATS = {ColumnKind.AMOUNT: MONEY, ColumnKind.COUNT: "0", ColumnKind.DAY: "mm/dd/yyyy",
            ColumnKind.TIME: "h:mm am/pm"}  # fmt: skip
_WIDTHS = {ColumnKind.AMOUNT: 13, ColumnKind.COUNT: 10, ColumnKind.DAY: 12, ColumnKind.TIME: 11, ColumnKind.NUMBER: 15,
           ColumnKind.STATE: 13}  # fmt: skip
_TEXT_WIDTH, _WIDE_WIDTH = 18, 36
_CENTS = Decimal("0.01")


class ReportWorkbook:
    """Rows as they come, then the bytes of the whole file."""

    ending = ".xlsx"

    def __init__(self, head: ReportHead) -> None:
        import xlsxwriter

        self._columns: Sequence[Column] = head.shape.columns
        self._zone = ZoneInfo(head.time_zone)
        self._out = BytesIO()
        self._book: Any = xlsxwriter.Workbook(
            self._out, {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        )
        self._book.set_properties({"title": head.shape.title, "author": "CityTill"})
        self._sheet: Any = self._book.add_worksheet(head.shape.title[:31])
        self._row = HEAD_ROW + 1
        self._plain = self._formats({})
        self._strong = self._formats({"bold": True, "top": 1})
        self._begin(head)

    def add(self, rows: Iterable[Row]) -> None:
        """Rows in order; a subtotal is bold."""
        for row in rows:
            self._write(row.cells, self._strong if row.is_subtotal else self._plain)

    def end(self, totals: Totals) -> bytes:
        """The totals as the last row, and the file."""
        last = self._row - 1
        if any(column.is_summed for column in self._columns):
            self._write((TOTAL, *total_cells(self._columns, totals)[1:]), self._strong)
        if last > HEAD_ROW:
            self._sheet.autofilter(HEAD_ROW, 0, last, len(self._columns) - 1)
        self._book.close()
        return self._out.getvalue()

    def _begin(self, head: ReportHead) -> None:
        sheet, scope = self._sheet, head.scope
        for at, column in enumerate(self._columns):
            usual = _WIDE_WIDTH if column.is_wide else _WIDTHS.get(column.kind, _TEXT_WIDTH)
            sheet.set_column(at, at, usual)
        days = day_typed(scope.first) if scope.is_one_day else f"{day_typed(scope.first)} to {day_typed(scope.last)}"
        parts = (f"Station {head.station}", days, scope.batch, head.cashier, "PRACTICE" * head.is_practice)
        sheet.write_string(0, 0, head.shape.title, self._book.add_format({"bold": True, "font_size": 14}))
        sheet.write_string(1, 0, ", ".join(part for part in parts if part))
        if head.hidden_words:
            sheet.write_string(2, 0, head.hidden_words)
        left = self._book.add_format({"bold": True, "bottom": 1})
        right = self._book.add_format({"bold": True, "bottom": 1, "align": "right"})
        for at, column in enumerate(self._columns):
            sheet.write_string(HEAD_ROW, at, column.title, right if column.kind.is_figure else left)
        sheet.freeze_panes(HEAD_ROW + 1, 1)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(HEAD_ROW)

    def _formats(self, wanted: dict[str, Any]) -> list[Any]:
        shapes = [{"num_format": _FORMATS.get(column.kind, "General")} for column in self._columns]
        return [self._book.add_format({**wanted, **shape}) for shape in shapes]

    def _write(self, values: Sequence[Value], formats: Sequence[Any]) -> None:
        for at, (column, value) in enumerate(zip(self._columns, values, strict=True)):
            self._cell(at, column, value, formats[at])
        self._row += 1

    def _cell(self, at: int, column: Column, value: Value, shape: Any) -> None:
        sheet, row = self._sheet, self._row
        if value is None or value == "":
            sheet.write_blank(row, at, None, shape)
        elif isinstance(value, int):
            sheet.write_number(row, at, value * _CENTS if column.kind is ColumnKind.AMOUNT else value, shape)
        elif column.kind is ColumnKind.DAY and at:
            sheet.write_datetime(row, at, date.fromisoformat(value), shape)
        elif column.kind is ColumnKind.TIME:
            there = datetime.fromisoformat(value).astimezone(self._zone)
            sheet.write_datetime(row, at, there.replace(tzinfo=None, microsecond=0), shape)
        else:
            sheet.write_string(row, at, str(value), shape)
