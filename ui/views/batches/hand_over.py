"""A drawer changes hands: who holds it counts, then who takes it counts without seeing that, and signs (R3, A6)."""

from PySide6.QtWidgets import QStackedLayout, QWidget

from app.domain.user import User
from app.usecases.hand_over_batch import DrawerSeen
from ui.viewmodels.batches import words
from ui.viewmodels.batches.hand_over import HandOverModel
from ui.views.batches.cash_count import CashCountPart
from ui.views.batches.parts import ItemField
from ui.views.batches.person_and_pin import PersonAndPin
from ui.widgets.amount_field import ErrorLine
from ui.widgets.dialog import Dialog
from ui.widgets.rows import column, row
from ui.widgets.text import Text


class DrawerPart(QWidget):
    """One person's count: cash, and how many papers."""

    def __init__(self, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cash = CashCountPart(name=name)
        self.papers = ItemField(words.tr("How many checks and money orders"), name=f"{name}_papers")
        papers = row(Text(words.tr("Checks and money orders, pieces"), weight=500), None, self.papers)
        self.setLayout(column(self.cash, papers, spacing=10))

    def seen(self) -> DrawerSeen:
        """What was counted; no number of papers counts as none."""
        return DrawerSeen(self.cash.cash(), int(self.papers.text() or "0"))


class HandOverDialog(Dialog):
    """Two counts, one after the other; they must agree. `reason` where a supervisor counts for somebody else."""

    def __init__(self, parent: QWidget, model: HandOverModel, batch: str, reason: str = "") -> None:
        second = words.tr("You count for the cashier who left.") if reason else words.tr("First you count it out.")
        super().__init__(
            parent, words.tr("Hand over the drawer, batch {batch}").format(batch=batch), second,
            icon="arrows-exchange", width=600, name="hand_over",
        )  # fmt: skip
        self._model = model
        self._batch = batch
        self._reason = reason
        self._given: DrawerSeen | None = None
        self.given = DrawerPart(name="hand_over_given")
        self.received = DrawerPart(name="hand_over_received")
        self.person = PersonAndPin(self.tr("Taken over by"), name="hand_over_person")
        self.total = Text("0.00", "total", name="hand_over_total")
        self.fault = ErrorLine(name="hand_over_fault")
        self._pages = QStackedLayout()
        self.body.addLayout(self._pages)  # before its pages: else the first stands as a window of its own for a moment
        self._pages.addWidget(self.given)
        self._pages.addWidget(self.received)
        self.body.addLayout(row(Text(self.tr("Counted"), "body", "ink2"), None, self.total))
        self.body.addWidget(self.person)
        self.body.addWidget(self.fault)
        policy = self.person.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.person.setSizePolicy(policy)
        self.person.hide()
        self.add_button(self.tr("Cancel"), key="Esc", name="hand_over_cancel")
        self.go_on = self.add_button(self.tr("Counted"), key="F10", variant="primary", name="hand_over_go_on")
        self.go_on.clicked.connect(self._go_on)
        self.given.cash.changed.connect(self._sum_up)
        self.received.cash.changed.connect(self._sum_up)
        model.people.connect(self._show_people)
        model.handed.connect(self._done)
        model.refused.connect(self._refuse)

    @classmethod
    def ask(cls, parent: QWidget, model: HandOverModel, batch: str, reason: str = "") -> "HandOverDialog":
        """Open it; `model.handed` tells the end. Tests replace this method."""
        dialog = cls(parent, model, batch, reason)
        dialog.open()
        dialog.given.cash.first_field().setFocus()
        model.begin(batch)
        return dialog

    def _sum_up(self) -> None:
        part = self.given if self._given is None else self.received
        self.total.setText(str(part.seen().cash.total))
        self.fault.show_fault("")

    def _show_people(self, people: tuple[User, ...]) -> None:
        self.person.show_people(people)

    def _go_on(self) -> None:
        if self._given is None:
            self._begin_second()
            return
        if not self.person.who() or not self.person.pin.text():
            self.fault.show_fault(self.tr("Who takes it over picks their name and types their PIN."))
            self.person.pin.setFocus()
            return
        self.go_on.set_busy(self.tr("Storing..."))
        self._model.hand_over(
            self._batch, given=self._given, received=self.received.seen(), to=self.person.who(),
            pin=self.person.take_pin(), reason=self._reason,
        )  # fmt: skip

    def _begin_second(self) -> None:
        if self.given.cash.is_empty():
            self.fault.show_fault(self.tr("Count what lies in the drawer first; type a zero where there is none."))
            return
        self._given = self.given.seen()
        self._pages.setCurrentIndex(1)
        self.second.setText(self.tr("Now who takes it over counts, without looking at the first count."))
        self.second.show()
        self.person.show()
        self.go_on.set_words(self.tr("Hand over"))
        self._sum_up()
        self.received.cash.first_field().setFocus()

    def _done(self, _handed: object) -> None:
        self.accept()

    def _refuse(self, sentence: str) -> None:
        self.go_on.set_busy("")
        self.fault.show_fault(sentence)
