"""Builds the search file beside the one that serves, in plain SQL, so that the interpreter's lock stays free."""

from pathlib import Path

from db.errors import FileDamagedError, WrongKeyError
from db.opener import Connection, EngineError, opened, turned
from db.search.layout import BUILT, CREATE, SEARCH_FILE, SEARCH_VERSION

BUILD_CACHE_KIB = 65_536
# One pass through the accounts in their stored order, sorted in memory (about 300 bytes an account); document numbers
# are given in show order, and what is shown and found is filled from there.
_LIVE = """CREATE TEMP TABLE live (doc INTEGER PRIMARY KEY, account TEXT, number TEXT, name TEXT, address TEXT,
status TEXT, alert TEXT, balance INTEGER, through INTEGER, words TEXT, numbers TEXT)"""
_ORDER = """INSERT INTO live (account, number, name, address, status, alert, balance, through, words, numbers)
SELECT a.account, a.number, a.name, a.address, a.status, a.alert, a.balance, i.posted_through, a.words, a.numbers
FROM books.view_account a, books.view_state s
JOIN books.view_import i ON i.generation = coalesce(a.left_after, s.generation)
WHERE a.generation = (SELECT max(n.generation) FROM books.view_account n
  WHERE n.account = a.account AND n.generation <= s.generation)
ORDER BY CASE a.status WHEN 'active' THEN 0 ELSE 1 END, a.name COLLATE NOCASE, a.address COLLATE NOCASE, a.account"""
_HITS = """INSERT INTO hit (doc, account, number, name, address, status, alert, balance, through)
SELECT doc, account, number, name, address, status, alert, balance, through FROM live ORDER BY doc"""
_WORDS = "INSERT INTO word (rowid, words) SELECT doc, words FROM live ORDER BY doc"
_NUMBERS = """INSERT INTO number (text, kind, doc)
SELECT DISTINCT json_extract(j.value, '$[0]'), json_extract(j.value, '$[1]'), l.doc
FROM live l, json_each(l.numbers) j ORDER BY 1, 2, 3"""
_MERGE = "INSERT INTO word (word) VALUES ('optimize')"
_BUILT = f"INSERT INTO built SELECT 1, {SEARCH_VERSION}, generation FROM books.view_state"
_STEPS = (_LIVE, _ORDER, _HITS, _WORDS, _NUMBERS, _MERGE, _BUILT)


class SearchBuild:
    """One build into `search.db.new`; `stop` may be called from another thread."""

    def __init__(self, station_file: Path, key: bytes) -> None:
        self._station_file = station_file
        self._key = key
        self.beside = station_file.parent / f"{SEARCH_FILE}.new"
        self._db: Connection | None = None
        self._is_stopped = False

    def run(self) -> bool:
        """Build it; False when it was stopped. The caller swaps `beside` in.

        Raises:
            RecordsError: the disk refuses.
        """
        self.beside.unlink(missing_ok=True)
        db = opened(self.beside, self._key, create=True, journal_mode="off", cache_kib=BUILD_CACHE_KIB)
        self._db = db
        try:
            self._fill(db)
        except EngineError as error:
            if not self._is_stopped:
                raise turned(error, self.beside) from error
        finally:
            self._db = None
            db.close()
        return not self._is_stopped

    def stop(self) -> None:
        """Give it up; the file that serves stays."""
        self._is_stopped = True
        if self._db is not None:
            self._db.interrupt()

    def _fill(self, db: Connection) -> None:
        db.execute(f"ATTACH DATABASE ? AS books KEY \"x'{self._key.hex()}'\"", (str(self._station_file),))
        db.execute("BEGIN")
        for step in (*CREATE, *_STEPS):
            if self._is_stopped:
                return
            db.execute(step)
        db.execute("COMMIT")


def built_for(folder: Path, key: bytes) -> int | None:
    """The generation of accounts that the search file was built for; None when none of this version can be read."""
    path = folder / SEARCH_FILE
    if not path.exists():
        return None
    try:
        db = opened(path, key, reader=True, journal_mode="delete")
        try:
            row = db.execute(BUILT, (SEARCH_VERSION,)).fetchone()
        finally:
            db.close()
    except (EngineError, FileDamagedError, WrongKeyError):  # it holds nothing that cannot be built anew
        return None
    return int(row[0]) if row else None
