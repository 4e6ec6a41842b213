"""A file that a person picked in the window: read in blocks, or written whole; refusals in one sentence."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import ClassVar

from app.errors import InputError, RecordsError
from db.keys.durable_file import write_durably

BLOCK_BYTES = 1 << 20


class PickedUnreadableError(InputError):
    """The picked file cannot be read."""

    code: ClassVar[str] = "picked_unreadable"

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(f"The file {path.name} cannot be read ({why}). Choose it again, or another one.")
        self.path = path


class PickedUnwritableError(RecordsError):
    """Nothing can be written at the picked place."""

    code: ClassVar[str] = "picked_unwritable"

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(f"The file {path.name} cannot be written there ({why}). Choose another folder.")
        self.path = path


def source_of(path: Path) -> Callable[[], Iterable[bytes]]:
    """The file's bytes, opened anew at each call; reading raises `PickedUnreadableError`."""
    return lambda: _blocks(path)


def size_of(path: Path) -> int:
    """How many bytes it has.

    Raises:
        PickedUnreadableError: it is not there.
    """
    try:
        return path.stat().st_size
    except OSError as error:
        raise PickedUnreadableError(path, error.strerror or "the disk refuses") from error


def write_picked(path: Path, data: bytes) -> None:
    """Whole or not at all.

    Raises:
        PickedUnwritableError: the disk or the folder refuses.
    """
    try:
        write_durably(path, data, mode=0o644)
    except OSError as error:
        raise PickedUnwritableError(path, error.strerror or "the disk refuses") from error


def _blocks(path: Path) -> Iterator[bytes]:
    try:
        with path.open("rb") as file:
            while block := file.read(BLOCK_BYTES):
                yield block
    except OSError as error:
        raise PickedUnreadableError(path, error.strerror or "the disk refuses") from error
