"""What people here write on an account: a note, or an alert above the money (B5)."""

from typing import ClassVar

from app.domain.entry import EntryRef
from app.domain.facts.base import Sealed
from app.frozen import frozen


@frozen
class NoteAdded:
    """`words` sealed; `alert` stands above the money until `until` (a day, or empty for no end)."""

    KIND: ClassVar[str] = "note_added"
    V: ClassVar[int] = 1
    account: str
    words: Sealed
    alert: bool
    until: str


@frozen
class NoteEnded:
    """A note counts no more; it stays readable in the journal."""

    KIND: ClassVar[str] = "note_ended"
    V: ClassVar[int] = 1
    account: str
    note: EntryRef
