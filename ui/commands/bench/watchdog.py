"""How long the window's thread did not come round: a timer that should tick every other millisecond."""

import time

from PySide6.QtCore import QObject, Qt, QTimer

TICK_MS = 2


class Watchdog(QObject):
    """`gaps` are the seconds between two ticks, less the tick itself, since `start`."""

    def __init__(self) -> None:
        super().__init__()
        self.gaps: list[float] = []
        self._last = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._tick)

    def start(self) -> None:
        """Begin to watch."""
        self._last = time.perf_counter()
        self._timer.start()

    def stop(self) -> list[float]:
        """End; every gap."""
        self._tick()
        self._timer.stop()
        return self.gaps

    def _tick(self) -> None:
        now = time.perf_counter()
        self.gaps.append(max(0.0, now - self._last - TICK_MS / 1000))
        self._last = now
