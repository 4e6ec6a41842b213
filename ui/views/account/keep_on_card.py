"""`Keep me on`: the answer to the question asked most often, large, with the lines it is made of (B6)."""

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.look.theme import current_look
from ui.viewmodels.account.face import KeepOn
from ui.widgets.card import Card
from ui.widgets.key_cap_button import KeyCapButton
from ui.widgets.paint import CARD_RADIUS, fill_round
from ui.widgets.rows import column, empty, row
from ui.widgets.text import Text


class AccentHead(QWidget):
    """The card's upper part on the accent."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Rounded above, straight below."""
        look = current_look()
        painter = QPainter(self)
        accent = look.colour("accent")
        fill_round(painter, self.rect(), CARD_RADIUS, accent, None, 0)
        half = self.height() // 2
        painter.fillRect(QRect(0, half, self.width(), self.height() - half), accent)


class KeepOnCard(Card):
    """Title, amount, lines, one button. Signals: `take_pressed()`."""

    take_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("accent", margins=(0, 0, 0, 0), spacing=0, name="account_keep_on", parent=parent)
        self.title = Text("", "body", "on_accent", weight=600, name="account_keep_on_title")
        self.by_when = Text("", "body", "on_accent", name="account_keep_on_by")
        self.amount = Text("", "total", "on_accent", name="account_keep_on_amount")
        self.sentence = Text("", "small", "on_accent", name="account_keep_on_sentence")
        self.why = Text("", "body", wrap=True, name="account_keep_on_why")
        words = column(None, self.sentence, 4, spacing=0)
        figure = row(self.amount, words, None, spacing=12)
        head = AccentHead()
        head.setLayout(column(row(self.title, None, self.by_when), figure, spacing=4, margins=(16, 10, 16, 10)))
        self.lines = QVBoxLayout()
        self.lines.setSpacing(current_look().px(4))
        self.take = KeyCapButton("", key="K", name="account_take_stay_on")
        self.take.clicked.connect(self.take_pressed)
        self.body.addWidget(head)
        foot = row(self.take, None)
        self.body.addLayout(column(self.why, self.lines, foot, spacing=10, margins=(16, 10, 16, 12)))

    def show_quote(self, keep_on: KeepOn) -> None:
        """Say what keeps it on, or why nobody can."""
        self.title.setText(keep_on.title)
        self.by_when.setText(keep_on.by_when)
        self.amount.setText(keep_on.amount or self.tr("not known"))
        self.sentence.setText(keep_on.sentence)
        self.why.setText(keep_on.why)
        self.why.setVisible(bool(keep_on.why))
        empty(self.lines)
        for line in keep_on.lines:
            amount = Text(line.amount, "body", weight=600)
            words = Text(line.words, "body", "ink2", elide=True)
            shown = row(words, amount, spacing=12)
            shown.setStretch(0, 1)
            self.lines.addLayout(shown)
        self.take.set_words(self.tr("Take {amount}").format(amount=keep_on.amount))
        self.take.setVisible(keep_on.can_take)
