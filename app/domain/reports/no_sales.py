"""No-sales: the drawer opened without a receipt, with reason (R7)."""

from collections.abc import Callable, Mapping

from app.domain.facts.batches import DrawerOpened
from app.domain.reasons import said
from app.domain.reports.found import EntryFound
from app.domain.reports.table import Column, ColumnKind, Row

COLUMNS = (
    Column("Date", ColumnKind.DAY),
    Column("Time", ColumnKind.TIME),
    Column("Batch", ColumnKind.NUMBER),
    Column("Opened by"),
    Column("Reason", is_wide=True),
    Column("Approved by"),
)


def no_sale_row(
    found: EntryFound, fact: DrawerOpened, names: Mapping[str, str], opened: Callable[[str], str]
) -> Row:
    """One opening; its entry says all of it."""
    by, approved = found.envelope.by, fact.approval.by if fact.approval is not None else ""
    cells = (
        found.envelope.business_date,
        found.envelope.at,
        fact.batch,
        names.get(by, by),
        said(fact.reason, opened(fact.note)),
        names.get(approved, approved),
    )
    return Row(cells, place=found.place, ref=found.ref)
