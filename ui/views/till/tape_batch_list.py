"""The tape of a batch on the screen: find as you type, print, keep as PDF (A9)."""

from PySide6.QtWidgets import QLineEdit, QWidget

from ui.look.cells import Cell
from ui.look.theme import current_look
from ui.viewmodels.till.tape_batch import BatchTapeModel
from ui.widgets.card import Card
from ui.widgets.data_table import DataTable
from ui.widgets.flow import FlowRow
from ui.widgets.key_cap_button import KeyCapButton
from ui.widgets.pick_box import PickBox
from ui.widgets.rows import column, row
from ui.widgets.shortcut import shortcut
from ui.widgets.table_delegate import TableColumn
from ui.widgets.text import Text

_BATCH_WIDTH = 160


class BatchTapeList(QWidget):
    """Receipts of one batch, the oldest first."""

    def __init__(self, model: BatchTapeModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tape_batch")
        self._model = model
        self.batches = PickBox(self.tr("Batch"), name="tape_batch_pick", parent=self)
        self.batches.setMinimumWidth(current_look().px(_BATCH_WIDTH))
        self.batches.textActivated.connect(model.choose)
        self.field = QLineEdit()
        self.field.setObjectName("tape_batch_find")
        self.field.setAccessibleName(self.tr("Find on the tape"))
        self.field.setPlaceholderText(self.tr("receipt, account, name, check or amount"))
        self.field.setClearButtonEnabled(True)
        self.field.textEdited.connect(model.seek)
        heads = (
            TableColumn(self.tr("Receipt"), "number"), TableColumn(self.tr("Taken")),
            TableColumn(self.tr("Account"), stretch=True), TableColumn(self.tr("Paid with"), width=130),
            TableColumn(self.tr("Amount"), "amount"), TableColumn(self.tr("So far"), "amount"),
        )  # fmt: skip
        self.table = DataTable(heads, label=self.tr("Tape of the batch"), name="tape_batch_table")
        self.title = Text("", weight=600, name="tape_batch_title")
        self.said = Text("", "small", "ink2", wrap=True, name="tape_batch_said")
        print_it = KeyCapButton(self.tr("Print"), key="Ctrl P", icon="printer", height=36, name="tape_batch_print")
        save = KeyCapButton(self.tr("Save as PDF"), key="Ctrl S", icon="download", height=36, name="tape_batch_pdf")
        print_it.clicked.connect(model.print)
        save.clicked.connect(model.save_pdf)
        shortcut(self, "Ctrl+P", model.print)
        shortcut(self, "Ctrl+S", model.save_pdf)
        card = Card(margins=(1, 1, 1, 1))
        card.body.addWidget(self.table)
        head = row(self.batches, self.field, spacing=10)
        head.setStretch(1, 1)
        foot = row(self.title, None, FlowRow(print_it, save, spacing=8), spacing=10)
        lines = column(head, card, foot, self.said, spacing=10)
        lines.setStretch(1, 1)
        lines.setContentsMargins(16, 12, 16, 14)
        self.setLayout(lines)
        model.changed.connect(self._show)
        model.told.connect(self.said.setText)
        self._show()

    def _show(self) -> None:
        model = self._model
        self.table.show_rows([
            [
                Cell(one.receipt), Cell(one.time, "ink2"), Cell(one.accounts), Cell(one.how, "ink2"),
                Cell(self.tr("void"), "ink3") if one.is_void else Cell(one.amount), Cell(one.so_far, "ink2"),
            ]
            for one in model.rows()
        ])  # fmt: skip
        self.table.setColumnHidden(5, not model.with_sums)
        self.table.scrollToBottom()
        self.title.setText(model.title)
        shown = [self.batches.itemText(at) for at in range(self.batches.count())]
        if shown != list(model.batches):
            self.batches.clear()
            self.batches.addItems(list(model.batches))
        self.batches.setCurrentText(model.batch)
