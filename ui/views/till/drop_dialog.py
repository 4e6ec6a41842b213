"""Give up work with money in it: with a reason, and that is an entry (DESIGN section 3, Drafts)."""

from PySide6.QtWidgets import QCheckBox, QWidget

from app.domain.setting_codes import CodeTable
from ui.viewmodels.till.figures import figures_of
from ui.viewmodels.till.till import TillModel
from ui.viewmodels.till.words import tr
from ui.views.till.reason_list import ReasonList
from ui.widgets.amount_field import ErrorLine
from ui.widgets.dialog import Dialog
from ui.widgets.rows import column
from ui.widgets.text import Text


class DropDialog(Dialog):
    """Says what was entered and goes back to the customer; nothing was posted."""

    def __init__(self, parent: QWidget, model: TillModel) -> None:
        super().__init__(
            parent, tr("Give up this receipt?"), tr("Nothing of it was posted."), icon="trash", width=560,
            name="till_drop_dialog",
        )
        self._model = model
        draft = model.draft
        given = [f"{each.words} {each.amount}" for each in figures_of(draft).tenders]
        given += [self.tr("Check {number}").format(number=read.number) for read in draft.reads]
        back = self.tr("Goes back to the customer: {what}").format(what=", ".join(given))
        self.reasons = ReasonList(model.session.offered(CodeTable.DROP), name="till_drop_reason")
        self.cards = QCheckBox(self.tr("The card is reversed on the terminal"))
        self.cards.setObjectName("till_drop_cards")
        if not draft.has_card:
            self.cards.hide()
        self.fault = ErrorLine(name="till_drop_fault")
        self.body.addWidget(Text(back, "body", weight=500, wrap=True, name="till_drop_back"))
        self.body.addLayout(column(Text(self.tr("Why"), "small", "ink2"), self.reasons, spacing=2))
        self.body.addWidget(self.cards)
        self.body.addWidget(self.fault)
        self.add_button(self.tr("Keep it"), key="Esc", name="till_drop_keep")
        self.confirm = self.add_button(self.tr("Give it up"), key="F10", variant="risk", name="till_drop_confirm")
        self.confirm.clicked.connect(self._drop)

    @classmethod
    def ask(cls, parent: QWidget, model: TillModel) -> "DropDialog":
        """Open it; tests replace this method."""
        dialog = cls(parent, model)
        dialog.open()
        dialog.reasons.setFocus()
        return dialog

    def _drop(self) -> None:
        reason = self.reasons.reason()
        if not reason:
            self.fault.show_fault(self.tr("Pick a reason."))
            self.reasons.setFocus()
        elif self._model.draft.has_card and not self.cards.isChecked():
            self.fault.show_fault(self.tr("Reverse the card on the terminal first."))
        else:
            self._model.drop(reason, cards_reversed=self.cards.isChecked())
            self.accept()
