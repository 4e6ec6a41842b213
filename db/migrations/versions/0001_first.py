"""The journal and the work tables of the first release; a released migration is never edited."""

from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

STATEMENTS = (
    """CREATE TABLE journal_blob (
    hash BLOB NOT NULL,
    sealed BLOB NOT NULL,
    PRIMARY KEY (hash),
    CONSTRAINT blob_hash CHECK (hash = content_hash(sealed))
)
 STRICT""",
    """CREATE TABLE journal_entry (
    tenant TEXT NOT NULL,
    station TEXT NOT NULL,
    incarnation TEXT NOT NULL,
    seq INTEGER NOT NULL,
    id BLOB NOT NULL,
    prev_h BLOB NOT NULL,
    payload BLOB NOT NULL,
    h BLOB NOT NULL,
    PRIMARY KEY (tenant, station, incarnation, seq),
    UNIQUE (id),
    CONSTRAINT entry_seq CHECK (seq >= 0),
    CONSTRAINT entry_id CHECK (length(id) = 16),
    CONSTRAINT entry_prev_h CHECK (length(prev_h) = 32 AND (seq > 0 OR prev_h = zeroblob(32))),
    CONSTRAINT entry_h CHECK (h = chain_hash(seq, prev_h, id, payload))
)
 STRICT""",
    """CREATE TABLE work_cursor (
    name TEXT NOT NULL,
    seq INTEGER NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (name)
)
 STRICT""",
    """CREATE TABLE work_device (
    name TEXT NOT NULL,
    settings TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    PRIMARY KEY (name)
)
 STRICT""",
    """CREATE TABLE work_draft (
    draft TEXT NOT NULL,
    user TEXT NOT NULL,
    lane TEXT NOT NULL,
    parked INTEGER NOT NULL,
    updated_at TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (draft)
)
 STRICT""",
    """CREATE TABLE work_pin (
    user TEXT NOT NULL,
    verifier TEXT NOT NULL,
    failed INTEGER NOT NULL,
    locked_until TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    PRIMARY KEY (user)
)
 STRICT""",
    """CREATE TABLE work_print_job (
    job INTEGER NOT NULL,
    what TEXT NOT NULL,
    receipt TEXT NOT NULL,
    state TEXT NOT NULL,
    why TEXT NOT NULL,
    queued_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    "plan" TEXT NOT NULL,
    PRIMARY KEY (job)
)
 STRICT""",
    """CREATE TABLE work_ring_key (
    key_id BLOB NOT NULL,
    purpose TEXT NOT NULL,
    month TEXT NOT NULL,
    secret BLOB NOT NULL,
    PRIMARY KEY (key_id)
)
 STRICT""",
    """CREATE TABLE work_session (
    one INTEGER NOT NULL,
    clean_receipt INTEGER NOT NULL,
    start_receipt INTEGER NOT NULL,
    started_at TEXT NOT NULL,
    clean INTEGER NOT NULL,
    views_version INTEGER NOT NULL,
    PRIMARY KEY (one),
    CONSTRAINT one_row CHECK (one = 1)
)
 STRICT""",
    """CREATE TABLE work_shown (
    receipt_id INTEGER NOT NULL,
    PRIMARY KEY (receipt_id)
)
 STRICT""",
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


def upgrade() -> None:
    """From an empty file."""
    for statement in STATEMENTS:
        op.execute(statement)
