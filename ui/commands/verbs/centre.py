"""`citytill centre`: the central PostgreSQL, which this version does not have."""

import typer

from ui.commands.no_centre import join_refused


def join(program: typer.Typer) -> None:
    """Add the verb."""
    verbs = typer.Typer(no_args_is_help=True, help="The centre of several stations; not in this version.")
    verbs.callback()(_verbs)
    join_refused(verbs, "init", what="set up", tells="Make the centre's tables.")
    join_refused(verbs, "run", what="run", tells="Turn entries into posted payments.")
    join_refused(verbs, "status", what="ask", tells="Tell how the centre is.")
    program.add_typer(verbs, name="centre")


def _verbs() -> None:
    """The centre of several stations; not in this version."""
