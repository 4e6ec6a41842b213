"""Stored rows in stream order, page by page: memory stays small, and no read transaction stays open for long.

The heads are taken once at the beginning; what the window appends meanwhile is not looked at.
"""

from collections.abc import Iterator
from dataclasses import replace

from app.frozen import frozen
from db.opener import Connection
from db.verify.journal_checks import Row

PAGE = 1_000
_STREAMS = """select tenant, station, incarnation, max(seq) from journal_entry
group by tenant, station, incarnation order by tenant, station, incarnation"""
_PAGE = """select tenant, station, incarnation, seq, id, prev_h, payload, h from journal_entry
where tenant = ? and station = ? and incarnation = ? and seq > ? and seq <= ? order by seq limit ?"""
_ONE = "select payload, h from journal_entry where tenant = ? and station = ? and incarnation = ? and seq = ?"
_LAST_CHECKPOINT = """select seq from journal_entry where tenant = ? and station = ? and incarnation = ?
and seq < ? and instr(payload, ?) > 0 order by seq desc limit 1"""
_CHECKPOINT = b'"kind":"checkpoint_made"'


@frozen
class Stretch:
    """Entries `first` to `last` of one stream."""

    tenant: str
    station: str
    incarnation: str
    first: int
    last: int


def stretches(connection: Connection, *, quick: bool) -> list[Stretch]:
    """Every stream from its genesis; quick: only each station's last incarnation, from its last checkpoint on."""
    found = [
        Stretch(tenant, station, incarnation, 0, last)
        for tenant, station, incarnation, last in connection.execute(_STREAMS).fetchall()
    ]
    if not quick:
        return found
    newest = {(stretch.tenant, stretch.station): stretch for stretch in found}
    return [_since_checkpoint(connection, stretch) for stretch in newest.values()]


def rows_of(connection: Connection, stretch: Stretch) -> Iterator[Row]:
    """The rows of a stretch; a row without its place (a hole) is simply not there."""
    after = stretch.first - 1
    while page := connection.execute(
        _PAGE, (stretch.tenant, stretch.station, stretch.incarnation, after, stretch.last, PAGE)
    ).fetchall():
        for row in page:
            yield Row._make(row)
        after = page[-1][3]


def one_row(connection: Connection, stream: tuple[str, str, str], seq: int) -> tuple[bytes, bytes] | None:
    """Payload and h of one entry."""
    found: tuple[bytes, bytes] | None = connection.execute(_ONE, (*stream, seq)).fetchone()
    return found


def _since_checkpoint(connection: Connection, stretch: Stretch) -> Stretch:
    """A checkpoint that is the head itself is passed over: right after a close, the day just closed is looked at."""
    names = (stretch.tenant, stretch.station, stretch.incarnation)
    found = connection.execute(_LAST_CHECKPOINT, (*names, stretch.last, _CHECKPOINT)).fetchone()
    return replace(stretch, first=found[0] if found else 0)
