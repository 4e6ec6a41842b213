"""What a setting is today, what comes, and what was: of its dated entries alone (P17)."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.domain.entry import EntryRef
from app.domain.setting_record import SettingRecord, on_date

FIRST = date(2026, 11, 1)


def record(seq: int, since: str, value: int, name: str = "reconnect_fee") -> SettingRecord:
    return SettingRecord(name, value, since, "Ord. 1", f"2026-11-01T00:00:{seq % 60:02d}+00:00", "padmin",
                         EntryRef(seq, f"{seq:064x}"))  # fmt: skip


RECORDS = [
    record(1, "2020-01-01", 2_500), record(2, "2027-01-01", 3_000), record(3, "2026-06-01", 2_700),
    record(4, "2027-01-01", 3_100), record(5, "2026-06-01", 1, name="drawer_limit"),
]  # fmt: skip


def test_p17_what_counts_today_what_comes_and_what_was() -> None:
    told = on_date("reconnect_fee", RECORDS, "2026-11-21")
    assert told.now is not None
    assert told.now.value == 2_700
    assert [one.value for one in told.coming] == [3_100]  # the later entry speaks for the date
    assert [one.value for one in told.before] == [3_000, 2_500]


def test_before_the_first_date_nothing_counts() -> None:
    assert on_date("reconnect_fee", RECORDS, "2019-12-31").now is None
    assert on_date("no_such", RECORDS, "2026-11-21").now is None


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 99)), min_size=1, max_size=12), st.integers(-5, 45))
def test_p17_a_value_that_begins_tomorrow_never_counts_today(writes: list[tuple[int, int]], today_at: int) -> None:
    records = [record(seq, (FIRST + timedelta(days)).isoformat(), value) for seq, (days, value) in enumerate(writes)]
    today = (FIRST + timedelta(today_at)).isoformat()
    told = on_date("reconnect_fee", records, today)
    assert told.now is None or told.now.effective_from <= today
    assert all(one.effective_from > today for one in told.coming)
    counted = [one for one in records if one.effective_from <= today]
    wanted = max(counted, key=lambda one: (one.effective_from, one.ref.seq), default=None)
    assert told.now == wanted
    shown = [one for one in (told.now, *told.coming, *told.before) if one is not None]
    assert sorted(one.ref.seq for one in shown) == sorted(one.ref.seq for one in records)
