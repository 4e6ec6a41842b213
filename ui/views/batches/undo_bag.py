"""A bag is taken apart: the bag in hand, why, and a second person beside (DESIGN section 4)."""

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.viewmodels.batches import words
from ui.viewmodels.batches.deposit import BagShown, DepositModel
from ui.views.batches.parts import labelled
from ui.views.batches.person_and_pin import PersonAndPin
from ui.views.batches.reason_part import ReasonPart
from ui.widgets.amount_field import ErrorLine
from ui.widgets.dialog import Dialog
from ui.widgets.fact_list import FactList


class UndoBagDialog(Dialog):
    """Only before the second name; the number on the bag is used up."""

    def __init__(self, parent: QWidget, model: DepositModel, shown: BagShown) -> None:
        super().__init__(
            parent, words.tr("Take deposit {deposit} apart").format(deposit=shown.deposit),
            words.tr("Its money goes back to drawer and safe, its batches can be reopened or bagged anew."),
            icon="package", width=560, name="undo_bag",
        )  # fmt: skip
        self._model = model
        self._deposit = shown.deposit
        facts = FactList(name="undo_facts")
        facts.show_facts((
            (self.tr("Total in the bag"), shown.total), (self.tr("Prepared by"), shown.prepared_by),
        ))  # fmt: skip
        self.bag = QLineEdit()
        self.bag.setObjectName("undo_bag_number")
        self.bag.setAccessibleName(self.tr("Number on the bag"))
        self.part = ReasonPart(model.undo_reasons())
        self.person = PersonAndPin(self.tr("Second person"), name="undo_person")
        self.person.show_people(model.helpers(shown.deposit))
        self.fault = ErrorLine(name="undo_fault")
        self.body.addWidget(facts)
        self.body.addLayout(labelled(self.tr("Number on the bag"), self.bag))
        for part in (self.part, self.person, self.fault):
            self.body.addWidget(part)
        self.hint.setText(self.tr("This bag number is not used again."))
        self.add_button(self.tr("Leave it whole"), key="Esc", name="undo_leave")
        self.take = self.add_button(self.tr("Take apart"), key="F10", variant="risk", name="undo_take")
        self.take.clicked.connect(self._take)
        if not model.helpers(shown.deposit):
            self.fault.show_fault(self.tr("Nobody else here may stand by. Ask for a second supervisor or lead."))
            self.take.setEnabled(False)
        model.undone.connect(self._done)
        model.refused.connect(self._refuse)

    @classmethod
    def ask(cls, parent: QWidget, model: DepositModel, shown: BagShown) -> "UndoBagDialog":
        """Open it; `model.undone` tells the end. Tests replace this method."""
        dialog = cls(parent, model, shown)
        dialog.open()
        dialog.bag.setFocus()
        return dialog

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit picks the reason while the list has the focus."""
        if not self.part.pick(event.text()):
            super().keyPressEvent(event)

    def _take(self) -> None:
        if not self.bag.text().strip():
            self.fault.show_fault(self.tr("Read the number on the bag."))
            self.bag.setFocus()
        elif not self.part.reason():
            self.fault.show_fault(self.tr("Pick a reason, or write one."))
            self.part.take_focus()
        elif not self.person.pin.text():
            self.fault.show_fault(self.tr("The second person types their PIN."))
            self.person.pin.setFocus()
        else:
            self.take.set_busy(self.tr("Storing..."))
            self._model.undo(
                self._deposit, bag=self.bag.text(), reason=self.part.reason(), who=self.person.who(),
                pin=self.person.take_pin(),
            )  # fmt: skip

    def _done(self, _deposit: str) -> None:
        self.accept()

    def _refuse(self, sentence: str) -> None:
        self.take.set_busy("")
        self.fault.show_fault(sentence)
