"""`citytill verify`: whether the books hold, decided by code of its own (DESIGN section 3, verify)."""

from collections.abc import Callable
from pathlib import Path

from db.keys.station_file import StationFile
from db.opener import Connection, opened
from db.verify.check import Check, Report
from db.verify.file_checks import FileCheck, PrintedCheck
from db.verify.pass_through import JournalPass, Progress
from db.verify.view_check import ViewCheck

MissingPaper = Callable[[Connection], str | None]


def verify(
    path: Path,
    key: bytes,
    *,
    folder: StationFile | None = None,
    quick: bool = False,
    journal_mode: str = "wal",
    missing_paper: MissingPaper | None = None,
    progress: Progress | None = None,
) -> Report:
    """Read every entry of a keyed file and say what holds.

    `folder` is what `station.json` says, None for a bare file; `quick` begins at the last checkpoint and leaves out
    the engine's own pass over all pages and the replay; `missing_paper` compares with what the machine printed.
    The handle could write and may not (`query_only`): one opened read-only would skip the rows' own rules.

    Raises:
        RecordsError: the file cannot be opened: wrong key, not there, damaged from its first page on.
    """
    connection = opened(path, key, reader=True, journal_mode=journal_mode)
    try:
        checks: list[Check] = []
        if not quick:
            file = FileCheck()
            file.run(connection)
            checks.append(file)
        journal = JournalPass(connection, key, folder, quick=quick)
        journal.run(progress)
        checks.extend(journal.checks())
        if not quick:
            views = ViewCheck()
            views.run(connection, key)
            checks.append(views)
        if missing_paper is not None:
            printed = PrintedCheck()
            printed.run(connection, missing_paper)
            checks.append(printed)
    finally:
        connection.close()
    return Report(journal.entries, tuple(check.finding() for check in checks))
