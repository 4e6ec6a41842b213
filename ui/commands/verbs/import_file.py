"""`citytill import KIND FILE`: an extract of the billing system comes in, or a posting file of ours comes back."""

from pathlib import Path
from typing import Annotated, ClassVar

import typer

from app.errors import InputError
from app.interchange.extract_form import CSV_NAME
from app.interchange.layout_file import read_layout
from ui.commands.folders import named, station_folder
from ui.commands.handing import carried_out, carried_out_new, pin_of
from ui.commands.options import AsJson, By, Data, PinStdin
from ui.compose.requests.deeds import IMPORT_ACCOUNTS, IMPORT_POSTING, values_of
from ui.compose.requests.importing import ImportAsked
from ui.compose.requests.request import Request
from ui.compose.requests.taking_back import PostingBackAsked
from ui.viewmodels.files import check_readable, read_text


class LayoutUnknownError(InputError):
    """`--layout` names neither the CSV nor a file."""

    code: ClassVar[str] = "layout_unknown"

    def __init__(self, name: str) -> None:
        super().__init__(
            f"There is no layout file {name}. Name the file that describes the lines; for the CSV leave --layout out."
        )
        self.name = name


def join(program: typer.Typer) -> None:
    """Add the verb."""
    kinds = typer.Typer(no_args_is_help=True, help="Take a file of another system in.")
    kinds.callback()(_kinds)
    kinds.command("accounts")(accounts)
    kinds.command("posting")(posting)
    program.add_typer(kinds, name="import")


def accounts(
    file: Annotated[Path, typer.Argument(help="The accounts extract.")],
    data: Data = None,
    layout: Annotated[str, typer.Option("--layout", help="A layout file, for lines of fixed width.")] = CSV_NAME,
    posted_through: Annotated[
        int | None, typer.Option("--posted-through", min=0, help="The last posting file its amounts contain.")
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Read and compare everything, change nothing.")] = False,
    older: Annotated[bool, typer.Option("--older", help="Take it though it is older than the last one.")] = False,
    user: By = "",
    pin_stdin: PinStdin = False,
    as_json: AsJson = False,
) -> int:
    """Take an accounts extract: good rows once, bad rows listed with line and reason and kept."""
    described = _layout_text(layout)
    check_readable(file)
    is_new = data is not None and not data.exists()
    pin = pin_of(named(data) if is_new else station_folder(data), user, from_stdin=pin_stdin)
    asked = ImportAsked(str(file.absolute()), posted_through, dry_run, older, described)
    request = Request(IMPORT_ACCOUNTS, values_of(asked), user, pin)
    if data is not None and is_new:
        return carried_out_new(data, request, as_json=as_json)
    return carried_out(data, request, as_json=as_json)


def posting(
    file: Annotated[Path, typer.Argument(help="A posting file that was made after the backup, as billing has it.")],
    data: Data = None,
    user: By = "",
    pin_stdin: PinStdin = False,
    as_json: AsJson = False,
) -> int:
    """After a restore: take a posting file back, so that nothing of it is sent to billing again."""
    check_readable(file)
    pin = pin_of(station_folder(data), user, from_stdin=pin_stdin)
    asked = PostingBackAsked(str(file.absolute()))
    return carried_out(data, Request(IMPORT_POSTING, values_of(asked), user, pin), as_json=as_json)


def _layout_text(name: str) -> str:
    """What the layout file says, looked through before anybody is asked for a PIN; empty for the CSV.

    Raises:
        LayoutUnknownError: there is no such file.
        LayoutRefusedError: it has faults.
    """
    if name == CSV_NAME:
        return ""
    if not Path(name).is_file():
        raise LayoutUnknownError(name)
    return read_layout(read_text(Path(name))).text


def _kinds() -> None:
    """Take a file of another system in."""

