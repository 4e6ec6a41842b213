"""Paper receipts of an outage, typed one after the other from the ten-key pad (R15)."""

from PySide6.QtWidgets import QLineEdit, QWidget

from ui.viewmodels.batches import words
from ui.viewmodels.batches.paper_entry import PAPER_TENDERS, PaperEntryModel, PaperStands, PaperTyped
from ui.views.batches.parts import SumField, labelled
from ui.widgets.amount_field import ErrorLine
from ui.widgets.dialog import Dialog
from ui.widgets.rows import row
from ui.widgets.segmented import Segment, SegmentedControl
from ui.widgets.text import Text


class PaperEntryDialog(Dialog):
    """Number, day, account, amount, tender; Enter goes on, F10 stores."""

    def __init__(self, parent: QWidget, model: PaperEntryModel, batch: str) -> None:
        super().__init__(
            parent, words.tr("Enter paper receipts, batch {batch}").format(batch=batch),
            words.tr("Type what stands on the paper. No second paper is printed."),
            icon="receipt", width=640, name="paper_entry",
        )  # fmt: skip
        self._model = model
        self.missing = Text("", weight=500, wrap=True, name="paper_missing")
        self.paper = self._field(self.tr("Number on the paper"), "paper_number")
        self.day = self._field(self.tr("Day on the paper"), "paper_entry_day")
        self.account = self._field(self.tr("Account"), "paper_account")
        self.amount = SumField(self.tr("Amount"), name="paper_amount", width=130)
        kinds = [Segment(kind.value, words.class_words(kind)) for kind in PAPER_TENDERS]
        self.kind = SegmentedControl(kinds, label=self.tr("Paid with"), name="paper_kind")
        self.reference = self._field(self.tr("Check or money order number"), "paper_reference")
        self.stored = Text("", "body", "accent", weight=600, wrap=True, name="paper_stored")
        self.fault = ErrorLine(name="paper_entry_fault")
        self.body.addWidget(self.missing)
        self.body.addLayout(row(
            labelled(self.tr("Number on the paper"), self.paper), labelled(self.tr("Day on the paper"), self.day),
            spacing=12,
        ))  # fmt: skip
        money = row(
            labelled(self.tr("Account"), self.account), labelled(self.tr("Amount"), self.amount), spacing=12
        )
        money.setStretch(0, 1)
        self.body.addLayout(money)
        paid = row(
            labelled(self.tr("Paid with"), self.kind),
            labelled(self.tr("Check or money order number"), self.reference), spacing=12,
        )  # fmt: skip
        paid.setStretch(1, 1)
        self.body.addLayout(paid)
        self.body.addWidget(self.stored)
        self.body.addWidget(self.fault)
        self.add_button(self.tr("Done"), key="Esc", name="paper_entry_close")
        self.store = self.add_button(self.tr("Enter it"), key="F10", variant="primary", name="paper_store")
        self.store.clicked.connect(self._store)
        self.setTabOrder(self.reference, self.store)
        model.stands.connect(self._show)
        model.entered.connect(self._is_in)
        model.asked.connect(self._refuse)
        model.refused.connect(self._refuse)

    @classmethod
    def ask(cls, parent: QWidget, model: PaperEntryModel, batch: str) -> "PaperEntryDialog":
        """Open it. Tests replace this method."""
        dialog = cls(parent, model, batch)
        dialog.open()
        dialog.paper.setFocus()
        model.begin(batch)
        return dialog

    def typed(self) -> PaperTyped:
        """The fields as they stand."""
        kind = self.kind.current()
        return PaperTyped(
            self.paper.text(), self.day.text(), self.account.text(), self.amount.text(), kind,
            self.reference.text() if kind != PAPER_TENDERS[0].value else "",
        )  # fmt: skip

    def _field(self, label: str, name: str) -> QLineEdit:
        field = QLineEdit()
        field.setObjectName(name)
        field.setAccessibleName(label)
        field.setMaxLength(40)
        field.returnPressed.connect(self._next_field)
        return field

    def _next_field(self) -> None:
        self.focusNextChild()

    def _show(self, stands: PaperStands) -> None:
        missing = self.tr("Still to be entered: {numbers}.").format(numbers=stands.missing)
        self.missing.setText(missing if stands.missing else self.tr("Every paper receipt of yours is entered."))
        if not self.paper.text():
            self.paper.setText(stands.first)
            self.paper.selectAll()
        if not self.day.text():
            self.day.setText(stands.day)

    def _store(self) -> None:
        self.fault.show_fault("")
        self.store.set_busy(self.tr("Storing..."))
        self._model.enter(self.typed())

    def _is_in(self, said: str) -> None:
        self.store.set_busy("")
        self.fault.show_fault("")
        self.stored.setText(said)
        for field in (self.paper, self.account, self.amount, self.reference):
            field.clear()
        self.paper.setFocus()

    def _refuse(self, sentence: str) -> None:
        self.store.set_busy("")
        self.stored.setText("")
        self.fault.show_fault(sentence)
