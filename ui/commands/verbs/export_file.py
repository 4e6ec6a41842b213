"""`citytill export posting`: what billing takes from us, numbered and immutable."""

from pathlib import Path
from typing import Annotated, Any

import typer

from app.domain.money import Money
from app.domain.user import Deed
from app.usecases.export_posting import ExportRequest, PostingMade
from devices.system_clock import SystemClock
from ui.commands.console import ExitCode, answer
from ui.commands.folders import station_folder, working
from ui.commands.options import AsJson, By, Data, PinStdin
from ui.commands.people import who
from ui.viewmodels.files import check_place, write_out


def join(program: typer.Typer) -> None:
    """Add the verb."""
    kinds = typer.Typer(no_args_is_help=True, help="Make a file for another system.")
    kinds.callback()(_kinds)
    kinds.command("posting")(posting)
    program.add_typer(kinds, name="export")


def posting(
    out: Annotated[Path, typer.Option("--out", help="The file to write, or a folder for its own name.")],
    data: Data = None,
    again: Annotated[int | None, typer.Option("--again", min=1, help="The same bytes of this number.")] = None,
    user: By = "",
    pin_stdin: PinStdin = False,
    as_json: AsJson = False,
) -> int:
    """Write the posting file of every balanced batch that billing has not had."""
    folder = station_folder(data)
    check_place(out)
    with working(folder, SystemClock()) as desk:
        by = who(desk, Deed.EXPORT_POSTING, user=user, pin_stdin=pin_stdin).user
        made = desk.do(
            lambda deeds: deeds.export_posting(ExportRequest(by))
            if again is None
            else deeds.export_posting.again(again, by=by)
        ).result()
    path = (out / made.file_name if out.is_dir() else out).absolute()
    write_out(path, made.data)
    answer(_json(made, path), as_json=as_json, lines=lambda: _lines(made, path))
    return ExitCode.DONE


def _kinds() -> None:
    """Make a file for another system."""


def _json(made: PostingMade, path: Path) -> dict[str, Any]:
    return {
        "file_no": made.file_no,
        "file_name": made.file_name,
        "rows": made.rows,
        "total_cents": made.total,
        "batches": list(made.batches),
        "path": str(path),
    }


def _lines(made: PostingMade, path: Path) -> list[str]:
    return [
        f"Posting file {made.file_no}: {made.rows} rows, {Money(made.total)}, batches {', '.join(made.batches)}",
        str(path),
    ]
