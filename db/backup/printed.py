"""How far this machine has printed, kept outside the data folder: a file older than its own paper is fenced (b.16).

One small file beside the folder, `.<folder>.printed`, written after paper went out and at the end, never inside a
payment. It is no secret and no proof; it only remembers, so that an old copy put in place of the folder does not
print a number twice. The centre notices the rest at its first contact.
"""

import json
from pathlib import Path
from typing import ClassVar

from app.domain.numbering import receipt_number
from app.errors import RecordsError
from app.frozen import frozen
from db.keys.durable_file import write_durably
from db.opener import Connection

_GENESES = """select tenant, station, incarnation, h from journal_entry
where tenant = ? and station = ? and seq = 0 order by incarnation"""
_H_AT = "select h from journal_entry where tenant = ? and station = ? and incarnation = ? and seq = ?"
_MARK = """select s.tenant, s.station, s.incarnation, s.seq, s.h, s.receipt_no, s.practice,
(select e.h from journal_entry e where e.tenant = s.tenant and e.station = s.station
    and e.incarnation = s.incarnation and e.seq = 0) from view_state s"""
_HEAD = "select max(seq) from journal_entry where tenant = ? and station = ? and incarnation = ?"


class FileOlderThanPaperError(RecordsError):
    """The file in the folder does not hold what this machine has printed."""

    code: ClassVar[str] = "file_older"

    def __init__(self, words: str) -> None:
        super().__init__(
            f"{words}. Nothing can be taken with this file: put the newest one back, or run citytill restore with the "
            "last backup, which begins new numbers."
        )


@frozen
class PrintedMark:
    """The last entry when paper went out: its stream, the stream's genesis, seq and h; `number` of the last receipt."""

    tenant: str
    station: str
    incarnation: str
    genesis: str
    seq: int
    h: str
    number: str


def printed_path(folder: Path) -> Path:
    """Where the mark of a data folder lies: beside it, so that replacing the folder does not replace the mark."""
    folder = folder.absolute()
    return folder.with_name(f".{folder.name}.printed")


def read_mark(folder: Path) -> PrintedMark | None:
    """The mark, or None when nothing was printed yet or the file is no mark."""
    try:
        values = json.loads(printed_path(folder).read_bytes())
        return PrintedMark(**values)
    except (OSError, ValueError, TypeError):
        return None


class PrintedWitness:
    """Keeps the mark of one open folder; call `note` from the print worker or at the end, never inside a payment."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._last: PrintedMark | None = None

    def note(self, mark: PrintedMark | None) -> bool:
        """Remember how far paper went; False when the mark cannot be written: the sale stands, the fence is weaker."""
        if mark is None or mark == self._last:
            return True
        try:
            write_durably(printed_path(self._folder), json.dumps(vars(mark)).encode(), mode=0o644)
        except OSError:
            return False
        self._last = mark
        return True


def mark_of(connection: Connection) -> PrintedMark | None:
    """The mark of the file as it stands: its head; None while no receipt was taken, for then no number can come twice.

    All that is committed may be on paper, so the head is remembered and not the paper's own entry.
    """
    row = connection.execute(_MARK).fetchone()
    if row is None or not row[5]:
        return None
    tenant, station, incarnation, seq, h, receipt_no, practice, genesis = row
    number = receipt_number(station=station, incarnation=incarnation, n=receipt_no, practice=bool(practice))
    return PrintedMark(tenant, station, incarnation, genesis.hex(), seq, h.hex(), number)


def what_is_missing(connection: Connection, mark: PrintedMark | None, *, practice: bool) -> str | None:
    """What the file lacks of what was printed, in words, or None.

    A practice folder made anew in the same place begins from nothing; a real one never may, for it would print the
    same numbers again.
    """
    if mark is None:
        return None
    geneses = {row[2]: row[3].hex() for row in connection.execute(_GENESES, (mark.tenant, mark.station)).fetchall()}
    if not geneses or max(geneses) > mark.incarnation:
        return None  # another station, or properly restored since: new letter, new numbers
    paper = f"this machine has printed up to receipt {mark.number}"
    if geneses.get(mark.incarnation) != mark.genesis:
        is_new = mark.incarnation in geneses and practice
        return None if is_new else f"These books are not those of which {paper}"
    stream = (mark.tenant, mark.station, mark.incarnation)
    found = connection.execute(_H_AT, (*stream, mark.seq)).fetchone()
    if found is None:
        last = connection.execute(_HEAD, stream).fetchone()[0]
        return f"These books end at entry {last}, but {paper} (entry {mark.seq})"
    is_it = found[0].hex() == mark.h
    return None if is_it else f"Entry {mark.seq} of these books is another than the one of which {paper}"


def refuse_older(connection: Connection, folder: Path) -> None:
    """Fence a folder whose file is older than its own paper; for the writer, before anything is taken.

    Costs one missing file where nothing was printed yet.

    Raises:
        FileOlderThanPaperError: so it is.
    """
    mark = read_mark(folder)
    if mark is None:
        return
    practice = bool(connection.execute("select practice from view_state").fetchone()[0])
    words = what_is_missing(connection, mark, practice=practice)
    if words is not None:
        raise FileOlderThanPaperError(words)


def next_letter(folder: Path, *, tenant: str, station: str, last: str = "") -> str:
    """The letter after every incarnation known to the file (`last`) and to this folder's paper; `A` where none is."""
    mark = read_mark(folder)
    if mark is not None and (mark.tenant, mark.station) == (tenant, station):
        last = max(last, mark.incarnation)
    return chr(ord(last) + 1) if last else "A"
