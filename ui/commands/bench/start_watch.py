"""Stands beside the starting window: types the PIN once sign-in is painted, scans when the till is there.

The keys come by the clock, counted from the paint; a window that is busy then answers late, and that counts.
A real keyboard needs nothing of Python. To make a key out of Python takes the class `Qt` (15 to 20 ms), so making the
keys is timed and taken off the moment at which the first of them was answered; not off the scan, for the till needs
the class as well.
"""

import os
import sys
import time
from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6 import QtCore
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.opening import Start

PIN = "1234"
LOOK_EVERY_MS = 1
LIMIT_MS = 30_000
TILL = "till_room"


class StartWatch(QObject):
    """Notes the moments, then tells them."""

    def __init__(self, start: Start, stub: str, *, typing_ms: int) -> None:
        super().__init__(start)
        self._start = start
        self._stub = stub
        self._typing_ms = typing_ms
        self._moments: list[float] = []
        self._making_s = 0.0
        self._is_scanned = False
        self._looker = QTimer(self)
        self._looker.setInterval(LOOK_EVERY_MS)
        self._looker.timeout.connect(self._look)

    def painted(self) -> None:
        """Sign-in stands on the screen: the first key comes at once, Enter at the end of the typing time."""
        self._moments.append(time.monotonic())
        pad = self._start.page.pad
        pad.installEventFilter(self)
        began = time.monotonic()
        keys = [(QtCore.Qt.Key(ord(letter)), letter) for letter in PIN] + [(QtCore.Qt.Key.Key_Return, "\r")]
        for place, (key, text) in enumerate(keys):
            pressed = partial(_post, pad, key, text)
            self._press_later(self._typing_ms * place // (len(keys) - 1), pressed)
        self._making_s = time.monotonic() - began
        self._looker.start()
        QTimer.singleShot(LIMIT_MS, self, self._tell)

    def _press_later(self, wait_ms: int, pressed: Callable[[], None]) -> None:
        if not wait_ms:
            pressed()
            return
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setTimerType(QtCore.Qt.TimerType.PreciseTimer)  # the usual one may come 50 ms late, which is not ours
        timer.timeout.connect(pressed)
        timer.start(wait_ms)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The first key comes up again: the pad has dealt with its press."""
        if event.type() == QEvent.Type.KeyRelease:
            watched.removeEventFilter(self)
            self._moments.append(time.monotonic() - self._making_s)
        return False

    def _look(self) -> None:
        """Scan once the till stands; tell once the account stands on its receipt."""
        room: Any = self._start.window.findChild(QWidget, TILL)  # its class is not imported yet
        if room is None or not room.isVisible() or not room.model.has_batch:
            return
        if not self._is_scanned:
            self._is_scanned = room.take_scan(self._stub)
        elif room.model.draft.lines:
            self._looker.stop()
            room.repaint()
            self._moments.append(time.monotonic())
            self._tell()

    def _tell(self) -> None:
        """To the parent, by the machine's monotonic clock; nothing else is of use."""
        sys.stdout.write(" ".join(f"{moment:.6f}" for moment in self._moments) + "\n")
        sys.stdout.flush()
        os._exit(0)


def _post(to: QWidget, key: "QtCore.Qt.Key", text: str) -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QCoreApplication.postEvent(to, QKeyEvent(kind, key, QtCore.Qt.KeyboardModifier.NoModifier, text))
