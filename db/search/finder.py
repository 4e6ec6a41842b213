"""Asks the search file; one connection with its statements kept compiled and a page cache of its own."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol

from app.domain.records import AccountHit
from db.opener import Connection, EngineError, opened, turned
from db.search.layout import BUILT, BY_NUMBERS, BY_STUB, BY_WORDS, SEARCH_FILE, SEARCH_VERSION
from db.search.words import end_of, match_of, number_of

CACHE_KIB = 65_536


class Owing(Protocol):
    """What the books add to a snapshot: our payments, and whole balances while the search file is behind."""

    def state_generation(self) -> int:
        """The generation of accounts that counts now."""
        ...

    def taken_since(self, through: dict[str, int]) -> dict[str, int]:
        """Net cents of our payments by account, each beyond the posting file that its snapshot contains."""
        ...

    def balances(self, keys: Sequence[str]) -> dict[str, int | None]:
        """Shown balances."""
        ...


class Finder:
    """Use it on one thread; `close` before the file is swapped. Without a search file nothing is found."""

    def __init__(self, folder: Path, key: bytes) -> None:
        self._path = folder / SEARCH_FILE
        self._key = key
        self._db: Connection | None = None
        self._generation = -1

    def find(self, text: str, books: Owing, *, limit: int = 25) -> Sequence[AccountHit]:
        """Numbers first, the exact before the begun, then every word as a beginning; both in show order."""
        found = self._hits(text, limit)
        if not found:
            return []
        if self._generation != books.state_generation():
            known = books.balances([row[0] for row in found])
            return [_hit(row, known.get(row[0])) for row in found]
        since = books.taken_since({row[0]: row[7] for row in found})
        return [_hit(row, None if row[6] is None else row[6] - since.get(row[0], 0)) for row in found]

    def by_stub(self, digits: str) -> str | None:
        """The account whose stub reads so, by equality."""
        rows = self._ask(BY_STUB, (digits,)) if digits else []
        return str(rows[0][0]) if rows else None

    def close(self) -> None:
        """Let go of the file, so that it may be swapped; the next question opens it again."""
        if self._db is not None:
            self._db.close()
            self._db = None
            self._generation = -1

    def _hits(self, text: str, limit: int) -> list[Any]:
        number, match = number_of(text), match_of(text)
        if not number:
            return self._ask(BY_WORDS, (match, limit)) if match else []
        first = self._ask(BY_NUMBERS, (number, end_of(number), limit))
        if len(first) >= limit:
            return first
        seen = {row[0] for row in first}
        return [*first, *(row for row in self._ask(BY_WORDS, (match, limit)) if row[0] not in seen)][:limit]

    def _ask(self, sql: str, values: tuple[Any, ...]) -> list[Any]:
        if self._db is None and not self._open():
            return []
        try:
            rows: list[Any] = self._cursor.execute(sql, values).fetchall()
        except EngineError as error:
            raise turned(error, self._path) from error
        return rows

    def _open(self) -> bool:
        """Whether there is a search file of this version."""
        if not self._path.exists():
            return False
        db = opened(self._path, self._key, reader=True, journal_mode="delete", cache_kib=CACHE_KIB)
        built = db.execute(BUILT, (SEARCH_VERSION,)).fetchall()
        if not built:
            db.close()
            return False
        self._db, self._cursor, self._generation = db, db.cursor(), built[0][0]
        return True


def _hit(row: Any, balance: int | None) -> AccountHit:
    key, number, name, address, status, alert, _snapshot, _through = row
    return AccountHit(key, number, name, address, status, alert, balance)
