"""Accounts and their numbers put in order for the search file, a share at a time, in a keyed file beside it.

The engine keeps what it sorts in memory (a plain temporary file would hold names in the clear), so a million rows are
never sorted at once: one pass divides them into shares of about SHARE_ROWS by names and numbers drawn beforehand, and
each share is sorted alone.
"""

import json
from collections.abc import Iterator
from pathlib import Path

from db.opener import Connection
from db.search.layout import CREATE, SEARCH_VERSION

SHARE_ROWS = 20_000
DRAWN_A_SHARE = 30
MOST_SHARES = 200
CACHE_KIB = 16_384
GONE = 1_000
"""Added to the share of an account that is not active: those come last."""
NUMBERS_AN_ACCOUNT = 8

_CREATE = (
    "CREATE TABLE sort.name_bound (text TEXT COLLATE NOCASE PRIMARY KEY, share INTEGER) WITHOUT ROWID",
    "CREATE TABLE sort.number_bound (text TEXT PRIMARY KEY, share INTEGER) WITHOUT ROWID",
    """CREATE TABLE sort.account (share INTEGER, n INTEGER, account TEXT, number TEXT, name TEXT, address TEXT,
status TEXT, alert TEXT, balance INTEGER, through INTEGER, words TEXT, numbers TEXT, PRIMARY KEY (share, n))
WITHOUT ROWID""",
    """CREATE TABLE sort.number (share INTEGER, doc INTEGER, text TEXT, kind TEXT, PRIMARY KEY (share, doc, text, kind))
WITHOUT ROWID""",
)
_SHARE = "coalesce((SELECT share FROM sort.{bound} b WHERE b.text <= {text} ORDER BY b.text DESC LIMIT 1), 0)"
# One pass through the accounts in their stored order
_DIVIDE = f"""INSERT INTO sort.account
SELECT {_SHARE.format(bound="name_bound", text="a.name")} + CASE a.status WHEN 'active' THEN 0 ELSE {GONE} END, a.rowid,
a.account, a.number, a.name, a.address, a.status, a.alert, a.balance, i.posted_through, a.words, a.numbers
FROM books.view_account a, books.view_state s
JOIN books.view_import i ON i.generation = coalesce(a.left_after, s.generation)
WHERE a.generation = (SELECT max(n.generation) FROM books.view_account n
  WHERE n.account = a.account AND n.generation <= s.generation)"""
_DIVIDE_NUMBERS = f"""INSERT OR IGNORE INTO sort.number
SELECT {_SHARE.format(bound="number_bound", text="json_extract(j.value, '$[0]')")}, l.doc,
json_extract(j.value, '$[0]'), json_extract(j.value, '$[1]') FROM live l, json_each(l.numbers) j ORDER BY l.doc"""
_DRAWN = "SELECT name, numbers FROM books.view_account WHERE rowid >= ? LIMIT 1"
_LIVE = """CREATE TEMP TABLE live (doc INTEGER PRIMARY KEY, account TEXT, number TEXT, name TEXT, address TEXT,
status TEXT, alert TEXT, balance INTEGER, through INTEGER, words TEXT, numbers TEXT)"""
_FILL = """INSERT INTO live
SELECT ? + row_number() OVER (ORDER BY name COLLATE NOCASE, address COLLATE NOCASE, account),
account, number, name, address, status, alert, balance, through, words, numbers FROM sort.account WHERE share = ?"""
_NUMBERS = """INSERT INTO number (text, kind, doc)
SELECT text, kind, doc FROM sort.number WHERE share = ? ORDER BY 1, 2, 3"""
_HITS = """INSERT INTO hit (doc, account, number, name, address, status, alert, balance, through)
SELECT doc, account, number, name, address, status, alert, balance, through FROM live ORDER BY doc"""
_WORDS = "INSERT INTO word (rowid, words) SELECT doc, words FROM live ORDER BY doc"
_MERGE = "INSERT INTO word (word) VALUES ('optimize')"
_BUILT = f"INSERT INTO built SELECT 1, {SEARCH_VERSION}, generation FROM books.view_state"



