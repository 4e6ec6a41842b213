"""The rows of payments as the program writes them, caught once, so that the bare side can write the very same."""

from collections.abc import Sequence
from typing import Any

from app.frozen import frozen
from db.opener import Connection, Cursor

_WRITES = ("INSERT", "UPDATE", "DELETE")


@frozen
class Written:
    """One statement with its ready-made values; `many` of them go in one call."""

    sql: str
    values: Sequence[Any]
    many: bool


class CatchingConnection:
    """Stands before an open connection and keeps in `caught` what its last transaction wrote."""

    def __init__(self, opened: Connection) -> None:
        self._opened = opened
        self.caught: list[Written] = []

    def cursor(self) -> "CatchingCursor":
        """As the connection's."""
        return CatchingCursor(self._opened.cursor(), self)

    def execute(self, sql: str, values: Sequence[Any] = ()) -> Any:
        """As the connection's; a deed's BEGIN comes this way."""
        if sql.startswith("BEGIN"):
            self.caught = []
        return self._opened.execute(sql, values)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._opened, name)


class CatchingCursor:
    """Stands before a cursor and notes what is written."""

    def __init__(self, cursor: Cursor, connection: CatchingConnection) -> None:
        self._cursor = cursor
        self._connection = connection

    def execute(self, sql: str, values: Sequence[Any] = ()) -> Any:
        """As the cursor's."""
        if sql.lstrip().upper().startswith(_WRITES):
            self._connection.caught.append(Written(sql, tuple(values), many=False))
        return self._cursor.execute(sql, values)

    def executemany(self, sql: str, rows: Sequence[Sequence[Any]]) -> Any:
        """As the cursor's."""
        self._connection.caught.append(Written(sql, list(rows), many=True))
        return self._cursor.executemany(sql, rows)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._cursor, name)


def write_bare(db: Connection, deed: Sequence[Written]) -> None:
    """The rows through the bare DB-API, in one durable transaction."""
    db.execute("BEGIN IMMEDIATE")
    cursor = db.cursor()
    for one in deed:
        (cursor.executemany if one.many else cursor.execute)(one.sql, one.values)
    db.execute("COMMIT")
