"""The first set-up's printer page in a dialog of the room: tried, seen, and kept only then."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.viewmodels.set_up.printer import PrinterStep
from ui.views.set_up.printer_view import PrinterView
from ui.widgets.dialog import Dialog

_WIDTH = 1120


class PrinterDialog(Dialog):
    """F10 keeps the printer as it was proved; Esc leaves everything as it was."""

    def __init__(self, parent: QWidget, step: PrinterStep, proved: Callable[[PrinterStep], None]) -> None:
        super().__init__(parent, step.title, step.second, icon="printer", width=_WIDTH, name="set_up_printer")
        self._step = step
        self._proved = proved
        self.view = PrinterView(step)
        self.body.addWidget(self.view)
        self.hint.setText(self.tr("The station's own printing waits while you try."))
        self.add_button(self.tr("Cancel"), key="Esc", name="set_up_printer_cancel")
        self.keep = self.add_button(
            self.tr("Keep printer"), key="F10", variant="primary", name="set_up_printer_keep"
        )
        self.keep.clicked.connect(self._keep)
        self.view.go_on.connect(self._keep)
        self.view.all_said.connect(self.keep.setFocus)

    @classmethod
    def ask(cls, parent: QWidget, step: PrinterStep, proved: Callable[[PrinterStep], None]) -> "PrinterDialog":
        """Open it; `proved` is called with the step once nothing is wrong with it. Tests replace this method."""
        dialog = cls(parent, step, proved)
        dialog.open()
        dialog.view.take_focus()
        return dialog

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The page's own keys from the foot as well."""
        tries = {Qt.Key.Key_T: self.view.print, Qt.Key.Key_D: self.view.kick, Qt.Key.Key_N: self.view.no_drawer}
        button = tries.get(Qt.Key(event.key())) if event.modifiers() == Qt.KeyboardModifier.AltModifier else None
        if button is not None:
            button.click()
        else:
            super().keyPressEvent(event)

    def _keep(self) -> None:
        wrong = self._step.wrong()
        if wrong is not None:
            self.view.show_wrong(wrong)
            return
        self.accept()
        self._proved(self._step)
