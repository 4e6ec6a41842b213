"""Files that verbs write and read, with the operating system's refusals turned into sentences."""

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
        super().__init__(f"{path} cannot be read ({why}). Look at the name and try again.")
        self.path = path


class FileNotWrittenError(RecordsError):
    """What the verb made cannot be put where it was asked for."""

    code: ClassVar[str] = "file_not_written"

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(f"{path} cannot be written ({why}). Name another place with --out.")
        self.path = path


def source_of(path: Path) -> Callable[[], Iterable[bytes]]:
    """The file's bytes in blocks, opened anew at each call.

    Raises:
        FileNotReadError: it is not there, or no file.
    """
    try:
        with path.open("rb"):
            pass
    except OSError as error:
        raise FileNotReadError(path, _why(error)) from error
    return lambda: _blocks(path)


def read_text(path: Path) -> str:
    """A small text file.

    Raises:
        FileNotReadError: it is not there, or no text.
    """
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise FileNotReadError(path, _why(error)) from error
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
        raise FileNotWrittenError(path, _why(error)) from error


def write_out(path: Path, data: bytes) -> None:
    """Put the bytes there, whole or not at all; folders on the way are made.

    Raises:
        FileNotWrittenError: the place or the disk refuses.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_durably(path, data, mode=0o644)
    except OSError as error:
        raise FileNotWrittenError(path, _why(error)) from error


def _blocks(path: Path) -> Iterator[bytes]:
    try:
        with path.open("rb") as file:
            while block := file.read(BLOCK_BYTES):
                yield block
    except OSError as error:
        raise FileNotReadError(path, _why(error)) from error


def _why(error: OSError) -> str:
    return error.strerror or "the system refuses"
