"""What the search file holds. Document numbers run in show order: active first, then name, then address.

So the first hits in document order are the first to show, nothing is ranked or sorted while somebody types, and a
word with 100,000 hits costs what one with 25 costs.
"""

SEARCH_FILE = "search.db"
SEARCH_VERSION = 1
STUB = "stub"
NUMBER = "number"

CREATE = (
    """CREATE TABLE built (one INTEGER PRIMARY KEY CHECK (one = 1), version INTEGER NOT NULL,
generation INTEGER NOT NULL) STRICT""",
    """CREATE TABLE hit (doc INTEGER PRIMARY KEY, account TEXT NOT NULL, number TEXT NOT NULL, name TEXT NOT NULL,
address TEXT NOT NULL, status TEXT NOT NULL, alert TEXT NOT NULL) STRICT""",
    """CREATE TABLE digit (digits TEXT NOT NULL, kind TEXT NOT NULL, doc INTEGER NOT NULL,
PRIMARY KEY (digits, kind, doc)) STRICT, WITHOUT ROWID""",
    """CREATE VIRTUAL TABLE word USING fts5(words, content='', detail=none,
tokenize='unicode61 remove_diacritics 2', prefix='1 2 3 4')""",
)

# Bare text of the search, also what the bench compares with
BY_WORDS = (
    "SELECT h.account, h.number, h.name, h.address, h.status, h.alert FROM word CROSS JOIN hit h ON h.doc = word.rowid"
    " WHERE word MATCH ? ORDER BY word.rowid LIMIT ?"
)
BY_DIGITS = (
    "SELECT DISTINCT h.account, h.number, h.name, h.address, h.status, h.alert FROM digit d"
    " JOIN hit h ON h.doc = d.doc WHERE d.digits = ? ORDER BY h.doc LIMIT ?"
)
BY_STUB = "SELECT h.account FROM digit d JOIN hit h ON h.doc = d.doc WHERE d.digits = ? AND d.kind = 'stub' LIMIT 1"
