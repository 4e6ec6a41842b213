"""Files that verbs write and read, with the operating system's refusals turned into sentences."""

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
