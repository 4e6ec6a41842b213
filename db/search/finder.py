"""Asks the search file; one connection with its statements kept compiled and a page cache of its own."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from app.domain.records import AccountHit
from db.opener import Connection, EngineError, opened, turned
from db.search.layout import BY_DIGITS, BY_STUB, BY_WORDS, SEARCH_FILE
from db.search.words import exact_digits, match_of

CACHE_KIB = 65_536
Balances = Callable[[Sequence[str]], Mapping[str, int | None]]


class Finder:
    """Use it on one thread; `reopen` after the file was swapped. Without a search file nothing is found."""

    def __init__(self, folder: Path, key: bytes) -> None:
        self._path = folder / SEARCH_FILE
        self._key = key
        self._db: Connection | None = None

    def find(self, text: str, balances: Balances, *, limit: int = 25) -> Sequence[AccountHit]:
        """Exact digits first, then every word as a beginning, in show order; balances in one question."""
        found = self._hits(text, limit)
        known = balances([row[0] for row in found]) if found else {}
        return [AccountHit(*(*row, known.get(row[0]))) for row in found]

    def by_stub(self, digits: str) -> str | None:
        """The account whose stub reads so, by equality."""
        rows = self._ask(BY_STUB, (digits,)) if digits else []
        return str(rows[0][0]) if rows else None

    def close(self) -> None:
        """Let go of the file, so that it may be swapped; the next question opens it again."""
        if self._db is not None:
            self._db.close()
            self._db = None

    def _hits(self, text: str, limit: int) -> list[Any]:
        digits, match = exact_digits(text), match_of(text)
        if not digits:
            return self._ask(BY_WORDS, (match, limit)) if match else []
        exact = self._ask(BY_DIGITS, (digits, limit))
        if len(exact) >= limit:
            return exact
        seen = {row[0] for row in exact}
        return [*exact, *(row for row in self._ask(BY_WORDS, (match, limit)) if row[0] not in seen)][:limit]

    def _ask(self, sql: str, values: tuple[Any, ...]) -> list[Any]:
        if self._db is None:
            if not self._path.exists():
                return []
            self._db = opened(self._path, self._key, reader=True, journal_mode="delete", cache_kib=CACHE_KIB)
            self._cursor = self._db.cursor()
        try:
            rows: list[Any] = self._cursor.execute(sql, values).fetchall()
        except EngineError as error:
            raise turned(error, self._path) from error
        return rows
