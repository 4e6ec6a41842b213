"""`citytill verify`: whether the books hold, beside an open window too."""

from functools import partial
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from db.verify.check import Report
from db.verify.folder import verify_folder
from ui.commands.console import answer
from ui.commands.folders import key_of, station_folder
from ui.commands.options import AsJson, Data
from ui.compose.requests.exit_code import ExitCode


def join(program: typer.Typer) -> None:
    """Add the verb."""
    program.command("verify")(verify)


def verify(
    data: Data = None,
    quick: Annotated[bool, typer.Option("--quick", help="From the last checkpoint on.")] = False,
    as_json: AsJson = False,
) -> int:
    """Read every entry with code of its own and say what holds; exit code 1 when a check failed."""
    folder = station_folder(data)
    report = verify_folder(folder, key_of(folder), quick=quick)
    answer(report.as_json(), as_json=as_json, lines=partial(_lines, report))
    return ExitCode.DONE if report.ok else ExitCode.CHECK_FAILED


def _lines(report: Report) -> list[str]:
    table = Table("Check", "Holds", "Detail", title=f"{report.entries} entries")
    for check in report.checks:
        table.add_row(check.name, "yes" if check.ok else "[bold]NO[/bold]", check.detail)
    console = Console()
    with console.capture() as captured:
        console.print(table)
    return [captured.get().rstrip(), "The books hold." if report.ok else "The books do not hold."]
