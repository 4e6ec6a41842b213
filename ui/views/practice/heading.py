"""A device's line: icon, name, and its word at the right."""

from PySide6.QtWidgets import QWidget

from ui.viewmodels.practice import DeviceWord
from ui.widgets.badge import Badge
from ui.widgets.icon import Icon
from ui.widgets.rows import row
from ui.widgets.text import Text


class Heading(QWidget):
    """`Receipt printer`, and its badge."""

    def __init__(self, icon: str, words: str, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.badge = Badge("", name=f"{name}_word")
        self.setLayout(row(Icon(icon, 18), Text(words, "body", weight=600), None, self.badge))

    def say(self, word: DeviceWord) -> None:
        """What the device is like now."""
        self.badge.show_state(word.words, word.tone, word.icon)
