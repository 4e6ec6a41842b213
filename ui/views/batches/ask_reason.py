"""A reason from the list, or in own words: for sending back, reopening, accepting a difference, refusing a void."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QLineEdit, QRadioButton, QWidget

from ui.look.theme import current_look
from ui.viewmodels.batches import words
from ui.views.batches.parts import labelled
from ui.widgets.amount_field import ErrorLine
from ui.widgets.dialog import Dialog

WORDS_LIMIT = 120


class ReasonDialog(Dialog):
    """Digits pick from the list, Enter gives the reason: the list's own code, or the words."""

    def __init__(
        self, parent: QWidget, *, title: str, sentence: str, reasons: Sequence[str], verb: str, is_risk: bool,
        answered: Callable[[str], None],
    ) -> None:  # fmt: skip
        super().__init__(parent, title, sentence, width=520, name="reason")
        self._answered = answered
        self.choices = [QRadioButton(f"{at}  {words.tr(reason)}") for at, reason in enumerate(reasons, start=1)]
        self._reasons = tuple(reasons)
        self.body.setSpacing(current_look().px(4))
        for at, choice in enumerate(self.choices, start=1):
            choice.setObjectName(f"reason_{at}")
            choice.setAccessibleName(words.tr(reasons[at - 1]))
            self.body.addWidget(choice)
        self.own = QLineEdit()
        self.own.setObjectName("reason_own")
        self.own.setAccessibleName(self.tr("Reason in your words"))
        self.own.setMaxLength(WORDS_LIMIT)
        label = self.tr("Or in your words") if reasons else self.tr("In your words")
        self.body.addLayout(labelled(label, self.own))
        self.fault = ErrorLine(name="reason_fault")
        self.body.addWidget(self.fault)
        self.hint.setText(self.tr("It is kept with your name."))
        self.add_button(self.tr("Cancel"), key="Esc", name="reason_cancel")
        self.give = self.add_button(verb, key="Enter", variant="risk" if is_risk else "primary", name="reason_give")
        self.give.clicked.connect(self._give)

    @classmethod
    def ask(
        cls, parent: QWidget, *, title: str, sentence: str, reasons: Sequence[str], verb: str,
        answered: Callable[[str], None], is_risk: bool = False,
    ) -> "ReasonDialog":  # fmt: skip
        """Open it; `answered` gets the reason, and nothing is called when it was cancelled. Tests replace this."""
        dialog = cls(
            parent, title=title, sentence=sentence, reasons=reasons, verb=verb, is_risk=is_risk, answered=answered
        )
        dialog.open()
        return dialog

    def reason(self) -> str:
        """The words, else the choice, else nothing."""
        picked = next((at for at, choice in enumerate(self.choices) if choice.isChecked()), -1)
        return self.own.text().strip() or (self._reasons[picked] if picked >= 0 else "")

    def showEvent(self, event: QShowEvent) -> None:
        """The list has the focus, so that a digit picks."""
        super().showEvent(event)
        if self.choices:
            self.choices[0].setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit picks from the list."""
        digit = event.text()
        if digit.isdigit() and 1 <= int(digit) <= len(self.choices):
            self.choices[int(digit) - 1].setChecked(True)
            self.choices[int(digit) - 1].setFocus()
            return
        super().keyPressEvent(event)

    def _give(self) -> None:
        reason = self.reason()
        if not reason:
            self.fault.show_fault(self.tr("Pick a reason, or write one."))
            return
        self.accept()
        self._answered(reason)
