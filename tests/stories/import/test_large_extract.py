"""A large extract is read by a process of its own: the same rows, the same refusals, and nothing half done."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from threading import Event

import pytest

from app.interchange.extract_errors import ExtractOlderError, ImportCancelledError, TrailerRowsDifferError
from app.interchange.practice.city import practice_city
from app.usecases.import_accounts import ImportDone, ImportRequest
from devices.simulators.clock import SimulatedClock
from tests.stories.conftest import MORNING
from ui.compose.desk import Desk
from ui.compose.extracts import SMALL_FILE_BYTES, Extracts
from ui.compose.practice import found_practice
from ui.viewmodels.files import source_of

LIMIT_S = 30
ACCOUNTS = 400
ROWS = "SELECT * FROM view_account ORDER BY account, generation"
TODAY, YESTERDAY = date(2026, 11, 21), date(2026, 11, 20)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = found_practice(tmp_path / "city", clock=SimulatedClock(MORNING))
    yield made
    assert made.close()


@pytest.fixture
def extract(tmp_path: Path) -> Path:
    return kept(tmp_path / "accounts.csv", extract_of(TODAY))


def extract_of(day: date) -> bytes:
    return b"".join(practice_city(7, accounts=ACCOUNTS, business_date=day))


def kept(path: Path, data: bytes) -> Path:
    assert len(data) > SMALL_FILE_BYTES
    path.write_bytes(data)
    return path


def request(path: Path, **more: object) -> ImportRequest:
    return ImportRequest("kdunn", path.name, source_of(path), path=path, **more)  # type: ignore[arg-type]


def take(desk: Desk, asked: ImportRequest) -> ImportDone:
    return Extracts(desk).take(asked).result(LIMIT_S)


def rows(desk: Desk) -> list[tuple[object, ...]]:
    return list(desk.station.writer.run_bare(lambda db: db.execute(ROWS).fetchall()))


def seq(desk: Desk) -> int:
    return desk.station.reader.run(lambda answers: answers.head()).seq


def test_it_brings_the_same_rows_as_reading_it_here(desk: Desk, extract: Path, tmp_path: Path) -> None:
    heard: list[int] = []
    done = take(desk, request(extract, progress=heard.append))
    assert (done.accounts, done.posted, done.quarantined) == (ACCOUNTS, ACCOUNTS, ())
    assert (done.has_trailer, done.total_proved) == (True, True)
    assert heard[-1] == 2 * extract.stat().st_size
    other = found_practice(tmp_path / "other", clock=SimulatedClock(MORNING))
    here = take(other, ImportRequest("kdunn", extract.name, source_of(extract)))
    assert rows(desk) == rows(other)
    other.close()
    assert here.posted == done.posted


def test_the_same_file_twice_posts_nothing_twice(desk: Desk, extract: Path) -> None:
    take(desk, request(extract))
    before, stored = seq(desk), rows(desk)
    again = take(desk, request(extract))
    assert (again.posted, again.unchanged, again.ref) == (0, ACCOUNTS, None)
    assert (seq(desk), rows(desk)) == (before, stored)


def test_rows_that_are_not_understood_are_kept_with_line_and_reason(desk: Desk, tmp_path: Path) -> None:
    lines = extract_of(TODAY).split(b"\r\n")[:-2]
    lines[3] = lines[3].replace(lines[3].split(b",")[-1], b"")[:-1]
    done = take(desk, request(kept(tmp_path / "dirty.csv", b"\r\n".join([*lines, b""]))))
    assert [row.line for row in done.quarantined] == [4]
    assert not done.has_trailer
    assert done.ref is not None
    assert desk.station.intake.quarantine(done.ref.seq) == done.quarantined


def test_a_refusal_keeps_its_class_and_its_fields(desk: Desk, tmp_path: Path) -> None:
    lines = extract_of(TODAY).splitlines(keepends=True)
    short = kept(tmp_path / "short.csv", b"".join(lines[:1] + lines[2:]))
    with pytest.raises(TrailerRowsDifferError) as refused:
        take(desk, request(short))
    assert refused.value.stated == refused.value.counted + 1
    assert rows(desk) == []


def test_cancel_changes_nothing_and_the_next_one_is_taken(desk: Desk, extract: Path) -> None:
    stop = Event()
    with pytest.raises(ImportCancelledError):
        take(desk, request(extract, progress=lambda _read: stop.set(), cancelled=stop.is_set))
    assert rows(desk) == []
    assert take(desk, request(extract)).posted == ACCOUNTS


def test_a_dry_run_tells_all_and_changes_nothing(desk: Desk, extract: Path) -> None:
    before = seq(desk)
    done = take(desk, request(extract, dry_run=True))
    assert (done.posted, done.ref) == (ACCOUNTS, None)
    assert (seq(desk), rows(desk)) == (before, [])


def test_an_older_extract_needs_a_word(desk: Desk, extract: Path, tmp_path: Path) -> None:
    take(desk, request(extract))
    older = kept(tmp_path / "older.csv", extract_of(YESTERDAY))
    with pytest.raises(ExtractOlderError, match=r"older than accounts\.csv as of"):
        take(desk, request(older))
    assert take(desk, request(older, is_older_taken=True)).ref is not None


def test_a_look_tells_what_the_file_says(desk: Desk, extract: Path) -> None:
    look = Extracts(desk).look(extract, progress=lambda _read: None, cancelled=lambda: False).result(LIMIT_S)
    assert (look.accounts, look.broken, look.posted_through, look.total_proved) == (ACCOUNTS, 0, 0, True)


def test_a_closing_station_ends_what_is_being_read(tmp_path: Path, extract: Path) -> None:
    desk = found_practice(tmp_path / "closing", clock=SimulatedClock(MORNING))
    begun = Event()
    taking = Extracts(desk).take(request(extract, progress=lambda _read: begun.set()))
    assert begun.wait(LIMIT_S)
    assert desk.close()
    assert taking.exception(LIMIT_S) is not None
