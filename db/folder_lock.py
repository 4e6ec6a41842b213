"""One writing process a folder, held by the operating system: it falls when the process ends, however it ends."""

import errno
import os
import sys
from pathlib import Path

from db.errors import AlreadyOpenError, DiskFaultError, NotWritableError

LOCK_FILE = "lock"


class FolderLock:
    """Held from construction until `release`.

    Raises:
        AlreadyOpenError: another process holds the folder.
        NotWritableError: the folder may only be read.
        DiskFaultError: the lock file cannot be made.
    """

    def __init__(self, folder: Path) -> None:
        path = folder / LOCK_FILE
        try:
            self._file = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o660)
        except OSError as error:
            is_kept_out = error.errno in (errno.EROFS, errno.EACCES, errno.EPERM)
            raise (NotWritableError(path) if is_kept_out else DiskFaultError(path)) from error
        try:
            _lock(self._file)
        except OSError as error:
            os.close(self._file)
            raise AlreadyOpenError(folder) from error

    def release(self) -> None:
        """Let go; a second call does nothing."""
        if self._file >= 0:
            os.close(self._file)
            self._file = -1


if sys.platform == "win32":
    import msvcrt

    def _lock(file: int) -> None:
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
