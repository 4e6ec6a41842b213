"""The reports by name: title, what it is good for, and its columns."""

from collections.abc import Mapping
from types import MappingProxyType

from app.domain.facts.batches import DrawerOpened
from app.domain.facts.receipts import ReceiptReprinted, ReceiptVoided
from app.domain.reports import batches, by_hour, no_sales, over_short, overrides, receipts, reprints, voids
from app.domain.reports.scope import ReportKind
from app.domain.reports.table import Column
from app.frozen import frozen


@frozen
class ReportShape:
    """One report; `kinds` are the entries it is made of, empty where it is made of batches or receipts.

    Of `approved_kinds` it takes those entries only that name a second person.
    """

    kind: ReportKind
    title: str
    purpose: str
    columns: tuple[Column, ...]
    kinds: frozenset[str] = frozenset()
    approved_kinds: frozenset[str] = frozenset()


SHAPES: Mapping[ReportKind, ReportShape] = MappingProxyType({
    shape.kind: shape
    for shape in (
        ReportShape(ReportKind.BATCHES, "Batches and drawers", "what each took and how it counted", batches.COLUMNS),
        ReportShape(ReportKind.RECEIPTS, "Receipts", "every number, voids apart", receipts.COLUMNS),
        ReportShape(
            ReportKind.VOIDS, "Voids", "taken back, why, by whose yes", voids.COLUMNS, frozenset({ReceiptVoided.KIND})
        ),
        ReportShape(
            ReportKind.OVERRIDES, "Overrides", "each second person, and refusals", overrides.COLUMNS, overrides.KINDS,
            overrides.APPROVED_KINDS,
        ),
        ReportShape(
            ReportKind.NO_SALES, "No-sales", "drawer opened without a receipt", no_sales.COLUMNS,
            frozenset({DrawerOpened.KIND}),
        ),
        ReportShape(
            ReportKind.REPRINTS, "Reprints", "second papers, marked DUPLICATE", reprints.COLUMNS,
            frozenset({ReceiptReprinted.KIND}),
        ),
        ReportShape(ReportKind.OVER_SHORT, "Over and short", "gross, by cashier, never netted", over_short.COLUMNS),
        ReportShape(ReportKind.BY_HOUR, "Receipts by hour", "when customers come", by_hour.COLUMNS),
    )
})  # fmt: skip
