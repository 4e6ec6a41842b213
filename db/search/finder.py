"""Asks the search file; one connection with its statements kept compiled and a page cache of its own."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Protocol

from app.domain.records import AccountHit
from db.errors import DiskFaultError, FileDamagedError, FileMissingError, SearchUnreadableError, WrongKeyError
from db.opener import Connection, opened, turning
from db.search.layout import BUILT, BY_NUMBERS, BY_STUB, BY_WORDS, SEARCH_FILE, SEARCH_VERSION
from db.search.words import end_of, match_of, number_of

CACHE_KIB = 65_536
_UNREADABLE = (DiskFaultError, FileDamagedError, FileMissingError, WrongKeyError)


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
    """Use it on one thread; `close` before the file is swapped.

    `on_unreadable` is called where the file is missing or damaged and says whether it is being built anew; where it
    is not (no accounts yet), nothing is found.
    """

    def __init__(self, folder: Path, key: bytes) -> None:
        self.on_unreadable: Callable[[], bool] = _nobody
        self._path = folder / SEARCH_FILE
        self._key = key
        self._db: Connection | None = None
        self._generation = -1

    def find(self, text: str, books: Owing, *, limit: int = 25) -> Sequence[AccountHit]:
        """Numbers first, the exact before the begun, then every word as a beginning; both in show order.

        Raises:
            SearchUnreadableError: the file is being built anew.
        """
        found = self._hits(text, limit)
        if not found:
            return []
        if self._generation != books.state_generation():
            known = books.balances([row[0] for row in found])
            return [_hit(row, known.get(row[0])) for row in found]
        since = books.taken_since({row[0]: row[7] for row in found})
        return [_hit(row, None if row[6] is None else row[6] - since.get(row[0], 0)) for row in found]

    def by_stub(self, digits: str) -> str | None:
        """The account whose stub reads so, by equality.

        Raises:
            SearchUnreadableError: as `find`.
        """
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
        try:
            with turning(self._path):
                if self._db is None and not self._open():
                    return self._without_file()
                rows: list[Any] = self._cursor.execute(sql, values).fetchall()
        except _UNREADABLE as error:
            self.close()
            self.on_unreadable()
            raise SearchUnreadableError(self._path) from error
        return rows

    def _without_file(self) -> list[Any]:
        if self.on_unreadable():
            raise SearchUnreadableError(self._path)
        return []

    def _open(self) -> bool:
        """Whether there is a search file of this version."""
        if not self._path.exists():
            return False
        db = opened(self._path, self._key, reader=True, journal_mode="delete", cache_kib=CACHE_KIB)
        try:
            built = db.execute(BUILT, (SEARCH_VERSION,)).fetchall()
        except BaseException:
            db.close()
            raise
        if not built:
            db.close()
            return False
        self._db, self._cursor, self._generation = db, db.cursor(), built[0][0]
        return True


def _nobody() -> bool:
    """Nobody builds it anew."""
    return False


def _hit(row: Any, balance: int | None) -> AccountHit:
    return AccountHit._make((*row[:6], balance))
