"""How much of the own stream is nowhere but here: head minus what a centre has acknowledged (DESIGN section 5)."""

from datetime import UTC, datetime

from app.frozen import frozen
from db.opener import Connection

NOTHING_ACKED = -1
_HEAD = "SELECT tenant, station, incarnation, seq FROM view_state"
_ID = "SELECT id FROM journal_entry WHERE tenant = ? AND station = ? AND incarnation = ? AND seq = ?"
_ID_TIME_BYTES = 6  # a UUIDv7 begins with its milliseconds


@frozen
class Outbox:
    """`unsent` entries up to `head`; `oldest_at` is when the first of them was made, None when none waits."""

    head: int
    acked: int
    oldest_at: datetime | None

    @property
    def unsent(self) -> int:
        """Entries that no centre has."""
        return self.head - self.acked


def outbox(db: Connection) -> Outbox:
    """The outbox of a station that stands alone: nothing was ever acknowledged."""
    tenant, station, incarnation, head = db.execute(_HEAD).fetchone()
    first = NOTHING_ACKED + 1
    (entry_id,) = db.execute(_ID, (tenant, station, incarnation, first)).fetchone()
    made_ms = int.from_bytes(entry_id[:_ID_TIME_BYTES], "big")
    return Outbox(head, NOTHING_ACKED, datetime.fromtimestamp(made_ms // 1000, UTC))
