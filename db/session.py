"""Whether the last stop was clean, and which receipts the screen confirmed (ledger b.7, I-5).

After a kill the last receipt is mostly saved although nobody was told. So the receipts since the last clean stop are
asked about, unless the screen or the printer had confirmed them.
"""

from collections.abc import Sequence

from db.ids import id_of, number_id
from db.opener import Connection

_READ = "SELECT clean_receipt, start_receipt, clean FROM work_session"
_KEEP = "UPDATE work_session SET clean_receipt = ?, start_receipt = ?, started_at = ?, clean = 0"
_OPEN_QUESTIONS = (
    "SELECT r.receipt_id FROM view_receipt r WHERE r.receipt_id > ? AND r.receipt_id <= ? AND r.void_eid IS NULL"
    " AND r.receipt_id NOT IN (SELECT receipt_id FROM work_shown)"
    " AND r.receipt_id NOT IN (SELECT receipt_id FROM view_handover)"
)

_PRINTED = "SELECT receipt FROM work_print_job WHERE state = 'confirmed' AND receipt <> ''"
# A day has hundreds of jobs; older ones that ended are of no use and would be read each time a printer asks for work
_KEPT_JOBS = 5_000
_FORGET_JOBS = (
    "DELETE FROM work_print_job WHERE job <= (SELECT max(job) FROM work_print_job) - ?"
    " AND state NOT IN ('queued', 'sending')"
)


def begin_session(db: Connection, *, at: str) -> None:
    """Mark the folder as in use; receipts of an unclean stop stay asked until they are answered."""
    incarnation, receipt_no = db.execute("SELECT incarnation, receipt_no FROM view_state").fetchone()
    last = id_of(incarnation, receipt_no)
    clean_receipt, start_receipt, was_clean = db.execute(_READ).fetchone()
    db.execute("BEGIN IMMEDIATE")
    try:
        if not was_clean:
            start_receipt = last
        elif not _open_questions(db, clean_receipt, start_receipt):
            clean_receipt = start_receipt = last
            db.execute("DELETE FROM work_shown")
        db.execute(_FORGET_JOBS, (_KEPT_JOBS,))
        db.execute(_KEEP, (clean_receipt, start_receipt, at))
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise


def _open_questions(db: Connection, clean_receipt: int, start_receipt: int) -> set[int]:
    """Receipts of the unclean stop that are still to be asked about."""
    found = {receipt_id for (receipt_id,) in db.execute(_OPEN_QUESTIONS, (clean_receipt, start_receipt)).fetchall()}
    return found - {number_id(receipt) for (receipt,) in db.execute(_PRINTED).fetchall()} if found else found


def keep_shown(db: Connection, receipt_ids: Sequence[int]) -> None:
    """The screen showed these as done; durable when it returns."""
    db.execute("BEGIN IMMEDIATE")
    try:
        db.executemany("INSERT OR IGNORE INTO work_shown (receipt_id) VALUES (?)", [(each,) for each in receipt_ids])
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise


def end_session(db: Connection) -> None:
    """A clean stop."""
    db.execute("UPDATE work_session SET clean = 1")
