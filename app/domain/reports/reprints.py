"""Reprints: second papers marked DUPLICATE, and files (R14)."""

from collections.abc import Mapping

from app.domain.facts.receipts import ReceiptReprinted
from app.domain.reports.found import EntryFound
from app.domain.reports.table import Column, ColumnKind, Opens, Row

COLUMNS = (
    Column("Receipt", ColumnKind.NUMBER),
    Column("Date", ColumnKind.DAY),
    Column("Reprinted", ColumnKind.TIME),
    Column("Batch", ColumnKind.NUMBER),
    Column("Reprinted by"),
    Column("To", is_wide=True),
)
_TO = {"printer": "Receipt printer", "pdf": "PDF file"}


def reprint_row(found: EntryFound, fact: ReceiptReprinted, names: Mapping[str, str]) -> Row:
    """One second paper; the date is the receipt's own."""
    by = found.envelope.by
    cells = (
        fact.receipt,
        found.envelope.business_date,
        found.envelope.at,
        fact.batch,
        names.get(by, by),
        _TO.get(fact.to, fact.to),
    )
    return Row(cells, Opens("receipt", fact.receipt), place=found.place, ref=found.ref)
