"""The page of a folder that cannot be opened: one sentence, and the way out."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.empty_state import EmptyState


class CannotOpenPage(QWidget):
    """Says why; nothing was changed."""

    def __init__(self, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("cannot_open")
        line = QVBoxLayout(self)
        line.addWidget(EmptyState("alert-triangle", self.tr("CityTill cannot open its books"), sentence))
