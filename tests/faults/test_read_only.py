"""A folder that may only be read: said as such, with who can help, before anything is taken."""

import errno
import os
import shutil
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from db.errors import DiskFaultError, FileDamagedError, NotWritableError, WrongKeyError
from db.first_look import first_look
from db.folder_lock import FolderLock
from db.opener import turned
from db.paths import STATION_DB
from tests.db.till import KEY, station_in

pytestmark = pytest.mark.faults


def engine_error(code: int, words: str = "") -> Exception:
    error: Exception = sqlcipher.OperationalError(words)
    error.sqlite_errorcode = code  # type: ignore[attr-defined]  # as the engine sets it
    return error


def test_a_lock_that_may_not_be_made_is_told_apart_from_a_dying_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kinds = {errno.EROFS: NotWritableError, errno.EACCES: NotWritableError, errno.EIO: DiskFaultError}
    for number, kind in kinds.items():

        def refuse(*_call: object, number: int = number) -> int:
            raise OSError(number, "refused")

        with monkeypatch.context() as patch:
            patch.setattr(os, "open", refuse)
            with pytest.raises(kind):
                FolderLock(tmp_path)


def test_the_engine_s_refusal_to_write_says_who_can_help(tmp_path: Path) -> None:
    refusal = turned(engine_error(sqlcipher.SQLITE_READONLY), tmp_path / STATION_DB)
    assert isinstance(refusal, NotWritableError)
    assert "Ask your IT for the right to write" in refusal.sentence()


def test_a_log_that_cannot_be_made_beside_the_file_is_the_folder_s_right(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    error = engine_error(sqlcipher.SQLITE_CANTOPEN)
    assert isinstance(turned(error, tmp_path / STATION_DB), DiskFaultError)
    monkeypatch.setattr(os, "access", lambda *_call: False)
    assert isinstance(turned(error, tmp_path / STATION_DB), NotWritableError)


def test_an_emptied_file_is_damaged_and_a_foreign_one_says_both_ways_out(tmp_path: Path) -> None:
    with station_in(tmp_path):
        pass
    whole = tmp_path / STATION_DB
    kept = tmp_path / "kept"
    shutil.copyfile(whole, kept)
    whole.write_bytes(b"")
    with pytest.raises(FileDamagedError, match="restore the last backup"):
        first_look(tmp_path, KEY)
    whole.write_bytes(b"no books at all\n" * 900)
    with pytest.raises(WrongKeyError, match="another station's file, or damaged"):
        first_look(tmp_path, KEY)
