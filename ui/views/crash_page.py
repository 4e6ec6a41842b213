"""The page of a fault of the program: what happened, that what was saved is saved, and two ways on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.look.theme import current_look
from ui.viewmodels.crash import CrashShown
from ui.widgets.icon import Icon
from ui.widgets.key_cap_button import KeyCapButton
from ui.widgets.rows import column, row
from ui.widgets.text import Text

_WIDTH = 620
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CrashPage(QWidget):
    """Signals: `go_on_asked()`, `close_asked()`."""

    go_on_asked = Signal()
    close_asked = Signal()

    def __init__(self, shown: CrashShown, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("crash")
        title = self.tr("Something went wrong in CityTill")
        self.setAccessibleName(title)
        self.setAccessibleDescription(f"{shown.happened} {shown.saved}")
        centre = Qt.AlignmentFlag.AlignHCenter
        self.happened = Text(shown.happened, "body", align=centre, wrap=True, name="crash_happened")
        self.saved = Text(shown.saved, "body", align=centre, wrap=True, name="crash_saved")
        self.number = Text(shown.kept, "small", "ink2", align=centre, wrap=True, name="crash_number")
        for words in (self.happened, self.saved, self.number):
            words.setFixedWidth(current_look().px(_WIDTH))
        self.go_on = KeyCapButton(self.tr("Go on"), key="Enter", variant="primary", height=44, name="crash_go_on")
        self.close_it = KeyCapButton(self.tr("Close CityTill"), key="Alt F4", height=44, name="crash_close")
        self.go_on.clicked.connect(self.go_on_asked)
        self.close_it.clicked.connect(self.close_asked)
        self.setLayout(
            column(
                None, row(None, Icon("tools", 36, "ink3"), None), 12,
                Text(title, "title", align=centre, name="crash_title"), 10,
                row(None, self.happened, None), 6, row(None, self.saved, None), 14, row(None, self.number, None), 24,
                row(None, self.close_it, 8, self.go_on, None), None, spacing=0,
            )
        )  # fmt: skip

    def take_focus(self) -> None:
        """Enter goes on."""
        self.go_on.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, whatever has the focus; only the button closes."""
        if event.key() in _ENTER and not self.close_it.hasFocus():
            self.go_on.click()
            return
        super().keyPressEvent(event)
