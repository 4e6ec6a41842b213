"""The options that several verbs share."""

from pathlib import Path
from typing import Annotated

import typer

Data = Annotated[Path | None, typer.Option("--data", help="The data folder; without it the machine-wide one.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object on stdout.")]
By = Annotated[str, typer.Option("--user", help="Who does it; in practice somebody who may is chosen.")]
PinStdin = Annotated[bool, typer.Option("--pin-stdin", help="Read the PIN from stdin.")]
