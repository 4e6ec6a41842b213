"""A backup is verified before it is called good, and comes back under a new letter with its gap declared."""

import errno
import json
import shutil
import threading
from pathlib import Path

import pytest

from db.backup import backup as backup_room
from db.backup.backup import BackupInsideFolderError, BackupMade, BackupPlaceError, back_up
from db.backup.manifest import MANIFEST, NotABackupError, read_manifest
from db.backup.restore import (
    BackupDamagedError,
    RecoveryNeededError,
    RestorePlaceTakenError,
    key_of_backup,
    restore,
)
from db.errors import NewerFileError
from db.keys.custody import Custody, find_file_key
from db.keys.recovery import OtherRecoverySheetError, RecoveryKey
from db.keys.station_file import read_station_file
from db.opener import EngineError, opened
from db.verify.verify import verify
from tests.db.backup.conftest import APP_V, WORDS, HandClock, open_batch, opened_station, take, work
from tests.db.verify.day import without_guards


def backed_up(folder: Path, key: bytes, to: Path, clock: HandClock) -> BackupMade:
    return back_up(folder, key, to, now=clock.now(), app_v=APP_V)


def test_a_backup_is_whole_verified_and_says_what_it_holds(
    real: tuple[Path, bytes], tmp_path: Path, clock: HandClock
) -> None:
    made = backed_up(*real, tmp_path / "usb", clock)
    assert made.report.ok
    assert sorted(path.name for path in made.folder.iterdir()) == ["manifest.json", "station.db", "station.json"]
    manifest = read_manifest(made.folder)
    assert manifest == made.manifest
    assert (manifest.station, manifest.incarnation, manifest.seq, manifest.verified) == ("DT1", "A", 3, True)
    assert read_station_file(made.folder).recovery is not None
    assert [path.name for path in (tmp_path / "usb").iterdir()] == [made.folder.name]


def test_a_backup_never_writes_over_another(real: tuple[Path, bytes], tmp_path: Path, clock: HandClock) -> None:
    now = clock.now()
    made = [back_up(*real, tmp_path / "usb", now=now, app_v=APP_V) for _ in range(3)]
    assert len({each.folder for each in made}) == 3


def test_a_backup_runs_beside_a_working_writer(real: tuple[Path, bytes], tmp_path: Path, clock: HandClock) -> None:
    station = opened_station(*real, clock)
    stop = threading.Event()

    def sell() -> None:
        n = 3
        while not stop.is_set():
            station.writer.run(take(n))
            n += 1

    seller = threading.Thread(target=sell)
    seller.start()
    try:
        made = backed_up(*real, tmp_path / "usb", clock)
    finally:
        stop.set()
        seller.join()
        station.close()
    assert made.report.ok
    assert made.report.entries == made.manifest.seq + 1


def test_a_practice_backup_brings_its_key_and_says_so_in_its_name(
    practice: tuple[Path, bytes], tmp_path: Path, clock: HandClock
) -> None:
    folder, key = practice
    made = backed_up(folder, key, tmp_path / "usb", clock)
    assert made.folder.name.startswith("PRACTICE_DT1A-")
    assert key_of_backup(made.folder) == key


def test_a_backup_on_which_a_check_fails_is_kept_and_says_so(
    real: tuple[Path, bytes], tmp_path: Path, clock: HandClock
) -> None:
    folder, key = real
    db = opened(folder / "station.db", key)
    without_guards(db)
    db.execute("PRAGMA ignore_check_constraints=ON")
    db.execute("update journal_entry set id = zeroblob(16) where seq = 2")
    db.close()
    made = backed_up(folder, key, tmp_path / "usb", clock)
    assert not made.report.ok
    assert "chain" in read_manifest(made.folder).failed
    with pytest.raises(BackupDamagedError, match="chain"):
        restore(made.folder, tmp_path / "new", key, clock=clock, app_v=APP_V)
    assert not (tmp_path / "new").exists()


def test_a_place_that_cannot_be_written_is_told_and_nothing_half_is_left(
    real: tuple[Path, bytes], tmp_path: Path, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_args: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(shutil, "copyfile", full)
    with pytest.raises(BackupPlaceError) as caught:
        backed_up(*real, tmp_path / "usb", clock)
    assert "the disk is full. Free some space there" in caught.value.sentence()
    assert list((tmp_path / "usb").iterdir()) == []


@pytest.mark.parametrize("place", ["file", "file/below"])
def test_a_backup_onto_a_file_is_told_to_name_a_folder(
    real: tuple[Path, bytes], tmp_path: Path, clock: HandClock, place: str
) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(BackupPlaceError) as caught:
        backed_up(*real, tmp_path / place, clock)
    assert caught.value.sentence() == (
        f"No backup was made in {tmp_path / place}: that is a file, not a folder. Name a folder, or name another place."
    )


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "the disk is full. Free some space there, or name another place."),
        (errno.EACCES, "you may not write there. Ask your IT for the right, or name another place."),
        (errno.EROFS, "you may not write there. Ask your IT for the right, or name another place."),
        (errno.ENOENT, "the disk or folder is not there any more. Connect it again, or name another place."),
        (errno.EIO, "the disk did not take it. Try again, or name another place."),
    ],
)
def test_a_place_that_takes_no_backup_is_worded_by_its_cause(
    real: tuple[Path, bytes], tmp_path: Path, clock: HandClock, monkeypatch: pytest.MonkeyPatch, number: int, words: str
) -> None:
    def refused(_path: Path, **_how: object) -> None:
        raise OSError(number, "the system's own words")

    monkeypatch.setattr(Path, "mkdir", refused)
    with pytest.raises(BackupPlaceError) as caught:
        backed_up(*real, tmp_path / "usb", clock)
    assert caught.value.sentence() == f"No backup was made in {tmp_path / 'usb'}: {words}"


