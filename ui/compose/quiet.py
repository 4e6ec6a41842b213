"""Work that may wait lets whoever is at the keys go first: a PIN being typed, a scan right behind it."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from ui.viewmodels.frame import FrameModel
from ui.widgets.pin_pad import PinPad

QUIET_MS = 600
LOOK_AGAIN_MS = 100


class Quiet(QObject):
    """Starts work on the window's thread when nobody has touched anything for a moment."""

    def __init__(self, pad: PinPad, frame: FrameModel, parent: QObject) -> None:
        super().__init__(parent)
        self._pad = pad
        self._frame = frame

    def soon(self, work: Callable[[], object], after_ms: int = 0) -> None:
        """Run it in so many milliseconds; later when somebody is busy then."""
        QTimer.singleShot(after_ms, self, lambda: self._try(work))

    def _try(self, work: Callable[[], object]) -> None:
        if self._is_disturbed():
            self.soon(work, LOOK_AGAIN_MS)
        else:
            work()

    def _is_disturbed(self) -> bool:
        return self._pad.is_in_use() or self._frame.untouched_ms() < QUIET_MS
