"""Makes vectors.json: run it once when a kind is added, never to change a vector that is there.

    python -m tests.db.journal.golden
"""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from app.domain.entry import GENESIS_PREV_H, StreamName, canonical, chain_hash, new_entry_id
from app.domain.facts.base import Envelope, payload_values
from db.journal import genesis_payload
from db.times import unix_ms, utc_text
from tests.db.journal.samples import GENESIS, SAMPLES

STREAM = StreamName("claremore", "DT1", "A")
FILE = Path(__file__).parent / "vectors.json"
BEGIN = datetime(2026, 11, 20, 14, 0, 0, 123000, tzinfo=UTC)


def envelope_of(seq: int) -> Envelope:
    """Who, when and where of the entry of that place in the vectors."""
    at = BEGIN + timedelta(minutes=seq)
    return Envelope(utc_text(at), 1_000_000 * seq, "boot-1", "mruiz", "2026-11-20", "0.1.0")


def vectors() -> list[dict[str, Any]]:
    """The genesis and one entry a kind, chained."""
    found: list[dict[str, Any]] = []
    prev_h = GENESIS_PREV_H
    for seq, fact in enumerate((GENESIS, *SAMPLES)):
        if seq == 0:
            payload = genesis_payload(STREAM, GENESIS)
        else:
            payload = canonical(payload_values(STREAM, envelope_of(seq), fact))
        entry_id = new_entry_id(unix_ms(BEGIN + timedelta(minutes=seq)), random=bytes([seq]) * 10)
        h = chain_hash(seq, prev_h, entry_id, payload)
        found.append({
            "kind": fact.KIND, "seq": seq, "id": entry_id.hex(), "prev_h": prev_h.hex(), "payload": payload.decode(),
            "h": h.hex(),
        })  # fmt: skip
        prev_h = h
    return found


if __name__ == "__main__":
    FILE.write_text(json.dumps(vectors(), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
