"""`citytill import accounts FILE`: an extract of the billing system comes in."""

from pathlib import Path
from typing import Annotated, Any, ClassVar

import typer

from app.domain.user import Deed
from app.errors import InputError
from app.usecases.import_accounts import LAYOUT, ImportDone, ImportRequest
from devices.system_clock import SystemClock
from ui.commands.console import ExitCode, answer, say
from ui.commands.folders import working_or_new
from ui.commands.options import AsJson, By, Data, PinStdin
from ui.commands.people import who
from ui.viewmodels.files import check_readable, source_of

SHOWN_ROWS = 10
SEARCH_LIMIT_S = 600.0


class LayoutUnknownError(InputError):
    """`--layout` names none that this version reads."""

    code: ClassVar[str] = "layout_unknown"

    def __init__(self, name: str) -> None:
        super().__init__(f"There is no layout {name}. This version reads {LAYOUT}; leave --layout out.")
        self.name = name


def join(program: typer.Typer) -> None:
    """Add the verb."""
    kinds = typer.Typer(no_args_is_help=True, help="Take a file of another system in.")
    kinds.callback()(_kinds)
    kinds.command("accounts")(accounts)
    program.add_typer(kinds, name="import")


def accounts(
    file: Annotated[Path, typer.Argument(help="The accounts extract, CSV.")],
    data: Data = None,
    layout: Annotated[str, typer.Option("--layout", help="The file's layout.")] = LAYOUT,
    posted_through: Annotated[
        int | None, typer.Option("--posted-through", min=0, help="The last posting file its amounts contain.")
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Read and compare everything, change nothing.")] = False,
    user: By = "",
    pin_stdin: PinStdin = False,
    as_json: AsJson = False,
) -> int:
    """Take an accounts extract: good rows once, bad rows listed with line and reason and kept."""
    if layout != LAYOUT:
        raise LayoutUnknownError(layout)
    check_readable(file)
    with working_or_new(data, SystemClock()) as desk:
        by = who(desk, Deed.IMPORT_ACCOUNTS, user=user, pin_stdin=pin_stdin)
        request = ImportRequest(by.user, file.name, source_of(file), posted_through=posted_through, dry_run=dry_run)
        done = desk.import_accounts(request).result()
        if done.ref is not None:
            desk.station.refresh_search().result(SEARCH_LIMIT_S)
    if dry_run:
        say("Dry run: nothing was changed.")
    answer(_json(done), as_json=as_json, lines=lambda: _lines(done))
    return ExitCode.DONE


def _kinds() -> None:
    """Take a file of another system in."""


def _json(done: ImportDone) -> dict[str, Any]:
    rows = [{"line": row.line, "reason": row.reason} for row in done.quarantined]
    return {"rows": done.rows, "posted": done.posted, "unchanged": done.unchanged, "quarantined": rows}


def _lines(done: ImportDone) -> list[str]:
    shown = [f"  line {row.line}: {row.reason}" for row in done.quarantined[:SHOWN_ROWS]]
    more = len(done.quarantined) - len(shown)
    counts = f"{done.posted} new or changed, {done.unchanged} unchanged, {done.absent} no longer listed"
    return [
        f"{done.rows} rows, {done.accounts} accounts as of {done.as_of}: {counts}",
        f"{len(done.quarantined)} rows quarantined",
        *shown,
        *([f"  and {more} more"] if more else []),
    ]
