"""The first page of a station whose key lies under a passphrase: typed each time CityTill starts."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.look.theme import current_look
from ui.widgets.amount_field import ErrorLine
from ui.widgets.key_cap_button import KeyCapButton
from ui.widgets.rows import column, row
from ui.widgets.text import Text

_WIDTH = 420


class PassphrasePage(QWidget):
    """Signals: `entered(passphrase)`."""

    entered = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("passphrase_page")
        centre = Qt.AlignmentFlag.AlignHCenter
        title = Text(self.tr("The books are locked"), "title", align=centre)
        second = Text(self.tr("Type this station's passphrase to open them."), "body", "ink2", align=centre)
        self.field = QLineEdit()
        self.field.setObjectName("passphrase")
        self.field.setAccessibleName(self.tr("Passphrase"))
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setFixedWidth(current_look().px(_WIDTH))
        self.fault = ErrorLine(name="passphrase_fault")
        self.open = KeyCapButton(self.tr("Open"), key="Enter", variant="primary", height=44, name="passphrase_open")
        self.field.returnPressed.connect(self._enter)
        self.open.clicked.connect(self._enter)
        self.setLayout(
            column(
                None, title, 4, second, 20, row(None, self.field, None), 4, row(None, self.fault, None), 12,
                row(None, self.open, None), None, spacing=0,
            )
        )  # fmt: skip

    def take_focus(self) -> None:
        """Letters go to the field."""
        self.field.setFocus()

    def refuse(self, sentence: str) -> None:
        """It was not the one; it stands there to be typed anew."""
        self.open.set_busy("")
        self.fault.show_fault(sentence)
        self.field.selectAll()
        self.take_focus()

    def _enter(self) -> None:
        if not self.open.is_busy and self.field.text():
            self.fault.show_fault("")
            self.open.set_busy(self.tr("Opening..."))
            self.entered.emit(self.field.text())
