"""The balance, and what it opens into: the extract's amounts and our payments since (P22)."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.look.cells import Cell
from ui.look.theme import current_look
from ui.viewmodels.account.face import AccountFace, EntryShown
from ui.widgets.card import Card
from ui.widgets.data_table import HEAD_HEIGHT, DataTable
from ui.widgets.key_cap_button import KeyCapButton
from ui.widgets.rows import row
from ui.widgets.table_delegate import TableColumn
from ui.widgets.text import Text

_ROW_HEIGHT = 32
_ROWS_SEEN = 4
_DETAIL = 140
_NARROW = 450
_LIFT = 4


class BalanceCard(Card):
    """Three figures and the entries; `toggle` closes and opens the entries' parts. Signals: `toggled()`;
    `receipt_asked(number)` Enter on a receipt.
    """

    toggled = Signal()
    receipt_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(margins=(0, 12, 0, 8), spacing=8, name="account_balance_card", parent=parent)
        self.balance = Text("", "total", name="account_balance")
        self.past_due = Text("", "figure", name="account_past_due")
        self.current = Text("", "figure", name="account_current")
        self._due = Text("", "small", "ink2", name="account_due")
        self._entries: tuple[EntryShown, ...] = ()
        self.is_open = True
        self.table = DataTable(
            [
                TableColumn(self.tr("What makes the balance"), stretch=True, width=180),
                TableColumn("", width=_DETAIL, tone="ink2"),
                TableColumn(self.tr("Amount"), "amount", weight=500),
                TableColumn(self.tr("Balance"), "amount", tone="ink2"),
            ],
            row_height=_ROW_HEIGHT, label=self.tr("What makes the balance"), name="account_entries",
        )
        self.table.opened.connect(self._open_row)
        self.table.setMinimumHeight(current_look().px(HEAD_HEIGHT + _ROWS_SEEN * _ROW_HEIGHT))
        self.opener = KeyCapButton("", key="B", icon="list", variant="link", height=28, name="account_open_balance")
        self.opener.clicked.connect(self.toggle)
        self.body.addLayout(self._figures())
        self.body.addWidget(self.table, 1)
        self.body.addLayout(row(self.opener, None, margins=(16, 0, 16, 0)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow place the second words give way; the amounts stay."""
        self.table.setColumnHidden(1, event.size().width() < current_look().px(_NARROW))
        super().resizeEvent(event)

    def focus_entries(self) -> None:
        """The arrows go through the entries; the focus is seen on the row in hand."""
        if self.table.chosen_row() < 0:
            self.table.selectRow(0)
        self.table.setFocus()

    def show_face(self, face: AccountFace) -> None:
        """Figures and entries of an account."""
        self.balance.setText(face.balance or self.tr("incomplete"))
        self.balance.set_role("total" if face.balance else "band")
        self.past_due.setText(face.past_due)
        self.past_due.set_tone("risk" if face.is_past_due else "ink")
        self._due.setText(", ".join(filter(None, (self.tr("Current"), face.current_due))))
        self.current.setText(face.current)
        self._entries = face.entries
        self._show_entries()

    def toggle(self) -> None:
        """Open the balance to service and age, or close it to its steps."""
        self.is_open = not self.is_open
        self._show_entries()
        self.toggled.emit()

    def opener_words(self) -> str:
        """What the key does now."""
        return self.tr("Close the balance") if self.is_open else self.tr("Open the balance")

    def _figures(self) -> QGridLayout:
        """Labels on one line, figures of different sizes on one baseline."""
        px = current_look().px
        grid = QGridLayout()
        grid.setContentsMargins(px(16), 0, px(16), 0)
        grid.setHorizontalSpacing(px(26))
        grid.setVerticalSpacing(0)
        labels = (Text(self.tr("Balance"), "small", "ink2"), Text(self.tr("Past due"), "small", "ink2"), self._due)
        for at, (label, figure) in enumerate(zip(labels, (self.balance, self.past_due, self.current), strict=True)):
            grid.addWidget(label, 0, at)
            grid.addWidget(figure, 1, at, Qt.AlignmentFlag.AlignBottom)
            if at:
                figure.setContentsMargins(0, 0, 0, px(_LIFT))
        grid.setColumnStretch(len(labels), 1)
        return grid

    def _show_entries(self) -> None:
        self.opener.set_words(self.opener_words())
        self.table.show_rows([_cells(entry) for entry in self._shown_entries()])

    def _shown_entries(self) -> list[EntryShown]:
        return [entry for entry in self._entries if self.is_open or not entry.is_part]

    def _open_row(self, at: int) -> None:
        """A payment's or void's line, or a part of it, shows the receipt."""
        shown = self._shown_entries()[: at + 1]
        receipt = next((entry.receipt for entry in reversed(shown) if not entry.is_part), "")
        if receipt:
            self.receipt_asked.emit(receipt)


def _cells(entry: EntryShown) -> list[Cell]:
    tone = "ink2" if entry.is_part else "ink"
    return [Cell(entry.words, tone, entry.icon), Cell(entry.second), Cell(entry.amount, tone), Cell(entry.after)]
