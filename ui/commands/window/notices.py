"""Two notices of Qt's off-screen plugin are no news to whoever runs a command; everything else goes where it went."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QMessageLogContext, QtMsgType, qFormatLogMessage, qInstallMessageHandler

OFF_SCREEN_CANNOT = frozenset(
    f"This plugin does not support {what}()" for what in ("propagateSizeHints", "raise")
)


@contextmanager
def without_off_screen_notices() -> Iterator[None]:
    """Drop the two; they say that nobody can see the window, which is why it is off-screen."""

    def hear(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        if message in OFF_SCREEN_CANNOT:
            return
        if before is not None:
            before(kind, context, message)
        else:
            sys.stderr.write(f"{qFormatLogMessage(kind, context, message)}\n")

    before = qInstallMessageHandler(hear)
    try:
        yield
    finally:
        qInstallMessageHandler(before)
