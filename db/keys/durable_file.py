"""Small plain files that must survive a power cut whole: written aside, synced, then renamed into place."""

import contextlib
import os
import sys
from pathlib import Path
from typing import BinaryIO

PARTIAL = ".partial"


def write_durably(path: Path, content: bytes, *, mode: int = 0o600) -> None:
    """Replace the file at once or not at all; `mode` is set before the first byte is there.

    Raises:
        OSError: disk full, no such folder, no permission; the old content stands.
    """
    aside = path.with_name(f"{path.name}.{os.getpid()}{PARTIAL}")
    try:
        with _opened_new(aside, mode) as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        aside.replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            aside.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def write_new(path: Path, content: bytes, *, mode: int = 0o600) -> None:
    """Write a file that must not exist yet.

    Raises:
        FileExistsError: something is there already; it is left alone.
        OSError: it could not be written; nothing half is left.
    """
    with _opened_new(path, mode) as file:
        try:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        except OSError:
            path.unlink(missing_ok=True)
            raise
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make a rename durable; Windows does it by itself."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _opened_new(path: Path, mode: int) -> BinaryIO:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), mode)
    if sys.platform != "win32":
        os.fchmod(handle, mode)
    return os.fdopen(handle, "wb")
