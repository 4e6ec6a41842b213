"""The only way a fact is born: bytes, id, chain hash, entry and views in one transaction (DESIGN section 3)."""

from collections.abc import Mapping
from datetime import UTC, datetime

from app.domain.entry import (
    GENESIS_PREV_H,
    GENESIS_SEQ,
    EntryRef,
    StreamName,
    canonical,
    chain_hash,
    new_entry_id,
)
from app.domain.facts.base import Envelope, Fact, payload_values
from app.domain.facts.station import StationStarted
from db.encoding import encoded
from db.errors import JournalRefusedError
from db.ids import id_of
from db.opener import Cursor
from db.projections.mark import Mark
from db.projections.project import MUST_CHANGE, rows_of
from db.projections.state import State, advance, first_state
from db.statements import Statements
from db.times import unix_ms, utc_text


def genesis_payload(stream: StreamName, fact: StationStarted) -> bytes:
    """Seq 0 has no envelope: stream, kind, practice, random, time zone (DESIGN section 3)."""
    return canonical({**stream.keys(), "kind": fact.KIND, "v": fact.V, **vars(fact)})


def append_genesis(
    cursor: Cursor,
    statements: Statements,
    stream: StreamName,
    fact: StationStarted,
    *,
    now: datetime,
    before: State | None = None,
) -> State:
    """Begin a stream; `before` is the state of the incarnation before it, after a restore."""
    payload = genesis_payload(stream, fact)
    entry_id = new_entry_id(unix_ms(now))
    h = chain_hash(GENESIS_SEQ, GENESIS_PREV_H, entry_id, payload)
    keys = (stream.tenant, stream.station, stream.incarnation)
    cursor.execute(statements.entry.text, (*keys, GENESIS_SEQ, entry_id, GENESIS_PREV_H, payload, h))
    state = first_state(stream, fact, genesis_mark(stream, entry_id, h), before)
    cursor.execute(statements.views["insert_state"].text, state.row())
    return state


def genesis_mark(stream: StreamName, entry_id: bytes, h: bytes) -> Mark:
    """A genesis carries no time; its UUIDv7 does."""
    ms = int.from_bytes(entry_id[:6], "big")
    at = datetime.fromtimestamp(ms // 1000, tz=UTC).replace(microsecond=ms % 1000 * 1000)
    return Mark(id_of(stream.incarnation, GENESIS_SEQ), h, utc_text(at), "", "")


def append(
    cursor: Cursor,
    entry_text: str,
    view_texts: Mapping[str, str],
    state: State,
    envelope: Envelope,
    fact: Fact,
    *,
    made_ms: int,
) -> EntryRef:
    """Write the next entry of the state's stream with its rows, and move the state on.

    The caller writes the state row once, before COMMIT.

    Raises:
        JournalRefusedError: a number that is not next, or a batch or receipt that does not exist.
    """
    stream = StreamName(state.tenant, state.station, state.incarnation)
    payload = encoded(payload_values(stream, envelope, fact))
    seq, prev_h, entry_id = state.seq + 1, state.h, new_entry_id(made_ms)
    h = chain_hash(seq, prev_h, entry_id, payload)
    cursor.execute(
        entry_text, (state.tenant, state.station, state.incarnation, seq, entry_id, prev_h, payload, h)
    )
    mark = Mark(id_of(state.incarnation, seq), h, envelope.at, envelope.by, envelope.business_date)
    for name, rows in rows_of(fact.KIND, fact, mark):
        cursor.executemany(view_texts[name], rows)
        if name in MUST_CHANGE and cursor.rowcount != len(rows):
            raise JournalRefusedError(f"{fact.KIND} names what does not exist")
    advance(state, fact.KIND, fact, mark)
    return EntryRef(seq, h.hex())
