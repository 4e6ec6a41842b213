"""The till's keys: those of SCREENS, and beside each one without the F row. They stop where the room ends."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


class TillKey(NamedTuple):
    """`cap` as the key strip shows it, its words, the same deed without the F row, and what it does.

    Keys without words work and are not on the strip.
    """

    cap: str
    words: str
    other: str
    deed: Callable[[], object]


def bind_keys(parent: QWidget, keys: Sequence[TillKey]) -> None:
    """Make the shortcuts of a room; the first sequence of each is its cap, by which the strip finds it."""
    for key in keys:
        shortcut = QShortcut(parent)
        shortcut.setKeys([QKeySequence(one) for one in (key.cap.replace(" ", "+"), key.other) if one])
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(key.deed)
