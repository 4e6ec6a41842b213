"""Receipts, one a row, by what was paid with (features K1, K3)."""

from collections.abc import Mapping, Sequence

from app.domain.reports.found import ReceiptFound, TenderPaid
from app.domain.reports.table import Column, ColumnKind, Opens, Row, RowState
from app.domain.tender import TenderKind

COLUMNS = (
    Column("Receipt", ColumnKind.NUMBER),
    Column("Date", ColumnKind.DAY),
    Column("Time", ColumnKind.TIME),
    Column("Cashier"),
    Column("Batch", ColumnKind.NUMBER),
    Column("Account", is_wide=True),
    Column("Cash", ColumnKind.AMOUNT, is_summed=True),
    Column("Checks, orders", ColumnKind.AMOUNT, is_summed=True),
    Column("Cards", ColumnKind.AMOUNT, is_summed=True),
    Column("Total", ColumnKind.AMOUNT, is_summed=True),
    Column("State", ColumnKind.STATE),
)
_PAPERS = (TenderKind.CHECK, TenderKind.MONEY_ORDER)


def receipt_row(found: ReceiptFound, names: Mapping[str, str]) -> Row:
    """A receipt; change has left the cash, a class that was not used stays empty, a void is in no sum (K1)."""
    cells = (
        found.receipt,
        found.business_date,
        found.at,
        names.get(found.by, found.by),
        found.batch,
        ", ".join(dict.fromkeys(found.accounts)),
        _given(found.tenders, (TenderKind.CASH,), found.change),
        _given(found.tenders, _PAPERS, 0),
        _given(found.tenders, (TenderKind.CARD,), 0),
        found.total,
        RowState.VOID if found.is_void else RowState.NONE,
    )
    return Row(cells, Opens("receipt", found.receipt), counts=not found.is_void, place=found.place, ref=found.ref)


def _given(tenders: Sequence[TenderPaid], kinds: Sequence[str], change: int) -> int | None:
    given = [tender.cents for tender in tenders if tender.kind in kinds]
    return sum(given) - change if given else None
