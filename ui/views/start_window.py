"""The one window: sign-in, and behind it the rooms once they are imported."""

from PySide6 import QtWidgets
from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QWidget

from ui.widgets.pages import Pages

SMALLEST = (1024, 640)
USUAL = (1366, 768)


class StartWindow(QWidget):
    """Shows one page at a time. Signals: `closing()` before the window goes."""

    closing = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("window")
        self.setWindowTitle("CityTill")
        self.setMinimumSize(*SMALLEST)
        self.resize(*USUAL)
        self._pages = Pages(self)

    def show_page(self, page: QWidget) -> None:
        """Bring a page to the front; it is kept."""
        if self._pages.indexOf(page) < 0:
            self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)

    def page(self) -> QWidget | None:
        """The page in front."""
        return self._pages.currentWidget()

    def leave_dialogs(self) -> None:
        """Close whatever stands over the window: a menu, and dialogs as Esc does, the uppermost first."""
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()
        for dialog in reversed(self.findChildren(QtWidgets.QDialog)):
            if dialog.isVisible():
                dialog.reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Everything ends in order before the window goes."""
        self.closing.emit()
        super().closeEvent(event)
