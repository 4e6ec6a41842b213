"""Records a judge's answers anew: `python -m tests.judges.record PYTHON`.

PYTHON is a Python 3.13 or later with emupos (`PYTHON -m pip install emupos`). The gate itself needs neither: it
compares with what was recorded, and fails when our bytes are others than those that were judged.
"""

import json
import subprocess
import sys
from pathlib import Path

from tests.judges.papers import ANSWERS, THEIRS, judged_papers

LIMIT_S = 120


def record(python: str) -> str:
    """What that Python's emupos says of our papers."""
    asked = {"profile": THEIRS, "papers": {name: paper.data.hex() for name, paper in judged_papers().items()}}
    script = Path(__file__).with_name("emupos_answers.py")
    done = subprocess.run(
        [python, str(script)], input=json.dumps(asked), text=True, capture_output=True, check=True, timeout=LIMIT_S
    )
    return done.stdout


if __name__ == "__main__":
    ANSWERS.write_text(record(sys.argv[1]), encoding="utf-8")
