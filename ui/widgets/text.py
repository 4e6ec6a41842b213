"""`Text`: a label in a role of type and a tone of ink, which keeps to the look in use."""

from __future__ import annotations

from PySide6 import QtCore
from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.look.qt_numbers import ALIGN_LEFT, ALIGN_TOP, ALIGN_V_CENTER, PLAIN_TEXT
from ui.look.theme import current_look


class Text(QLabel):
    """One run of words or one figure.

    `role`: a role of LOOK section 3 (`body`, `small`, `caption`, `lead`, `head`, `title`, `figure`, `total`,
    `change`, `page`, `band`). `tone`: a token (`ink`, `ink2`, `ink3`, `accent`, `risk`, `attention`, ...).
    `zero` slashes the zero. `wrap` breaks lines. `elide` lets a name end in three dots when the place is narrow
    (its whole text becomes the tool tip and stays the accessible name); amounts never get it.
    """

    def __init__(
        self, text: str = "", role: str = "body", tone: str = "ink", *, weight: int | None = None,
        zero: bool = False, mono: bool = False, wrap: bool = False, elide: bool = False,
        align: int = ALIGN_LEFT, name: str = "", parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._role = role
        self._tone = tone
        self._weight = weight
        self._zero = zero
        self._mono = mono
        self._elide = elide
        self.setProperty("textFormat", PLAIN_TEXT)  # the setters would ask for `Qt`
        self.setProperty("alignment", int(align | (ALIGN_TOP if wrap else ALIGN_V_CENTER)))
        self.setObjectName(name)
        if wrap:
            self.setWordWrap(True)
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        elif not elide:
            self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Preferred)
        self.dress()

    @property
    def tone(self) -> str:
        """The token this text is painted in."""
        return self._tone

    @property
    def is_elidable(self) -> bool:
        """Whether it may be cut with three dots."""
        return self._elide

    def set_tone(self, tone: str) -> None:
        """Paint in another token's colour."""
        if tone != self._tone:
            self._tone = tone
            self.dress()

    def set_role(self, role: str, weight: int | None = None) -> None:
        """Change to another role of type."""
        self._role, self._weight = role, weight
        self.dress()

    def minimumSizeHint(self) -> QSize:
        """A text that may be elided can become narrow; any other keeps its whole width."""
        hint = super().minimumSizeHint()
        return QSize(current_look().px(40), hint.height()) if self._elide else hint

    def paintEvent(self, event: QPaintEvent) -> None:
        """Elided texts paint themselves; all others as a label does."""
        if not self._elide:
            super().paintEvent(event)
            return
        room = self.contentsRect()
        shown = self.fontMetrics().elidedText(self.text(), QtCore.Qt.TextElideMode.ElideRight, room.width())
        self.setToolTip(self.text() if shown != self.text() else "")
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        painter.drawText(room, self.alignment(), shown)

    def dress(self) -> None:
        """Take font and colour of the look in use."""
        look = current_look()
        font = look.font(self._role, self._weight, zero=self._zero, mono=self._mono)
        if self.font() != font:
            self.setFont(font)
        palette = self.palette()
        colour = look.colour(self._tone)
        if palette.color(QPalette.ColorRole.WindowText) != colour:
            palette.setColor(QPalette.ColorRole.WindowText, colour)
            self.setPalette(palette)
