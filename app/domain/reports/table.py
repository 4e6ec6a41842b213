"""A report's table: typed cells, what a row opens, and totals that add exactly the rows that count."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import TypeAlias

from app.domain.entry import EntryRef
from app.frozen import frozen

Value: TypeAlias = str | int | None


class ColumnKind(StrEnum):
    """How a cell reads: `AMOUNT` cents, `COUNT` pieces, `DAY` an ISO date, `TIME` UTC ISO, the rest words.

    `NUMBER` is a receipt's or batch's number, `STATE` one of `RowState`.
    """

    TEXT = "text"
    NUMBER = "number"
    DAY = "day"
    TIME = "time"
    AMOUNT = "amount"
    COUNT = "count"
    STATE = "state"

    @property
    def is_figure(self) -> bool:
        """Whether it stands right and can be added up."""
        return self in (ColumnKind.AMOUNT, ColumnKind.COUNT)


class RowState(StrEnum):
    """What is to be said of a row beside its figures; the value is the word on screen and paper."""

    NONE = ""
    VOID = "Void"
    OPEN = "Open"
    COUNTED = "To balance"
    REJECTED = "Sent back"
    BALANCED = "Balanced"
    WAITING = "Waits for a yes"
    REFUSED = "Refused"
    APPROVED = "Approved"


@frozen
class Column:
    """One column; `is_summed` has a total at the end, `is_wide` takes the room that is left."""

    title: str
    kind: ColumnKind = ColumnKind.TEXT
    is_summed: bool = False
    is_wide: bool = False
    is_risk: bool = False

    def __post_init__(self) -> None:
        if self.is_summed and not self.kind.is_figure:
            raise ValueError(f"the column {self.title} holds no figures")


@frozen
class Opens:
    """What a row leads to: `what` is receipt, batch or hour, `key` which one."""

    what: str
    key: str


@frozen
class Row:
    """One row; `counts` says whether it is in the totals (a void and a subtotal are not).

    `place` is where the next page goes on behind it; `ref` the entry that says it, where it is one.
    """

    cells: tuple[Value, ...]
    opens: Opens | None = None
    counts: bool = True
    is_subtotal: bool = False
    place: tuple[int, int] = (0, 0)
    ref: EntryRef | None = None


@frozen
class Totals:
    """Sums of the summed columns over the rows that count, and how many rows there were of each sort."""

    sums: tuple[int, ...]
    rows: int = 0
    not_counted: int = 0

    def plus(self, columns: Sequence[Column], rows: Iterable[Row]) -> "Totals":
        """With these rows as well."""
        sums = list(self.sums)
        summed = [place for place, column in enumerate(columns) if column.is_summed]
        found = left_out = 0
        for row in rows:
            if row.is_subtotal:
                continue
            found += 1
            if not row.counts:
                left_out += 1
                continue
            for place in summed:
                value = row.cells[place]
                if isinstance(value, int):
                    sums[place] += value
        return Totals(tuple(sums), self.rows + found, self.not_counted + left_out)


def no_totals(columns: Sequence[Column]) -> Totals:
    """Of no row."""
    return Totals((0,) * len(columns))


def total_cells(columns: Sequence[Column], totals: Totals) -> tuple[Value, ...]:
    """The last row: sums under their columns, nothing under the others."""
    return tuple(
        totals.sums[place] if column.is_summed else None for place, column in enumerate(columns)
    )
