"""The business date: proposed from the city's clock, never the computer's zone (DESIGN section 4)."""

from datetime import date, datetime, time, timedelta
from typing import ClassVar
from zoneinfo import ZoneInfo

from app.errors import RuleBrokenError

NOON = time(12)


class DateRunsBackwardsError(RuleBrokenError):
    """A batch was to be opened for a day before one that this drawer has already had."""

    code: ClassVar[str] = "date_runs_backwards"

    def __init__(self, *, business_date: str, last: str) -> None:
        super().__init__(
            f"This drawer already had a batch for {last}, so none can be opened for {business_date}. "
            "Look at the computer's clock, then open the batch again."
        )
        self.business_date = business_date
        self.last = last


def proposed(now: datetime, *, time_zone: str, rolls_at: str) -> str:
    """The business date of a moment, `YYYY-MM-DD`.

    `rolls_at` is a city clock time `HH:MM`. Before noon it says how long a night still belongs to the day before;
    from noon on it says when the next day's business begins.

    Raises:
        ValueError: `now` has no zone, or `rolls_at` is no time.
        zoneinfo.ZoneInfoNotFoundError: an unknown zone.
    """
    if now.tzinfo is None:
        raise ValueError("a moment needs its zone")
    there = now.astimezone(ZoneInfo(time_zone))
    rolls = time.fromisoformat(rolls_at)
    day = there.date()
    if rolls < NOON:
        day -= timedelta(days=int(there.time() < rolls))
    else:
        day += timedelta(days=int(there.time() >= rolls))
    return day.isoformat()


def city_time(at: str, *, time_zone: str) -> datetime:
    """A stored UTC time as the city's wall clock shows it."""
    return datetime.fromisoformat(at).astimezone(ZoneInfo(time_zone))


def months_before(business_date: str, months: int) -> str:
    """The same day so many months earlier; the month's last day where it has no such day (R18's twelve months)."""
    day = date.fromisoformat(business_date)
    years, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(years, month + 1, last).isoformat()
        except ValueError:
            continue
    raise ValueError(f"no day {months} months before {business_date}")
