"""The list of rows not taken: every row with line and reason, and nothing that a spreadsheet would run."""

import csv

from app.interchange.extract_findings import QuarantinedRow
from app.interchange.quarantine_list import quarantine_csv


def read(data: bytes) -> list[list[str]]:
    return list(csv.reader(data.decode("utf-8-sig").splitlines()))


def test_each_row_stands_with_its_line_and_reason() -> None:
    rows = (QuarantinedRow(812, "unknown service", "1042281", "104-2281,GAS,1.00"),)
    assert read(quarantine_csv(rows)) == [
        ["line", "reason", "account", "row"],
        ["812", "unknown service", "1042281", "104-2281,GAS,1.00"],
    ]


def test_a_text_that_looks_like_a_formula_stays_text() -> None:
    rows = (QuarantinedRow(2, "account missing", "", '=HYPERLINK("http://x")'),)
    assert read(quarantine_csv(rows))[1][3] == "'=HYPERLINK(\"http://x\")"


def test_names_with_accents_open_right() -> None:
    assert quarantine_csv((QuarantinedRow(2, "x", "", "PEÑA"),)).startswith(b"\xef\xbb\xbf")
