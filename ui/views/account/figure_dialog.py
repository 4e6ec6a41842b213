"""A figure opened into what makes it: lines of the extract, our receipts and voids (P22)."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.look.cells import Cell
from ui.look.theme import current_look
from ui.viewmodels.account.face import AccountFace, FigureShown
from ui.widgets.card import Card
from ui.widgets.data_table import DataTable
from ui.widgets.dialog import Dialog
from ui.widgets.pick_box import PickBox
from ui.widgets.rows import row
from ui.widgets.table_delegate import TableColumn
from ui.widgets.text import Text

_HEIGHT = 280
_ROW_HEIGHT = 42


class FigureDialog(Dialog):
    """One figure at a time, picked from the list. Signal: `receipt_asked(number)` Enter on a receipt's line."""

    receipt_asked = Signal(str)

    def __init__(self, parent: QWidget, face: AccountFace, key: str) -> None:
        super().__init__(
            parent, f"{face.number}  {face.name}", "", icon="list-details", width=680, name="account_figure",
        )  # fmt: skip
        self._figures: Sequence[FigureShown] = face.figures
        self.second.setText(self.tr("What makes a figure: the extract's lines, and our receipts and voids since."))
        self.second.show()
        self.pick = PickBox(self.tr("Figure"), name="figure_pick")
        for figure in self._figures:
            self.pick.addItem(figure.words, figure.key)
        self.amount = Text("", "total", name="figure_amount")
        self.table = DataTable(
            [
                TableColumn(self.tr("What makes it"), stretch=True), TableColumn("", "text", 230, tone="ink2"),
                TableColumn(self.tr("Amount"), "amount", weight=500),
            ],
            row_height=_ROW_HEIGHT, label=self.tr("What makes the figure"), name="figure_lines",
        )  # fmt: skip
        self.table.setMinimumHeight(current_look().px(_HEIGHT))
        self.table.opened.connect(self._open)
        card = Card(margins=(1, 1, 1, 1))
        card.body.addWidget(self.table)
        self.body.addLayout(row(self.pick, None, self.amount))
        self.body.addWidget(card)
        self.hint.setText(self.tr("Enter on a receipt shows its paper."))
        self.add_button(self.tr("Close"), key="Esc", name="figure_close")
        self.pick.currentIndexChanged.connect(self._show)
        at = self.pick.findData(key)
        self.pick.setCurrentIndex(max(0, at))
        self._show(self.pick.currentIndex())

    @classmethod
    def ask(cls, parent: QWidget, face: AccountFace, key: str = "") -> "FigureDialog":
        """Open it at a figure. Tests replace this method."""
        dialog = cls(parent, face, key)
        dialog.open()
        dialog.pick.setFocus()
        return dialog

    def _show(self, at: int) -> None:
        if 0 <= at < len(self._figures):
            figure = self._figures[at]
            self.amount.setText(figure.amount)
            self.table.show_rows([
                [Cell(one.words, icon=one.icon), Cell(one.second, "ink2"), Cell(one.amount)] for one in figure.rows
            ])  # fmt: skip

    def _open(self, at: int) -> None:
        rows = self._figures[self.pick.currentIndex()].rows
        if 0 <= at < len(rows) and rows[at].receipt:
            self.receipt_asked.emit(rows[at].receipt)
