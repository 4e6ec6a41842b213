"""`citytill station`: a real station made without a window, and what stands here. A centre's deeds are told plainly."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from app.domain.numbering import is_station_name
from db.keys.custody import Custody, CustodyKind
from db.keys.recovery import WORDS, RecoveryKey
from devices.system_clock import SystemClock
from ui.commands.console import answer, ask_passphrase, say
from ui.commands.first_station import (
    NotAStationNameError,
    WordsDifferError,
    first_person,
    settings_of,
    tenant_of,
)
from ui.commands.folders import named, reading, station_folder
from ui.commands.no_centre import join_refused
from ui.commands.options import AsJson, Data, PinStdin
from ui.compose.founding import StationPlan, found_real
from ui.compose.requests.exit_code import ExitCode

Person = Annotated[str, typer.Option(help="The id to sign in with and the name: jdoe:J. Doe")]


def join(program: typer.Typer) -> None:
    """Add the verb."""
    verbs = typer.Typer(no_args_is_help=True, help="This station.")
    verbs.callback()(_verbs)
    verbs.command("new")(new)
    verbs.command("list")(list_stations)
    join_refused(verbs, "join", what="join", tells="Join a centre; not in this version.")
    join_refused(verbs, "close", what="hand a closed station to", tells="Close for good; needs a centre.")
    join_refused(verbs, "revoke", what="revoke a station at", tells="Shut a lost station out; needs a centre.")
    program.add_typer(verbs, name="station")


def new(
    name: Annotated[str, typer.Argument(help="The station's name, like DT1.")],
    key: Annotated[str, typer.Option("--key", help="keyring, file:PATH or passphrase.")],
    settings: Annotated[Path, typer.Option("--settings", help="What the city says: a JSON object of its settings.")],
    administrator: Person,
    second: Person,
    data: Data = None,
    pin_stdin: PinStdin = False,
    as_json: AsJson = False,
) -> int:
    """Make a real station: two people, the city's settings, a key, and recovery words that are typed back."""
    if not is_station_name(name):
        raise NotAStationNameError(name)
    custody = Custody.parse(key)
    city = settings_of(settings, now=SystemClock().now())
    people = (
        first_person(administrator, administers=True, pin_stdin=pin_stdin),
        first_person(second, administers=False, pin_stdin=pin_stdin),
    )
    passphrase = ask_passphrase(name, from_stdin=pin_stdin) if custody.kind is CustodyKind.PASSPHRASE else ""
    recovery = RecoveryKey.new()
    _typed_back(recovery)
    plan = StationPlan(tenant_of(city), name, city, people, custody, recovery, passphrase)
    folder = named(data).absolute()
    found_real(folder, plan, clock=SystemClock())
    values = {"folder": str(folder), "station": name, "custody": str(custody), "recovery_sheet": recovery.sheet}
    line = f"{name} stands in {folder}; its recovery sheet is {recovery.sheet}"
    answer(values, as_json=as_json, lines=lambda: [line])
    return ExitCode.DONE


def list_stations(data: Data = None, as_json: AsJson = False) -> int:
    """The station of this folder."""
    with reading(station_folder(data)) as books:
        stream, head, is_practice = books.stream(), books.head().seq, books.is_practice()
    row = {**vars(stream), "practice": is_practice, "head": head}
    kind = "practice" if is_practice else "real"
    line = f"{stream.station}{stream.incarnation}, {kind}, {head + 1} entries"
    answer({"stations": [row]}, as_json=as_json, lines=lambda: [line])
    return ExitCode.DONE


def _typed_back(recovery: RecoveryKey) -> None:
    """Show the words once and have them typed: what is not on paper now is lost with this machine.

    Raises:
        RecoveryWordUnknownError, RecoveryWordCountError, RecoveryWordsDisagreeError, WordsDifferError.
    """
    say(f"Recovery sheet {recovery.sheet}. Write these {WORDS} words on paper and lock it in the safe:")
    for n, word in enumerate(recovery.words, start=1):
        say(f"{n:4} {word}")
    say("Now type them all, in order.")
    typed = ""
    while len(typed.split()) < WORDS and (line := sys.stdin.readline()):
        typed += f" {line}"
    if RecoveryKey.read(typed).secret != recovery.secret:
        raise WordsDifferError


def _verbs() -> None:
    """This station."""
