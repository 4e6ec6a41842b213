"""The station's books: the only way facts are born (`app.ports.books.Books`)."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.ports.clock import Clock
from db.deed import Deed, DeedTools
from db.engine import WritingConnection
from db.keys.blobs import StationBlobs
from db.keys.key_ring import KeyRing
from db.opener import Connection
from db.questions.base import KeptSettings
from db.search.finder import Finder


class StationBooks:
    """Opens deeds on the writer's connection; call on the writer's thread only."""

    def __init__(self, connection: WritingConnection, opened: Connection, tools: DeedTools) -> None:
        self._connection = connection
        self._opened = opened
        self._tools = tools

    @contextmanager
    def deed(self, *, by: str) -> Iterator[Deed]:
        """One unit of work for the user: BEGIN IMMEDIATE until the block ends, COMMIT when no error left it.

        Raises:
            RecordsError: disk full, file locked or damaged, or an entry that was refused; nothing changed.
        """
        try:
            with self._connection.transaction() as cursor:
                deed = Deed(self._tools, self._opened, cursor, by=by)
                yield deed
                deed.finish()
        except BaseException:
            self._tools.kept.forget()
            raise


def made_books(opened: Connection, path: Path, key: bytes, *, clock: Clock, app_v: str) -> StationBooks:
    """The books over an open writing connection."""
    connection = WritingConnection(opened, path)
    tools = DeedTools(
        path=path,
        statements=connection.statements,
        view_texts=connection.view_texts,
        clock=clock,
        sealer=StationBlobs(KeyRing(key), opened, clock.now),
        finder=Finder(path.parent, key),
        kept=KeptSettings(),
        app_v=app_v,
    )
    return StationBooks(connection, opened, tools)
