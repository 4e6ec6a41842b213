"""The page of a folder that cannot be opened: one sentence, and the way out."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.empty_state import EmptyState
from ui.widgets.key_cap_button import KeyCapButton


class CannotOpenPage(QWidget):
    """Says why; nothing was changed. Signals: `again_asked()` the cause was seen to; `close_asked()`."""

    again_asked = Signal()
    close_asked = Signal()

    def __init__(self, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("cannot_open")
        self.again = KeyCapButton(
            self.tr("Try again"), key="Enter", variant="primary", height=44, name="cannot_open_again"
        )
        self.close_it = KeyCapButton(self.tr("Close CityTill"), height=44, name="cannot_open_close")
        self.again.clicked.connect(self.again_asked)
        self.close_it.clicked.connect(self.close_asked)
        line = QVBoxLayout(self)
        line.addWidget(
            EmptyState(
                "alert-triangle", self.tr("CityTill cannot open its books"), sentence,
                buttons=(self.close_it, self.again), name="cannot_open_why",
            )
        )  # fmt: skip

    def take_focus(self) -> None:
        """Enter tries again."""
        self.again.setFocus(Qt.FocusReason.OtherFocusReason)
