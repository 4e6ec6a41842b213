"""Somebody's hands at the real window: keys go to whatever has the focus, and nothing is pressed before it is there."""

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar, TypeVar

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from app.errors import RecordsError

LIMIT_S = 30
LOOK_EVERY_MS = 4
BETWEEN_LETTERS_MS = 32
"""Slower than any scanner types, so that a window that listens for scans takes them for keys."""
AFTER_KEY_MS = 10
Key = Qt.Key
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
        if is_so():
            return
        loop, looker, end = QEventLoop(), QTimer(), QTimer()
        was_so: list[bool] = []

        def look() -> None:
            if not was_so and is_so():  # asked until it is so, and never again: the question may be a deed
                was_so.append(True)
                loop.quit()

        looker.timeout.connect(look)
        end.setSingleShot(True)
        end.timeout.connect(loop.quit)
        looker.start(LOOK_EVERY_MS)
        end.start(limit_s * 1_000)
        loop.exec()
        looker.stop()
        if not was_so:
            raise WindowStuckError(what)

    def pause(self, ms: int) -> None:
        """Let the window work for a while."""
        loop = QEventLoop()
        QTimer.singleShot(ms, loop.quit)
        loop.exec()

    def press(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = NO_MODIFIER, *, at: QWidget | None = None
    ) -> None:
        """One key, to whatever has the focus, or `at` a widget."""
        QTest.keyClick(at or self._focus(), key, modifier)
        self.pause(BETWEEN_LETTERS_MS if key < Key.Key_Escape else AFTER_KEY_MS)

    def type_in(self, text: str) -> None:
        """Letter by letter, as a person."""
        for letter in text:
            QTest.keyClicks(self._focus(), letter)
            self.pause(BETWEEN_LETTERS_MS)

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
        self.pause(BETWEEN_LETTERS_MS)
        image = self.window.grab()
        painter = QPainter(image)
        for over in self.window.findChildren(QWidget):
            if over.isWindow() and over.isVisible():
                painter.drawPixmap(self.window.mapFromGlobal(over.pos()), over.grab())
        painter.end()
        path.parent.mkdir(parents=True, exist_ok=True)
        image.save(str(path))

    def _focus(self) -> QWidget:
        """What the next key goes to; off-screen nobody gives the focus back when a dialog has gone, so it is taken."""
        if QApplication.activeWindow() is None:
            over = [one for one in self.window.findChildren(QDialog) if one.isVisible()]
            front = over[-1] if over else self.window
            front.activateWindow()
            self.until(front.isActiveWindow, "the front")
        return QApplication.focusWidget() or QApplication.activeWindow() or self.window
