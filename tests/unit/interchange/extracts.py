"""Small extracts for tests: a row says only what matters."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

from app.domain.account import Account
from app.interchange.accounts_extract import AccountsExtract, ExtractSummary
from app.interchange.extract_columns import COLUMNS

PLAIN: Mapping[str, str] = {
    "account": "104-2281",
    "name": "RUIZ, MARIA",
    "service_address": "412 N CHICKASAW AVE",
    "class": "residential",
    "status": "active",
    "service": "WATER",
    "current": "61.20",
    "due_date": "2026-12-05",
}


def row(**values: str) -> dict[str, str]:
    """A row of the one plain account, changed where a value is given (`account_class` for `class`)."""
    changed = {"class" if name == "account_class" else name: value for name, value in values.items()}
    return {**PLAIN, **changed}


def extract_text(rows: Iterable[Mapping[str, str]], *, columns: Sequence[str] = COLUMNS, trailer: str = "") -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue() + (f"{trailer}\n" if trailer else "")


def read_bytes(data: bytes, *, chunk: int = 1 << 16) -> tuple[list[Account], ExtractSummary]:
    extract = AccountsExtract(lambda: [data[start : start + chunk] for start in range(0, len(data), chunk)])
    accounts = list(extract.accounts())
    return accounts, extract.summary()


def read_rows(
    *rows: Mapping[str, str], columns: Sequence[str] = COLUMNS, trailer: str = ""
) -> tuple[list[Account], ExtractSummary]:
    return read_bytes(extract_text(rows, columns=columns, trailer=trailer).encode())


def reasons(summary: ExtractSummary) -> list[tuple[int, str]]:
    return [(found.line, found.reason) for found in summary.quarantined]
