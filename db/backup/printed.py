"""How far this machine has printed, kept outside the data folder: a file older than its own paper is fenced (b.16).

One small file beside the folder, `.<folder>.printed`, written after paper went out and on idle, never inside a
payment. It is no secret and no proof; it only remembers, so that an old copy put in place of the folder does not
print a number twice. The centre notices the rest at its first contact.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from app.errors import RecordsError
from db.keys.durable_file import write_durably
from db.opener import Connection

_GENESES = """select tenant, station, incarnation, h from journal_entry
where tenant = ? and station = ? and seq = 0 order by incarnation"""
_H_AT = "select h from journal_entry where tenant = ? and station = ? and incarnation = ? and seq = ?"
_HEAD = "select max(seq) from journal_entry where tenant = ? and station = ? and incarnation = ?"


class FileOlderThanPaperError(RecordsError):
    """The file in the folder does not hold what this machine has printed."""

    code: ClassVar[str] = "file_older"

    def __init__(self, words: str) -> None:
        super().__init__(
            f"{words}. Nothing can be taken with this file: put the newest one back, or run citytill restore with the "
            "last backup, which begins new numbers."
        )


@dataclass(frozen=True)
class PrintedMark:
    """The last entry whose paper went out: its stream, the stream's genesis, seq and h; `number` as people read it."""

    tenant: str
    station: str
    incarnation: str
    genesis: str
    seq: int
    h: str
    number: str = ""


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
    """Keeps the mark of one open station; call `note` from the print worker or on idle, on one thread."""

    def __init__(self, folder: Path, *, tenant: str, station: str, incarnation: str, genesis: str) -> None:
        self._folder = folder
        self._stream = (tenant, station, incarnation)
        self._genesis = genesis
        mark = read_mark(folder)
        is_own = mark is not None and (mark.tenant, mark.station, mark.incarnation) == self._stream
        self._seq = mark.seq if mark is not None and is_own and mark.genesis == genesis else -1

    def note(self, *, seq: int, h: str, number: str = "") -> None:
        """Remember that the entry's paper went out; an earlier entry than the one remembered changes nothing.

        Raises:
            OSError: the mark cannot be written; show it, the sale stands.
        """
        if seq <= self._seq:
            return
        mark = PrintedMark(*self._stream, self._genesis, seq, h, number)
        write_durably(printed_path(self._folder), json.dumps(vars(mark)).encode(), mode=0o644)
        self._seq = seq


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
    paper = f"this machine has printed {mark.number or f'entry {mark.seq}'} of {mark.station}{mark.incarnation}"
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


def refuse_older_file(folder: Path, connection: Connection, *, practice: bool) -> None:
    """Fence a file that is older than its own paper; for the opener of a station, before anything is taken.

    Raises:
        FileOlderThanPaperError: so it is.
    """
    words = what_is_missing(connection, read_mark(folder), practice=practice)
    if words is not None:
        raise FileOlderThanPaperError(words)


def next_letter(folder: Path, *, tenant: str, station: str, last: str) -> str:
    """The letter after every incarnation known to the file (`last`) and to this folder's paper."""
    mark = read_mark(folder)
    if mark is not None and (mark.tenant, mark.station) == (tenant, station):
        last = max(last, mark.incarnation)
    return chr(ord(last) + 1)
