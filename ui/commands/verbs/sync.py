"""`citytill sync`: how much of the stream is still here only; there is no centre to send to in this version."""

from contextlib import closing
from typing import Any

import typer

from db.opener import opened
from db.outbox import outbox
from db.paths import STATION_DB
from devices.system_clock import SystemClock
from ui.commands.console import answer, say
from ui.commands.folders import key_of, station_folder
from ui.commands.no_centre import join_refused
from ui.commands.options import AsJson, Data
from ui.compose.requests.exit_code import ExitCode


def join(program: typer.Typer) -> None:
    """Add the verb."""
    verbs = typer.Typer(no_args_is_help=True, help="Entries on their way to the centre.")
    verbs.callback()(_verbs)
    verbs.command("status")(status)
    join_refused(verbs, "now", what="send entries to", tells="Send what is waiting; needs a centre.")
    program.add_typer(verbs, name="sync")


def status(data: Data = None, as_json: AsJson = False) -> int:
    """Tell how many entries only this station has."""
    folder = station_folder(data)
    with closing(opened(folder / STATION_DB, key_of(folder), reader=True)) as db:
        box = outbox(db)
    age_s = 0 if box.oldest_at is None else max(0, int((SystemClock().now() - box.oldest_at).total_seconds()))
    values: dict[str, Any] = {"unsent": box.unsent, "oldest_s": age_s, "head": box.head, "acked": box.acked}
    say("This station stands alone: its entries are here and in its backups only.")
    answer(values, as_json=as_json, lines=lambda: [f"{box.unsent} entries, the last is {box.head}; none is sent"])
    return ExitCode.DONE


def _verbs() -> None:
    """Entries on their way to the centre."""
