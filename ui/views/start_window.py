"""The one window: sign-in, and behind it the rooms once they are imported."""

from PySide6 import QtCore, QtWidgets
from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from ui.look.theme import current_look
from ui.widgets.pages import Pages

SMALLEST = (1024, 640)
USUAL = (1366, 768)
USUAL_PERCENT = 100
SCROLL_THEMSELVES = ("rooms",)


class StartWindow(QWidget):
    """Shows one page at a time.

    Signals: `closing()` before the window goes; `help_asked(QWidget)` F1 or Ctrl+H in a page, dialog or side window
    that does not answer it itself; `look_asked()` Ctrl+T anywhere.
    """

    closing = Signal()
    help_asked = Signal(QWidget)
    look_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("window")
        self.setWindowTitle("CityTill")
        self.setMinimumSize(*SMALLEST)
        self.resize(*USUAL)
        self._pages = Pages(self)
        self._places: dict[QWidget, QWidget] = {}  # of pages that scroll

    def show_page(self, page: QWidget) -> None:
        """Bring a page to the front; it is kept. With large text it scrolls where the window is too small."""
        place = self._places.get(page, page)
        if self._pages.indexOf(place) < 0:
            if current_look().scale_percent > USUAL_PERCENT and page.objectName() not in SCROLL_THEMSELVES:
                place = self._roomy(page)
            self._pages.addWidget(place)
        self._pages.setCurrentWidget(place)

    def page(self) -> QWidget | None:
        """The page in front."""
        front = self._pages.currentWidget()
        return next((page for page, place in self._places.items() if place is front), front)

    def leave_dialogs(self) -> None:
        """Close whatever stands over the window: a menu, and dialogs as Esc does, the uppermost first."""
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()
        for dialog in reversed(self.findChildren(QtWidgets.QDialog)):
            if dialog.isVisible():
                dialog.reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that no page had a use for: the keys of this screen, and how it looks."""
        with_ctrl = event.modifiers() == QtCore.Qt.KeyboardModifier.ControlModifier
        if event.key() == QtCore.Qt.Key.Key_F1 or (with_ctrl and event.key() == QtCore.Qt.Key.Key_H):
            self.help_asked.emit(self)
        elif with_ctrl and event.key() == QtCore.Qt.Key.Key_T:
            self.look_asked.emit()
        else:
            super().keyPressEvent(event)

    def _roomy(self, page: QWidget) -> QWidget:
        from ui.widgets.roomy import Roomy  # noqa: PLC0415 - for large text only, and sign-in would wait

        place = Roomy(page, name="window_place", label=page.accessibleName() or self.windowTitle())
        self._places[page] = place
        return place

    def closeEvent(self, event: QCloseEvent) -> None:
        """Everything ends in order before the window goes."""
        self.closing.emit()
        super().closeEvent(event)
