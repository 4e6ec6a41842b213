"""A process aside may end at any moment, or say nonsense: one sentence, nothing changed, the next one works."""

import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.errors import RecordsError
from app.interchange.extract_errors import ImportCancelledError, TrailerRowsDifferError
from db.aside.frames import ImportJob, LookJob
from db.aside.importing import ImportAside
from db.aside.process import Aside
from db.aside.talk import AsideFaultError, talk_with
from db.aside.told_errors import failed, raised
from db.errors import AsideBrokeOffError, FileMissingError, ImportFiguresLostError
from db.station import Station
from tests.db.extract import PENA, RUIZ, take
from tests.db.till import KEY, SUPERVISOR, station_in

ROOT = Path(__file__).resolve().parents[3]
LIMIT_S = 20


@pytest.fixture
def station(tmp_path: Path) -> Iterator[Station]:
    with station_in(tmp_path / "data") as station:
        yield station


def aside(way: str) -> Aside:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return Aside((sys.executable, "-P", "-m", "tests.db.aside.child", way), environment)


def taken(station: Station, way: str, *, is_cancelled: bool = False) -> object:
    job = ImportJob(
        folder=str(station.folder), key=KEY, file="a.csv", by=SUPERVISOR, file_name="a.csv", posted_through=0,
        is_dry_run=False, is_older_taken=False, layout="", now=datetime(2026, 11, 21, tzinfo=UTC),
    )  # fmt: skip
    return ImportAside(station.intake, job).taken(
        aside(way), object, progress=lambda _read: None, cancelled=lambda: is_cancelled
    )


def rows(station: Station) -> int:
    return int(station.writer.run_bare(lambda db: db.execute("SELECT count(*) FROM view_account").fetchone()[0]))


def seq(station: Station) -> int:
    return station.reader.run(lambda answers: answers.head()).seq


@pytest.mark.parametrize("way", ["killed", "nonsense", "endless"])
def test_an_import_whose_process_ends_changes_nothing_and_says_so(station: Station, way: str) -> None:
    take(station, [RUIZ])
    before = seq(station)
    with pytest.raises(AsideBrokeOffError, match=r"ended before it was done\. Nothing was changed\. Do it again\."):
        taken(station, way)
    assert (seq(station), rows(station)) == (before, 1)
    take(station, [RUIZ, PENA])
    assert rows(station) == 2


def test_one_that_ends_after_the_entry_says_that_the_file_was_taken(station: Station) -> None:
    before = seq(station)
    with pytest.raises(ImportFiguresLostError, match="was taken"):
        taken(station, "late")
    assert (seq(station), rows(station)) == (before + 1, 1)


def test_cancel_is_heard_while_it_says_nothing(station: Station) -> None:
    with pytest.raises(ImportCancelledError):
        taken(station, "silent", is_cancelled=True)


def test_a_fault_of_the_program_comes_with_its_places(station: Station) -> None:
    with pytest.raises(AsideFaultError, match="line 1"):
        taken(station, "crash")


def test_one_that_was_stopped_begins_nothing_more() -> None:
    stopped = aside("silent")
    stopped.stop()
    with pytest.raises(AsideBrokeOffError), talk_with(stopped, LookJob("a.csv", "")):
        pass


def test_a_program_that_cannot_be_started_is_told() -> None:
    with pytest.raises(AsideBrokeOffError), talk_with(Aside(("/no/such/program",), {}), LookJob("a.csv", "")):
        pass


def test_it_ends_when_the_one_that_began_it_is_gone() -> None:
    process = aside("silent").started()
    assert isinstance(process, subprocess.Popen)
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.close()
    assert process.wait(LIMIT_S) != 0
    process.stdout.close()


def test_an_error_keeps_class_sentence_and_fields_on_its_way() -> None:
    error = raised(failed(TrailerRowsDifferError(stated=3, counted=2)))
    assert isinstance(error, TrailerRowsDifferError)
    assert (error.stated, error.counted) == (3, 2)
    assert error.sentence() == TrailerRowsDifferError(stated=3, counted=2).sentence()
    missing = raised(failed(FileMissingError(Path("a") / "b.csv")))
    assert isinstance(missing, FileMissingError)


def test_an_error_that_nobody_here_knows_keeps_its_sentence() -> None:
    told = failed(TrailerRowsDifferError(stated=3, counted=2))
    error = raised(type(told)("never_heard", told.words, told.fields))
    assert type(error) is RecordsError
    assert error.sentence() == told.words
