"""`citytill bench`: the figures that the program promises."""

import typer


def join(program: typer.Typer) -> None:
    """Add the verb."""
