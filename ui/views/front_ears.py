"""Event filters where keys and touches arrive, and nowhere else: on the windows and on what has the focus.

A filter on the application is asked in Python at every event of every widget, some thousand for each receipt, and
each time the interpreter's lock is taken and given back (hot-path 5). Real keys and touches come through the window;
what has the focus is listened to as well for keys that are sent to it directly.
"""

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid


class FrontEars(QObject):
    """Puts its filters on, the first of them asked last."""

    def __init__(self, filters: Sequence[QObject], parent: QObject) -> None:
        super().__init__(parent)
        self._filters = tuple(filters)
        self._focus: QWidget | None = None
        self._is_on = False

    def listen(self, is_on: bool) -> None:
        """On or off; called again it changes nothing."""
        application = QApplication.instance()
        if is_on == self._is_on or not isinstance(application, QApplication):
            return
        self._is_on = is_on
        if is_on:
            application.focusWindowChanged.connect(self._hear_window)
            application.focusChanged.connect(self._hear_focus)
        else:
            application.focusWindowChanged.disconnect(self._hear_window)
            application.focusChanged.disconnect(self._hear_focus)
        for window in QGuiApplication.allWindows():
            self._put(window, is_on=is_on)
        self._hear_focus(None, QApplication.focusWidget() if is_on else None)

    def also(self, popup: QWidget) -> None:
        """A menu gets its keys past the window in front; its filters go with it."""
        if self._is_on:
            self._put(popup, is_on=True)

    def _hear_window(self, window: QWindow | None) -> None:
        if window is not None:
            self._put(window, is_on=True)

    def _hear_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        before, self._focus = self._focus, now
        if before is not None and isValid(before):
            self._put(before, is_on=False)
        if now is not None:
            self._put(now, is_on=True)

    def _put(self, place: QObject, *, is_on: bool) -> None:
        for part in self._filters:
            place.removeEventFilter(part)
            if is_on:
                place.installEventFilter(part)
