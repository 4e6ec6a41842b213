"""4K at 200 %: twice the pixels of the same screen, sharp and whole. The scale is fixed before Qt begins."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.source import ROOT
from ui.look.kept import LookChoice, keep_choice
from ui.look.tokens import DARK


@pytest.mark.slow
def test_a_window_of_4k_at_200_percent_is_whole_and_sharp(city: Path) -> None:
    keep_choice(city, LookChoice(DARK.name))
    done = subprocess.run(
        [sys.executable, "-m", "tests.ui.look.large_screen", str(city)], cwd=ROOT, text=True, capture_output=True,
        check=True, timeout=100, env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": "2"},
    )  # fmt: skip
    told = json.loads(done.stdout)
    assert (told["width"], told["ratio"]) == (3840, 2.0)
    assert told["found"] == {place: [] for place in ("sign-in", "set_up", "reports", "batches", "till")}
