"""The writer's side of SQLAlchemy: it owns connection and transaction, its DB-API cursor runs the hot statements.

Imported late, on the writer's own thread: SQLAlchemy takes 150 ms to import, and sign-in must be painted before
(hot-path 7). What the first read needs does without it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import create_engine, event
from sqlalchemy.engine import Connection as HeldConnection
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool
from sqlcipher3 import dbapi2 as sqlcipher

from db.opener import Connection, Cursor, EngineError, turned
from db.statements import Statements, compiled_statements


class WritingConnection:
    """The one connection that writes; every transaction is BEGIN IMMEDIATE and ends durable or not at all."""

    def __init__(self, opened: Connection, path: Path) -> None:
        self._path = path
        self._opened = opened
        self._engine = create_engine("sqlite://", module=sqlcipher, creator=lambda: opened, poolclass=StaticPool)
        event.listen(self._engine, "begin", lambda _held: opened.execute("BEGIN IMMEDIATE"))
        self._held: HeldConnection = self._engine.connect()
        self.statements: Statements = compiled_statements()
        self.view_texts = self.statements.view_texts()

    @property
    def held(self) -> HeldConnection:
        """SQLAlchemy's connection, for migrations and rebuilds."""
        return self._held

    @contextmanager
    def transaction(self) -> Iterator[Cursor]:
        """The cursor of one transaction; COMMIT when the block ends well, else nothing happened.

        Raises:
            RecordsError: the engine refused to begin, write or commit; nothing changed.
        """
        try:
            with self._held.begin():
                yield self._opened.cursor()  # the connection that SQLAlchemy holds the transaction of
        except DBAPIError as error:
            raise turned(error.orig if isinstance(error.orig, EngineError) else error, self._path) from error
        except EngineError as error:
            raise turned(error, self._path) from error

    def let_go(self) -> None:
        """SQLAlchemy forgets the connection, which stays open; else its collector would reset it at any later time."""
        self._held.close()
