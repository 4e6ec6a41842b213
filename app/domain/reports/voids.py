"""Voids: what was taken back, why, and by whose yes (R23 to R26, K1)."""

from collections.abc import Mapping

from app.domain.reasons import said
from app.domain.records import ReceiptRecord
from app.domain.reports.found import EntryFound
from app.domain.reports.table import Column, ColumnKind, Opens, Row, RowState

COLUMNS = (
    Column("Receipt", ColumnKind.NUMBER),
    Column("Date", ColumnKind.DAY),
    Column("Taken", ColumnKind.TIME),
    Column("Voided", ColumnKind.TIME),
    Column("Batch", ColumnKind.NUMBER),
    Column("Reason", is_wide=True),
    Column("Voided by"),
    Column("Approved by"),
    Column("Amount", ColumnKind.AMOUNT, is_summed=True),
    Column("State", ColumnKind.STATE),
)


def void_row(found: EntryFound, receipt: ReceiptRecord, names: Mapping[str, str]) -> Row:
    """A voided receipt; one that nobody has approved yet says so."""
    cells = (
        receipt.receipt,
        receipt.business_date,
        receipt.at,
        receipt.void_at,
        receipt.batch,
        said(receipt.void_reason, receipt.void_note),
        names.get(receipt.void_by, receipt.void_by),
        names.get(receipt.void_approval, receipt.void_approval),
        receipt.total,
        RowState.NONE if receipt.void_approval else RowState.WAITING,
    )
    return Row(cells, Opens("receipt", receipt.receipt), place=found.place, ref=found.ref)
