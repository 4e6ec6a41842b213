"""The only opener of the books: a keyed file with the chain's functions on it.

Writer, readers, verify and backup come through here; what a keyed file needs before is in `db.keyed`.
"""

import hashlib
from pathlib import Path

from app.domain.entry import chain_hash
from db.keyed import BUSY_TIMEOUT_MS, Connection, Cursor, EngineError, opened_plain, turned, turning, wal_frames

__all__ = [
    "BUSY_TIMEOUT_MS", "Connection", "Cursor", "EngineError", "content_hash", "opened", "turned", "turning",
    "wal_frames",
]


def opened(
    path: Path,
    key: bytes,
    *,
    reader: bool = False,
    create: bool = False,
    journal_mode: str = "wal",
    cache_kib: int | None = None,
) -> Connection:
    """Open a keyed file with every setting that durability rests on asserted, and the functions its checks call.

    `key` is 32 raw bytes; a `reader` may never write (`query_only`); `create` allows a new file; `journal_mode` is
    `wal` for the journal and `delete` for the search file; `cache_kib` is the page cache, None for the engine's own.

    Raises:
        FileMissingError: no such file and not `create`.
        WrongKeyError: the key does not open it.
        PragmaRefusedError: a setting was not taken (a network disk refuses WAL).
        RecordsError: the disk or another program prevents it.
    """
    db = opened_plain(path, key, reader=reader, create=create, journal_mode=journal_mode, cache_kib=cache_kib)
    db.create_function("chain_hash", 4, chain_hash, deterministic=True)
    db.create_function("content_hash", 1, content_hash, deterministic=True)
    return db


def content_hash(sealed: bytes) -> bytes:
    """SHA-256 of stored bytes: what a blob is named by."""
    return hashlib.sha256(sealed).digest()
