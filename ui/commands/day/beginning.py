"""Where a scripted day begins: a practice folder, made when there is none, and a clock set to its business date."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time, timedelta
from typing import ClassVar
from zoneinfo import ZoneInfo

from app.domain.numbering import is_station_name
from app.errors import InputError, RecordsError
from app.frozen import frozen
from app.usecases.proposed_date import proposed_date
from devices.simulators.clock import SimulatedClock
from ui.commands.day.plan import DayPlan
from ui.commands.first_station import NotAStationNameError
from ui.commands.folders import reading, working
from ui.compose.desk import Desk
from ui.compose.folder import holds_station
from ui.compose.practice import STATION, found_practice, import_city

OPENS_AT = time(7, 30)
FOUNDED_BEFORE = timedelta(minutes=30)
FRIDAY = 4
CITY_ZONE = ZoneInfo("America/Chicago")
MAKING_LIMIT_S = 600.0


class RealStationError(InputError):
    """A scripted day takes money that nobody paid."""

    code: ClassVar[str] = "day_real_station"

    def __init__(self, plan: DayPlan) -> None:
        super().__init__(f"{plan.data} is a real station, and a scripted day is practice. Name another folder.")


class OtherStationError(InputError):
    """The folder is another station's."""

    code: ClassVar[str] = "day_other_station"

    def __init__(self, plan: DayPlan, station: str) -> None:
        super().__init__(f"{plan.data} is station {station}, not {plan.station}. Leave --station out, or use another.")


class FolderTakenError(InputError):
    """The folder holds something, and no station."""

    code: ClassVar[str] = "day_folder_taken"

    def __init__(self, plan: DayPlan) -> None:
        super().__init__(f"{plan.data} holds other things and no station. Name a new folder with --data.")


class NotADateError(InputError):
    """`--date` is no date, or lies before what the books already hold."""

    code: ClassVar[str] = "day_date"

    def __init__(self, text: str, why: str) -> None:
        super().__init__(f"--date {text} {why}.")


class AccountsMissingError(RecordsError):
    """A station without accounts has nobody to take money from."""

    code: ClassVar[str] = "day_no_accounts"

    def __init__(self) -> None:
        super().__init__("There are no accounts in these books. Import an extract first.")


@frozen
class Beginning:
    """An open desk before its first deed of the day; `number` counts the batches before."""

    desk: Desk
    clock: SimulatedClock
    business_date: str
    number: int


@contextmanager
def begun(plan: DayPlan) -> Iterator[Beginning]:
    """The desk for the day, closed again behind it.

    Raises:
        InputError: the folder, the station's name or the date do not fit.
        RecordsError: in use, damaged, or the disk refuses.
    """
    asked = _date(plan.business_date) if plan.business_date else None
    if plan.station and not is_station_name(plan.station):
        raise NotAStationNameError(plan.station)
    if holds_station(plan.data):
        clock, day, number = _next_day(plan, asked)
        with working(plan.data, clock) as desk:
            yield Beginning(desk, clock, day.isoformat(), number)
        return
    if plan.data.exists() and (not plan.data.is_dir() or any(plan.data.iterdir())):
        raise FolderTakenError(plan)
    day = asked or datetime.now(CITY_ZONE).date()
    clock = SimulatedClock(_opening(day, CITY_ZONE) - FOUNDED_BEFORE)
    desk = _new_city(plan, clock)
    try:
        clock.set(_opening(day, CITY_ZONE))
        yield Beginning(desk, clock, day.isoformat(), 0)
    finally:
        desk.close()


def _new_city(plan: DayPlan, clock: SimulatedClock) -> Desk:
    try:
        desk = found_practice(plan.data, clock=clock, station=plan.station or STATION)
        try:
            import_city(desk, accounts=plan.accounts, seed=plan.seed).result(MAKING_LIMIT_S)
        except BaseException:
            desk.close()
            raise
    except BaseException:
        shutil.rmtree(plan.data, ignore_errors=True)
        raise
    return desk


def _next_day(plan: DayPlan, asked: date | None) -> tuple[SimulatedClock, date, int]:
    """The clock, the date after the last one that the books hold, and how many batches there are."""
    with reading(plan.data) as books:
        if not books.is_practice():
            raise RealStationError(plan)
        if plan.station not in ("", books.stream().station):
            raise OtherStationError(plan, books.stream().station)
        if books.last_import() is None:
            raise AccountsMissingError
        batches = books.batches()
        last_at = datetime.fromisoformat(books.last_at())
        last_day = date.fromisoformat(proposed_date(books, last_at))
        zone = ZoneInfo(books.policy(last_day.isoformat()).city_time_zone)
    if batches:
        last_day = max(last_day, *(date.fromisoformat(batch.business_date) for batch in batches))
    day = asked or (_after(last_day) if batches else last_day)
    if day < last_day:
        raise NotADateError(day.isoformat(), f"lies before {last_day}, which these books already hold")
    begin = max(_opening(day, zone), last_at.replace(microsecond=0) + timedelta(minutes=1))
    return SimulatedClock(begin), day, len(batches)


def _after(day: date) -> date:
    """The next day on which the office is open: Monday to Friday."""
    later = day + timedelta(days=1)
    while later.weekday() > FRIDAY:
        later += timedelta(days=1)
    return later


def _opening(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, OPENS_AT, zone).astimezone(UTC)


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise NotADateError(text, "is no date; write it as 2026-11-23") from error
