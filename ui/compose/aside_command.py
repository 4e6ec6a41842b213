"""How this program starts itself again as a process aside."""

import os
import sys
from pathlib import Path

from db.aside.process import Aside

SWITCH = "--aside"
ROOT = Path(__file__).resolve().parents[2]


def aside_of_this_program() -> Aside:
    """Starts this program again as a process aside."""
    if getattr(sys, "frozen", False):
        return Aside((sys.executable, SWITCH), dict(os.environ))
    return Aside((sys.executable, "-P", "-m", "ui.compose.aside"), {**os.environ, "PYTHONPATH": str(ROOT)})
