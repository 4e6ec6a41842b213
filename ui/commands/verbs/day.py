"""`citytill day`: a scripted day without a window."""

from pathlib import Path
from typing import Annotated

import typer

from app.domain.money import Money
from ui.commands.console import answer
from ui.commands.day.plan import RECEIPTS, RECEIPTS_LIMIT, SEED, DayDone, DayPlan
from ui.commands.day.script import run_day
from ui.commands.options import AsJson
from ui.compose.requests.exit_code import ExitCode


def join(program: typer.Typer) -> None:
    """Add the verb."""
    program.command("day")(day)


def day(
    data: Annotated[Path, typer.Option("--data", help="A practice folder; made when it does not exist.")],
    station: Annotated[str, typer.Option("--station", help="The station's name, like DT1.")] = "",
    date: Annotated[str, typer.Option("--date", help="The business date, YYYY-MM-DD.")] = "",
    receipts: Annotated[int, typer.Option("--receipts", min=1, max=RECEIPTS_LIMIT)] = RECEIPTS,
    seed: Annotated[int, typer.Option("--seed")] = SEED,
    out: Annotated[Path | None, typer.Option("--out", help="Where receipts, reports and files go.")] = None,
    as_json: AsJson = False,
) -> int:
    """Work a scripted day: the same use-cases and simulated devices, the same seed the same cents."""
    done = run_day(DayPlan(data, station, date, receipts, seed, out))
    answer(done.as_json(), as_json=as_json, lines=lambda: _lines(done))
    return ExitCode.DONE


def _lines(done: DayDone) -> list[str]:
    by_tender = ", ".join(f"{tender.replace('_', ' ')} {Money(cents)}" for tender, cents in done.by_tender.items())
    return [
        f"{done.business_date}, batch {done.batch}: {done.receipts} receipts, {done.voids} of them voided",
        f"Taken {Money(done.taken_cents)} ({by_tender})",
        f"To the bank {Money(done.deposit_cents)}",
        *(f"{what.replace('_', ' ')}: {path}" for what, path in done.files.items()),
    ]
