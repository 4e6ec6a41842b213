"""Reasons to pick from, one a line, by arrow, by its number, or by a finger; nothing is picked for anybody."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QRadioButton, QWidget

from ui.look.theme import current_look

_EDGE_PX = 8


class ReasonList(QWidget):
    """Radio buttons in two columns; digits 1 to 9 pick. Signal: `picked(reason)`."""

    picked = Signal(str)

    def __init__(self, reasons: Sequence[str], *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(self.tr("Reason"))
        self._group = QButtonGroup(self)
        self._buttons: list[QRadioButton] = []
        grid = QGridLayout(self)
        grid.setContentsMargins(_EDGE_PX, 0, 0, 0)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(2)
        rows = (len(reasons) + 1) // 2
        for at, reason in enumerate(reasons):
            button = QRadioButton(f"{at + 1}  {reason}")
            button.setObjectName(f"{name}_{at + 1}")
            button.setAccessibleName(reason)
            button.setProperty("reason", reason)
            self._group.addButton(button, at)
            self._buttons.append(button)
            grid.addWidget(button, at % rows, at // rows)
        self.setFocusProxy(self._buttons[0])
        for button in self._buttons:
            button.installEventFilter(self)
        self._group.idClicked.connect(self._clicked)

    def reason(self) -> str:
        """The reason picked; empty for none."""
        button = self._group.checkedButton()
        return str(button.property("reason")) if button is not None else ""

    def pick(self, place: int) -> None:
        """Pick by its place from 0."""
        if 0 <= place < len(self._buttons):
            self._buttons[place].setChecked(True)
            self._buttons[place].setFocus()
            self._clicked(place)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The reason in focus stands on tint with the accent bar (LOOK section 6)."""
        look = current_look()
        here = next((button for button in self._buttons if button.hasFocus()), None)
        if here is not None:
            painter = QPainter(self)
            place = here.geometry().adjusted(-_EDGE_PX, 0, 0, 0)
            painter.fillRect(place, look.colour("tint"))
            painter.fillRect(place.x(), place.y(), 3, place.height(), look.colour("accent"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A digit picks; the focus is seen."""
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self.update()
        if isinstance(event, QKeyEvent) and event.type() == QKeyEvent.Type.KeyPress:
            place = event.key() - Qt.Key.Key_1
            if 0 <= place < len(self._buttons):
                self.pick(place)
                return True
        return False

    def _clicked(self, place: int) -> None:
        self.picked.emit(str(self._buttons[place].property("reason")))
