"""Over and short, gross, by cashier and batch: never netted, not even within one class (R32, R33)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from app.domain.records import BatchRecord
from app.domain.reports.found import BatchOutline, StartDifference
from app.domain.reports.table import Column, ColumnKind, Opens, Row

COLUMNS = (
    Column("Cashier"),
    Column("Date", ColumnKind.DAY),
    Column("Batch", ColumnKind.NUMBER),
    Column("Tender"),
    Column("Expected", ColumnKind.AMOUNT),
    Column("Counted", ColumnKind.AMOUNT),
    Column("Over", ColumnKind.AMOUNT, is_summed=True, is_risk=True),
    Column("Short", ColumnKind.AMOUNT, is_summed=True, is_risk=True),
    Column("Accepted by"),
    Column("Reason", is_wide=True),
)
_CLASSES = {"cash": "Cash", "check": "Checks", "money_order": "Money orders", "card": "Cards"}
STARTING = "Starting cash"


def over_short_rows(batch: BatchRecord, names: Mapping[str, str]) -> tuple[Row, ...]:
    """A row for each class that differed when the batch was accepted; none where every dollar was there."""
    by = names.get(batch.balanced_by, batch.balanced_by)
    return tuple(
        Row(
            (
                names.get(batch.cashier, batch.cashier),
                batch.business_date,
                batch.batch,
                _CLASSES.get(result.tender, result.tender),
                result.expected,
                result.counted,
                result.over or None,
                result.short or None,
                by,
                batch.balance_reason,
            ),
            Opens("batch", batch.batch),
            ref=batch.balanced_ref,
        )
        for result in batch.expected
        if result.over or result.short
    )


def start_row(batch: BatchOutline, start: StartDifference, names: Mapping[str, str]) -> Row:
    """Starting cash that was not what had been issued: the issuer's, and it counts at once (R5)."""
    by = names.get(start.by, start.by)
    cashier = names.get(batch.cashier, batch.cashier)
    cells = (
        cashier, batch.business_date, batch.batch, STARTING, None, None, start.over or None, start.short or None, by, ""
    )  # fmt: skip
    return Row(cells, Opens("batch", batch.batch))


def by_cashier(rows: Iterable[Row], balanced: Mapping[str, int]) -> tuple[Row, ...]:
    """All rows under a subtotal for each cashier; `balanced` counts the accepted batches of each, even ones too."""
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        groups[str(row.cells[0])].append(row)
    found: list[Row] = []
    for cashier in sorted({*groups, *balanced}):
        mine = sorted(groups[cashier], key=lambda row: (str(row.cells[1]), str(row.cells[2])))
        differing = len({row.cells[2] for row in mine})
        found += mine
        found.append(_subtotal(cashier, mine, balanced.get(cashier, 0), differing))
    return tuple(found)


def _subtotal(cashier: str, rows: list[Row], batches: int, differing: int) -> Row:
    over = sum(value for row in rows if isinstance(value := row.cells[6], int))
    short = sum(value for row in rows if isinstance(value := row.cells[7], int))
    words = f"{batches} balanced, {differing} with a difference"
    cells = (f"All of {cashier}", None, None, None, None, None, over, short, None, words)
    return Row(cells, counts=False, is_subtotal=True)
