"""Files that a person names, in the window or on the command line: read in blocks, or written whole.

The one place where the operating system's refusals become sentences about such a file.
"""

import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import ClassVar

from app.errors import InputError, RecordsError
from db.keys.durable_file import write_durably

BLOCK_BYTES = 1 << 20


class FileNotReadError(InputError):
    """The file named cannot be read."""

    code: ClassVar[str] = "file_not_read"

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(f"The file {path} cannot be read ({why}). Choose it again, or another one.")
        self.path = path


class FileNotWrittenError(RecordsError):
    """The place named does not take the file; nothing in the books changed."""

    code: ClassVar[str] = "file_not_written"

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(f"{path} cannot be written ({why}). Choose another place, or ask your IT for the right.")
        self.path = path


def source_of(path: Path) -> Callable[[], Iterable[bytes]]:
    """The file's bytes in blocks, opened anew at each call; reading raises `FileNotReadError`."""
    return lambda: _blocks(path)


def check_readable(path: Path) -> None:
    """Whether it can be read at all, asked before anything is begun for it.

    Raises:
        FileNotReadError: it is not there, or no file.
    """
    try:
        with path.open("rb"):
            pass
    except OSError as error:
        raise FileNotReadError(path, why_of(error)) from error


def size_of(path: Path) -> int:
    """How many bytes it has.

    Raises:
        FileNotReadError: it is not there.
    """
    try:
        return path.stat().st_size
    except OSError as error:
        raise FileNotReadError(path, why_of(error)) from error


def read_text(path: Path) -> str:
    """A small text file.

    Raises:
        FileNotReadError: it is not there, or no text.
    """
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise FileNotReadError(path, why_of(error)) from error
    except UnicodeDecodeError as error:
        raise FileNotReadError(path, "it is no text") from error


def check_place(path: Path) -> None:
    """Whether a file can be put there, asked before anything is numbered for it; folders on the way are made.

    Raises:
        FileNotWrittenError: it cannot.
    """
    folder = path if path.is_dir() else path.parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        raise FileNotWrittenError(path, why_of(error)) from error


def write_whole(path: Path, data: bytes) -> None:
    """Whole or not at all, into a folder that is there.

    Raises:
        FileNotWrittenError: the disk or the folder refuses.
    """
    try:
        write_durably(path, data, mode=0o644)
    except OSError as error:
        raise FileNotWrittenError(path, why_of(error)) from error


def write_out(path: Path, data: bytes) -> None:
    """Whole or not at all; folders on the way are made.

    Raises:
        FileNotWrittenError: the place or the disk refuses.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileNotWrittenError(path, why_of(error)) from error
    write_whole(path, data)


def why_of(error: OSError) -> str:
    """The system's own words for it."""
    return error.strerror or "the system refuses"


def _blocks(path: Path) -> Iterator[bytes]:
    try:
        with path.open("rb") as file:
            while block := file.read(BLOCK_BYTES):
                yield block
    except OSError as error:
        raise FileNotReadError(path, why_of(error)) from error
