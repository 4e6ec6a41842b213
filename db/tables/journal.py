"""`journal_`: entries and sealed blobs. Append only, defended by CHECKs over their hashes and by triggers.

The trigger refuses what is not next, and an id that is already there: `INSERT OR REPLACE` would otherwise delete the
older entry silently (hot-path 0.2; `recursive_triggers` is asserted by the opener and closes the hole a second time).
"""

from sqlalchemy import (
    CheckConstraint,
    Column,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
)

JOURNAL = MetaData()

ENTRY = Table(
    "journal_entry",
    JOURNAL,
    Column("tenant", Text, nullable=False),
    Column("station", Text, nullable=False),
    Column("incarnation", Text, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("id", LargeBinary, nullable=False),
    Column("prev_h", LargeBinary, nullable=False),
    Column("payload", LargeBinary, nullable=False),
    Column("h", LargeBinary, nullable=False),
    PrimaryKeyConstraint("tenant", "station", "incarnation", "seq"),
    UniqueConstraint("id"),
    CheckConstraint("seq >= 0", name="entry_seq"),
    CheckConstraint("length(id) = 16", name="entry_id"),
    CheckConstraint("length(prev_h) = 32 AND (seq > 0 OR prev_h = zeroblob(32))", name="entry_prev_h"),
    CheckConstraint("h = chain_hash(seq, prev_h, id, payload)", name="entry_h"),
    sqlite_strict=True,
)

BLOB = Table(
    "journal_blob",
    JOURNAL,
    Column("hash", LargeBinary, nullable=False, primary_key=True),
    Column("sealed", LargeBinary, nullable=False),
    CheckConstraint("hash = content_hash(sealed)", name="blob_hash"),
    sqlite_strict=True,
)

TRIGGERS = (
    """CREATE TRIGGER journal_entry_next BEFORE INSERT ON journal_entry
WHEN new.seq IS NOT (SELECT coalesce(max(seq), -1) + 1 FROM journal_entry
    WHERE tenant = new.tenant AND station = new.station AND incarnation = new.incarnation)
  OR (new.seq > 0 AND new.prev_h IS NOT (SELECT h FROM journal_entry
    WHERE tenant = new.tenant AND station = new.station AND incarnation = new.incarnation AND seq = new.seq - 1))
  OR EXISTS (SELECT 1 FROM journal_entry WHERE id = new.id)
BEGIN SELECT raise(ABORT, 'not the next entry'); END""",
    """CREATE TRIGGER journal_entry_no_update BEFORE UPDATE ON journal_entry
BEGIN SELECT raise(ABORT, 'append only'); END""",
    """CREATE TRIGGER journal_entry_no_delete BEFORE DELETE ON journal_entry
BEGIN SELECT raise(ABORT, 'append only'); END""",
    """CREATE TRIGGER journal_blob_no_update BEFORE UPDATE ON journal_blob
BEGIN SELECT raise(ABORT, 'append only'); END""",
    """CREATE TRIGGER journal_blob_no_delete BEFORE DELETE ON journal_blob
BEGIN SELECT raise(ABORT, 'append only'); END""",
    """CREATE TRIGGER journal_blob_no_replace BEFORE INSERT ON journal_blob
WHEN EXISTS (SELECT 1 FROM journal_blob WHERE hash = new.hash)
BEGIN SELECT raise(ABORT, 'append only'); END""",
)
