"""`citytill-window`: the one file whose work is a late import (hot-path 7)."""

import gc
import sys
from pathlib import Path


def main() -> int:
    """Open the folder's station, make a practice one, or begin the set-up; the exit code of the window.

    Without `--data` it is the machine-wide folder, and the guided set-up where that holds no station. The collector
    rests from the first import on and then runs on the window's thread only (hot-path 5).
    """
    gc.disable()
    from ui.opening import run

    return run(_folder(sys.argv[1:]))


def _folder(words: list[str]) -> Path | None:
    """`--data DIR` or `--data=DIR`; argparse would cost more than the whole rest of this file."""
    for n, word in enumerate(words):
        name, _, value = word.partition("=")
        if name == "--data":
            return Path(value or (words[n + 1] if n + 1 < len(words) else "."))
    return None
