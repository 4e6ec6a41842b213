"""The rows that more than one projection makes."""

from collections.abc import Sequence
from typing import Any, TypeAlias

from db.projections.mark import Mark

Rows: TypeAlias = list[tuple[str, Sequence[tuple[Any, ...]]]]
NO_MONEY = (0, 0, 0, 0)


def money_row(
    mark: Mark,
    batch_id: int,
    sums: tuple[int, int, int, int],
    *,
    turned_in: int = 0,
    receipts: int = 0,
    voids: int = 0,
    receipt: int | None = None,
    approvals: int = 0,
    no_sales: int = 0,
    reprints: int = 0,
) -> tuple[Any, ...]:
    """What an entry adds to its batch, as `batch_money` takes it."""
    return (
        *sums, turned_in, receipts, voids, receipt, receipt, approvals, no_sales, reprints, mark.eid, mark.h, batch_id,
    )  # fmt: skip


def step_row(
    mark: Mark, batch_id: int, state: str | None, *, counts: int = 0, balanced: bool = False
) -> tuple[Any, ...]:
    """A batch's next state, as `batch_step` takes it."""
    return (state, counts, mark.eid if balanced else None, mark.eid, mark.h, batch_id)
