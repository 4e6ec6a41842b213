"""What the views say, as one hash: equal after a replay, stored in the checkpoint of a close (DESIGN section 3).

For each table the rows in key order, encoded alike on every machine; of accounts only the rows that count now, for
older generations may or may not have been cleared away.
"""

import hashlib
from typing import Any

import msgspec

from db.opener import Cursor
from db.tables.views import SHADOW, VIEWS

PAGE_ROWS = 2_000
_LIVE_ACCOUNTS = (
    " WHERE generation = (SELECT max(n.generation) FROM {table} n, {state} s"
    " WHERE n.account = {table}.account AND n.generation <= s.generation)"
)


def views_digest(cursor: Cursor, *, shadow: bool = False) -> str:
    """SHA-256 over the digests of all views, lower-case hex."""
    whole = hashlib.sha256()
    for name, digest in table_digests(cursor, shadow=shadow).items():
        whole.update(f"{name} {digest}\n".encode())
    return whole.hexdigest()


def table_digests(cursor: Cursor, *, shadow: bool = False) -> dict[str, str]:
    """SHA-256 of each view by its name; tells which one differs."""
    prefix = SHADOW if shadow else ""
    return {name: _digest(cursor, name, prefix) for name in sorted(VIEWS.tables)}


def _digest(cursor: Cursor, name: str, prefix: str) -> str:
    found = hashlib.sha256()
    encode = msgspec.json.encode
    cursor.execute(_select(name, prefix))
    while rows := cursor.fetchmany(PAGE_ROWS):
        found.update(b"\n".join(map(encode, rows)) + b"\n")
    return found.hexdigest()


def _select(name: str, prefix: str) -> str:
    table: Any = VIEWS.tables[name]
    columns = ", ".join(f'"{column.name}"' for column in table.columns)
    order = ", ".join(f'"{column.name}"' for column in table.primary_key)
    where = ""
    if name == "view_account":
        where = _LIVE_ACCOUNTS.format(table=prefix + name, state=f"{prefix}view_state")
    return f"SELECT {columns} FROM {prefix}{name}{where} ORDER BY {order}"
