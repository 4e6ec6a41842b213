"""The only opener: what it asserts, and the sentence for each way a file can refuse."""

from pathlib import Path

import pytest

from app.errors import RecordsError
from db.errors import (
    DiskFullError,
    FileBusyError,
    FileDamagedError,
    FileMissingError,
    JournalRefusedError,
    PragmaRefusedError,
    WrongKeyError,
)
from db.opener import Connection, opened, turning, wal_frames
from tests.db.till import KEY


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "station.db"
    db = opened(path, KEY, create=True)
    db.execute("CREATE TABLE money (cents INTEGER NOT NULL CHECK (cents > 0), note TEXT) STRICT")
    db.execute("INSERT INTO money VALUES (6120, '')")
    db.close()
    return path


def pragma(db: Connection, name: str) -> str:
    return str(db.execute(f"PRAGMA {name}").fetchone()[0])


def test_every_setting_that_durability_rests_on_is_set(path: Path) -> None:
    db = opened(path, KEY)
    names = ("journal_mode", "synchronous", "foreign_keys", "recursive_triggers", "busy_timeout", "query_only")
    assert [pragma(db, name) for name in names] == ["wal", "2", "1", "1", "5000", "0"]
    db.close()


def test_a_reader_cannot_write(path: Path) -> None:
    db = opened(path, KEY, reader=True)
    with pytest.raises(RecordsError), turning(path):
        db.execute("INSERT INTO money VALUES (1, '')")
    db.close()


def test_a_wrong_key_is_one_sentence_and_no_noise(path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(WrongKeyError, match="does not open station"):
        opened(path, bytes(32))
    assert capfd.readouterr().err == ""


def test_a_file_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(FileMissingError, match="not in"):
        opened(tmp_path / "station.db", KEY)
    assert list(tmp_path.iterdir()) == []


def test_a_setting_that_is_not_taken_refuses_the_start(path: Path) -> None:
    with pytest.raises(PragmaRefusedError, match="cannot be opened safely"):
        opened(path, KEY, journal_mode="nonsense")


def test_a_full_disk_is_said_and_the_earlier_rows_stay(path: Path) -> None:
    db = opened(path, KEY)
    db.execute("PRAGMA max_page_count=3")
    with pytest.raises(DiskFullError, match="The disk is full, nothing was saved"), turning(path):
        db.executemany("INSERT INTO money VALUES (1, ?)", [("x" * 2000,)] * 100)
    assert db.execute("SELECT cents FROM money WHERE note = ''").fetchall() == [(6120,)]
    db.close()


def test_a_file_held_by_another_program_is_said(path: Path) -> None:
    other, db = opened(path, KEY), opened(path, KEY)
    other.execute("BEGIN IMMEDIATE")
    db.execute("PRAGMA busy_timeout=1")
    with pytest.raises(FileBusyError, match="Another program is using"), turning(path):
        db.execute("BEGIN IMMEDIATE")
    other.close()
    db.close()


def test_a_damaged_page_is_said(path: Path) -> None:
    db = opened(path, KEY)
    db.executemany("INSERT INTO money VALUES (1, ?)", [("x" * 500,)] * 50)
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    db.close()
    whole = bytearray(path.read_bytes())
    whole[4096 * 2 + 100] ^= 1
    path.write_bytes(whole)
    db = opened(path, KEY, reader=True)
    with pytest.raises(FileDamagedError, match="is damaged"), turning(path):
        db.execute("SELECT count(note), sum(cents) FROM money").fetchall()
    db.close()


def test_a_broken_rule_of_a_table_is_the_journals_refusal(path: Path) -> None:
    db = opened(path, KEY)
    with pytest.raises(JournalRefusedError, match="nothing was saved"), turning(path):
        db.execute("INSERT INTO money VALUES (0, '')")
    db.close()


def test_frames_of_the_write_ahead_log_are_counted(path: Path) -> None:
    db = opened(path, KEY)
    before = wal_frames(db)
    db.execute("INSERT INTO money VALUES (1, '')")
    assert wal_frames(db) == before + 1
    db.close()
