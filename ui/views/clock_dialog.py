"""The clock stands before the last entry: look at it, or a supervisor says that it is right (ledger b.15)."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.usecases.open_batch import ClockBehindError
from ui.viewmodels.clock import ClockModel, ClockShown
from ui.views.batches.person_and_pin import PersonAndPin
from ui.widgets.amount_field import ErrorLine
from ui.widgets.dialog import Dialog
from ui.widgets.rows import column, row
from ui.widgets.text import Text


class ClockDialog(Dialog):
    """Both times, and a supervisor's PIN; only opening a batch asks for it, never a sale."""

    def __init__(self, parent: QWidget, model: ClockModel) -> None:
        super().__init__(
            parent, self.tr("Is the computer's clock right?"),
            self.tr("It stands before the last entry. Set it and open the batch again, or a supervisor confirms it."),
            icon="clock", width=560, name="clock",
        )  # fmt: skip
        self._model = model
        self.now = Text("", "lead", weight=600, name="clock_now")
        self.last = Text("", "lead", weight=600, name="clock_last")
        self.person = PersonAndPin(self.tr("Confirmed by"), name="clock_person")
        self.fault = ErrorLine(name="clock_fault")
        times = row(
            column(Text(self.tr("The clock says"), "small", "ink2"), self.now, spacing=2),
            column(Text(self.tr("Last entry made"), "small", "ink2"), self.last, spacing=2), spacing=24,
        )  # fmt: skip
        self.body.addLayout(times)
        self.body.addWidget(self.person)
        self.body.addWidget(self.fault)
        self.add_button(self.tr("Not now"), key="Esc", name="clock_not_now")
        self.right = self.add_button(
            self.tr("The clock is right"), key="Enter", variant="primary", name="clock_is_right"
        )
        self.right.setEnabled(False)
        self.right.clicked.connect(self._confirm)
        model.ready.connect(self._show)
        model.confirmed.connect(self.accept)
        model.refused.connect(self._refuse)

    @classmethod
    def ask(
        cls, parent: QWidget, model: ClockModel, behind: ClockBehindError, *, confirmed: Callable[[], None]
    ) -> "ClockDialog":
        """Open it; `confirmed` is called once a supervisor did. Tests replace this method."""
        dialog = cls(parent, model)
        dialog.accepted.connect(confirmed)
        dialog.open()
        model.begin(behind)
        return dialog

    def _show(self, shown: ClockShown) -> None:
        self.now.setText(shown.now)
        self.last.setText(shown.last)
        self.person.show_people(shown.people)
        self.right.setEnabled(bool(shown.people))
        self.person.pin.setFocus()

    def _confirm(self) -> None:
        self.fault.show_fault("")
        self._model.confirm(self.person.who(), self.person.take_pin())
        if self._model.is_busy:
            self.right.set_busy(self.tr("Checking..."))

    def _refuse(self, sentence: str) -> None:
        self.right.set_busy("")
        self.fault.show_fault(sentence)
        self.person.pin.setFocus()
