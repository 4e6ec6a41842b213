"""No-sale: the drawer opens without a receipt, with a reason (R7)."""

from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.setting_codes import CodeTable
from ui.viewmodels.till.till import TillModel
from ui.viewmodels.till.words import tr
from ui.views.till.reason_list import ReasonList
from ui.widgets.amount_field import ErrorLine
from ui.widgets.dialog import Dialog
from ui.widgets.rows import column
from ui.widgets.text import Text

NOTE_LENGTH = 120


class NoSaleDialog(Dialog):
    """A digit picks the reason, Enter opens the drawer."""

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
        self.body.addWidget(self.note)
        self.body.addWidget(self.fault)
        self.add_button(self.tr("Leave it shut"), key="Esc", name="till_no_sale_leave")
        self.confirm = self.add_button(
            self.tr("Open drawer"), key="Enter", variant="primary", name="till_no_sale_confirm"
        )
        self.confirm.clicked.connect(self._open)
        model.papers.drawer_refused.connect(self._refused)
        model.papers.pulsed.connect(self._pulsed)

    @classmethod
    def ask(cls, parent: QWidget, model: TillModel) -> "NoSaleDialog":
        """Open it; tests replace this method."""
        dialog = cls(parent, model)
        dialog.open()
        dialog.reasons.setFocus()
        return dialog

    def _open(self) -> None:
        reason = self.reasons.reason()
        if not reason:
            self.fault.show_fault(self.tr("Pick a reason."))
            self.reasons.setFocus()
        elif not self.confirm.is_busy:
            self.confirm.set_busy(self.tr("Opening..."))
            self._model.papers.open_drawer(reason, note=self.note.text())

    def _pulsed(self, _job: int) -> None:
        self.accept()

    def _refused(self, sentence: str) -> None:
        self.confirm.set_busy("")
        self.fault.show_fault(sentence)
