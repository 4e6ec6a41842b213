"""The rows that an import did not take, as a list for billing: CSV in which a spreadsheet finds nothing to run."""

import csv
import io
from collections.abc import Iterable

from app.interchange.extract_findings import QuarantinedRow
from app.interchange.spreadsheet_text import safe_text

HEAD = ("line", "reason", "account", "row")
BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"


def quarantine_csv(rows: Iterable[QuarantinedRow]) -> bytes:
    """One line a row, UTF-8 with its mark so that spreadsheets read names right; texts are made safe."""
    out = io.StringIO(newline="")
    out.write(BOM)
    writer = csv.writer(out)
    writer.writerow(HEAD)
    for row in rows:
        writer.writerow((row.line, safe_text(row.reason), safe_text(row.key), safe_text(row.text)))
    return out.getvalue().encode("utf-8")
