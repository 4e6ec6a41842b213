"""`FactList`: what something is called, and what it says, line by line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.look.theme import current_look
from ui.widgets.rows import empty
from ui.widgets.text import Text


class FactList(QWidget):
    """Labels at the left in quiet ink, what they say at the right."""

    def __init__(self, *, name: str = "facts", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(current_look().px(12))
        self._grid.setVerticalSpacing(current_look().px(5))
        self._grid.setColumnStretch(1, 1)
        self._shown: tuple[tuple[str, str], ...] = ()

    def show_facts(self, facts: Sequence[tuple[str, str]]) -> None:
        """Show these."""
        if tuple(facts) == self._shown:
            return
        self._shown = tuple(facts)
        empty(self._grid)
        right = Qt.AlignmentFlag.AlignRight
        for at, (label, said) in enumerate(facts):
            self._grid.addWidget(Text(label, "small", "ink2"), at, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(Text(said, "small", weight=500, wrap=True, align=right), at, 1)
