"""A file that is older than what this machine printed is fenced with one sentence (b.16)."""

import shutil
from pathlib import Path

import pytest

from db.backup.backup import back_up
from db.backup.printed import (
    FileOlderThanPaperError,
    PrintedMark,
    PrintedWitness,
    mark_of,
    next_letter,
    printed_path,
    read_mark,
    refuse_older,
    what_is_missing,
)
from db.backup.restore import restore
from db.keys.keep import PRACTICE
from db.opener import opened
from db.print_queue import PrintQueue
from db.station import create_station, open_station
from db.verify.verify import verify
from tests.db.backup.conftest import APP_V, STREAM, HandClock, make_folder, open_batch, take, work


def fence(folder: Path, key: bytes) -> None:
    db = opened(folder / "station.db", key, reader=True)
    try:
        refuse_older(db, folder)
    finally:
        db.close()


def noted(folder: Path, key: bytes) -> PrintedMark:
    """Paper of all that is in the file went out."""
    db = opened(folder / "station.db", key, reader=True)
    mark = mark_of(db)
    db.close()
    assert mark is not None
    assert PrintedWitness(folder).note(mark)
    return mark


def test_the_newest_file_passes_and_its_mark_lies_beside_the_folder(
    real: tuple[Path, bytes], clock: HandClock
) -> None:
    folder, key = real
    fence(folder, key)
    work(folder, key, clock, take(3))
    noted(folder, key)
    fence(folder, key)
    assert printed_path(folder).parent == folder.parent
    assert not list(folder.glob("*printed*"))


def test_an_old_copy_put_in_place_is_fenced_with_the_way_out(
    real: tuple[Path, bytes], tmp_path: Path, clock: HandClock
) -> None:
    folder, key = real
    shutil.copytree(folder, tmp_path / "yesterday")
    work(folder, key, clock, take(3))
    noted(folder, key)
    shutil.rmtree(folder)
    shutil.copytree(tmp_path / "yesterday", folder)
    with pytest.raises(FileOlderThanPaperError) as caught:
        fence(folder, key)
    assert caught.value.sentence().startswith(
        "These books end at entry 3, but this machine has printed up to receipt DT1A-000003 (entry 4)."
    )
    assert "citytill restore with the last backup" in caught.value.sentence()
    mark = read_mark(folder)
    report = verify(folder / "station.db", key, missing_paper=lambda db: what_is_missing(db, mark, practice=False))
    assert report.failed() == ("printed",)


def test_an_old_copy_that_went_on_elsewhere_is_fenced_too(
    real: tuple[Path, bytes], tmp_path: Path, clock: HandClock
) -> None:
    folder, key = real
    shutil.copytree(folder, tmp_path / "yesterday")
    work(folder, key, clock, take(3))
    noted(folder, key)
    shutil.rmtree(folder)
    work(tmp_path / "yesterday", key, clock, take(3))
    shutil.copytree(tmp_path / "yesterday", folder)
    with pytest.raises(FileOlderThanPaperError, match="Entry 4 of these books is another"):
        fence(folder, key)


def test_a_properly_restored_file_passes_and_takes_the_next_letter(
    real: tuple[Path, bytes], tmp_path: Path, clock: HandClock
) -> None:
    folder, key = real
    made = back_up(folder, key, tmp_path / "usb", now=clock.now(), app_v=APP_V)
    work(folder, key, clock, take(3))
    noted(folder, key)
    for letter in ("B", "C"):
        shutil.rmtree(folder)
        assert restore(made.folder, folder, key, clock=clock, app_v=APP_V).incarnation == letter
        fence(folder, key)
        work(folder, key, clock, open_batch(letter), take(1, letter))
        noted(folder, key)
        fence(folder, key)


def test_a_practice_folder_made_anew_begins_from_nothing(
    practice: tuple[Path, bytes], clock: HandClock
) -> None:
    folder, key = practice
    work(folder, key, clock, open_batch("XA"), take(1, "XA"))
    noted(folder, key)
    shutil.rmtree(folder)
    key = make_folder(folder, clock, PRACTICE)
    fence(folder, key)


def test_the_next_letter_comes_after_file_and_paper(real: tuple[Path, bytes]) -> None:
    folder, key = real
    noted(folder, key)
    assert next_letter(folder, tenant="claremore", station="DT1") == "B"
    assert next_letter(folder, tenant="claremore", station="DT1", last="C") == "D"
    assert next_letter(folder, tenant="claremore", station="DT2") == "A"


def test_a_real_file_with_another_beginning_is_fenced(
    real: tuple[Path, bytes], tmp_path: Path, clock: HandClock
) -> None:
    folder, key = real
    noted(folder, key)
    shutil.rmtree(folder)
    create_station(folder, key, stream=STREAM, practice=False, time_zone="America/Chicago", clock=clock)
    with pytest.raises(FileOlderThanPaperError, match="not those of which this machine has printed up to receipt"):
        fence(folder, key)


def test_while_no_receipt_was_taken_nothing_is_remembered(practice: tuple[Path, bytes]) -> None:
    folder, key = practice
    db = opened(folder / "station.db", key, reader=True)
    mark = mark_of(db)
    db.close()
    assert mark is None
    assert PrintedWitness(folder).note(mark)
    assert read_mark(folder) is None


def test_paper_that_was_sent_is_remembered_by_the_print_queue(real: tuple[Path, bytes], clock: HandClock) -> None:
    folder, key = real
    printed_path(folder).unlink()
    station = open_station(folder, key, clock=clock)
    queue = PrintQueue(station, clock)
    queue.set_state(1, state="sending", why="")
    assert read_mark(folder) is None
    queue.set_state(1, state="sent", why="")
    mark = read_mark(folder)
    station.close()
    assert mark is not None
    assert mark.number == "DT1A-000002"


def test_a_mark_that_cannot_be_written_or_read_fences_nobody(real: tuple[Path, bytes]) -> None:
    folder, key = real
    printed_path(folder).unlink()
    printed_path(folder).mkdir()
    db = opened(folder / "station.db", key, reader=True)
    assert not PrintedWitness(folder).note(mark_of(db))
    db.close()
    fence(folder, key)
    printed_path(folder).rmdir()
    printed_path(folder).write_text("{")
    fence(folder, key)


def test_an_older_folder_is_not_opened_for_work(real: tuple[Path, bytes], tmp_path: Path, clock: HandClock) -> None:
    folder, key = real
    shutil.copytree(folder, tmp_path / "yesterday")
    work(folder, key, clock, take(3))
    shutil.rmtree(folder)
    shutil.copytree(tmp_path / "yesterday", folder)
    with pytest.raises(FileOlderThanPaperError):
        open_station(folder, key, clock=clock)
    printed_path(folder).unlink()
    open_station(folder, key, clock=clock).close()
