"""What the views say, as one hash: equal after a replay, stored in the checkpoint of a close (DESIGN section 3).

For each table the rows in key order, encoded alike on every machine; of accounts only the rows that count now, for
older generations may or may not have been cleared away. It grows with the file, so a close looks at one moment of the
file on a connection of its own, and the till goes on: the checkpoint names the entry that it has seen.
"""

import hashlib
from pathlib import Path
from typing import Any

import msgspec

from app.domain.facts.batches import CheckpointMade
from db.opener import Connection, Cursor, opened, turning
from db.tables.views import VIEWS
from db.versions import VIEWS_VERSION

PAGE_ROWS = 500
"""Rows that are encoded in one call, which the window waits for; part of what the digest is."""
_LIVE_ACCOUNTS = (
    " WHERE generation = (SELECT max(n.generation) FROM view_account n, view_state s"
    " WHERE n.account = view_account.account AND n.generation <= s.generation)"
)


def views_seen(path: Path, key: bytes) -> CheckpointMade:
    """The last entry of the file at one moment, and the digest of every view as it left them; on any thread.

    Raises:
        RecordsError: the file cannot be read.
    """
    db = opened(path, key, reader=True)
    try:
        with turning(path):
            return _seen(db)
    finally:
        db.close()


def _seen(db: Connection) -> CheckpointMade:
    db.execute("BEGIN")
    seq, h = db.execute("SELECT seq, h FROM view_state").fetchone()
    digest = views_digest(db.cursor())
    db.execute("COMMIT")
    return CheckpointMade(seq, h.hex(), VIEWS_VERSION, digest)


def views_digest(cursor: Cursor) -> str:
    """SHA-256 over the digests of all views, lower-case hex."""
    whole = hashlib.sha256()
    for name, digest in table_digests(cursor).items():
        whole.update(f"{name} {digest}\n".encode())
    return whole.hexdigest()


def table_digests(cursor: Cursor) -> dict[str, str]:
    """SHA-256 of each view by its name; tells which one differs."""
    return {name: _digest(cursor, name) for name in sorted(VIEWS.tables)}


def _digest(cursor: Cursor, name: str) -> str:
    found = hashlib.sha256()
    encode = msgspec.json.encode
    cursor.execute(_select(name))
    while rows := cursor.fetchmany(PAGE_ROWS):
        found.update(encode(rows))
    return found.hexdigest()


def _select(name: str) -> str:
    table: Any = VIEWS.tables[name]
    columns = ", ".join(f'"{column.name}"' for column in table.columns)
    order = ", ".join(f'"{column.name}"' for column in table.primary_key)
    where = _LIVE_ACCOUNTS if name == "view_account" else ""
    return f"SELECT {columns} FROM {name}{where} ORDER BY {order}"
