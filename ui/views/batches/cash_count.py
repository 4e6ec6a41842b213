"""Cash by denomination with its rolls: bills, coin, rolls, in one Tab order; used wherever cash is counted."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.cash import CashCount
from ui.viewmodels.batches import words
from ui.views.batches.parts import SumField, bill_grid, coin_grid
from ui.widgets.card import Rule
from ui.widgets.rows import column, row
from ui.widgets.text import Text


class CashCountPart(QWidget):
    """Two grids and the rolls. Signal: `changed()` at each digit."""

    changed = Signal()

    def __init__(self, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.bills = bill_grid(name=f"{name}_bills")
        self.coins = coin_grid(name=f"{name}_coins")
        self.rolls = SumField(self.tr("Value of rolls"), name=f"{name}_rolls", width=84)
        rolls = row(Text(self.tr("Rolls, value"), weight=500), None, self.rolls)
        right = column(self.coins, 8, Rule(), 8, rolls, None, spacing=0)
        line = row(self.bills, 47, right, None, spacing=0)
        line.setAlignment(self.bills, Qt.AlignmentFlag.AlignTop)
        self.setLayout(line)
        for part in (self.bills.changed, self.coins.changed, self.rolls.textChanged):
            part.connect(self._changed)

    def first_field(self) -> QLineEdit:
        """Where counting begins."""
        return self.bills.first_field()

    def cash(self) -> CashCount:
        """What was counted; a roll that cannot be read counts as nothing yet."""
        return words.cash_from(self.bills.pieces(), self.coins.pieces(), rolls=self.rolls.cents() or 0)

    def is_empty(self) -> bool:
        """Whether nothing was typed."""
        return not self.bills.pieces() and not self.coins.pieces() and not self.rolls.text()

    def left(self) -> str:
        """Denominations nobody counted yet."""
        return words.left_words(self.bills.pieces(), self.coins.pieces())

    def show_pieces(self, bills: Mapping[int, int], coins: Mapping[int, int], rolls: str) -> None:
        """Fill in what was kept."""
        self.bills.show_pieces(bills)
        self.coins.show_pieces(coins)
        self.rolls.setText(rolls)

    def clear(self) -> None:
        """An empty count."""
        self.show_pieces({}, {}, "")

    def _changed(self) -> None:
        self.changed.emit()
