"""A writing verb: on a desk of its own, or handed to the window that has the folder. Both say the same (DESIGN 3)."""

import shutil
import sys
import threading
import time
from concurrent.futures import wait
from pathlib import Path

from db.errors import AlreadyOpenError
from db.keys.station_file import read_station_file
from db.lane import Lane
from devices.system_clock import SystemClock
from ui.commands.console import answer, ask_pin, say
from ui.commands.folders import key_of, station_folder
from ui.compose.desk import Desk
from ui.compose.practice import found_practice
from ui.compose.requests.deeds import done
from ui.compose.requests.knock import NobodyThereError, hand_over, knock
from ui.compose.requests.person import UserNotNamedError
from ui.compose.requests.request import Answer, Request, Terminal
from ui.compose.version import program_version

WINDOW_LIMIT_S = 4.0
"""How long a folder may be taken with nobody listening: a window that has just opened listens soon."""
TRY_AGAIN_S = 0.2
HEAR_EVERY_S = 0.2
STOP_LIMIT_S = 2.0


def pin_of(folder: Path, user: str, *, from_stdin: bool) -> str | None:
    """The PIN of who does it, asked where one is needed: always at a real station, in practice with --pin-stdin.

    Raises:
        UserNotNamedError: a real station, and nobody named.
        RecordsError: the folder's station cannot be read.
    """
    is_practice = not folder.exists() or read_station_file(folder).practice
    if user and (from_stdin or not is_practice):
        return ask_pin(user, from_stdin=from_stdin)
    if not is_practice:
        raise UserNotNamedError
    return None


def carried_out(data: Path | None, request: Request, *, as_json: bool) -> int:
    """Do the verb on its station, or have it done by the open window; say what came of it; the exit code.

    Raises:
        CityTillError: it is refused here, or the window cannot be reached.
    """
    return told(_answered(station_folder(data), request), as_json=as_json)


def told(said: Answer, *, as_json: bool) -> int:
    """Say an answer; its exit code."""
    for line in said.said:
        say(line)
    if said.refused:
        say(said.refused)
    else:
        answer(said.values, as_json=as_json, lines=lambda: [*said.lines])
    return said.code


def carried_out_new(data: Path, request: Request, *, as_json: bool) -> int:
    """As `carried_out`, in a folder that does not exist: it becomes a practice station, or stays away when refused.

    Raises:
        CityTillError: it is refused; nothing of the folder is left.
    """
    try:
        return told(_on(found_practice(data, clock=SystemClock()), request), as_json=as_json)
    except BaseException:
        shutil.rmtree(data, ignore_errors=True)
        raise


def _answered(folder: Path, request: Request) -> Answer:
    key = key_of(folder)
    until = time.monotonic() + WINDOW_LIMIT_S
    while True:
        try:
            desk = Desk.open(folder, key, clock=SystemClock(), app_v=program_version())
        except AlreadyOpenError:
            try:
                line = knock(folder, key)
            except NobodyThereError:
                if time.monotonic() > until:
                    raise
                time.sleep(TRY_AGAIN_S)  # the holder is about to listen, or about to go
                continue
            return hand_over(line, request, _tell)
        return _on(desk, request)


def _on(desk: Desk, request: Request) -> Answer:
    """On a thread of its own, so that Ctrl+C stops in order what can be stopped; a second one does not wait."""
    stopped = threading.Event()
    lane = Lane("verb")
    try:
        future = lane.submit(lambda: done(desk, request, Terminal(_tell, stopped.is_set)))
        while not future.done():
            try:
                wait((future,), HEAR_EVERY_S)
            except KeyboardInterrupt:
                if stopped.is_set():
                    raise
                stopped.set()
        return future.result()
    finally:
        lane.close(limit_s=STOP_LIMIT_S)
        desk.close()


def _tell(line: str) -> None:
    """Progress is for people: a script's stderr stays as it was."""
    if sys.stderr.isatty():
        say(line)
