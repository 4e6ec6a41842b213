"""Clean and unclean stops: what is asked about, what is kept, and one window a folder."""

import shutil
from pathlib import Path

import pytest

from app.domain.facts.receipts import HandoverAnswered
from db.errors import AlreadyOpenError, FileMissingError, FolderInUseError, LaneClosedError, WrongKeyError
from db.ids import number_id
from db.paths import STATION_DB
from db.session import keep_shown
from db.station import Station, create_station, open_station
from tests.db.till import KEY, STREAM, StepClock, Till, station_in


def crashed(folder: Path, to: Path) -> Path:
    """The folder as a power cut leaves it: file and log as they are, no clean stop."""
    to.mkdir()
    for name in (STATION_DB, f"{STATION_DB}-wal"):
        if (folder / name).exists():
            shutil.copyfile(folder / name, to / name)
    return to


def unanswered(station: Station) -> list[str]:
    return [record.receipt for record in station.reader.run(lambda answers: answers.unanswered())]


def test_after_a_clean_stop_nothing_is_asked(tmp_path: Path) -> None:
    with station_in(tmp_path) as station:
        till = Till(station)
        till.open_batch()
        till.pay({"A1": 100})
        assert unanswered(station) == []
    with station_in(tmp_path, new=False) as station:
        assert unanswered(station) == []


def test_after_a_crash_receipts_nobody_confirmed_are_asked_until_answered(tmp_path: Path) -> None:
    folder = tmp_path / "a"
    with station_in(folder) as station:
        till = Till(station)
        till.open_batch()
        shown, printed, gone, lost = (till.pay({f"A{n}": 100}) for n in range(4))
        till.void(gone)
        station.writer.run_bare(lambda db: keep_shown(db, [number_id(shown)]))
        station.writer.run_bare(
            lambda db: db.execute("UPDATE work_print_job SET state = 'confirmed' WHERE receipt = ?", (printed,))
        )
        copy = crashed(folder, tmp_path / "b")
    with station_in(copy, new=False) as station:
        assert unanswered(station) == [lost]
        later = Till(station)
        later.batch = "XDT1A-0001"
        later.pay({"A9": 100})
        assert unanswered(station) == [lost]
    with station_in(copy, new=False) as station:
        assert unanswered(station) == [lost]
        Till(station).add(HandoverAnswered(lost, "handed_over"))
        assert unanswered(station) == []
    with station_in(copy, new=False) as station:
        assert unanswered(station) == []
        assert station.writer.run_bare(lambda db: db.execute("SELECT count(*) FROM work_shown").fetchone()) == (0,)


def test_what_the_screen_confirmed_is_stored_when_the_writer_stops(tmp_path: Path) -> None:
    with station_in(tmp_path) as station:
        till = Till(station)
        till.open_batch()
        number = till.pay({"A1": 100})
        station.writer.confirm_shown(number)
        station.writer.close()
    with station_in(tmp_path, new=False) as station:
        kept = station.writer.run_bare(lambda db: db.execute("SELECT clean_receipt FROM work_session").fetchone())
        assert kept == (number_id(number),)


def test_a_second_window_on_the_folder_is_refused(tmp_path: Path) -> None:
    with station_in(tmp_path), pytest.raises(AlreadyOpenError, match="already open"):
        open_station(tmp_path, KEY, clock=StepClock())
    with station_in(tmp_path, new=False):
        pass


def test_a_wrong_key_lets_go_of_the_folder(tmp_path: Path) -> None:
    with station_in(tmp_path):
        pass
    with pytest.raises(WrongKeyError):
        open_station(tmp_path, bytes(32), clock=StepClock())
    with station_in(tmp_path, new=False):
        pass


def test_a_folder_without_a_station_is_said(tmp_path: Path) -> None:
    with pytest.raises(FileMissingError, match="Choose the station's folder"):
        open_station(tmp_path, KEY, clock=StepClock())


def test_a_station_is_never_made_over_another(tmp_path: Path) -> None:
    with station_in(tmp_path), pytest.raises(FolderInUseError, match="already holds a station"):
        create_station(tmp_path, KEY, stream=STREAM, practice=True, time_zone="America/Chicago", clock=StepClock())


def test_a_closed_writer_takes_no_more_work(tmp_path: Path) -> None:
    with station_in(tmp_path) as station:
        assert station.writer.close()
        with pytest.raises(LaneClosedError, match="closing"):
            Till(station).open_batch()


def test_an_orderly_close_empties_the_log_into_the_file(tmp_path: Path) -> None:
    with station_in(tmp_path) as station:
        Till(station).people()
    assert not (tmp_path / f"{STATION_DB}-wal").exists()