@pytest.mark.faults
def test_a_disk_that_fills_up_during_the_copy_is_told(
    real: tuple[Path, bytes], tmp_path: Path, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Full:
        """A source whose copy finds no room, as the engine tells it."""

        def __init__(self, path: Path, key: bytes, *, reader: bool) -> None:
            self.db = opened(path, key, reader=reader)

        def execute(self, sql: str) -> object:
            return self.db.execute(sql)

        def backup(self, *_args: object, **_how: object) -> None:
            raise EngineError("database or disk is full")

        def close(self) -> None:
            self.db.close()

    monkeypatch.setattr(
        backup_room, "opened", lambda path, key, **how: (Full if how.get("reader") else opened)(path, key, **how)
    )
    with pytest.raises(BackupPlaceError, match="the disk is full"):
        backed_up(*real, tmp_path / "usb", clock)
    assert list((tmp_path / "usb").iterdir()) == []


def test_a_backup_inside_the_data_folder_is_refused(real: tuple[Path, bytes], clock: HandClock) -> None:
    with pytest.raises(BackupInsideFolderError, match="another disk"):
        backed_up(*real, real[0] / "backups", clock)


def test_with_only_the_backup_and_the_words_it_works_on_another_machine(
    real: tuple[Path, bytes], tmp_path: Path, clock: HandClock
) -> None:
    made = backed_up(*real, tmp_path / "usb", clock)
    shutil.rmtree(tmp_path / "data")
    (tmp_path / "DT1.key").unlink()
    typed = RecoveryKey.read(" ".join(word.upper() for word in WORDS.words))
    key = key_of_backup(made.folder, recovery=typed)
    to = tmp_path / "elsewhere" / "DT1"
    done = restore(
        made.folder, to, key, clock=clock, app_v=APP_V, custody=Custody.parse(f"file:{tmp_path}/new.key")
    )
    assert done.incarnation == "B"
    assert done.last_receipt == "DT1A-000002"
    assert find_file_key(to) == key
    station = opened_station(to, key, clock)
    try:
        stream, head = station.reader.run(lambda books: (books.stream(), books.head()))
        first = station.reader.run(lambda books: books.receipt("DT1A-000001"))
        next_number = station.writer.run(_next_receipt)
    finally:
        station.close()
    assert stream.incarnation == "B"
    assert head.seq == 1
    assert first is not None
    assert next_number == "DT1B-000001"
    assert verify(to / "station.db", key, folder=read_station_file(to)).failed() == ()
    assert [path.name for path in (tmp_path / "elsewhere").iterdir()] == ["DT1"]


def _next_receipt(books: object) -> str:
    with books.deed(by="mruiz") as deed:  # type: ignore[attr-defined]
        return str(deed.next_receipt())


def test_the_gap_names_where_the_old_stream_ended(real: tuple[Path, bytes], tmp_path: Path, clock: HandClock) -> None:
    folder, key = real
    made = backed_up(folder, key, tmp_path / "usb", clock)
    restore(made.folder, tmp_path / "new", key, clock=clock, app_v=APP_V)
    db = opened(tmp_path / "new" / "station.db", key, reader=True)
    sql = "select payload from journal_entry where incarnation = 'B' order by seq"
    genesis, gap = (json.loads(row[0]) for row in db.execute(sql).fetchall())
    (head,) = db.execute("select h from journal_entry where incarnation = 'A' and seq = 3").fetchone()
    first = json.loads(db.execute("select payload from journal_entry where incarnation = 'A'").fetchone()[0])
    db.close()
    assert gap["kind"] == "gap_declared"
    assert (gap["incarnation"], gap["seq"], gap["h"]) == ("A", 3, head.hex())
    assert (gap["last_receipt"], gap["last_batch"], gap["posted"]) == ("DT1A-000002", "DT1A-0001", -1)
    assert genesis["random"] != first["random"]


def test_work_goes_on_after_a_restore_and_two_incarnations_verify(
    real: tuple[Path, bytes], tmp_path: Path, clock: HandClock
) -> None:
    folder, key = real
    made = backed_up(folder, key, tmp_path / "usb", clock)
    restore(made.folder, tmp_path / "new", key, clock=clock, app_v=APP_V)
    again = backed_up(tmp_path / "new", key, tmp_path / "usb", clock)
    assert again.report.failed() == ()
    done = restore(again.folder, tmp_path / "newer", key, clock=clock, app_v=APP_V)
    assert done.incarnation == "C"
    assert verify(tmp_path / "newer" / "station.db", key).failed() == ()


def test_a_drill_proves_a_backup_and_leaves_nothing(
    real: tuple[Path, bytes], tmp_path: Path, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temporary"))
    made = backed_up(*real, tmp_path / "usb", clock)
    done = restore(made.folder, None, real[1], clock=clock, app_v=APP_V)
    assert (done.folder, done.incarnation, done.failed) == (None, "B", ())
    assert list((tmp_path / "temporary").iterdir()) == []


def test_a_restore_never_writes_into_a_folder_that_holds_something(
    real: tuple[Path, bytes], tmp_path: Path, clock: HandClock
) -> None:
    folder, key = real
    made = backed_up(folder, key, tmp_path / "usb", clock)
    with pytest.raises(RestorePlaceTakenError, match="Move what is there aside"):
        restore(made.folder, folder, key, clock=clock, app_v=APP_V)
    (tmp_path / "empty").mkdir()
    assert restore(made.folder, tmp_path / "empty", key, clock=clock, app_v=APP_V).incarnation == "B"


def test_a_changed_backup_is_refused(real: tuple[Path, bytes], tmp_path: Path, clock: HandClock) -> None:
    folder, key = real
    made = backed_up(folder, key, tmp_path / "usb", clock)
    path = made.folder / "station.db"
    path.write_bytes(path.read_bytes()[:-4096])
    with pytest.raises(BackupDamagedError, match="Take an older one"):
        restore(made.folder, tmp_path / "new", key, clock=clock, app_v=APP_V)


def test_without_words_or_key_the_sheet_is_asked_for(
    real: tuple[Path, bytes], tmp_path: Path, clock: HandClock
) -> None:
    made = backed_up(*real, tmp_path / "usb", clock)
    assert key_of_backup(made.folder) == real[1]
    (tmp_path / "DT1.key").unlink()
    with pytest.raises(RecoveryNeededError, match=f"recovery sheet {WORDS.sheet}"):
        key_of_backup(made.folder)
    with pytest.raises(OtherRecoverySheetError):
        key_of_backup(made.folder, recovery=RecoveryKey(bytes(32)))


def test_what_is_no_backup_is_told(real: tuple[Path, bytes], tmp_path: Path, clock: HandClock) -> None:
    made = backed_up(*real, tmp_path / "usb", clock)
    with pytest.raises(NotABackupError, match=f"holds 1 of them, the newest is {made.folder.name}"):
        key_of_backup(tmp_path / "usb")
    with pytest.raises(NotABackupError, match=r"manifest\.json is missing"):
        key_of_backup(tmp_path / "data")
    (made.folder / "station.json").unlink()
    with pytest.raises(NotABackupError, match=r"station\.json is missing"):
        key_of_backup(made.folder)
    (made.folder / MANIFEST).write_text('{"format": 9}')
    with pytest.raises(NotABackupError, match="another version"):
        key_of_backup(made.folder)


def test_a_backup_of_a_newer_program_is_left_alone(real: tuple[Path, bytes], tmp_path: Path, clock: HandClock) -> None:
    folder, key = real
    db = opened(folder / "station.db", key)
    db.execute("update work_schema set version_num = '9999'")
    db.close()
    made = backed_up(folder, key, tmp_path / "usb", clock)
    with pytest.raises(NewerFileError):
        restore(made.folder, tmp_path / "new", key, clock=clock, app_v=APP_V)
    assert not (tmp_path / "new").exists()


def test_paper_queued_before_a_backup_is_not_printed_again(
    real: tuple[Path, bytes], tmp_path: Path, clock: HandClock
) -> None:
    folder, key = real
    station = opened_station(folder, key, clock)
    station.writer.run(_queue_pulse)
    station.close()
    made = backed_up(folder, key, tmp_path / "usb", clock)
    restore(made.folder, tmp_path / "new", key, clock=clock, app_v=APP_V)
    db = opened(tmp_path / "new" / "station.db", key, reader=True)
    assert db.execute("select state from work_print_job").fetchall() == [("unknown",)]
    db.close()


def _queue_pulse(books: object) -> None:
    with books.deed(by="mruiz") as deed:  # type: ignore[attr-defined]
        deed.queue_pulse()


def test_the_books_of_a_restored_folder_take_a_new_batch(
    practice: tuple[Path, bytes], tmp_path: Path, clock: HandClock
) -> None:
    folder, key = practice
    made = backed_up(folder, key, tmp_path / "usb", clock)
    restore(made.folder, tmp_path / "new", key, clock=clock, app_v=APP_V)
    assert find_file_key(tmp_path / "new") == key
    with pytest.raises(Exception, match="not the next number"):
        work(tmp_path / "new", key, clock, open_batch())
