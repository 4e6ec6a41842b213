"""`citytill demo`: a practice city with simulated devices; without a display the real window plays by itself."""

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from devices.system_clock import SystemClock
from ui.commands.console import answer, say
from ui.commands.demo.play import play
from ui.commands.options import AsJson
from ui.compose.folder import holds_station
from ui.compose.practice import ACCOUNTS, found_practice, import_city
from ui.compose.requests.exit_code import ExitCode
from ui.opening import run

PLACE = Path("citytill-demo")
MOST_ACCOUNTS = 500_000
MAKING_LIMIT_S = 1_800.0


def join(program: typer.Typer) -> None:
    """Add the verb."""
    program.command("demo")(demo)


def demo(
    data: Annotated[Path | None, typer.Option("--data", help="The practice folder; made when it does not exist.")] = (
        None
    ),
    accounts: Annotated[int, typer.Option("--accounts", min=60, max=MOST_ACCOUNTS)] = ACCOUNTS,
    out: Annotated[Path | None, typer.Option("--out", help="Where screenshots and papers go.")] = None,
    as_json: AsJson = False,
) -> int:
    """Show a practice city: the window, or without a display twenty receipts played in it, off-screen."""
    place = PLACE if has_display() else _unused(PLACE)
    folder = data or place / "city"
    if not holds_station(folder):
        say(f"making a practice city of {accounts} accounts in {folder} ...")
        _make_city(folder, accounts)
    if has_display():
        return run(folder)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    say("no display here: the window plays twenty receipts off-screen ...")
    done = play(folder, out or place / "out")
    lines = [f"{len(done.receipts)} receipts; {len(done.pictures)} screenshots and the papers are in {done.out}"]
    answer(done.as_json(), as_json=as_json, lines=lambda: lines)
    return ExitCode.DONE


def has_display() -> bool:
    """Whether somebody can see a window here."""
    if sys.platform in ("win32", "darwin"):
        return os.environ.get("QT_QPA_PLATFORM") != "offscreen"
    is_offscreen = os.environ.get("QT_QPA_PLATFORM") == "offscreen"
    return not is_offscreen and any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))


def _make_city(folder: Path, accounts: int) -> None:
    desk = found_practice(folder, clock=SystemClock())
    try:
        import_city(desk, accounts=accounts).result(MAKING_LIMIT_S)
        desk.station.refresh_search().result(MAKING_LIMIT_S)
    finally:
        desk.close()


def _unused(place: Path) -> Path:
    """A place of its own for each played demonstration: nothing is written over."""
    n = 1
    while (found := place / f"played-{n}").exists():
        n += 1
    return found
