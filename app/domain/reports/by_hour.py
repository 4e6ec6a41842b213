"""Receipts by hour: how many customers come when, to staff the drive-thru (feature K4)."""

from collections.abc import Sequence
from datetime import datetime, tzinfo

from app.domain.reports.found import ReceiptFound
from app.domain.reports.table import Column, ColumnKind, Opens, Row
from app.frozen import frozen

COLUMNS = (
    Column("Hour", is_wide=True),
    Column("Lane 1", ColumnKind.COUNT, is_summed=True),
    Column("Lane 2", ColumnKind.COUNT, is_summed=True),
    Column("Counter", ColumnKind.COUNT, is_summed=True),
    Column("Other", ColumnKind.COUNT, is_summed=True),
    Column("Receipts", ColumnKind.COUNT, is_summed=True),
    Column("Voids among them", ColumnKind.COUNT, is_summed=True),
    Column("Received", ColumnKind.AMOUNT, is_summed=True),
)
RECEIPTS_COLUMN = 5
_LANES = ("L1", "L2", "counter")


@frozen
class Hour:
    """What came within one hour of the city's clock; every receipt is a customer served, a void brings no money."""

    lanes: tuple[int, int, int, int] = (0, 0, 0, 0)
    voids: int = 0
    received: int = 0

    @property
    def receipts(self) -> int:
        """All of them."""
        return sum(self.lanes)

    def plus(self, found: ReceiptFound) -> "Hour":
        """With this receipt."""
        place = _LANES.index(found.lane) if found.lane in _LANES else len(_LANES)
        first, second, counter, other = (count + (place == at) for at, count in enumerate(self.lanes))
        money = 0 if found.is_void else found.total
        return Hour((first, second, counter, other), self.voids + found.is_void, self.received + money)


def hour_of(at: str, zone: tzinfo) -> int:
    """The hour on the city's clock, 0 to 23."""
    return datetime.fromisoformat(at).astimezone(zone).hour


def hour_words(hour: int) -> str:
    """`10 to 11 am`, `11 am to 12 pm`."""
    here, then = _clock(hour), _clock((hour + 1) % 24)
    return f"{here[0]} to {then[0]} {then[1]}" if here[1] == then[1] else f"{here[0]} {here[1]} to {then[0]} {then[1]}"


def hour_short(hour: int) -> str:
    """`10 am`: under a bar."""
    return " ".join(_clock(hour))


def hour_rows(hours: Sequence[Hour]) -> tuple[Row, ...]:
    """A row for each hour from the first to the last one with a receipt, empty hours between them too.

    Raises:
        ValueError: not 24 hours.
    """
    if len(hours) != 24:
        raise ValueError("a day has 24 hours here")
    busy = [hour for hour, there in enumerate(hours) if there.receipts]
    return tuple(
        Row(
            (hour_words(hour), *hours[hour].lanes, hours[hour].receipts, hours[hour].voids, hours[hour].received),
            Opens("hour", str(hour)),
        )
        for hour in (range(busy[0], busy[-1] + 1) if busy else ())
    )


def _clock(hour: int) -> tuple[str, str]:
    return str((hour - 1) % 12 + 1), "am" if hour < 12 else "pm"
