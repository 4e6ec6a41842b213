"""What the search file holds. Document numbers run in show order: active first, then name, then address.

So the first hits in document order are the first to show, nothing is ranked or sorted while somebody types, and a
word with 100,000 hits costs what one with 25 costs. Whatever holds a digit (account, phone, meter, stub) is found in
`number`, by its beginning and exactly; words only by their beginning. `balance` and `through` are the snapshot's, so
that a list of hits reads no account.
"""

SEARCH_FILE = "search.db"
SEARCH_VERSION = 2
STUB = "stub"
NUMBER = "number"
NUMBERS_LIMIT = 200

CREATE = (
    """CREATE TABLE built (one INTEGER PRIMARY KEY CHECK (one = 1), version INTEGER NOT NULL,
generation INTEGER NOT NULL) STRICT""",
    """CREATE TABLE hit (doc INTEGER PRIMARY KEY, account TEXT NOT NULL, number TEXT NOT NULL, name TEXT NOT NULL,
address TEXT NOT NULL, status TEXT NOT NULL, alert TEXT NOT NULL, balance INTEGER, through INTEGER NOT NULL) STRICT""",
    """CREATE TABLE number (text TEXT NOT NULL, kind TEXT NOT NULL, doc INTEGER NOT NULL,
PRIMARY KEY (text, kind, doc)) STRICT, WITHOUT ROWID""",
    """CREATE VIRTUAL TABLE word USING fts5(words, content='', detail=none,
tokenize='unicode61 remove_diacritics 2', prefix='1 2 3 4')""",
)

_SHOWN = "h.account, h.number, h.name, h.address, h.status, h.alert, h.balance, h.through"
# Bare text of the search, also what the bench compares with
BY_WORDS = (
    f"SELECT {_SHOWN} FROM word CROSS JOIN hit h ON h.doc = word.rowid WHERE word MATCH ? ORDER BY word.rowid LIMIT ?"
)
# Numbers that are the text or begin with it: exact ones first, then show order; capped before anything is sorted
BY_NUMBERS = (
    f"SELECT {_SHOWN} FROM (SELECT doc, text FROM number WHERE text >= ?1 AND text < ?2 LIMIT {NUMBERS_LIMIT}) n"
    " JOIN hit h ON h.doc = n.doc GROUP BY h.doc ORDER BY max(n.text = ?1) DESC, h.doc LIMIT ?3"
)
BY_STUB = "SELECT h.account FROM number n JOIN hit h ON h.doc = n.doc WHERE n.text = ? AND n.kind = 'stub' LIMIT 1"
BUILT = "SELECT generation FROM built WHERE version = ?"
