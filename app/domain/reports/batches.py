"""Batches and drawers: what each took by class, how it was counted, where its money went (K1, H3)."""

from collections.abc import Mapping

from app.domain.batch_state import BatchState
from app.domain.day_totals import compared, sums_of
from app.domain.records import BatchRecord
from app.domain.reports.table import Column, ColumnKind, Opens, Row, RowState

COLUMNS = (
    Column("Batch", ColumnKind.NUMBER),
    Column("Date", ColumnKind.DAY),
    Column("Cashier", is_wide=True),
    Column("Receipts", ColumnKind.COUNT, is_summed=True),
    Column("Voids", ColumnKind.COUNT, is_summed=True),
    Column("Cash", ColumnKind.AMOUNT, is_summed=True),
    Column("Checks, orders", ColumnKind.AMOUNT, is_summed=True),
    Column("Cards", ColumnKind.AMOUNT, is_summed=True),
    Column("Received", ColumnKind.AMOUNT, is_summed=True),
    Column("Over", ColumnKind.AMOUNT, is_summed=True, is_risk=True),
    Column("Short", ColumnKind.AMOUNT, is_summed=True, is_risk=True),
    Column("Bag", ColumnKind.NUMBER),
    Column("State", ColumnKind.STATE),
)
_STATES = {
    BatchState.OPEN: RowState.OPEN,
    BatchState.COUNTED: RowState.COUNTED,
    BatchState.REJECTED: RowState.REJECTED,
    BatchState.BALANCED: RowState.BALANCED,
}


def batch_row(batch: BatchRecord, names: Mapping[str, str], *, place: tuple[int, int]) -> Row:
    """A batch; over and short stand apart (R32) and only once it was counted."""
    sums = sums_of(batch)
    is_counted = bool(compared(batch))
    cells = (
        batch.batch,
        batch.business_date,
        names.get(batch.cashier, batch.cashier),
        batch.receipts,
        batch.voids,
        sums.cash,
        sums.papers,
        sums.cards,
        batch.taken,
        sums.over if is_counted else None,
        sums.short if is_counted else None,
        batch.deposit,
        _STATES[batch.state],
    )
    return Row(cells, Opens("batch", batch.batch), place=place, ref=batch.ref)
