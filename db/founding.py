"""The first transaction of a new file: tables, triggers, genesis."""

from datetime import datetime
from pathlib import Path

from app.domain.entry import StreamName
from app.domain.facts.station import StationStarted
from db.engine import WritingConnection
from db.ids import id_of
from db.journal import append_genesis
from db.opener import Connection
from db.schema import create_all
from db.times import utc_text
from db.versions import VIEWS_VERSION


def found(
    db: Connection,
    path: Path,
    *,
    stream: StreamName,
    practice: bool,
    time_zone: str,
    random: bytes,
    now: datetime,
) -> None:
    """Make tables, triggers and the genesis in one transaction, and fold them into the file itself."""
    connection = WritingConnection(db, path)
    genesis = StationStarted(practice=practice, random=random.hex(), time_zone=time_zone)
    with connection.transaction() as cursor:
        create_all(connection.held)
        append_genesis(cursor, connection.statements, stream, genesis, now=now)
        start = id_of(stream.incarnation, 0)
        cursor.execute(
            "INSERT INTO work_session (one, clean_receipt, start_receipt, started_at, clean, views_version)"
            " VALUES (1, ?, ?, ?, 1, ?)",
            (start, start, utc_text(now), VIEWS_VERSION),
        )
    connection.let_go()
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
