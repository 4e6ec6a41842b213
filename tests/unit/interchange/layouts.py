"""A layout for tests, and lines that it describes."""

from collections.abc import Iterable, Mapping

from app.domain.account import Account
from app.interchange.accounts_extract import AccountsExtract, ExtractSummary
from app.interchange.layout_file import FixedLayout, read_layout
from app.interchange.layout_rows import form_of

WIDTHS: Mapping[str, int] = {
    "kind": 1, "account": 12, "name": 24, "service_address": 24, "class": 1, "status": 1, "flags": 1, "service": 2,
    "current": 9, "due_date": 8, "past_due_30": 9, "past_due_60": 9, "past_due_90": 9, "unapplied_credit": 9,
    "Deposit": 6,
}  # fmt: skip
LENGTH = sum(WIDTHS.values())
CODES: Mapping[str, str] = {
    "class": '{ R = "residential", C = "commercial" }',
    "status": '{ A = "active", F = "final" }',
    "flags": '{ N = "", Y = "cash_only", C = "cutoff_list=2026-11-24" }',
    "service": '{ WA = "WATER", SE = "SEWER" }',
}
PLAIN: Mapping[str, str] = {
    "kind": "D", "account": "104-2281", "name": "RUIZ, MARIA", "service_address": "412 N CHICKASAW AVE", "class": "R",
    "status": "A", "flags": "N", "service": "WA", "current": "00006120", "due_date": "20261205",
}  # fmt: skip


def starts() -> dict[str, int]:
    """Where each column begins."""
    found, at = {}, 1
    for name, width in WIDTHS.items():
        found[name] = at
        at += width
    return found


def layout_text(**more: str) -> str:
    """The layout; `more` replaces a whole line by its first word."""
    head = {
        "citytill_layout": "citytill_layout = 1", "name": 'name = "test-billing"', "encoding": 'encoding = "ascii"',
        "line_length": f"line_length = {LENGTH}", "header_lines": "header_lines = 1", "amounts": "[amounts]",
        "decimals": "decimals = 2", "sign": 'sign = "trailing"', "dates": "[dates]", "format": 'format = "YYYYMMDD"',
        "lines": "[lines]", "start": "start = 1", "length": "length = 1", "detail": 'detail = "D"',
        "trailer_word": 'trailer = "T"', "trailer": "[trailer]", "rows": "rows = { start = 2, length = 7 }",
        "total": "total = { start = 9, length = 12 }", "as_of": "as_of = { start = 21, length = 8 }",
        "posted_through": "posted_through = { start = 29, length = 6 }",
    }  # fmt: skip
    lines = [more.get(name, line) for name, line in head.items()]
    return "\n".join([*lines, fields_text(), more.get("end", "")])


def fields_text() -> str:
    parts = []
    for name, start in list(starts().items())[1:]:
        word = "column" if name.islower() else "note"
        codes = f"\ncodes = {CODES[name]}" if name in CODES else ""
        parts.append(f'[[field]]\n{word} = "{name}"\nstart = {start}\nlength = {WIDTHS[name]}{codes}')
    return "\n".join(parts)


def layout(**more: str) -> FixedLayout:
    return read_layout(layout_text(**more))


def line(**values: str) -> str:
    found = {**PLAIN, **{"class" if name == "account_class" else name: value for name, value in values.items()}}
    return "".join(found.get(name, "").ljust(width) for name, width in WIDTHS.items())


def trailer(rows: int, total: str, *, as_of: str = "20261121", posted_through: str = "000000") -> str:
    return f"T{rows:07d}{total:>12}{as_of}{posted_through}".ljust(LENGTH)


def read_lines(
    lines: Iterable[str], layout: FixedLayout, *, encoding: str = "ascii"
) -> tuple[list[Account], ExtractSummary]:
    data = "".join(f"{line}\r\n" for line in ["A header of the billing system", *lines]).encode(encoding)
    extract = AccountsExtract(lambda: [data], form=form_of(layout))
    accounts = list(extract.accounts())
    return accounts, extract.summary()
