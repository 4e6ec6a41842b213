"""`shortcut`: a key of a page or dialog with its other keys beside it; `help_asked_by`: F1 in a dialog."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


def shortcut(
    parent: QWidget, keys: str, act: Callable[[], object], *, own: bool = False, everywhere: bool = False
) -> QShortcut:
    """A key of a page while the page is in front: `F10, Ctrl+Return` are two keys of one deed, its cap's key first.

    A key of the F row needs another beside it: not every keyboard has that row. `own`: only while this very widget has
    the focus; `everywhere`: in its whole window.
    """
    context = Qt.ShortcutContext.WindowShortcut if everywhere else Qt.ShortcutContext.WidgetWithChildrenShortcut
    made = QShortcut(parent)
    made.setKeys([QKeySequence(key) for key in keys.split(", ")])
    made.setContext(Qt.ShortcutContext.WidgetShortcut if own else context)
    made.activated.connect(act)
    return made


def is_help(event: QKeyEvent) -> bool:
    """F1, or Ctrl+H where there is no F row."""
    is_twin = event.key() == Qt.Key.Key_H and event.modifiers() == Qt.KeyboardModifier.ControlModifier
    return is_twin or event.key() == Qt.Key.Key_F1


def help_asked_by(place: QWidget, event: QKeyEvent) -> None:
    """A key that a dialog or side window had no use for: the program's window shows the keys of `place`."""
    if not is_help(event):
        return
    home = place.parentWidget()
    while home is not None:
        asked = getattr(home, "help_asked", None)
        if asked is not None:
            event.accept()
            asked.emit(place)
            return
        home = home.parentWidget()
