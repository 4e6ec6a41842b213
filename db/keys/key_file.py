"""A key file: 64 hex letters on one line, readable by its owner and at most one group."""

import os
import stat
import sys
from pathlib import Path
from typing import ClassVar

from app.errors import RecordsError
from db.keys.durable_file import write_new
from db.keys.file_key import FILE_KEY_BYTES

_TOO_OPEN = stat.S_IRWXO | stat.S_IWGRP | stat.S_IXGRP | stat.S_IXUSR  # all that 0640 does not give


class KeyFileMissingError(RecordsError):
    """Nobody can open the books without it."""

    code: ClassVar[str] = "key_file_missing"

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"The key file {path} cannot be read. Bring it back or sign in as somebody of its group; if it is lost, "
            "run citytill restore with a backup and the words of the recovery sheet."
        )
        self.path = path


class KeyFileOpenToOthersError(RecordsError):
    """The key file's permissions or owner let others at it."""

    code: ClassVar[str] = "key_file_open"

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(f"The key file {path} {why}. Give it to its owner and one group only: chmod 0640 {path}")
        self.path = path
        self.why = why


class KeyFileUnreadableError(RecordsError):
    """Its content is no key."""

    code: ClassVar[str] = "key_file_content"

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path} does not hold a key (64 letters 0-9 a-f). Bring the right file back, or run citytill restore "
            "with a backup and the words of the recovery sheet."
        )
        self.path = path


class KeyFileExistsError(RecordsError):
    """A key is never written over."""

    code: ClassVar[str] = "key_file_exists"

    def __init__(self, path: Path) -> None:
        super().__init__(f"There is already a file {path}, and keys are never written over. Name another path.")
        self.path = path


class KeyFileUnwritableError(RecordsError):
    """The disk or the permissions say no."""

    code: ClassVar[str] = "key_file_unwritable"

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(f"The key file {path} cannot be written ({why}). Name another path, or make its folder first.")
        self.path = path


def write_key_file(path: Path, key: bytes) -> None:
    """Write a new key file for its owner alone (0600); widen it to one group with `chgrp` and `chmod 0640`.

    Raises:
        KeyFileExistsError: something is there already.
        KeyFileUnwritableError: no folder, no permission, disk full.
    """
    try:
        write_new(path, key.hex().encode() + b"\n")
    except FileExistsError as error:
        raise KeyFileExistsError(path) from error
    except OSError as error:
        raise KeyFileUnwritableError(path, error.strerror or "no reason given") from error


def read_key_file(path: Path, *, is_guarded: bool = True) -> bytes:
    """Read a key; a guarded file must belong to this user or root and be closed to all but one group.

    Raises:
        KeyFileMissingError: not there, or not ours to read.
        KeyFileOpenToOthersError: others could read or change it.
        KeyFileUnreadableError: its content is no key.
    """
    try:
        with path.open("rb") as file:
            if is_guarded:
                _refuse_open_file(path, os.fstat(file.fileno()))
            text = file.read(2 * FILE_KEY_BYTES + 3)
    except OSError as error:
        raise KeyFileMissingError(path) from error
    try:
        key = bytes.fromhex(text.decode("ascii").strip())
    except ValueError as error:
        raise KeyFileUnreadableError(path) from error
    if len(key) != FILE_KEY_BYTES:
        raise KeyFileUnreadableError(path)
    return key


def _refuse_open_file(path: Path, found: os.stat_result) -> None:
    """Windows guards by the folder's access list, which `stat` does not show."""
    if sys.platform == "win32":
        return
    if found.st_uid not in (0, os.geteuid()):
        raise KeyFileOpenToOthersError(path, "belongs to somebody else")
    if found.st_mode & _TOO_OPEN:
        raise KeyFileOpenToOthersError(path, f"is open to others (mode {stat.S_IMODE(found.st_mode):04o})")
