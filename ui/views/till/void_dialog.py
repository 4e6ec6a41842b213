"""Void: which receipt, what goes back, why, and who approves (SCREENS: one key, reason from a list)."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from app.domain.records import ReceiptRecord
from app.domain.setting_codes import CodeTable
from app.domain.user import AFTERWARDS_RIGHT
from app.usecases.void_receipt import ReceiptIsVoid
from ui.viewmodels.session import Session
from ui.viewmodels.till.void import VoidModel
from ui.viewmodels.till.words import amount, tender_words, tr
from ui.views.till.reason_list import ReasonList
from ui.views.till.second_person import SecondPerson
from ui.widgets.amount_field import ErrorLine
from ui.widgets.card import Card
from ui.widgets.dialog import Dialog
from ui.widgets.rows import column, row
from ui.widgets.text import Text

NUMBER_LENGTH = 16
_NUMBER_WIDTH = 190


class Voids(Protocol):
    """Whoever has receipts to void: the till, the mail room."""

    @property
    def session(self) -> Session:
        """Who is at the window."""
        ...

    @property
    def voids(self) -> VoidModel:
        """The void under way."""
        ...


class VoidDialog(Dialog):
    """Opened with the last receipt; another number can be typed or scanned."""

    def __init__(self, parent: QWidget, model: Voids) -> None:
        super().__init__(
            parent, tr("Void a receipt"),
            tr("Its number stays used; every account owes again what it owed before."),
            icon="receipt-off", width=640, name="till_void_dialog",
        )
        self._model = model
        self.number = QLineEdit()
        self.number.setObjectName("till_void_number")
        self.number.setAccessibleName(self.tr("Receipt number"))
        self.number.setMaxLength(NUMBER_LENGTH)
        self.number.setMinimumWidth(_NUMBER_WIDTH)
        self.number.returnPressed.connect(self._look_typed)
        self._what = Text("", "body", weight=600, wrap=True, name="till_void_what")
        self._how = Text("", "small", "ink2", wrap=True, name="till_void_how")
        self._back = Text("", "body", "risk", weight=500, wrap=True, name="till_void_back")
        self.reasons = ReasonList(model.session.offered(CodeTable.VOID), name="till_void_reason")
        self.second_person = SecondPerson(name="till_void_approver")
        self.second_person.entered.connect(self._void)
        self.afterwards = QCheckBox(self.tr("Nobody is here: a second person approves afterwards"))
        self.afterwards.setObjectName("till_void_afterwards")
        self.afterwards.toggled.connect(self.second_person.setDisabled)
        sitting = model.session.sitting
        if sitting is None or AFTERWARDS_RIGHT not in sitting.user.rights:
            self.afterwards.hide()
        self._is_chosen = False
        self.fault = ErrorLine(name="till_void_fault")
        card = Card("quiet", margins=(14, 10, 14, 10), spacing=3)
        for text in (self._what, self._how, self._back):
            card.body.addWidget(text)
        number = column(Text(self.tr("Receipt, typed or scanned"), "small", "ink2"), self.number, spacing=2)
        self.body.addLayout(row(number, None))
        self.body.addWidget(card)
        self.body.addLayout(column(Text(self.tr("Why"), "small", "ink2"), self.reasons, spacing=2))
        self.body.addWidget(self.second_person)
        self.body.addWidget(self.afterwards)
        self.body.addWidget(self.fault)
        self.add_button(self.tr("Leave it"), key="Esc", name="till_void_leave")
        self.confirm = self.add_button(self.tr("Void it"), key="F10", variant="risk", name="till_void_confirm")
        self.confirm.clicked.connect(self._void)
        model.voids.changed.connect(self._show)
        model.voids.voided.connect(self._voided)

    @classmethod
    def ask(
        cls, parent: QWidget, model: Voids, number: str, *, back: Callable[[], None] | None = None
    ) -> "VoidDialog":
        """Open it for a receipt; `back` is called when it was left or done. Tests replace this method."""
        dialog = cls(parent, model)
        if back is not None:
            dialog.finished.connect(back)
        dialog.look(number)
        dialog.open()
        return dialog

    def look(self, number: str) -> None:
        """Another receipt, typed or scanned."""
        self.number.setText(number.strip().upper())
        self._is_chosen = bool(number)
        self._model.voids.look(number)

    def _look_typed(self) -> None:
        self._model.voids.look(self.number.text())

    def _void(self) -> None:
        asked = self._model.voids.asked
        if asked.receipt is None or asked.receipt.receipt != self.number.text().strip().upper():
            self._look_typed()
            return
        self._model.voids.void(
            reason=self.reasons.reason(), approver=self.second_person.person(), pin=self.second_person.take_pin(),
            afterwards=self.afterwards.isChecked(),
        )

    def _show(self) -> None:
        asked = self._model.voids.asked
        receipt = asked.receipt
        self._what.setText(self._what_words(receipt) if receipt is not None else "")
        self._how.setText(self._how_words(receipt) if receipt is not None else "")
        self._how.setVisible(receipt is not None)
        back = ", ".join(asked.goes_back)
        self._back.setText(self.tr("Goes back to the customer: {what}").format(what=back) if back else "")
        self._back.setVisible(bool(back))
        if asked.barred:
            self._what.setText(asked.barred)
        may = receipt is not None and not asked.barred
        for part in (self.reasons, self.second_person, self.afterwards):
            part.setEnabled(may)
        self.second_person.setVisible(asked.needs_approval)
        self.second_person.show_people([user.name for user in asked.approvers])
        self.afterwards.setVisible(asked.may_afterwards and asked.needs_approval)
        self.second_person.setDisabled(self.afterwards.isChecked() or not may)
        self.fault.show_fault(asked.fault)
        self.confirm.setEnabled(may)
        self.confirm.set_busy(self.tr("Voiding...") if asked.is_busy else "")
        if may and self._is_chosen:
            self._is_chosen = False
            self.reasons.setFocus()

    def _what_words(self, receipt: ReceiptRecord) -> str:
        names = ", ".join(f"{line.number} {line.name}" for line in receipt.lines if not line.is_pennies)
        return f"{receipt.receipt}  {amount(receipt.total)}  {names}"

    def _how_words(self, receipt: ReceiptRecord) -> str:
        how = ", ".join(f"{tender_words(tender)} {amount(tender.amount_tendered)}" for tender in receipt.tenders)
        if receipt.change:
            how += self.tr(", change {amount}").format(amount=amount(receipt.change))
        return how

    def _voided(self, _voided: ReceiptIsVoid) -> None:
        self.accept()
