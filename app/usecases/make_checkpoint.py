"""Store a checkpoint at a close, from which replay and quick verify may start (DESIGN section 3)."""

from app.domain.entry import EntryRef
from app.domain.facts.batches import CheckpointMade
from app.frozen import frozen
from app.ports.books import Books


@frozen
class MakeCheckpoint:
    """The station's own deed: what every view said as an entry left it, looked at beside the till."""

    books: Books

    def __call__(self, seen: CheckpointMade) -> EntryRef:
        """Store what was seen; entries may have come after the one that it names.

        Raises:
            RecordsError: it could not be stored; nothing changed.
        """
        with self.books.deed(by="") as deed:
            return deed.append(seen)
