"""`SuspectCard`: one explanation of a difference, ranked; actions on the first only (LOOK section 5)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.look.theme import current_look
from ui.widgets.card import Card
from ui.widgets.key_cap_button import KeyCapButton
from ui.widgets.rows import column, row
from ui.widgets.text import Text


class SuspectCard(Card):
    """Rank, name of the error, what it explains, one sentence of evidence; the first is tinted and has `buttons`."""

    def __init__(
        self, rank: int, words: str, explains: str, evidence: str, *, buttons: Sequence[KeyCapButton] = (),
        name: str = "suspect", parent: QWidget | None = None,
    ) -> None:
        is_first = rank == 1
        super().__init__(
            "tint" if is_first else "", margins=(12, 8, 13, 9), name=f"{name}_{rank}", parent=parent
        )
        place = Text(str(rank), "head", "accent" if is_first else "ink2")
        place.setFixedWidth(current_look().px(20))
        explained = Text(self.tr("explains"), "small", "ink2")
        head = row(Text(words, weight=600, elide=True), explained, Text(explains, weight=600))
        head.setStretch(0, 1)
        lines = column(head, Text(evidence, "small", "ink2", wrap=True), spacing=2)
        if buttons:
            lines.addSpacing(current_look().px(3))
            lines.addLayout(row(*buttons, None))
        line = row(place, lines, spacing=6)
        line.setAlignment(place, Qt.AlignmentFlag.AlignTop)
        line.setStretch(1, 1)
        self.body.addLayout(line)
        self.setAccessibleName(f"{rank}. {words}, explains {explains}. {evidence}")
