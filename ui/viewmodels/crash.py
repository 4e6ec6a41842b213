"""A fault of the program as a person is told it: calm, with a number for IT, and two ways on."""

from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple

from PySide6 import QtCore
from PySide6.QtCore import QObject, Signal

from app.errors import CityTillError


class CrashShown(NamedTuple):
    """What the page says; `number` names the fault in the log, `kept` says where the details lie."""

    happened: str
    saved: str
    number: str
    kept: str


class CrashModel(QObject):
    """Takes faults from any thread and tells them on the window's.

    Signals: `told(CrashShown)`, once until `answered`; what comes meanwhile is only kept in the log.
    """

    told = Signal(object)
    _arrived = Signal(object, str, str)

    def __init__(
        self,
        keep: Callable[[str, BaseException], str],
        now: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        """`keep(number, error)` writes the details and returns the place as words, empty when it could not."""
        super().__init__(parent)
        self._keep = keep
        self._now = now
        self._is_shown = False
        self._arrived.connect(self._tell, QtCore.Qt.ConnectionType.QueuedConnection)

    def take(self, error: BaseException) -> None:
        """A fault nobody expected; called on any thread."""
        number = f"F{self._now():%y%m%d-%H%M%S}"
        self._arrived.emit(error, number, self._keep(number, error))

    def answered(self) -> None:
        """The person chose how to go on: the next fault is told again."""
        self._is_shown = False

    def _tell(self, error: BaseException, number: str, place: str) -> None:
        if self._is_shown:
            return
        self._is_shown = True
        what = error.sentence() if isinstance(error, CityTillError) else self.tr("CityTill met a fault of its own.")
        self.told.emit(
            CrashShown(
                happened=what,
                saved=self.tr(
                    "Everything that was saved is saved. Go on: unfinished work comes back from the disk. Look at the "
                    "last receipt before you take the same payment again."
                ),
                number=number,
                kept=self.tr("Tell your IT fault {number}; its details are in {place}.").format(
                    number=number, place=place
                )
                if place
                else self.tr("Tell your IT fault {number}; its details could not be written to the disk.").format(
                    number=number
                ),
            )
        )
