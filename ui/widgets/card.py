"""`Card`, `Panel` and `Rule`: the grounds and lines parts stand on (LOOK section 4)."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from ui.look.qss import restyle
from ui.look.theme import current_look


class Card(QFrame):
    """A bordered ground with a column layout in `body`.

    `tone`: empty, `tint` (chosen), `accent` (the one asked about), `sunk`, `quiet` (a hint on workspace ground).
    `margins`: left, top, right, bottom in px at 100 %.
    """

    def __init__(
        self, tone: str = "", *, margins: tuple[int, int, int, int] = (16, 12, 16, 12), spacing: int = 8,
        role: str = "card", name: str = "", parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", role)
        self.setProperty("tone", tone)
        self.setObjectName(name)
        px = current_look().px
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(*(px(side) for side in margins))
        self.body.setSpacing(px(spacing))

    def set_tone(self, tone: str) -> None:
        """Another ground."""
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            restyle(self)


class Panel(Card):
    """A ground without a border that fills an edge of the window.

    `role`: `column` (right, line at its left), `side` (left, line at its right), `plain`, `workspace`.
    """

    def __init__(
        self, role: str = "column", *, margins: tuple[int, int, int, int] = (18, 14, 18, 14), spacing: int = 8,
        name: str = "", parent: QWidget | None = None,
    ) -> None:
        super().__init__("", margins=margins, spacing=spacing, role=role, name=name, parent=parent)


class Rule(QFrame):
    """A one pixel line; `strong` uses the colour of control borders, `upright` stands."""

    def __init__(self, *, strong: bool = False, upright: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._upright = upright
        self.setProperty("role", "rule2" if strong else "rule")
        if upright:
            self.setFixedWidth(1)
            self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        else:
            self.setFixedHeight(1)
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """One pixel thick."""
        return QSize(1, 1)
