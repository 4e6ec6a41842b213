"""A child process of the bench: the real window as `citytill` opens it.

`argv` has the folder, the first stub, and how many milliseconds the PIN takes to type.
"""

import sys
from pathlib import Path

import ui.look.plain_import  # noqa: F401 - as `ui.opening` has it, which the program imports first

# isort: split
from PySide6.QtCore import QTimer

from ui.commands.bench.start_watch import StartWatch
from ui.opening import Start, make_application


def run() -> None:
    """Open it, with somebody beside it who presses and scans at once."""
    folder, stub, typing_ms = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    application = make_application()
    start = Start(folder)
    start.guard()
    watch = StartWatch(start, stub, typing_ms=typing_ms)
    start.page.painted.connect(watch.painted)
    QTimer.singleShot(0, start.open)
    application.exec()
