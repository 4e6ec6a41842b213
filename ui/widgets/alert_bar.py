"""`AlertBar`: what must be known before money is taken, above the money (LOOK section 5)."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from ui.look.theme import current_look
from ui.widgets.icon import Icon
from ui.widgets.key_cap_button import KeyCapButton
from ui.widgets.paint import RADIUS, fill_round

ALERT_HEIGHT = 38
_EDGE_PX = 4
_AS_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})  # `html` brings its list of 2,000 names


class AlertBar(QWidget):
    """One alert: icon, a strong sentence, a plain one, at most one button. Signal: `pressed()`.

    `tone`: `stop` (inverse) for what refuses money, `heed` (attention) for the rest.
    """

    pressed = Signal()

    def __init__(
        self, tone: str, strong: str, plain: str = "", *, icon: str = "", name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._tone = tone
        self._icon = Icon(icon or ("ban" if tone == "stop" else "alert-triangle"), 20, self._icon_tone())
        self._words = QLabel(self)
        self._words.setObjectName(f"{name}_words")
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.RichText)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self._words.setSizePolicy(policy)
        self._button: KeyCapButton | None = None
        px = current_look().px
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(px(14), px(4), px(8), px(4))
        self._line.setSpacing(px(11))
        self._line.addWidget(self._icon)
        self._line.addWidget(self._words, 1)
        self.setMinimumHeight(px(ALERT_HEIGHT))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.say(strong, plain)

    @property
    def tone(self) -> str:
        """`stop` or `heed`."""
        return self._tone

    @property
    def words(self) -> str:
        """Both sentences as plain text."""
        return f"{self._strong} {self._plain}".strip()

    def say(self, strong: str, plain: str = "") -> None:
        """Say something else."""
        self._strong, self._plain = strong, plain
        self.setAccessibleName(self.words)
        self._dress()

    def set_button(self, text: str, *, key: str = "", icon: str = "") -> KeyCapButton:
        """Put the one button there, or change it; `Approved by K. Dunn` replaces `Supervisor: badge or PIN`."""
        if self._button is not None:
            self._button.hide()
            self._button.deleteLater()
        variant = "inverse" if self._tone == "stop" else "plain"
        self._button = KeyCapButton(
            text, key=key, icon=icon, variant=variant, height=28, name=f"{self.objectName()}_button", parent=self
        )
        self._button.clicked.connect(self.pressed)
        self._line.addWidget(self._button)
        return self._button

    def sizeHint(self) -> QSize:
        """38 high, more when the words break."""
        hint = super().sizeHint()
        return QSize(hint.width(), max(hint.height(), current_look().px(ALERT_HEIGHT)))

    def changeEvent(self, event: QEvent) -> None:
        """Words and height of the new look."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_plain"):
            self.setMinimumHeight(current_look().px(ALERT_HEIGHT))
            self._dress()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Stop: inverse. Heed: tint, line, and the 4 px edge."""
        look = current_look()
        painter = QPainter(self)
        if self._tone == "stop":
            fill_round(painter, self.rect(), RADIUS, look.colour("inverse"), None, 0)
            return
        fill_round(painter, self.rect(), RADIUS, look.colour("attention_fill"), None, 0)
        inner = self.rect().adjusted(_EDGE_PX, 0, 0, 0)
        fill_round(painter, inner, RADIUS, look.colour("attention_tint"), None, 0)
        painter.fillRect(inner.x(), 0, RADIUS, self.height(), look.colour("attention_tint"))
        painter.save()
        painter.setClipRect(inner)
        edge = look.tokens.border_px
        fill_round(painter, self.rect(), RADIUS, None, look.colour("attention_line"), edge)
        painter.restore()

    def _icon_tone(self) -> str:
        return "inverse_icon" if self._tone == "stop" else "attention"

    def _dress(self) -> None:
        look = current_look()
        ink = look.tokens.on_inverse if self._tone == "stop" else look.tokens.ink
        plain = f"&nbsp; {self._plain.translate(_AS_TEXT)}" if self._plain else ""
        self._words.setFont(look.font("body"))
        strong = f'<span style="font-weight:600">{self._strong.translate(_AS_TEXT)}</span>'
        self._words.setText(f'<span style="color:{ink}">{strong}{plain}</span>')
