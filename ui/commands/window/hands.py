"""Somebody's hands at the real window: keys go to whatever has the focus, and nothing is pressed before it is there."""

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar, TypeVar

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.errors import RecordsError

LIMIT_S = 30
LOOK_EVERY_MS = 4
BETWEEN_KEYS_MS = 45
"""Slower than any scanner types, so that a window that listens for scans takes them for keys."""
NO_MODIFIER = Qt.KeyboardModifier.NoModifier
W = TypeVar("W", bound=QWidget)


class WindowStuckError(RecordsError):
    """The window did not come to where it should be."""

    code: ClassVar[str] = "window_stuck"

    def __init__(self, what: str) -> None:
        super().__init__(f"The window did not come to {what} in time. Run the verb again; if it stays, call your IT.")
        self.what = what


class Hands:
    """Presses and waits; every wait has its limit."""

    def __init__(self, window: QWidget) -> None:
        self.window = window

    def until(self, is_so: Callable[[], bool], what: str, *, limit_s: int = LIMIT_S) -> None:
        """Let the window work until it is so.

        Raises:
            WindowStuckError: it was not so within the limit.
        """
        loop, looker, end = QEventLoop(), QTimer(), QTimer()
        looker.timeout.connect(lambda: loop.quit() if is_so() else None)
        end.setSingleShot(True)
        end.timeout.connect(loop.quit)
        looker.start(LOOK_EVERY_MS)
        end.start(limit_s * 1_000)
        if not is_so():
            loop.exec()
        looker.stop()
        if not is_so():
            raise WindowStuckError(what)

    def pause(self, ms: int) -> None:
        """Let the window work for a while."""
        loop = QEventLoop()
        QTimer.singleShot(ms, loop.quit)
        loop.exec()

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NO_MODIFIER) -> None:
        """One key, to whatever has the focus."""
        QTest.keyClick(self._focus(), key, modifier)
        self.pause(BETWEEN_KEYS_MS)

    def type_in(self, text: str) -> None:
        """Letter by letter, as a person."""
        for letter in text:
            QTest.keyClick(self._focus(), letter)
            self.pause(BETWEEN_KEYS_MS)

    def find(self, kind: type[W], name: str) -> W:
        """The visible widget of that object name.

        Raises:
            WindowStuckError: it is not there.
        """
        for root in (QApplication.activeModalWidget(), QApplication.activeWindow(), self.window):
            for found in [] if root is None else root.findChildren(kind, name):
                if found.isVisible():
                    return found
        raise WindowStuckError(name)

    def shows(self, name: str) -> bool:
        """Whether a widget of that object name can be seen."""
        return any(
            one.isVisible()
            for root in QApplication.topLevelWidgets()
            for one in [*root.findChildren(QWidget, name), *([root] if root.objectName() == name else [])]
        )

    def picture(self, path: Path) -> None:
        """The window as it stands, with what lies over it."""
        self.pause(BETWEEN_KEYS_MS)
        path.parent.mkdir(parents=True, exist_ok=True)
        self.window.grab().save(str(path))

    def _focus(self) -> QWidget:
        return QApplication.focusWidget() or QApplication.activeWindow() or self.window
