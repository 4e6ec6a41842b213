"""The station's books: the only way facts are born (`app.ports.books.Books`)."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from app.ports.clock import Clock
from db.deed import Deed, DeedTools
from db.engine import WritingConnection
from db.keys.blobs import StationBlobs
from db.keys.key_ring import KeyRing
from db.keys.seals import StationSeals, WordsOpener
from db.opener import Connection, Cursor
from db.questions.base import KeptSettings
from db.search.finder import Finder

R = TypeVar("R")


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

    def close(self) -> None:
        """No deed comes after this; the writer then closes the file."""
        self._connection.let_go()
        self._tools.finder.close()

    def let_go_of_search(self) -> None:
        """Close the search file, which is about to be swapped; on the writer's thread."""
        self._tools.finder.close()

    def bulk(self, call: Callable[[Cursor, DeedTools], R]) -> R:
        """One short transaction that appends nothing: staged rows, blobs, clearing up; on the writer's thread.

        Raises:
            RecordsError: as `deed`.
        """
        with self._connection.transaction() as cursor:
            return call(cursor, self._tools)


def made_books(opened: Connection, path: Path, key: bytes, *, clock: Clock, app_v: str) -> StationBooks:
    """The books over an open writing connection."""
    connection = WritingConnection(opened, path)
    ring = KeyRing(key)
    tools = DeedTools(
        path=path,
        statements=connection.statements,
        view_texts=connection.view_texts,
        clock=clock,
        sealer=StationBlobs(ring, opened, clock.now),
        seals=StationSeals(ring, opened, clock.now),
        opener=WordsOpener(ring, opened),
        finder=Finder(path.parent, key),
        kept=KeptSettings(),
        app_v=app_v,
    )
    return StationBooks(connection, opened, tools)
