"""A reason is asked for: sending back, reopening, accepting a difference, refusing a void."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from ui.views.batches.reason_part import ReasonPart
from ui.widgets.amount_field import ErrorLine
from ui.widgets.dialog import Dialog


class ReasonDialog(Dialog):
    """Digits pick from the list, Enter gives the reason: the list's own code, or the words."""

    def __init__(
        self, parent: QWidget, *, title: str, sentence: str, reasons: Sequence[str], verb: str, is_risk: bool,
        answered: Callable[[str], None],
    ) -> None:  # fmt: skip
        super().__init__(parent, title, sentence, width=520, name="reason")
        self._answered = answered
        self.part = ReasonPart(reasons)
        self.own = self.part.own
        self.body.addWidget(self.part)
        self.fault = ErrorLine(name="reason_fault")
        self.body.addWidget(self.fault)
        self.hint.setText(self.tr("It is kept with your name."))
        self.add_button(self.tr("Cancel"), key="Esc", name="reason_cancel")
        self.give = self.add_button(verb, key="Enter", variant="risk" if is_risk else "primary", name="reason_give")
        self.give.clicked.connect(self._give)

    @classmethod
    def ask(
        cls, parent: QWidget, *, title: str, sentence: str, reasons: Sequence[str], verb: str,
        answered: Callable[[str], None], is_risk: bool = False,
    ) -> "ReasonDialog":  # fmt: skip
        """Open it; `answered` gets the reason, and nothing is called when it was cancelled. Tests replace this."""
        dialog = cls(
            parent, title=title, sentence=sentence, reasons=reasons, verb=verb, is_risk=is_risk, answered=answered
        )
        dialog.open()
        return dialog

    def showEvent(self, event: QShowEvent) -> None:
        """The list has the focus, so that a digit picks."""
        super().showEvent(event)
        self.part.take_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit picks from the list."""
        if not self.part.pick(event.text()):
            super().keyPressEvent(event)

    def _give(self) -> None:
        reason = self.part.reason()
        if not reason:
            self.fault.show_fault(self.tr("Pick a reason, or write one."))
            return
        self.accept()
        self._answered(reason)
