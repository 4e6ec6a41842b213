"""A second person's name and PIN as one row of a dialog."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.views.till.refusal_view import PIN_PROPERTY
from ui.widgets.pick_box import PickBox
from ui.widgets.rows import column, row
from ui.widgets.text import Text

PIN_LENGTH = 12
_NAME_WIDTH = 220
_PIN_WIDTH = 160


class SecondPerson(QWidget):
    """Who approves, and their PIN. Signal: `entered()` at Enter in the PIN."""

    entered = Signal()

    def __init__(self, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.people = PickBox(self.tr("Who approves"), name=f"{name}_who")
        self.people.setMinimumWidth(_NAME_WIDTH)
        self.pin = QLineEdit()
        self.pin.setObjectName(f"{name}_pin")
        self.pin.setAccessibleName(self.tr("Their PIN"))
        self.pin.setEchoMode(QLineEdit.EchoMode.Password)
        self.pin.setMaxLength(PIN_LENGTH)
        self.pin.setMinimumWidth(_PIN_WIDTH)
        self.pin.setProperty(PIN_PROPERTY, True)
        self.pin.returnPressed.connect(self.entered)
        who = column(Text(self.tr("Approved by"), "small", "ink2"), self.people, spacing=2)
        pin = column(Text(self.tr("Their PIN"), "small", "ink2"), self.pin, spacing=2)
        self.setLayout(row(who, pin, None, spacing=12))

    def show_people(self, names: Sequence[str]) -> None:
        """Who may approve this."""
        shown = [self.people.itemText(at) for at in range(self.people.count())]
        if shown != list(names):
            self.people.clear()
            self.people.addItems(list(names))

    def person(self) -> str:
        """The name chosen."""
        return self.people.currentText()

    def take_pin(self) -> str:
        """The PIN typed; it is forgotten here at once."""
        pin = self.pin.text()
        self.pin.clear()
        return pin
