"""Nothing in the journal is changed, removed, skipped or forked, whoever tries (I-10, I-12, I-24)."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.entry import chain_hash, new_entry_id
from db.errors import JournalRefusedError
from db.opener import Connection, content_hash, opened, turning
from tests.db.till import KEY, STREAM, Till, station_in

INSERT = "INSERT INTO journal_entry VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
WHERE = (STREAM.tenant, STREAM.station, STREAM.incarnation)


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Connection]:
    with station_in(tmp_path) as station:
        Till(station).people()
    db = opened(tmp_path / "station.db", KEY)
    yield db
    db.close()


def entry(db: Connection, *, seq: int = 3, prev_of: int = 2, id_of: int | None = None, payload: bytes = b"{}") -> tuple:  # type: ignore[type-arg]
    prev_h = db.execute("SELECT h FROM journal_entry WHERE seq = ?", (prev_of,)).fetchone()[0]
    entry_id = new_entry_id(1_700_000_000_000)
    if id_of is not None:
        entry_id = db.execute("SELECT id FROM journal_entry WHERE seq = ?", (id_of,)).fetchone()[0]
    return (*WHERE, seq, entry_id, prev_h, payload, chain_hash(seq, prev_h, entry_id, payload))


def refused(db: Connection, sql: str, values: tuple = (), *, why: str) -> None:  # type: ignore[type-arg]
    before = db.execute("SELECT * FROM journal_entry ORDER BY seq").fetchall()
    with pytest.raises(JournalRefusedError, match=why), turning(Path("station.db")):
        db.execute(sql, values)
    assert db.execute("SELECT * FROM journal_entry ORDER BY seq").fetchall() == before


def test_the_next_entry_is_taken(db: Connection) -> None:
    db.execute(INSERT, entry(db))
    assert db.execute("SELECT count(*) FROM journal_entry").fetchone() == (4,)


def test_an_entry_is_never_updated(db: Connection) -> None:
    refused(db, "UPDATE journal_entry SET payload = x'00' WHERE seq = 1", why="append only")


def test_an_entry_is_never_deleted(db: Connection) -> None:
    refused(db, "DELETE FROM journal_entry WHERE seq = 2", why="append only")


def test_a_gap_is_refused(db: Connection) -> None:
    refused(db, INSERT, entry(db, seq=4), why="not the next entry")


def test_a_used_seq_is_refused(db: Connection) -> None:
    refused(db, INSERT, entry(db, seq=2, prev_of=1), why="not the next entry")


def test_a_fork_is_refused(db: Connection) -> None:
    refused(db, INSERT, entry(db, prev_of=1), why="not the next entry")


def test_a_wrong_hash_is_refused(db: Connection) -> None:
    row = entry(db)
    refused(db, INSERT, (*row[:-1], bytes(32)), why="entry_h")


def test_replace_with_a_used_id_cannot_delete_the_older_entry(db: Connection) -> None:
    refused(db, INSERT.replace("INSERT", "INSERT OR REPLACE"), entry(db, id_of=1), why="not the next entry")


def test_recursive_triggers_close_the_replace_hole_a_second_time(db: Connection) -> None:
    trigger = db.execute("SELECT sql FROM sqlite_master WHERE name = 'journal_entry_next'").fetchone()[0]
    db.execute("DROP TRIGGER journal_entry_next")
    db.execute(trigger.replace("OR EXISTS (SELECT 1 FROM journal_entry WHERE id = new.id)", ""))
    refused(db, INSERT.replace("INSERT", "INSERT OR REPLACE"), entry(db, id_of=1), why="append only")


def test_text_in_place_of_bytes_is_refused(db: Connection) -> None:
    row = entry(db)
    refused(db, INSERT, (*row[:6], "{}", row[7]), why="cannot store TEXT")


def test_the_engines_own_check_finds_every_changed_payload(db: Connection) -> None:
    db.execute("DROP TRIGGER journal_entry_no_update")
    db.execute("PRAGMA ignore_check_constraints=ON")
    db.execute("UPDATE journal_entry SET payload = cast(replace(cast(payload AS TEXT), 'Ruiz', 'Ruin') AS BLOB)")
    db.execute("PRAGMA ignore_check_constraints=OFF")
    db.execute("PRAGMA query_only=ON")
    assert db.execute("PRAGMA integrity_check").fetchall() == [("CHECK constraint failed in journal_entry",)]


def test_a_blob_is_named_by_its_bytes_and_never_changed(db: Connection) -> None:
    db.execute("INSERT INTO journal_blob VALUES (?, ?)", (content_hash(b"sealed"), b"sealed"))
    for sql, why in (
        ("UPDATE journal_blob SET sealed = x'00'", "append only"),
        ("DELETE FROM journal_blob", "append only"),
        ("INSERT INTO journal_blob VALUES (zeroblob(32), x'00')", "blob_hash"),
        ("INSERT OR REPLACE INTO journal_blob SELECT * FROM journal_blob", "append only"),
    ):
        refused(db, sql, why=why)