def filling(db: Connection, path: Path, key: bytes) -> Iterator[None]:
    """Fill a new search file from the attached `books`, a step at a time; `path` is the file that is sorted in.

    Document numbers are given in show order; what is shown and found is filled in that order, share by share.
    """
    shares = Shares(db, path, key)
    shares.prepare()
    db.execute("BEGIN")
    for text in CREATE:
        yield db.execute(text)
    shares.divide()
    for _share in shares.accounts():
        for text in (_HITS, _WORDS):
            yield db.execute(text)
    yield from shares.numbers()
    for text in (_MERGE, _BUILT, "COMMIT"):
        yield db.execute(text)


class Shares:
    """One division; `prepare` outside a transaction, the rest inside one."""

    def __init__(self, db: Connection, path: Path, key: bytes) -> None:
        self._db = db
        self._path = path
        self._key = key
        self._names = self._numbers = 1

    def prepare(self) -> None:
        """Make the file beside."""
        self._path.unlink(missing_ok=True)
        self._db.execute(f"ATTACH DATABASE ? AS sort KEY \"x'{self._key.hex()}'\"", (str(self._path),))
        for setting in ("journal_mode=off", "synchronous=off", f"cache_size=-{CACHE_KIB}"):
            self._db.execute(f"PRAGMA sort.{setting}")
        for text in (*_CREATE, _LIVE):
            self._db.execute(text)

    def divide(self) -> None:
        """One pass through the books."""
        rows = self._db.execute("SELECT count(*) FROM books.view_account").fetchone()[0]
        drawn = self._draw(min(MOST_SHARES, 1 + rows // SHARE_ROWS) * DRAWN_A_SHARE)
        self._names = self._bounds("name_bound", [name for name, _numbers in drawn], rows)
        numbers = [found for _name, texts in drawn for (found,) in self._db.execute(
            "SELECT json_extract(value, '$[0]') FROM json_each(?)", (texts,)).fetchall()]  # fmt: skip
        self._numbers = self._bounds("number_bound", numbers, rows * NUMBERS_AN_ACCOUNT)
        self._db.execute(_DIVIDE)

    def accounts(self) -> Iterator[None]:
        """Each share in show order as the table `live`, its documents numbered on."""
        last = 0
        for share in (*range(self._names), *range(GONE, GONE + self._names)):
            self._db.execute("DELETE FROM live")
            self._db.execute(_FILL, (last, share))
            last = self._db.execute("SELECT coalesce(max(doc), ?) FROM live", (last,)).fetchone()[0]
            self._db.execute(_DIVIDE_NUMBERS)
            yield
        self._db.execute("DELETE FROM live")

    def numbers(self) -> Iterator[None]:
        """Each share of the numbers into the search file, in order."""
        for share in range(self._numbers):
            self._db.execute(_NUMBERS, (share,))
            yield

    def _draw(self, count: int) -> list[tuple[str, str]]:
        """Accounts at even distances."""
        most = self._db.execute("SELECT coalesce(max(rowid), 0) FROM books.view_account").fetchone()[0]
        rowids = [1 + most * place // count for place in range(count)]
        return [row for rowid in rowids for row in self._db.execute(_DRAWN, (rowid,)).fetchall()]

    def _bounds(self, table: str, texts: list[str], rows: int) -> int:
        """Where one share ends and the next begins; how many there are."""
        shares = min(MOST_SHARES, 1 + rows // SHARE_ROWS)
        folded = "COLLATE NOCASE" if table == "name_bound" else ""
        drawn = self._db.execute(
            f"SELECT DISTINCT value {folded} AS v FROM json_each(?) ORDER BY 1",
            (json.dumps(texts),),
        ).fetchall()
        step = max(1, len(drawn) // shares)
        bounds = [(text, share) for share, (text,) in enumerate(drawn[step::step], 1)]
        self._db.executemany(f"INSERT OR IGNORE INTO sort.{table} (text, share) VALUES (?, ?)", bounds)
        return 1 + len(bounds)
