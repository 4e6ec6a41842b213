"""Cash from drawer to safe: first the cashier counts, then the receiver counts without seeing it (R3)."""

from PySide6.QtWidgets import QStackedLayout, QWidget

from app.domain.cash import CashCount
from app.domain.user import User
from ui.viewmodels.batches import words
from ui.viewmodels.batches.turn_in import TurnInModel
from ui.views.batches.cash_count import CashCountPart
from ui.views.batches.person_and_pin import PersonAndPin
from ui.widgets.amount_field import ErrorLine
from ui.widgets.dialog import Dialog
from ui.widgets.rows import column, row
from ui.widgets.text import Text


class TurnInDialog(Dialog):
    """Two counts, one after the other; they must agree."""

    def __init__(self, parent: QWidget, model: TurnInModel, batch: str) -> None:
        super().__init__(
            parent, words.tr("Turn in cash, batch {batch}").format(batch=batch), words.tr("First you count it out."),
            icon="moneybag", width=540, name="turn_in",
        )  # fmt: skip
        self._model = model
        self._batch = batch
        self._given: CashCount | None = None
        self.given = CashCountPart(name="turn_in_given")
        self.received = CashCountPart(name="turn_in_received")
        self.person = PersonAndPin(self.tr("Received by"), name="turn_in_person")
        self.total = Text("0.00", "total", name="turn_in_total")
        self.fault = ErrorLine(name="turn_in_fault")
        first, second = QWidget(), QWidget()
        first.setLayout(column(self.given, spacing=0))
        second.setLayout(column(self.received, spacing=0))
        self._pages = QStackedLayout()
        self.body.addLayout(self._pages)  # before its pages: else the first stands as a window of its own for a moment
        self._pages.addWidget(first)
        self._pages.addWidget(second)
        self.body.addLayout(row(Text(self.tr("Counted"), "body", "ink2"), None, self.total))
        self.body.addWidget(self.person)
        self.body.addWidget(self.fault)
        policy = self.person.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.person.setSizePolicy(policy)
        self.person.hide()
        self.add_button(self.tr("Cancel"), key="Esc", name="turn_in_cancel")
        self.go_on = self.add_button(self.tr("Hand over"), key="F10", variant="primary", name="turn_in_go_on")
        self.go_on.clicked.connect(self._go_on)
        self.given.changed.connect(self._sum_up)
        self.received.changed.connect(self._sum_up)
        model.people.connect(self._show_people)
        model.turned_in.connect(self._done)
        model.refused.connect(self._refuse)

    @classmethod
    def ask(cls, parent: QWidget, model: TurnInModel, batch: str) -> "TurnInDialog":
        """Open it; `model.turned_in` tells the end. Tests replace this method."""
        dialog = cls(parent, model, batch)
        dialog.open()
        dialog.given.first_field().setFocus()
        model.begin()
        return dialog

    def _sum_up(self) -> None:
        part = self.given if self._given is None else self.received
        self.total.setText(str(part.cash().total))
        self.fault.show_fault("")

    def _show_people(self, people: tuple[User, ...]) -> None:
        self.person.show_people(people)

    def _go_on(self) -> None:
        if self._given is None:
            self._begin_second()
            return
        if not self.person.who() or not self.person.pin.text():
            self.fault.show_fault(self.tr("The receiver picks their name and types their PIN."))
            self.person.pin.setFocus()
            return
        self.go_on.set_busy(self.tr("Storing..."))
        self._model.hand_over(
            self._batch, given=self._given, received=self.received.cash(), received_by=self.person.who(),
            pin=self.person.take_pin(),
        )  # fmt: skip

    def _begin_second(self) -> None:
        if not self.given.cash().total:
            self.fault.show_fault(self.tr("Count what you hand over first."))
            return
        self._given = self.given.cash()
        self._pages.setCurrentIndex(1)
        self.second.setText(self.tr("Now the receiver counts it, without looking at the first count."))
        self.person.show()
        self.go_on.set_words(self.tr("Turn in"))
        self._sum_up()
        self.received.first_field().setFocus()

    def _done(self, _turned_in: object) -> None:
        self.accept()

    def _refuse(self, sentence: str) -> None:
        self.go_on.set_busy("")
        self.fault.show_fault(sentence)
