"""The most memory that an import holds, of a city and of one with a fifth of its accounts.

Each is a process of its own that makes a practice station, takes the extract as the verb does, by a process aside, and
makes the search file. Judged is what the two that hold most hold together.
"""

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

from app.errors import RecordsError
from app.interchange.practice.city import practice_city
from ui.commands.bench.figure import Figure

PART = 5
MEMORY_LIMIT = 1.5
RUN_LIMIT_S = 3_600.0
DAY = date(2026, 11, 21)
ROOT = Path(__file__).resolve().parents[3]
CODE = "from ui.commands.bench.import_alone import run; run()"


class ImportBrokeOffError(RecordsError):
    """A station that was made for the bench did not come to its end."""

    code = "bench_import"

    def __init__(self, words: str) -> None:
        super().__init__(f"An import that was started for the bench did not end: {words}. Run it again.")


def import_figures(place: Path, *, seed: int, size: int) -> tuple[Figure, ...]:
    """One ratio; none in the built program, which cannot begin a Python, nor where memory is not counted (Windows)."""
    if getattr(sys, "frozen", False) or sys.platform == "win32":
        return ()
    small, few = _held(place, seed=seed, accounts=max(1, size // PART))
    large, many = _held(place, seed=seed, accounts=size)
    return (Figure("import_memory", large / small, MEMORY_LIMIT, f"{many}; {few}"),)


def _held(place: Path, *, seed: int, accounts: int) -> tuple[int, str]:
    """What the two processes held at most, and the same in words; the files are gone again."""
    extract, folder = place / f"{accounts}.csv", place / f"station-{accounts}"
    with extract.open("wb") as file:
        file.writelines(practice_city(seed, accounts=accounts, business_date=DAY))
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter and our own code
            [sys.executable, "-P", "-c", CODE, str(folder), str(extract)],
            env={**os.environ, "PYTHONPATH": str(ROOT)}, text=True, capture_output=True, check=True,
            timeout=RUN_LIMIT_S,
        )  # fmt: skip
    except (OSError, subprocess.SubprocessError) as error:
        raise ImportBrokeOffError(str(error)) from error
    extract.unlink()
    for path in folder.iterdir():
        path.unlink()
    own, aside, seconds, _posted = done.stdout.split()
    words = f"{accounts:,} accounts: {_mebibytes(int(own))} + {_mebibytes(int(aside))} MiB in {seconds} s"
    return int(own) + int(aside), words


def _mebibytes(held: int) -> int:
    return held >> (10 if sys.platform != "darwin" else 20)
