"""An accounts extract comes in, asked for at a terminal."""

from contextlib import suppress
from pathlib import Path
from typing import Any

from app.domain.user import Deed
from app.frozen import frozen
from app.interchange.layout_file import read_layout
from app.usecases.import_accounts import ImportDone, ImportRequest
from db.errors import LaneClosedError
from ui.compose.desk import Desk
from ui.compose.extracts import Extracts
from ui.compose.requests.person import person_of
from ui.compose.requests.request import Answer, Request, Terminal
from ui.viewmodels.files import source_of

SHOWN_ROWS = 10
SEARCH_LIMIT_S = 600.0
TELL_EVERY_BYTES = 4 << 20
_MEGABYTE = 1 << 20


@frozen
class ImportAsked:
    """The values of `import accounts`; `file` is an absolute path, `layout` a layout file's text, empty for CSV."""

    file: str
    posted_through: int | None = None
    dry_run: bool = False
    older: bool = False
    layout: str = ""


def imported(desk: Desk, request: Request, asked: ImportAsked, terminal: Terminal) -> Answer:
    """Take it.

    Raises:
        CityTillError: the person, the file, the disk, or somebody stopped it; nothing changed.
    """
    by = person_of(desk, request, Deed.IMPORT_ACCOUNTS)
    path, layout = Path(asked.file), read_layout(asked.layout) if asked.layout else None
    done = Extracts(desk).take(
        ImportRequest(
            by.user, path.name, source_of(path), posted_through=asked.posted_through, dry_run=asked.dry_run,
            progress=_Progress(terminal), cancelled=terminal.is_stopped, is_older_taken=asked.older, path=path,
            layout=layout,
        )
    ).result()  # fmt: skip
    if done.ref is not None:
        with suppress(LaneClosedError, TimeoutError):  # it is in; the search list is made when the station has time
            desk.station.refresh_search().result(SEARCH_LIMIT_S)
    return Answer(
        values=_values(done), lines=_lines(done), said=("Dry run: nothing was changed.",) if asked.dry_run else ()
    )


class _Progress:
    """Bytes read so far, told now and then; called on the worker."""

    def __init__(self, terminal: Terminal) -> None:
        self._terminal = terminal
        self._next = TELL_EVERY_BYTES

    def __call__(self, read: int) -> None:
        if read >= self._next:
            self._next = read + TELL_EVERY_BYTES
            self._terminal.tell(f"{read // _MEGABYTE} MB read")


def _values(done: ImportDone) -> dict[str, Any]:
    rows = [{"line": row.line, "reason": row.reason} for row in done.quarantined]
    return {
        "rows": done.rows, "posted": done.posted, "unchanged": done.unchanged, "quarantined": rows,
        "as_of": done.as_of, "trailer": done.has_trailer, "total_proved": done.total_proved,
    }  # fmt: skip


def _lines(done: ImportDone) -> tuple[str, ...]:
    shown = [f"  line {row.line}: {row.reason}" for row in done.quarantined[:SHOWN_ROWS]]
    more = len(done.quarantined) - len(shown)
    counts = f"{done.posted} new or changed, {done.unchanged} unchanged, {done.absent} no longer listed"
    return (
        f"{done.rows} rows, {done.accounts} accounts as of {done.as_of}: {counts}",
        *((proof,) if (proof := proof_words(done)) else ()),
        f"{len(done.quarantined)} rows quarantined",
        *shown,
        *([f"  and {more} more"] if more else []),
    )


def proof_words(done: ImportDone) -> str:
    """What the file could not prove of itself; empty when trailer and total agreed."""
    if not done.has_trailer:
        return "The file has no trailer: whether it is whole is not proved. Compare its rows with billing."
    if not done.total_proved:
        return "The trailer's total is not proved: some amounts could not be read. See the quarantined rows."
    return ""
