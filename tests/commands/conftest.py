"""A practice folder with one worked day, and a command line that is called as a script calls it."""

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from ui.commands.day.plan import DayDone, DayPlan
from ui.commands.day.script import run_day
from ui.commands.program import run

RECEIPTS = 40
DATE = "2026-11-20"


@dataclass(frozen=True)
class Ran:
    """Exit code, what stood on stdout and on stderr."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one object on stdout."""
        return json.loads(self.out)


CommandLine = Callable[..., Ran]


@pytest.fixture
def citytill(capsys: pytest.CaptureFixture[str]) -> CommandLine:
    def called(*words: str | Path) -> Ran:
        capsys.readouterr()
        code = run([str(word) for word in words])
        said = capsys.readouterr()
        return Ran(code, said.out, said.err)

    return called


@pytest.fixture(scope="session")
def worked_day(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, DayDone]:
    """Not to be changed; copy it."""
    place = tmp_path_factory.mktemp("worked")
    folder = place / "city"
    plan = DayPlan(folder, business_date=DATE, receipts=RECEIPTS, seed=7, out=place / "out", accounts=300)
    return folder, run_day(plan)


@pytest.fixture
def city(worked_day: tuple[Path, DayDone], tmp_path: Path) -> Path:
    """A copy of the worked folder."""
    folder = tmp_path / "city"
    shutil.copytree(worked_day[0], folder)
    return folder


@pytest.fixture
def done(worked_day: tuple[Path, DayDone]) -> DayDone:
    return worked_day[1]
