"""The journal's bytes, fixed for ever: the same in Python, in SQLite and in PostgreSQL (DESIGN section 3)."""

import hashlib
import json
from pathlib import Path
from typing import Any

import psycopg
import pytest

from app.domain.entry import canonical, chain_hash
from app.domain.facts.base import payload_values
from db.decoding import FACTS, decoded, envelope_of, fact_of, kind_of, stream_of
from db.engine import WritingConnection
from db.opener import opened
from db.schema import create_all
from tests.db.journal import golden
from tests.db.journal.samples import GENESIS, SAMPLES

VECTORS: list[dict[str, Any]] = json.loads(golden.FILE.read_text(encoding="utf-8"))
ENYE = next(vector for vector in VECTORS if vector["kind"] == "receipt_taken")


def raw(vector: dict[str, Any]) -> tuple[int, bytes, bytes, bytes, bytes]:
    """seq, id, prev_h, payload, h."""
    id_, prev_h, h = (bytes.fromhex(vector[name]) for name in ("id", "prev_h", "h"))
    return vector["seq"], id_, prev_h, vector["payload"].encode(), h


def test_every_kind_has_a_vector() -> None:
    assert {vector["kind"] for vector in VECTORS} == {fact.KIND for fact in FACTS}


def test_the_program_still_writes_the_golden_bytes() -> None:
    assert golden.vectors() == VECTORS


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: f"{vector['seq']}-{vector['kind']}")
def test_the_hash_is_sha256_over_previous_hash_seq_id_and_payload(vector: dict[str, Any]) -> None:
    seq, id_, prev_h, payload, h = raw(vector)
    assert hashlib.sha256(prev_h + seq.to_bytes(8, "big") + id_ + payload).digest() == h
    assert chain_hash(seq, prev_h, id_, payload) == h


def test_each_entry_begins_with_the_hash_before_it() -> None:
    assert VECTORS[0]["prev_h"] == "00" * 32
    assert [vector["prev_h"] for vector in VECTORS[1:]] == [vector["h"] for vector in VECTORS[:-1]]


def test_a_name_with_an_enye_is_kept_as_utf8() -> None:
    assert "PEÑA, MARÍA".encode() in ENYE["payload"].encode()
    decomposed = canonical({"name": "PEN\N{COMBINING TILDE}A"})
    assert decomposed == '{"name":"PEÑA"}'.encode()


def test_a_payload_names_its_stream_first() -> None:
    for vector in VECTORS:
        assert list(json.loads(vector["payload"]))[:3] == ["_incarnation", "_station", "_tenant"]
        assert stream_of(vector["payload"].encode()) == golden.STREAM


@pytest.mark.parametrize("vector", VECTORS[1:], ids=lambda vector: f"{vector['seq']}-{vector['kind']}")
def test_a_stored_fact_is_read_back_as_it_was(vector: dict[str, Any]) -> None:
    shape = decoded(vector["payload"].encode())
    fact = fact_of(shape)
    assert kind_of(shape) == vector["kind"]
    assert fact == SAMPLES[vector["seq"] - 1]
    assert envelope_of(shape) == golden.envelope_of(vector["seq"])
    assert canonical(payload_values(golden.STREAM, envelope_of(shape), fact)) == vector["payload"].encode()


def test_the_genesis_has_no_envelope() -> None:
    shape = decoded(VECTORS[0]["payload"].encode())
    assert fact_of(shape) == GENESIS
    assert set(json.loads(VECTORS[0]["payload"])) == {
        "_incarnation", "_station", "_tenant", "kind", "practice", "random", "time_zone", "v",
    }  # fmt: skip


def test_sqlite_takes_every_vector_and_no_changed_byte(tmp_path: Path) -> None:
    path = tmp_path / "station.db"
    db = opened(path, bytes(32), create=True)
    connection = WritingConnection(db, path)
    with connection.transaction():
        create_all(connection.held)
    insert = connection.statements.entry.text
    for vector in VECTORS:
        seq, id_, prev_h, payload, h = raw(vector)
        changed = payload.replace(b'"v":1', b'"v":2')
        with pytest.raises(Exception, match="entry_h"):
            db.execute(insert, ("claremore", "DT1", "A", seq, id_, prev_h, changed, h))
        db.execute(insert, ("claremore", "DT1", "A", seq, id_, prev_h, payload, h))
    assert db.execute("SELECT count(*) FROM journal_entry").fetchone() == (len(VECTORS),)
    connection.let_go()
    db.close()


def test_postgresql_works_out_the_same_hashes(postgres: str) -> None:
    with psycopg.connect(postgres) as centre:
        for vector in VECTORS:
            seq, id_, prev_h, payload, h = raw(vector)
            row = centre.execute(
                "SELECT sha256(%s::bytea || int8send(%s) || uuid_send(encode(%s::bytea, 'hex')::uuid) || %s::bytea)",
                (prev_h, seq, id_, payload),
            ).fetchone()
            assert row == (h,)
