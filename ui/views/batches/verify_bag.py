"""The second name on a bag: somebody else counts it, reads its number and signs with a PIN (R35)."""

from PySide6.QtWidgets import QLineEdit, QWidget

from ui.viewmodels.batches import words
from ui.viewmodels.batches.deposit import BagShown, DepositModel
from ui.views.batches.parts import labelled
from ui.views.batches.person_and_pin import PersonAndPin
from ui.widgets.amount_field import ErrorLine
from ui.widgets.dialog import Dialog
from ui.widgets.fact_list import FactList


class VerifyBagDialog(Dialog):
    """Never the preparer."""

    def __init__(self, parent: QWidget, model: DepositModel, shown: BagShown) -> None:
        super().__init__(
            parent, words.tr("Verify deposit {deposit}").format(deposit=shown.deposit),
            words.tr("A second person counts the bag, seals it and reads its number."), icon="shield-check", width=540,
            name="verify_bag",
        )  # fmt: skip
        self._model = model
        self._deposit = shown.deposit
        self.facts = FactList(name="verify_facts")
        self.facts.show_facts((
            (self.tr("Total in the bag"), shown.total),
            (self.tr("Prepared by"), shown.prepared_by),
            (self.tr("Business date"), shown.day),
        ))  # fmt: skip
        self.bag = QLineEdit()
        self.bag.setObjectName("verify_bag_number")
        self.bag.setAccessibleName(self.tr("Number on the bag"))
        self.person = PersonAndPin(self.tr("Verified by"), name="verify_person")
        self.person.show_people(model.verifiers(shown.deposit))
        self.fault = ErrorLine(name="verify_fault")
        self.body.addWidget(self.facts)
        self.body.addLayout(labelled(self.tr("Number on the bag"), self.bag))
        self.body.addWidget(self.person)
        self.body.addWidget(self.fault)
        self.add_button(self.tr("Later"), key="Esc", name="verify_later")
        self.sign = self.add_button(
            self.tr("Verify"), key="F10", icon="signature", variant="primary", name="verify_sign"
        )
        self.sign.clicked.connect(self._sign)
        if not model.verifiers(shown.deposit):
            self.fault.show_fault(self.tr("Nobody else here may verify it. Ask for a second supervisor or lead."))
            self.sign.setEnabled(False)
        model.verified.connect(self._done)
        model.refused.connect(self._refuse)

    @classmethod
    def ask(cls, parent: QWidget, model: DepositModel, shown: BagShown) -> "VerifyBagDialog":
        """Open it; `model.verified` tells the end. Tests replace this method."""
        dialog = cls(parent, model, shown)
        dialog.open()
        dialog.bag.setFocus()
        return dialog

    def _sign(self) -> None:
        if not self.bag.text().strip() or not self.person.pin.text():
            self.fault.show_fault(self.tr("Read the number on the bag, and type your PIN."))
            return
        self.sign.set_busy(self.tr("Checking..."))
        self._model.verify(
            self._deposit, bag=self.bag.text(), who=self.person.who(), pin=self.person.take_pin()
        )

    def _done(self, _deposit: str) -> None:
        self.accept()

    def _refuse(self, sentence: str) -> None:
        self.sign.set_busy("")
        self.fault.show_fault(sentence)
