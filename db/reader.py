"""The reader: one lane with its own `query_only` connection, for search and screens; never left in a transaction."""

from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from typing import TypeVar

from db.answers import BookAnswers
from db.keys.key_ring import KeyRing
from db.keys.seals import WordsOpener
from db.lane import CLOSE_LIMIT_S, Lane
from db.opener import Connection, opened
from db.search.finder import Finder

R = TypeVar("R")
READER_CACHE_KIB = 32_768


class Reader:
    """Owns a reading connection and the search connection; both live on its thread.

    Raises:
        RecordsError: the file cannot be opened.
    """

    def __init__(self, path: Path, key: bytes) -> None:
        self._path = path
        self._key = key
        self.finder = Finder(path.parent, key)
        self.lane = Lane("reader")
        try:
            self._db: Connection = self.lane.run(self._open)
        except BaseException:
            self.lane.close()
            raise
        opener = WordsOpener(KeyRing(key), self._db)
        self._answers = BookAnswers(self._db, path, self.finder, opener=opener)

    def submit(self, question: Callable[[BookAnswers], R]) -> "Future[R]":
        """Run `question(answers)` on the reader's thread."""
        return self.lane.submit(lambda: question(self._answers))

    def run(self, question: Callable[[BookAnswers], R]) -> R:
        """As `submit`, and wait."""
        return self.lane.run(lambda: question(self._answers))

    def close(self, *, limit_s: float = CLOSE_LIMIT_S) -> bool:
        """End in order; False after `limit_s`."""
        return self.lane.close(last=self._last, limit_s=limit_s)

    def _open(self) -> Connection:
        return opened(self._path, self._key, reader=True, cache_kib=READER_CACHE_KIB)

    def _last(self) -> None:
        self.finder.close()
        self._db.close()
