"""A report as CSV: UTF-8 with its mark so that spreadsheets read names right, and nothing in it that they would run.

Amounts are plain numbers (`-1204.10`), dates and times ISO on the city's clock; the first line names the columns.
"""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from app.domain.money import Money
from app.domain.reports.document import ReportHead
from app.domain.reports.table import Column, ColumnKind, Row, Totals, Value, total_cells
from app.interchange.quarantine_list import BOM
from app.interchange.spreadsheet_text import safe_text

TOTAL = "Total"


class ReportCsv:
    """Rows as they come, then the bytes of the whole file."""

    ending = ".csv"

    def __init__(self, head: ReportHead) -> None:
        self._columns: Sequence[Column] = head.shape.columns
        self._zone = ZoneInfo(head.time_zone)
        self._out = io.StringIO(newline="")
        self._out.write(BOM)
        self._writer = csv.writer(self._out)
        self._writer.writerow([column.title for column in self._columns])

    def add(self, rows: Iterable[Row]) -> None:
        """Rows in order; a subtotal stands among them as on the screen."""
        self._writer.writerows(self._cells(row.cells) for row in rows)

    def end(self, totals: Totals) -> bytes:
        """The totals as the last line, and the file."""
        if any(column.is_summed for column in self._columns):
            cells = self._cells(total_cells(self._columns, totals))
            self._writer.writerow([TOTAL, *cells[1:]])
        return self._out.getvalue().encode("utf-8")

    def _cells(self, values: Sequence[Value]) -> list[str]:
        return [self._cell(column, value) for column, value in zip(self._columns, values, strict=True)]

    def _cell(self, column: Column, value: Value) -> str:
        if value is None or value == "":
            return ""
        if isinstance(value, int):
            return Money(value).ascii() if column.kind is ColumnKind.AMOUNT else str(value)
        if column.kind is ColumnKind.TIME:
            return local_time(value, self._zone)
        return safe_text(str(value))


def local_time(at: str, zone: ZoneInfo) -> str:
    """`2026-11-21 10:42:05` on the city's clock."""
    return datetime.fromisoformat(at).astimezone(zone).strftime("%Y-%m-%d %H:%M:%S")
