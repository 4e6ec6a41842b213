"""How a later entry points at an earlier one, from the key and hash that a row keeps."""

from app.domain.entry import EntryRef
from db.ids import seq_of


def ref_of(eid: int, h: bytes) -> EntryRef:
    """How a later entry points at this one."""
    return EntryRef(seq_of(eid), h.hex())
