"""The rows of payments as the program writes them, caught once, so that the bare side can write the very same."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.ports.clock import Clock
from db.deed import DeedTools
from db.engine import WritingConnection
from db.keys.blobs import StationBlobs
from db.keys.key_ring import KeyRing
from db.opener import Connection, Cursor
from db.questions.base import KeptSettings
from db.search.finder import Finder

_WRITES = ("INSERT", "UPDATE", "DELETE")


@dataclass(frozen=True)
class Written:
    """One statement with its ready-made values; `many` of them go in one call."""

    sql: str
    values: Sequence[Any]
    many: bool


class CatchingCursor:
    """Stands before a cursor and notes what is written."""

    def __init__(self, cursor: Cursor, caught: list[Written]) -> None:
        self._cursor = cursor
        self._caught = caught

    def execute(self, sql: str, values: Sequence[Any] = ()) -> Any:
        """As the cursor's."""
        if sql.lstrip().upper().startswith(_WRITES):
            self._caught.append(Written(sql, tuple(values), many=False))
        return self._cursor.execute(sql, values)

    def executemany(self, sql: str, rows: Sequence[Sequence[Any]]) -> Any:
        """As the cursor's."""
        self._caught.append(Written(sql, list(rows), many=True))
        return self._cursor.executemany(sql, rows)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._cursor, name)


class CatchingConnection(WritingConnection):
    """A writing connection that keeps what its last transaction wrote in `caught`."""

    def __init__(self, opened: Connection, path: Path) -> None:
        super().__init__(opened, path)
        self.caught: list[Written] = []

    @contextmanager
    def transaction(self) -> Iterator[Cursor]:
        """As the writer's."""
        self.caught = []
        with super().transaction() as cursor:
            yield CatchingCursor(cursor, self.caught)


def catching_books(opened: Connection, path: Path, key: bytes, clock: Clock) -> tuple[Any, CatchingConnection]:
    """Books over an open connection, and the connection that catches what they write."""
    from db.books import StationBooks

    connection = CatchingConnection(opened, path)
    tools = DeedTools(
        path=path,
        statements=connection.statements,
        view_texts=connection.view_texts,
        clock=clock,
        sealer=StationBlobs(KeyRing(key), opened, clock.now),
        finder=Finder(path.parent, key),
        kept=KeptSettings(),
        app_v="",
    )
    return StationBooks(connection, opened, tools), connection


def write_bare(db: Connection, deed: Sequence[Written]) -> None:
    """The rows through the bare DB-API, in one durable transaction."""
    db.execute("BEGIN IMMEDIATE")
    cursor = db.cursor()
    for one in deed:
        (cursor.executemany if one.many else cursor.execute)(one.sql, one.values)
    db.execute("COMMIT")
