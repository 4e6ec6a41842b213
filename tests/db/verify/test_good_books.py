"""What holds passes: an empty station, a day, a quick look."""

from pathlib import Path
from typing import Any

import pytest

from app.domain.facts import batches, deposits, receipts, station
from db.verify.journal_checks import KNOWN_KINDS
from db.verify.verify import verify
from tests.db.verify.day import KEY, Book, plant


def test_an_empty_station_passes(tmp_path: Path) -> None:
    Book(tmp_path / "station.db").close()
    report = verify(tmp_path / "station.db", KEY)
    assert report.failed() == ()
    assert report.entries == 1


def test_a_whole_day_passes_every_check(day: Path) -> None:
    report = verify(day, KEY)
    assert [(check.name, check.detail) for check in report.checks if not check.ok] == []
    assert report.entries == 19


def test_a_quick_look_begins_at_the_last_checkpoint(day: Path) -> None:
    report = verify(day, KEY, quick=True)
    assert report.failed() == ()
    assert report.entries == 5


def test_a_quick_look_right_after_a_checkpoint_looks_at_what_came_before_it(day: Path) -> None:
    plant(day, lambda payloads: payloads.append({**payloads[13], "_was": ""}))
    assert verify(day, KEY, quick=True).entries == 6
    plant(day, _cut_after_the_first_checkpoint)
    assert verify(day, KEY, quick=True).entries == 14


def _cut_after_the_first_checkpoint(payloads: list[dict[str, Any]]) -> None:
    del payloads[14:]


def test_progress_is_told_and_ends_at_the_total(day: Path) -> None:
    told: list[tuple[int, int]] = []
    verify(day, KEY, progress=lambda done, total: told.append((done, total)))
    assert told[-1] == (19, 19)


def test_the_result_is_what_the_command_line_promises(day: Path) -> None:
    report = verify(day, KEY).as_json()
    assert report["ok"] is True
    assert report["entries"] == 19
    assert all(set(check) == {"name", "ok", "detail"} for check in report["checks"])


@pytest.mark.parametrize("room", [station, batches, receipts, deposits])
def test_every_kind_of_fact_is_understood(room: object) -> None:
    facts: list[Any] = [fact for fact in vars(room).values() if isinstance(fact, type) and hasattr(fact, "KIND")]
    assert facts
    assert {fact.KIND: fact.V for fact in facts}.items() <= KNOWN_KINDS.items()
