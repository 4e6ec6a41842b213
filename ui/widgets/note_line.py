"""`NoteLine`: a city's policy note, quiet at the top of a screen (O1)."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.widgets.card import Panel, Rule
from ui.widgets.icon import Icon
from ui.widgets.rows import column, row
from ui.widgets.text import Text


class NoteLine(Panel):
    """Icon and sentence over the whole width; away while there is nothing to say."""

    def __init__(self, *, name: str = "screen_note", parent: QWidget | None = None) -> None:
        super().__init__("workspace", margins=(0, 0, 0, 0), spacing=0, name=name, parent=parent)
        self._words = Text("", "small", "ink2", wrap=True, name=f"{name}_words")
        icon = Icon("note", 16, "ink2")
        line = row(icon, self._words, spacing=8, margins=(20, 6, 20, 6))
        line.setAlignment(icon, Qt.AlignmentFlag.AlignTop)
        line.setStretch(1, 1)
        self.body.addLayout(column(line, Rule(), spacing=0))
        self.hide()

    def say(self, note: str) -> None:
        """Show the note; an empty one takes the line away."""
        self._words.setText(note)
        self.setAccessibleName(note)
        self.setVisible(bool(note))
