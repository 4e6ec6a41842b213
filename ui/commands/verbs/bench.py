"""`citytill bench`: the figures that the program promises, measured here and now (issue 2)."""

import gc
import sys
import tempfile
from collections.abc import Callable, Iterable
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any, ClassVar

import typer

from app.errors import InputError
from ui.commands.bench.figure import Figure, fsync_us
from ui.commands.console import answer, say
from ui.commands.options import AsJson
from ui.compose.requests.exit_code import ExitCode

SWITCH_INTERVAL_S = 0.0005  # the window's
SEED, SIZE, SIZE_LIMIT = 7, 200_000, 2_000_000
GROUPS = {
    "payment": "payment.payment_figures",
    "mail": "mail.mail_figures",
    "search": "search.search_figures",
    "start": "start.start_figures",
    "stall": "stall.stall_figures",
    "import": "imports.import_figures",
}
"""A file of `ui/commands/bench` and what it measures with; the window's figures come last."""
LONG = {"import": 1_000_000}
"""Measured only when named, for minutes, with so many accounts when nobody says how many."""


class FigureUnknownError(InputError):
    """`--only` names no group of figures."""

    code: ClassVar[str] = "figure_unknown"

    def __init__(self, name: str) -> None:
        super().__init__(f"There are no figures called {name}. Take one of {', '.join(GROUPS)}.")
        self.name = name


def join(program: typer.Typer) -> None:
    """Add the verb."""
    program.command("bench")(bench)


def bench(
    seed: Annotated[int, typer.Option("--seed", help="The practice city's seed.")] = SEED,
    size: Annotated[
        int | None,
        typer.Option("--size", min=100, max=SIZE_LIMIT, help=f"Accounts: {SIZE:,}, to import {LONG['import']:,}."),
    ] = None,
    only: Annotated[
        list[str] | None,
        typer.Option("--only", help="Only these: payment, mail, search, start, stall; import (minutes) when named."),
    ] = None,
    as_json: AsJson = False,
) -> int:
    """Measure each promise as a ratio of two sides in one run; exit code 1 when one is not kept."""
    wanted = only or [name for name in GROUPS if name not in LONG]
    for name in wanted:
        if name not in GROUPS:
            raise FigureUnknownError(name)
    gc.disable()  # as in the window, where no worker is ever held up by the collector (hot-path 5)
    sys.setswitchinterval(SWITCH_INTERVAL_S)
    fsync = fsync_us()
    say(f"4 KiB to the disk: {fsync} µs")
    figures = tuple(_measured(wanted, seed=seed, size=size))
    answer(_json(fsync, figures), as_json=as_json, lines=partial(_lines, figures))
    return ExitCode.DONE if all(figure.holds for figure in figures) else ExitCode.CHECK_FAILED


def _measured(wanted: Iterable[str], *, seed: int, size: int | None) -> Iterable[Figure]:
    for name in wanted:
        say(f"measuring {name} ...")
        file, _, function = GROUPS[name].partition(".")
        measure: Callable[..., tuple[Figure, ...]] = getattr(import_module(f"ui.commands.bench.{file}"), function)
        with tempfile.TemporaryDirectory(prefix="citytill-bench-") as place:
            for figure in measure(Path(place), seed=seed, size=size or LONG.get(name, SIZE)):
                say(f"{figure.name}: {figure.ratio:.2f} of at most {figure.limit} ({figure.words})")
                yield figure


def _json(fsync: int, figures: tuple[Figure, ...]) -> dict[str, Any]:
    return {"fsync_us": fsync, "figures": [figure.as_json() for figure in figures]}


def _lines(figures: tuple[Figure, ...]) -> list[str]:
    kept = sum(figure.holds for figure in figures)
    return [f"{kept} of {len(figures)} promises kept"]
