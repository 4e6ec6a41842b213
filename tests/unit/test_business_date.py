"""The business date comes from the city's clock and survives midnight (DESIGN section 4)."""

from datetime import UTC, datetime

import pytest

from app.domain.business_date import DateRunsBackwardsError, city_time, months_before, proposed

ZONE = "America/Chicago"


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("now", "rolls_at", "date"),
    [
        ("2026-11-21T16:00:00", "04:00", "2026-11-21"),  # ten in the morning there
        ("2026-11-22T05:59:00", "04:00", "2026-11-21"),  # a minute before midnight
        ("2026-11-22T06:30:00", "04:00", "2026-11-21"),  # half past midnight: still the evening's batch
        ("2026-11-22T09:59:59", "04:00", "2026-11-21"),
        ("2026-11-22T10:00:00", "04:00", "2026-11-22"),
        ("2026-11-22T06:30:00", "00:00", "2026-11-22"),
        ("2026-11-21T23:00:00", "17:00", "2026-11-22"),  # after five the next day's business begins
        ("2026-11-21T22:59:00", "17:00", "2026-11-21"),
        ("2026-07-01T09:30:00", "04:00", "2026-07-01"),  # summer time: half past four there
    ],
)
def test_the_citys_clock_and_the_roll_time_say_the_date(now: str, rolls_at: str, date: str) -> None:
    assert proposed(at(now), time_zone=ZONE, rolls_at=rolls_at) == date


def test_a_moment_without_zone_is_no_moment() -> None:
    with pytest.raises(ValueError, match="zone"):
        proposed(datetime(2026, 11, 21, 12), time_zone=ZONE, rolls_at="04:00")  # noqa: DTZ001  # the point of the test


def test_stored_utc_is_shown_on_the_citys_clock() -> None:
    assert f"{city_time('2026-11-21T16:42:07.000Z', time_zone=ZONE):%H:%M:%S}" == "10:42:07"


@pytest.mark.parametrize(
    ("date", "months", "before"),
    [
        ("2026-11-21", 12, "2025-11-21"),
        ("2026-03-31", 1, "2026-02-28"),
        ("2028-03-30", 1, "2028-02-29"),
        ("2026-01-15", 1, "2025-12-15"),
        ("2026-01-15", 0, "2026-01-15"),
        ("2026-05-31", 1, "2026-04-30"),
    ],
)
def test_months_before(date: str, months: int, before: str) -> None:
    assert months_before(date, months) == before


def test_a_date_that_runs_backwards_says_what_to_look_at() -> None:
    words = DateRunsBackwardsError(business_date="2026-11-20", last="2026-11-21").sentence()
    assert "already had a batch for 2026-11-21" in words
    assert "clock" in words


def test_a_roll_at_noon_begins_the_next_day() -> None:
    assert proposed(at("2026-11-21T18:00:00"), time_zone=ZONE, rolls_at="12:00") == "2026-11-22"
    assert proposed(at("2026-11-21T17:59:00"), time_zone=ZONE, rolls_at="12:00") == "2026-11-21"
