"""A keyed file made ready: settings set, read back and compared before anything else is done (hot-path 1).

The key goes first; a wrong one is a `WrongKeyError` and makes no noise on stderr. Only `db.opener` and the first look
come here: what the books are opened with has the chain's functions as well. Hashing is left out because the first
paint waits for this file.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeAlias

from sqlcipher3 import dbapi2 as sqlcipher

from app.errors import RecordsError
from db.errors import (
    DiskFaultError,
    DiskFullError,
    FileBusyError,
    FileDamagedError,
    FileMissingError,
    JournalRefusedError,
    NotWritableError,
    PragmaRefusedError,
    WrongKeyError,
)

Connection: TypeAlias = Any  # sqlcipher3 is a C module without types
Cursor: TypeAlias = Any
EngineError = sqlcipher.Error
BUSY_TIMEOUT_MS = 5_000
_NO_TABLE = "no such table"
CACHED_STATEMENTS = 256
_SAFE = {"synchronous": "2", "foreign_keys": "1", "recursive_triggers": "1", "busy_timeout": str(BUSY_TIMEOUT_MS)}
_TURNED: dict[int, Callable[[Path], RecordsError]] = {
    sqlcipher.SQLITE_FULL: DiskFullError,
    sqlcipher.SQLITE_READONLY: NotWritableError,
    sqlcipher.SQLITE_BUSY: FileBusyError,
    sqlcipher.SQLITE_LOCKED: FileBusyError,
    sqlcipher.SQLITE_CORRUPT: FileDamagedError,
    sqlcipher.SQLITE_NOTADB: WrongKeyError,
}


def opened_plain(
    path: Path,
    key: bytes,
    *,
    reader: bool = False,
    create: bool = False,
    journal_mode: str = "wal",
    cache_kib: int | None = None,
) -> Connection:
    """Open a keyed file with every setting that durability rests on asserted.

    `key` is 32 raw bytes; a `reader` may never write (`query_only`); `create` allows a new file; `journal_mode` is
    `wal` for the journal and `delete` for the search file; `cache_kib` is the page cache, None for the engine's own.

    Raises:
        FileMissingError: no such file and not `create`.
        WrongKeyError: the key does not open it.
        PragmaRefusedError: a setting was not taken (a network disk refuses WAL).
        RecordsError: the disk or another program prevents it.
    """
    if not create and not path.exists():
        raise FileMissingError(path)
    with turning(path):
        db = sqlcipher.connect(
            str(path), isolation_level=None, check_same_thread=False, cached_statements=CACHED_STATEMENTS
        )
        try:
            db.execute("PRAGMA cipher_log_level=NONE")
            db.execute(f"PRAGMA key=\"x'{key.hex()}'\"")  # takes no bound parameter; nothing touches the file before it
            _set(db, path, {"journal_mode": journal_mode, **_SAFE, "wal_autocheckpoint": "0"})
            if cache_kib is not None:
                _set(db, path, {"cache_size": str(-cache_kib)})
            _set(db, path, {"query_only": str(int(reader))})
        except BaseException:
            db.close()
            raise
    return db


@contextmanager
def turning(path: Path) -> Iterator[None]:
    """Turn the engine's errors into the sentences of db/errors."""
    try:
        yield
    except sqlcipher.Error as error:
        raise turned(error, path) from error


def turned(error: Exception, path: Path) -> RecordsError:
    """The sentence for an error of the engine."""
    code = int(getattr(error, "sqlite_errorcode", 0)) & 0xFF
    if code == sqlcipher.SQLITE_CONSTRAINT:
        return JournalRefusedError(str(error))
    if code == sqlcipher.SQLITE_CANTOPEN and not os.access(path.parent, os.W_OK):
        return NotWritableError(path)
    if code == sqlcipher.SQLITE_ERROR and _NO_TABLE in str(error):  # emptied, or another program's file
        return FileDamagedError(path)
    return _TURNED.get(code, DiskFaultError)(path)


def wal_frames(db: Connection) -> int:
    """Pages in the write-ahead log: what a commit costs is the difference before and after it (hot-path 2)."""
    return int(db.execute("PRAGMA wal_checkpoint(NOOP)").fetchone()[1])


def _set(db: Connection, path: Path, pragmas: dict[str, str]) -> None:
    for pragma, wanted in pragmas.items():
        db.execute(f"PRAGMA {pragma}={wanted}").fetchall()
        got = str(db.execute(f"PRAGMA {pragma}").fetchone()[0])
        if got != wanted:
            raise PragmaRefusedError(path, pragma, got)
