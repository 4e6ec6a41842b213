"""Beside the grid: the item in hand with what is to be decided, and the line chosen with what can be done to it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.look.theme import current_look
from ui.viewmodels.mail.face import hand
from ui.viewmodels.mail.item import Step
from ui.viewmodels.mail.model import MailModel
from ui.viewmodels.mail.rows import STATE, MailRow
from ui.viewmodels.mail.words import tr
from ui.widgets.card import Card, Rule
from ui.widgets.key_cap_button import KeyCapButton
from ui.widgets.text import Text

_WIDTH, _MOST_PX = 270, 330


class MailSide(Card):
    """Signals: `take_pressed()`, `aside_pressed()`, `void_pressed()`, `up_pressed()`, `usual_pressed()`."""

    take_pressed = Signal()
    aside_pressed = Signal()
    void_pressed = Signal()
    up_pressed = Signal()
    usual_pressed = Signal()

    def __init__(self, model: MailModel, parent: QWidget | None = None) -> None:
        super().__init__(spacing=6, name="mail_side", parent=parent)
        self._model = model
        self._row: MailRow | None = None
        self.setFixedWidth(min(current_look().px(_WIDTH), _MOST_PX))
        self.title = Text("", "body", weight=600, wrap=True, zero=True, name="mail_hand")
        self.place = Text("", "small", "ink2", wrap=True, name="mail_hand_place")
        self.paper = Text("", "body", wrap=True, name="mail_hand_paper")
        self.differs = Text("", "body", "risk", weight=600, wrap=True, name="mail_differs")
        self.take = KeyCapButton("", key="T", height=44, name="mail_take")
        self.aside = KeyCapButton(self.tr("Set aside"), key="F7", icon="box", height=44, name="mail_side_aside")
        self.usual = KeyCapButton("", key="Alt P", icon="history", height=44, name="mail_usual")
        self._rule = Rule()
        self.chosen = Text("", "body", weight=600, wrap=True, name="mail_chosen")
        self.void = KeyCapButton(self.tr("Void"), key="Ctrl Shift V", icon="receipt-off", height=44, name="mail_void")
        self.up = KeyCapButton(self.tr("Take up again"), key="Alt U", icon="arrow-back-up", height=44, name="mail_up")
        for part in (
            Text(self.tr("Item in hand"), "small", "ink2"), self.title, self.place, self.paper, self.differs,
            self.usual, self.take, self.aside, self._rule, self.chosen, self.void, self.up,
        ):  # fmt: skip
            self.body.addWidget(part)
        self.body.addStretch(1)
        for button, signal in (
            (self.take, self.take_pressed), (self.aside, self.aside_pressed), (self.void, self.void_pressed),
            (self.usual, self.usual_pressed),
            (self.up, self.up_pressed),
        ):  # fmt: skip
            button.clicked.connect(signal)
        model.item.changed.connect(self.show_hand)
        self.show_hand()
        self.show_row(None)

    def show_hand(self) -> None:
        """The item in hand."""
        shown = hand(self._model.item)
        is_empty = self._model.item.draft.is_empty
        self.title.setText(shown.title or tr("Scan a stub, or feed a check."))
        for label, words in ((self.place, shown.place), (self.paper, shown.paper), (self.differs, shown.differs)):
            label.setText(words)
            label.setVisible(bool(words))
        self.take.setVisible(bool(shown.take))
        self.take.set_words(shown.take)
        usual = self._model.usual
        self.usual.setVisible(bool(usual))
        self.usual.set_words(tr("Use {number}").format(number=", ".join(line.number for line in usual[:2])))
        self.aside.setVisible(not is_empty and not self._model.item.is_phone
                              and self._model.item.step is not Step.STUB_AMOUNT)  # fmt: skip

    def show_row(self, row: MailRow | None) -> None:
        """The line chosen in the grid."""
        self._row = row
        self._rule.setVisible(row is not None)
        self.chosen.setVisible(row is not None)
        self.chosen.setText("" if row is None else self._row_words(row))
        self.void.setVisible(row is not None and not row.item and not row.is_void)
        self.up.setVisible(row is not None and bool(row.item))

    def _row_words(self, row: MailRow) -> str:
        number, state = row.cells[0].text, row.cells[STATE].text
        what = tr("item {n} aside").format(n=row.item) if row.item else row.key
        return tr("Line {n}: {what}. {state}").format(n=number, what=what, state=state)
