"""`citytill export`: the posting file that billing takes from us, numbered and immutable, and reports."""

from pathlib import Path
from typing import Annotated

import typer

from ui.commands.folders import station_folder
from ui.commands.handing import carried_out, pin_of
from ui.commands.options import AsJson, By, Data, PinStdin
from ui.commands.verbs.export_report import join_reports
from ui.compose.requests.deeds import EXPORT_POSTING, values_of
from ui.compose.requests.exporting import PostingAsked
from ui.compose.requests.request import Request


def join(program: typer.Typer) -> None:
    """Add the verb."""
    kinds = typer.Typer(no_args_is_help=True, help="Make a file for another system.")
    kinds.callback()(_kinds)
    kinds.command("posting")(posting)
    join_reports(kinds)
    program.add_typer(kinds, name="export")


def posting(
    out: Annotated[Path, typer.Option("--out", help="The file to write, or a folder for its own name.")],
    data: Data = None,
    again: Annotated[int | None, typer.Option("--again", min=1, help="The same bytes of this number.")] = None,
    billing_has: Annotated[
        int | None,
        typer.Option("--billing-has", min=0, help="After a restore: the last file billing got before it; 0: none."),
    ] = None,
    user: By = "",
    pin_stdin: PinStdin = False,
    as_json: AsJson = False,
) -> int:
    """Write the posting file of every balanced batch that billing has not had."""
    pin = pin_of(station_folder(data), user, from_stdin=pin_stdin)
    asked = PostingAsked(str(out.absolute()), again, billing_has)
    return carried_out(data, Request(EXPORT_POSTING, values_of(asked), user, pin), as_json=as_json)


def _kinds() -> None:
    """Make a file for another system."""
