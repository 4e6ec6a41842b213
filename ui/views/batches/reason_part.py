"""A reason from the list, or in own words."""

from collections.abc import Sequence

from PySide6.QtWidgets import QLineEdit, QRadioButton, QWidget

from ui.viewmodels.batches import words
from ui.views.batches.parts import labelled
from ui.widgets.rows import column

WORDS_LIMIT = 120


class ReasonPart(QWidget):
    """Digits pick from the list once it has the focus; words of one's own count before it."""

    def __init__(self, reasons: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reasons = tuple(reasons)
        self.choices = [QRadioButton(f"{at}  {words.tr(reason)}") for at, reason in enumerate(reasons, start=1)]
        for at, choice in enumerate(self.choices, start=1):
            choice.setObjectName(f"reason_{at}")
            choice.setAccessibleName(words.tr(reasons[at - 1]))
        self.own = QLineEdit()
        self.own.setObjectName("reason_own")
        self.own.setAccessibleName(self.tr("Reason in your words"))
        self.own.setMaxLength(WORDS_LIMIT)
        label = self.tr("Or in your words") if reasons else self.tr("In your words")
        self.setLayout(column(*self.choices, labelled(label, self.own), spacing=4))

    def reason(self) -> str:
        """The words, else the list's own code, else nothing."""
        picked = next((at for at, choice in enumerate(self.choices) if choice.isChecked()), -1)
        return self.own.text().strip() or (self._reasons[picked] if picked >= 0 else "")

    def take_focus(self) -> None:
        """The list has the focus, so that a digit picks."""
        (self.choices[0] if self.choices else self.own).setFocus()

    def pick(self, digit: str) -> bool:
        """Whether the key picked one of the list."""
        if not (digit.isdigit() and 1 <= int(digit) <= len(self.choices)):
            return False
        self.choices[int(digit) - 1].setChecked(True)
        self.choices[int(digit) - 1].setFocus()
        return True
