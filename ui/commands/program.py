"""Typer's part: the verb that was named, its options read, its refusals told in one sentence each."""

from collections.abc import Sequence
from importlib import import_module
from typing import Annotated

import typer

from app.errors import CityTillError
from ui.commands.console import say
from ui.compose.requests.exit_code import ExitCode, exit_code
from ui.compose.version import program_version

VERBS = {
    "demo": "demo",
    "day": "day",
    "import": "import_file",
    "export": "export_file",
    "verify": "verify",
    "bench": "bench",
    "backup": "backup",
    "restore": "restore",
    "station": "station",
    "user": "user",
    "devices": "devices",
    "centre": "centre",
    "sync": "sync",
}
"""A verb and the file of `ui/commands/verbs` that joins it."""
HELP = {"help_option_names": ["-h", "--help"]}


def run(arguments: Sequence[str]) -> int:
    """Run one verb; its exit code."""
    program = typer.Typer(
        name="citytill", add_completion=False, no_args_is_help=True, context_settings=HELP,
        pretty_exceptions_enable=False,
    )  # fmt: skip
    program.callback()(_program)
    wanted = [arguments[0]] if arguments[0] in VERBS else list(VERBS)
    for verb in wanted:
        import_module(f"ui.commands.verbs.{VERBS[verb]}").join(program)
    try:
        code = program(args=list(arguments), prog_name="citytill", standalone_mode=False)
    except CityTillError as error:
        say(error.sentence())
        return exit_code(error)
    except typer.Abort:
        say("Stopped.")
        return ExitCode.NOT_NOW
    except typer.TyperException as error:
        say(_usage(error))
        return ExitCode.BAD_INPUT
    return ExitCode.DONE if code is None else int(code)


def _program(
    version: Annotated[bool, typer.Option("--version", help="Tell the program's version.")] = False,
) -> None:
    """The till of a city's utility office. Without a verb the window opens."""
    if version:
        say(f"CityTill {program_version()}")
        raise typer.Exit


def _usage(error: typer.TyperException) -> str:
    words = str(getattr(error, "format_message", error.__str__)()).strip()
    return words or "See citytill --help."
