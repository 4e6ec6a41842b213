"""`EmptyState`: an icon, what is true, and the next step as a button."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.widgets.icon import Icon
from ui.widgets.key_cap_button import KeyCapButton
from ui.widgets.rows import column, row
from ui.widgets.text import Text


class EmptyState(QWidget):
    """Says what is true (`Nothing to balance`) in the middle of its place; `is_large` for a whole workspace."""

    def __init__(
        self, icon: str, title: str, sentence: str = "", *, buttons: Sequence[KeyCapButton] = (),
        is_large: bool = True, name: str = "empty", parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        centre = Qt.AlignmentFlag.AlignHCenter
        self._title = Text("", "head" if is_large else "body", weight=600, align=centre, name=f"{name}_title")
        self._sentence = Text("", "body" if is_large else "small", "ink2", align=centre, wrap=True)
        self._icon = Icon(icon, 36 if is_large else 28, "ink3")
        gap = 10 if is_large else 4
        lines = column(
            None, row(None, self._icon, None), gap, self._title, 4, self._sentence, gap + 2,
            row(None, *buttons, None), None, spacing=0,
        )
        self.setLayout(lines)
        self.show_words(title, sentence)

    def show_words(self, title: str, sentence: str = "") -> None:
        """Say something else."""
        self._title.setText(title)
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))
        self.setAccessibleName(f"{title}. {sentence}".strip())
