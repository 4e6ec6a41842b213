"""Store a checkpoint at a close, from which replay and quick verify may start (DESIGN section 3)."""


from app.domain.entry import EntryRef
from app.domain.facts.batches import CheckpointMade
from app.frozen import frozen
from app.ports.books import Books


@frozen
class MakeCheckpoint:
    """The station's own deed: the digest of every view as the last entry left it."""

    books: Books

    def __call__(self) -> EntryRef:
        """Store it.

        Raises:
            RecordsError: it could not be stored; nothing changed.
        """
        with self.books.deed(by="") as deed:
            head = deed.head()
            version, digest = deed.views_digest()
            return deed.append(CheckpointMade(head.seq, head.h, version, digest))
