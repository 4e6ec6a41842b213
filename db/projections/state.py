"""The one state row: the head of the own stream and the last of each dense number."""

from dataclasses import dataclass, fields, replace
from operator import attrgetter
from typing import Any

from app.domain.entry import EntryRef, StreamName
from app.domain.numbering import postings_after_restore
from db.errors import JournalRefusedError
from db.ids import id_of, incarnation_of, number_id, seq_of
from db.projections.mark import Mark


@dataclass
class State:
    """Moves on with each entry; columns of `view_state` in order, without its fixed key."""

    tenant: str
    station: str
    incarnation: str
    practice: int
    time_zone: str
    seq: int
    h: bytes
    at: str
    receipt_no: int
    batch_no: int
    deposit_no: int
    posting_no: int
    generation: int
    settings_eid: int

    @property
    def stream(self) -> StreamName:
        """The stream that this folder writes."""
        return StreamName(self.tenant, self.station, self.incarnation)

    @property
    def eid(self) -> int:
        """The key of the last entry."""
        return id_of(self.incarnation, self.seq)

    @property
    def head(self) -> EntryRef:
        """The last entry."""
        return EntryRef(self.seq, self.h.hex())

    def copy(self) -> "State":
        """For a deed that may still be rolled back."""
        return replace(self)

    def row(self) -> tuple[Any, ...]:
        """As the state statement takes it."""
        return (1, *_in_order(self))


NAMES = tuple(field.name for field in fields(State))
_in_order = attrgetter(*NAMES)


def first_state(stream: StreamName, fact: Any, mark: Mark, before: State | None) -> State:
    """The state after a genesis; numbers restart, what belongs to the city goes on (DESIGN section 3)."""
    return State(
        stream.tenant,
        stream.station,
        stream.incarnation,
        int(fact.practice),
        fact.time_zone,
        0,
        mark.h,
        mark.at,
        receipt_no=0,
        batch_no=0,
        deposit_no=0,
        posting_no=postings_after_restore(before.posting_no) if before else 0,
        generation=before.generation if before else 0,
        settings_eid=before.settings_eid if before else -1,
    )


def advance(state: State, kind: str, fact: Any, mark: Mark) -> None:
    """Move the state on by one entry of its stream.

    Raises:
        JournalRefusedError: a receipt, batch or deposit does not carry the next dense number.
    """
    state.seq = seq_of(mark.eid)
    state.h = mark.h
    state.at = mark.at
    if kind == "receipt_taken":
        state.receipt_no = _next(state, state.receipt_no, fact.receipt)
    elif kind == "batch_opened":
        state.batch_no = _next(state, state.batch_no, fact.batch)
    elif kind == "deposit_prepared":
        state.deposit_no = _next(state, state.deposit_no, fact.deposit)
    elif kind == "setting_changed":
        state.settings_eid = mark.eid
    elif kind == "posting_exported":
        state.posting_no = max(state.posting_no, fact.file_no)
    elif kind == "accounts_imported":
        state.generation += 1


def _next(state: State, last: int, number: str) -> int:
    given = number_id(number)
    if given < 0 or incarnation_of(given) != state.incarnation or seq_of(given) != last + 1:
        raise JournalRefusedError(f"{number} is not the next number")
    return last + 1
