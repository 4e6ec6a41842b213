"""No-sale: the drawer opens without a receipt, with a reason (R7)."""

from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.setting_codes import CodeTable
from ui.viewmodels.till.till import TillModel
from ui.viewmodels.till.words import tr
from ui.views.till.reason_list import ReasonList
from ui.views.till.second_person import SecondPerson
from ui.widgets.amount_field import ErrorLine
from ui.widgets.dialog import Dialog
from ui.widgets.rows import column
from ui.widgets.text import Text

NOTE_LENGTH = 120


class NoSaleDialog(Dialog):
    """A digit picks the reason, Enter opens the drawer; a second person signs where the city asks for one."""

    def __init__(self, parent: QWidget, model: TillModel) -> None:
        super().__init__(
            parent, tr("Open the drawer without a receipt"),
            tr("The reason stands on the close report with your name."), icon="inbox", width=560,
            name="till_no_sale_dialog",
        )
        self._model = model
        self.reasons = ReasonList(model.session.offered(CodeTable.NO_SALE), name="till_no_sale_reason")
        self.note = QLineEdit()
        self.note.setObjectName("till_no_sale_note")
        self.note.setAccessibleName(self.tr("Note"))
        self.note.setPlaceholderText(self.tr("Note, if there is more to say"))
        self.note.setMaxLength(NOTE_LENGTH)
        self.fault = ErrorLine(name="till_no_sale_fault")
        self.body.addLayout(column(Text(self.tr("Why"), "small", "ink2"), self.reasons, spacing=2))
        self.second_person = SecondPerson(name="till_no_sale_approver")
        self.second_person.entered.connect(self._open)
        self.second_person.hide()
        for part in (self.note, self.second_person, self.fault):
            self.body.addWidget(part)
        self.add_button(self.tr("Leave it shut"), key="Esc", name="till_no_sale_leave")
        self.confirm = self.add_button(
            self.tr("Open drawer"), key="Enter", variant="primary", name="till_no_sale_confirm"
        )
        self.confirm.clicked.connect(self._open)
        model.no_sale.changed.connect(self._show)
        model.no_sale.opened.connect(self.accept)

    @classmethod
    def ask(cls, parent: QWidget, model: TillModel) -> "NoSaleDialog":
        """Open it; tests replace this method."""
        dialog = cls(parent, model)
        model.no_sale.begin()
        dialog.open()
        dialog.reasons.setFocus()
        return dialog

    def _open(self) -> None:
        if not self._model.no_sale.asked.is_busy:
            self._model.no_sale.open(
                reason=self.reasons.reason(), note=self.note.text(), approver=self.second_person.person(),
                pin=self.second_person.take_pin(),
            )  # fmt: skip
            if not self.reasons.reason():
                self.reasons.setFocus()

    def _show(self) -> None:
        asked = self._model.no_sale.asked
        self.second_person.setVisible(asked.needs_approval)
        self.second_person.show_people([user.name for user in asked.approvers])
        self.fault.show_fault(asked.fault)
        self.confirm.set_busy(self.tr("Opening...") if asked.is_busy else "")
