"""A child process of the bench: an empty PySide6 window, and the moment of its first paint."""

import os
import sys
import time

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

SIZE = (1366, 768)


class Empty(QWidget):
    """Nothing in it."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell the moment, and go."""
        super().paintEvent(event)
        QTimer.singleShot(0, self, self._tell)

    def _tell(self) -> None:
        tell([time.monotonic()])


def tell(moments: list[float]) -> None:
    """Moments of the machine's monotonic clock, for the parent to compare with its own; nothing else is of use."""
    sys.stdout.write(" ".join(f"{moment:.6f}" for moment in moments) + "\n")
    sys.stdout.flush()
    os._exit(0)


def run() -> None:
    """Show it."""
    application = QApplication(sys.argv[:1])
    window = Empty()
    window.resize(*SIZE)
    window.show()
    application.exec()
