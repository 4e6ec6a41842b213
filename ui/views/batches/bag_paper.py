"""One check or money order of the bag: the amount it says itself, or a paper that is on no receipt."""

from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.tender import TenderKind
from ui.viewmodels.batches import words
from ui.viewmodels.batches.deposit import BagPaper, DepositModel
from ui.views.batches.parts import cents_of, labelled
from ui.widgets.amount_field import AmountField, ErrorLine
from ui.widgets.dialog import Dialog
from ui.widgets.segmented import Segment, SegmentedControl


class BagPaperDialog(Dialog):
    """With a paper: its amount. Without: kind, number, payer and amount of one more."""

    def __init__(self, parent: QWidget, model: DepositModel, paper: BagPaper | None) -> None:
        title = words.tr("Add a check or money order")
        second = words.tr("One that was counted, but is on no receipt.")
        if paper is not None:
            title = f"{paper.kind} {paper.number}".strip()
            second = words.tr("{payer}, receipt {receipt}. Type what the paper itself says.").format(
                payer=paper.payer, receipt=paper.receipt
            )
        super().__init__(parent, title, second, icon="bank-check", width=460, name="bag_paper")
        self._model = model
        self._paper = paper
        self.kind = SegmentedControl(
            (
                Segment(TenderKind.CHECK.value, self.tr("Check")),
                Segment(TenderKind.MONEY_ORDER.value, self.tr("Money order")),
            ),
            label=self.tr("Kind of paper"), name="bag_paper_kind",
        )  # fmt: skip
        self.number, self.payer = QLineEdit(), QLineEdit()
        for field, name, label in (
            (self.number, "bag_paper_number", self.tr("Number")), (self.payer, "bag_paper_payer", self.tr("Payer")),
        ):  # fmt: skip
            field.setObjectName(name)
            field.setAccessibleName(label)
        self.amount = AmountField(cents_of, label=self.tr("Amount"), role="paying", width=140, name="bag_paper_amount")
        self.fault = ErrorLine(name="bag_paper_fault")
        if paper is None:
            self.body.addWidget(self.kind)
            for field in (self.number, self.payer):
                self.body.addLayout(labelled(field.accessibleName(), field))
        else:
            for part in (self.kind, self.number, self.payer):
                part.setParent(self)
                part.hide()
            self.amount.propose(paper.amount)
        self.body.addLayout(labelled(self.tr("Amount"), self.amount))
        self.body.addWidget(self.fault)
        self.add_button(self.tr("Cancel"), key="Esc", name="bag_paper_cancel")
        self.take = self.add_button(self.tr("Take it"), key="F10", variant="primary", name="bag_paper_take")
        self.take.clicked.connect(self._take)
        self.amount.accepted.connect(self._take)
        self.amount.left.connect(self.reject)

    @classmethod
    def ask(cls, parent: QWidget, model: DepositModel, paper: BagPaper | None = None) -> "BagPaperDialog":
        """Open it; the model's list changes. Tests replace this method."""
        dialog = cls(parent, model, paper)
        dialog.open()
        if paper is not None:
            dialog.amount.setFocus()
        return dialog

    def _take(self) -> None:
        cents = self.amount.cents()
        if not cents:
            self.fault.show_fault(self.tr("Type the amount on the paper, like 61.20."))
            return
        if self._paper is not None:
            self._model.write_amount(self._paper.key, cents)
        else:
            kind = TenderKind(self.kind.current())
            self._model.add_paper(kind, number=self.number.text(), payer=self.payer.text(), cents=cents)
        self.accept()
