"""Process start to a sign-in that takes a key, and to a till that answers the first scan, against an empty window.

Each run is a process of its own, off-screen, bytecode there, the folder warm; ours and the empty window take turns.
Sign-in has to take a key that is in the queue the moment it is painted. The first scan is judged with a PIN of four
digits and Enter typed in 0.3 s, faster than anybody types one (hot-path 7), and that time taken off; looking at the
PIN costs what it costs (argon2id). Beside it stands the figure with the whole PIN in the queue at the first paint.
"""

import os
import subprocess
import sys
import time
from functools import partial
from pathlib import Path
from statistics import median

from app.domain.change import suggested_pieces
from app.errors import RecordsError
from app.usecases.open_batch import OpenBatchRequest
from devices.system_clock import SystemClock
from ui.commands.bench.figure import Figure
from ui.commands.day.script import accounts_of
from ui.compose.practice import found_practice, import_city

RUNS = 9
SIGN_IN_LIMIT, SCAN_LIMIT = 1.5, 2.5
ACCOUNTS = 2_000
CASHIER = "mruiz"
MAKING_LIMIT_S, RUN_LIMIT_S = 300.0, 60.0
ROOT = Path(__file__).resolve().parents[3]
CODE = "import gc; gc.disable(); from ui.commands.bench.{name} import run; run()"  # gc as ui.start has it
MOMENTS = 3
TYPING_MS = 300


class NoAnswerError(RecordsError):
    """A started window did not come to its end."""

    code = "bench_start"

    def __init__(self, words: str) -> None:
        super().__init__(f"A window that was started for the bench did not answer: {words}. Run it again.")


def start_figures(place: Path, *, seed: int, size: int) -> tuple[Figure, ...]:
    """Two ratios; none in the built program, where there is no Python to start beside it."""
    if getattr(sys, "frozen", False):
        return ()
    folder, stub = _city(place / "start", seed=seed, accounts=min(size, ACCOUNTS))
    ours = partial(_started, "start_ours", str(folder), stub)
    ours("0")  # warms caches, and writes the bytecode of a fresh checkout
    empty, typed, at_once = [], [], []
    for _run in range(RUNS):
        empty += _started("start_empty")
        typed.append(_told(ours(str(TYPING_MS))))
        at_once.append(_told(ours("0")))
    base = median(empty)
    painted, key, at_once_scan = (median(moments) for moments in zip(*at_once, strict=True))
    scan = median(moments[-1] for moments in typed) - TYPING_MS / 1000
    words = f"empty window {base * 1000:.0f} ms, sign-in painted {painted * 1000:.0f} ms"
    return (
        Figure("start_sign_in", key / base, SIGN_IN_LIMIT, f"{words}, key answered {key * 1000:.0f} ms"),
        Figure(
            "start_first_scan",
            scan / base,
            SCAN_LIMIT,
            f"{words}, scan answered {scan * 1000:.0f} ms and the {TYPING_MS} ms in which the PIN was typed; "
            f"{at_once_scan * 1000:.0f} ms, {at_once_scan / base:.2f}, with the PIN typed in no time",
        ),
    )


def _told(moments: list[float]) -> list[float]:
    """The moments of one run, all of them.

    Raises:
        NoAnswerError: one is missing.
    """
    if len(moments) != MOMENTS:
        raise NoAnswerError(f"{len(moments)} of {MOMENTS} moments")
    return moments


def _started(name: str, *arguments: str) -> list[float]:
    """Seconds from the start of the process to each moment that it told."""
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    env.pop("PYTHONDONTWRITEBYTECODE", None)
    began = time.monotonic()
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter and our own code
            [sys.executable, "-P", "-c", CODE.format(name=name), *arguments],
            env=env, text=True, capture_output=True, check=True, timeout=RUN_LIMIT_S,
        )  # fmt: skip
    except (OSError, subprocess.SubprocessError) as error:
        raise NoAnswerError(str(error)) from error
    return [float(moment) - began for moment in done.stdout.split()]


def _city(folder: Path, *, seed: int, accounts: int) -> tuple[Path, str]:
    """A practice station with an open batch, and the stub that is scanned first."""
    desk = found_practice(folder, clock=SystemClock())
    try:
        import_city(desk, accounts=accounts, seed=seed).result(MAKING_LIMIT_S)
        desk.station.refresh_search().result(MAKING_LIMIT_S)
        stub = next(one.stub for one in accounts_of(desk) if one.stub and not one.is_cash_only)
        request = OpenBatchRequest(CASHIER, suggested_pieces(20_000))
        desk.do(lambda deeds: deeds.open_batch(request)).result(MAKING_LIMIT_S)
    finally:
        desk.close()
    return folder, stub
