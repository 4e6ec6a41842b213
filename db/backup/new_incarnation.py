"""After a restore: a new genesis with fresh random bytes, then the entry that declares what is missing (b.5, b.16)."""

import os
from pathlib import Path
from typing import ClassVar

from app.domain.entry import StreamName
from app.domain.facts.base import Envelope
from app.domain.facts.station import GapDeclared, StationStarted
from app.domain.numbering import batch_number, postings_after_restore, receipt_number
from app.errors import InputError
from app.ports.clock import Clock
from db.engine import WritingConnection
from db.ids import id_of
from db.journal import append, append_genesis
from db.opener import Connection
from db.projections.state import State
from db.questions.base import READ_STATE
from db.times import unix_ms, utc_text

RANDOM_BYTES = 32
RESTORED = "restored from a backup"
NOBODY_KNEW = -1
_NOTHING_PRINTS_AGAIN = """update work_print_job set state = 'unknown', why = 'restored from a backup', updated_at = ?
where state in ('queued', 'sending')"""
_CLEAN_SESSION = "update work_session set clean_receipt = ?, start_receipt = ?, started_at = ?, clean = 1"


class PostedWrongError(InputError):
    """The posting file named as billing's last cannot be one of this station's."""

    code: ClassVar[str] = "posted_wrong"

    def __init__(self, posted: int, *, known: int, last: int) -> None:
        super().__init__(
            f"Posting file {posted} cannot be the last that billing got: the backup knows {known}, so it is one from "
            f"{known} to {last}. Ask billing for the number in the file's name."
        )
        self.posted = posted


def begin_incarnation(
    db: Connection, path: Path, *, letter: str, posted: int | None, clock: Clock, app_v: str
) -> tuple[State, GapDeclared]:
    """One transaction: genesis of `letter`, gap declared, old paper never sent again, nobody asked about old receipts.

    `posted` is the last posting file that billing got, None when nobody knows.

    Raises:
        PostedWrongError: it cannot be that number; nothing changed.
        RecordsError: the disk refuses; nothing changed.
    """
    writer = WritingConnection(db, path)
    try:
        return _begun(writer, db, letter=letter, posted=posted, clock=clock, app_v=app_v)
    finally:
        writer.let_go()


def _begun(
    writer: WritingConnection, db: Connection, *, letter: str, posted: int | None, clock: Clock, app_v: str
) -> tuple[State, GapDeclared]:
    old = State(*db.execute(READ_STATE).fetchone())
    now = clock.now()
    at, start = utc_text(now), id_of(letter, 0)
    gap = _gap(old, posted)
    envelope = Envelope(at, clock.mono_ns(), clock.boot_id(), "", "", app_v)
    with writer.transaction() as cursor:
        genesis = StationStarted(bool(old.practice), os.urandom(RANDOM_BYTES).hex(), old.time_zone)
        stream = StreamName(old.tenant, old.station, letter)
        state = append_genesis(cursor, writer.statements, stream, genesis, now=now, before=old)
        entry, texts = writer.statements.entry.text, writer.view_texts
        append(cursor, entry, texts, state, envelope, gap, made_ms=unix_ms(now))
        cursor.execute(texts["insert_state"], state.row())
        cursor.execute(_NOTHING_PRINTS_AGAIN, (at,))
        cursor.execute(_CLEAN_SESSION, (start, start, at))
        cursor.execute("delete from work_shown")
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    return state, gap


def _gap(old: State, posted: int | None) -> GapDeclared:
    last = postings_after_restore(old.posting_no) - 1
    if posted is not None and not old.posting_no <= posted <= last:
        raise PostedWrongError(posted, known=old.posting_no, last=last)
    practice = bool(old.practice)
    names = {"station": old.station, "incarnation": old.incarnation, "practice": practice}
    return GapDeclared(
        incarnation=old.incarnation,
        seq=old.seq,
        h=old.h.hex(),
        last_receipt=receipt_number(**names, n=old.receipt_no) if old.receipt_no else "",  # type: ignore[arg-type]
        last_batch=batch_number(**names, n=old.batch_no) if old.batch_no else "",  # type: ignore[arg-type]
        reason=RESTORED,
        posting_no=old.posting_no,
        posted=NOBODY_KNEW if posted is None else posted,
    )
