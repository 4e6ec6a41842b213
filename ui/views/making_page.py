"""Something long is made before the first sign-in: what, how far, and a way to stop it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from ui.look.theme import current_look
from ui.widgets.key_cap_button import KeyCapButton
from ui.widgets.rows import column, row
from ui.widgets.text import Text

_WIDTH = 460


class MakingPage(QWidget):
    """Signals: `stop_asked()`."""

    stop_asked = Signal()

    def __init__(self, title: str, second: str, *, can_stop: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("making")
        centre = Qt.AlignmentFlag.AlignHCenter
        self.title = Text(title, "title", align=centre, name="making_title")
        self.second = Text(second, "body", "ink2", align=centre, wrap=True, name="making_second")
        self.bar = QProgressBar()
        self.bar.setObjectName("making_bar")
        self.bar.setAccessibleName(title)
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 0)
        self.bar.setFixedSize(current_look().px(_WIDTH), current_look().px(8))
        self.fact = Text("", "small", "ink2", align=centre, name="making_fact")
        self.stop = KeyCapButton(self.tr("Stop"), key="Esc", name="making_stop")
        if not can_stop:
            self.stop.hide()  # shown only inside the page: without a parent it would be a window of its own
        self.stop.clicked.connect(self.stop_asked)
        self.setLayout(
            column(
                None, self.title, 6, self.second, 24, row(None, self.bar, None), 10, self.fact, 20,
                row(None, self.stop, None), None, spacing=0,
            )
        )

    def show_step(self, fact: str, *, done: int = 0, whole: int = 0) -> None:
        """How far it is; `whole` 0 means nobody knows yet."""
        self.fact.setText(fact)
        self.bar.setRange(0, whole)
        self.bar.setValue(done)
