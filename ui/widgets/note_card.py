"""`NoteCard`: one thing worth knowing, on quiet ground with an icon."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.widgets.card import Card
from ui.widgets.icon import Icon
from ui.widgets.rows import row
from ui.widgets.text import Text


class NoteCard(Card):
    """Icon and sentence (`You count what you see.`)."""

    def __init__(self, icon: str, sentence: str, *, name: str = "note", parent: QWidget | None = None) -> None:
        super().__init__("quiet", margins=(12, 10, 14, 10), name=name, parent=parent)
        words = Text(sentence, "small", "ink2", wrap=True)
        line = row(Icon(icon, 18, "ink2"), words, spacing=10)
        line.setStretch(1, 1)
        self.body.addLayout(line)
        self.setAccessibleName(sentence)
