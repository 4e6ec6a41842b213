"""After an unclean stop, before the first sale: what was saved but maybe not handed over, receipt by receipt."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.usecases.answer_handover import HandoverAnswer
from ui.viewmodels.till.handover import MaybeNotGiven
from ui.viewmodels.till.till import TillModel
from ui.viewmodels.till.words import tr
from ui.widgets.card import Card
from ui.widgets.dialog import Dialog
from ui.widgets.key_cap_button import KeyCapButton
from ui.widgets.rows import column, empty, row
from ui.widgets.text import Text

Void = Callable[[str], None]


class HandoverDialog(Dialog):
    """Each receipt is answered: handed over, printed again, or voided. It closes itself after the last one."""

    def __init__(self, parent: QWidget, model: TillModel, *, void: Void) -> None:
        super().__init__(
            parent, tr("Saved, but maybe not handed over"),
            tr("The till stopped before it showed these as done. They are saved. Ask, or look for the paper."),
            icon="history", width=780, name="till_handover_dialog",
        )
        self._model = model
        self._void = void
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        self.body.addLayout(self._rows)
        self.body.addStretch(1)
        self.hint.setText(self.tr("What is left unanswered is asked again at the next sign-in."))
        self.add_button(self.tr("Later"), key="Esc", name="till_handover_later")
        model.handover.changed.connect(self._show)
        self._show()

    @classmethod
    def ask(cls, parent: QWidget, model: TillModel, *, void: Void) -> "HandoverDialog":
        """Open it; `void` is called with the receipt to void. Tests replace this method."""
        dialog = cls(parent, model, void=void)
        dialog.open()
        return dialog

    def _show(self) -> None:
        rows = self._model.handover.rows
        empty(self._rows)
        for shown in rows:
            self._rows.addWidget(self._card(shown))
        if not rows:
            self.accept()

    def _card(self, shown: MaybeNotGiven) -> Card:
        card = Card(margins=(14, 10, 14, 10), name=f"till_handover_{shown.receipt}")
        number = Text(shown.receipt, "lead", weight=600, zero=True)
        paid = Text(shown.amount, "lead", weight=600)
        words = self.tr("Change {change}, paper {paper}. {who}").format(
            who=shown.who, change=shown.change, paper=shown.paper
        )
        given = self._button(shown, self.tr("Handed over"), "check", "given", HandoverAnswer.HANDED_OVER)
        again = self._button(shown, self.tr("Reprint"), "printer", "reprint", HandoverAnswer.REPRINTED)
        void = KeyCapButton(self.tr("Void"), icon="x", variant="risk", height=36, name=f"void_{shown.receipt}")
        void.clicked.connect(partial(self._ask_void, shown.receipt))
        line = row(
            column(row(number, paid, None, spacing=14), Text(words, "small", "ink2", elide=True), spacing=1),
            given, again, void, spacing=8,
        )
        line.setStretch(0, 1)
        card.body.addLayout(line)
        return card

    def _button(
        self, shown: MaybeNotGiven, words: str, icon: str, name: str, answer: HandoverAnswer
    ) -> KeyCapButton:
        button = KeyCapButton(words, icon=icon, height=36, name=f"{name}_{shown.receipt}")
        button.clicked.connect(partial(self._model.handover.answer, shown.receipt, answer))
        return button

    def _ask_void(self, receipt: str) -> None:
        self.accept()
        self._void(receipt)
