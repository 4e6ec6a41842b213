"""`citytill backup --to DIR`: a copy beside an open window, verified before it is called good."""

from pathlib import Path
from typing import Annotated

import typer

from db.backup.backup import BackupMade, back_up
from devices.system_clock import SystemClock
from ui.commands.console import answer
from ui.commands.folders import key_of, station_folder
from ui.commands.options import AsJson, Data
from ui.compose.requests.exit_code import ExitCode
from ui.compose.version import program_version


def join(program: typer.Typer) -> None:
    """Add the verb."""
    program.command("backup")(backup)


def backup(
    to: Annotated[Path, typer.Option("--to", help="Where backups lie: another disk than the data folder's.")],
    data: Data = None,
    as_json: AsJson = False,
) -> int:
    """Copy the books and verify the copy; exit code 1 when a check failed on it."""
    folder = station_folder(data)
    made = back_up(folder, key_of(folder), to, now=SystemClock().now(), app_v=program_version())
    values = {
        "folder": str(made.folder.absolute()),
        "seq": made.manifest.seq,
        "verified": made.manifest.verified,
        "failed": list(made.manifest.failed),
    }
    answer(values, as_json=as_json, lines=lambda: _lines(made))
    return ExitCode.DONE if made.report.ok else ExitCode.CHECK_FAILED


def _lines(made: BackupMade) -> list[str]:
    words = "verified" if made.report.ok else f"these checks fail on it: {', '.join(made.report.failed())}"
    return [f"{made.folder.absolute()}: up to entry {made.manifest.seq}, {words}"]
