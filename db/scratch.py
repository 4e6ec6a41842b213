"""Replay into a scratch file, and whether it says what the views say (DESIGN section 3, verify; I-22)."""

from datetime import UTC, datetime
from pathlib import Path

from db.digest import table_digests
from db.errors import JournalRefusedError
from db.keys.blobs import StationBlobs
from db.keys.key_ring import KeyRing
from db.opener import Connection, opened, turning
from db.replay import Replay
from db.schema import create_views
from db.statements import compiled_statements

SCRATCH_CACHE_KIB = 131_072


def differing_views(connection: Connection, key: bytes, scratch: Path) -> tuple[str, ...]:
    """The views of an open station file that a replay of its entries does not give again; empty when all agree.

    `scratch` is a path for a new keyed file, which is deleted again.

    Raises:
        RecordsError: an entry or blob cannot be read, or the disk refuses.
    """
    try:
        found = replayed_digests(connection, key, scratch)
    finally:
        for each in (scratch, Path(f"{scratch}-journal")):
            each.unlink(missing_ok=True)
    with turning(scratch):
        served = table_digests(connection.cursor())
    return tuple(name for name in served if served[name] != found[name])


def replayed_digests(connection: Connection, key: bytes, scratch: Path) -> dict[str, str]:
    """The digest of each view as a replay into `scratch` gives it."""
    row = connection.execute("SELECT tenant, station FROM view_state").fetchone()
    if row is None:
        raise JournalRefusedError("the journal has no genesis")
    scratch.unlink(missing_ok=True)
    db = opened(scratch, key, create=True, journal_mode="off", cache_kib=SCRATCH_CACHE_KIB)
    try:
        with turning(scratch):
            db.execute("PRAGMA synchronous=OFF")  # nothing is lost with it: it is thrown away
            db.execute("BEGIN")
            create_views(db)
            sealer = StationBlobs(KeyRing(key), connection, lambda: datetime.now(UTC))
            texts = compiled_statements().view_texts()
            Replay(
                connection.cursor(), db.cursor(), texts, sealer, tenant=row[0], station=row[1]
            ).run()
            return table_digests(db.cursor())
    finally:
        db.close()
