"""The second person: their name from a list and their PIN, typed here."""

from collections.abc import Sequence

from PySide6.QtCore import QRegularExpression, Qt
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.user import User
from ui.views.batches.parts import labelled
from ui.views.sign_in import PIN_PROPERTY
from ui.widgets.pick_box import PickBox
from ui.widgets.rows import row

_PIN_DIGITS = 12


class PersonAndPin(QWidget):
    """Who, and the PIN; the PIN is forgotten as soon as it was handed over."""

    def __init__(self, label: str, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.people = PickBox(label, name=f"{name}_who")
        self.pin = QLineEdit()
        self.pin.setObjectName(f"{name}_pin")
        self.pin.setProperty(PIN_PROPERTY, True)
        self.pin.setAccessibleName(self.tr("PIN"))
        self.pin.setEchoMode(QLineEdit.EchoMode.Password)
        self.pin.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        digits = QRegularExpression(f"[0-9]{{0,{_PIN_DIGITS}}}")
        self.pin.setValidator(QRegularExpressionValidator(digits, self))
        line = row(labelled(label, self.people), labelled(self.tr("PIN"), self.pin), spacing=12)
        line.setStretch(0, 3)
        line.setStretch(1, 2)
        self.setLayout(line)

    def show_people(self, people: Sequence[User]) -> None:
        """Who may be asked."""
        self.people.clear()
        for user in people:
            self.people.addItem(user.name, user.user)

    def who(self) -> str:
        """The person chosen; empty for nobody."""
        return str(self.people.currentData() or "")

    def take_pin(self) -> str:
        """The PIN, forgotten here."""
        pin = self.pin.text()
        self.pin.clear()
        return pin
