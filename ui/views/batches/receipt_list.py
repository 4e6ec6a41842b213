"""The receipts behind a figure or of a batch; Enter opens the paper."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.look.cells import Cell
from ui.look.theme import current_look
from ui.viewmodels.batches.receipt_list import ListedReceipt
from ui.widgets.card import Card
from ui.widgets.data_table import DataTable
from ui.widgets.dialog import Dialog
from ui.widgets.empty_state import EmptyState
from ui.widgets.table_delegate import TableColumn

_HEIGHT = 380


class ReceiptListDialog(Dialog):
    """Signal: `opened(number)` somebody wants to see this one."""

    opened = Signal(str)

    def __init__(self, parent: QWidget, title: str, receipts: Sequence[ListedReceipt]) -> None:
        super().__init__(parent, title, icon="list-details", width=980, name="receipt_list")
        self._receipts = list(receipts)
        heads = (
            TableColumn(self.tr("Receipt"), "number"), TableColumn(self.tr("Batch"), "number"),
            TableColumn(self.tr("Taken"), "text"), TableColumn(self.tr("Account"), stretch=True),
            TableColumn(self.tr("Paid with"), "text", 150), TableColumn(self.tr("Amount"), "amount"),
            TableColumn("", "badge"),
        )  # fmt: skip
        self.table = DataTable(heads, label=title, name="receipt_list_table")
        self.table.show_rows([self._row(receipt) for receipt in receipts])
        self.table.setMinimumHeight(current_look().px(_HEIGHT))
        self.table.opened.connect(self._open)
        if receipts:
            card = Card(margins=(1, 1, 1, 1))
            card.body.addWidget(self.table)
            self.body.addWidget(card)
            self.table.selectRow(0)
            self.hint.setText(self.tr("{n} receipts. Enter opens one.").format(n=len(receipts)))
        else:
            self.body.addWidget(EmptyState("receipt-off", self.tr("No receipts"), is_large=False))
        self.add_button(self.tr("Close"), key="Esc", name="receipt_list_close")

    @classmethod
    def ask(cls, parent: QWidget, title: str, receipts: Sequence[ListedReceipt]) -> "ReceiptListDialog":
        """Open it. Tests replace this method."""
        dialog = cls(parent, title, receipts)
        dialog.open()
        dialog.table.setFocus()
        return dialog

    def _row(self, receipt: ListedReceipt) -> list[Cell]:
        mark = Cell(self.tr("Void"), "risk", "x") if receipt.is_void else Cell()
        tone = "ink3" if receipt.is_void else ""
        return [
            Cell(receipt.number), Cell(receipt.batch), Cell(receipt.time, "ink2"), Cell(receipt.accounts),
            Cell(receipt.how, "ink2"), Cell(receipt.amount, tone), mark,
        ]  # fmt: skip

    def _open(self, at: int) -> None:
        self.opened.emit(self._receipts[at].number)
