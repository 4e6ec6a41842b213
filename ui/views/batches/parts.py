"""Small parts the room's screens share: counts of cash, papers, captions."""

from collections.abc import Sequence

from PySide6.QtCore import QRegularExpression, Qt
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QGridLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from app.domain.cash import BILLS, COINS
from app.domain.money import AmountUnreadableError, Money
from ui.look.theme import current_look
from ui.viewmodels.batches import words
from ui.widgets.amount_field import AmountField
from ui.widgets.count_grid import CountGrid, Denomination
from ui.widgets.rows import column
from ui.widgets.text import Text

_RIGHT = Qt.AlignmentFlag.AlignRight
_ITEM_DIGITS = 5


class CompareList(QWidget):
    """Rows of a word and two amounts under two captions; a pair that disagrees is red."""

    def __init__(self, heads: tuple[str, str], *, name: str = "compare", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._heads = heads
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(current_look().px(18))
        self._grid.setVerticalSpacing(current_look().px(4))
        self._grid.setColumnStretch(0, 1)

    def show_lines(self, lines: Sequence[tuple[str, str, str, bool]]) -> None:
        """Show word, first amount, second amount, and whether they agree."""
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for at, head in enumerate(self._heads, start=1):
            self._grid.addWidget(Text(head, "small", "ink2", align=_RIGHT), 0, at)
        for at, (said, first, second, is_even) in enumerate(lines, start=1):
            self._grid.addWidget(Text(said, "small", "ink2"), at, 0)
            self._grid.addWidget(Text(first, "body", weight=500, align=_RIGHT), at, 1)
            tone = "ink" if is_even else "risk"
            self._grid.addWidget(Text(second, "body", tone, weight=500 if is_even else 600, align=_RIGHT), at, 2)


class ItemField(QLineEdit):
    """How many papers; digits only. Enter goes on, as in the grid of pieces."""

    def __init__(self, label: str, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "amount")
        self.setAlignment(_RIGHT | Qt.AlignmentFlag.AlignVCenter)
        self.setAccessibleName(label)
        self.setObjectName(name)
        digits = QRegularExpression(f"[0-9]{{0,{_ITEM_DIGITS}}}")
        self.setValidator(QRegularExpressionValidator(digits, self))
        self.setFixedWidth(current_look().px(62))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.returnPressed.connect(self._go_on)

    def _go_on(self) -> None:
        self.focusNextChild()


class SumField(AmountField):
    """An amount of counted papers or rolls; Enter goes on. Empty is not counted yet."""

    def __init__(self, label: str, *, name: str, width: int = 104, parent: QWidget | None = None) -> None:
        super().__init__(cents_of, label=label, width=width, name=name, parent=parent)
        self.accepted.connect(self._go_on)

    def _go_on(self, _cents: int) -> None:
        self.focusNextChild()


def labelled(label: str, field: QWidget) -> QVBoxLayout:
    """A field with its words right above it."""
    return column(Text(label, "small", "ink2"), field, spacing=3)


def cents_of(text: str) -> int | str:
    """What was typed as cents, nothing as zero, or the sentence that says what is wrong with it."""
    try:
        cents = Money.parse(text or "0").cents
    except AmountUnreadableError as error:
        return error.sentence()
    return cents if cents >= 0 else AmountUnreadableError(text).sentence()


def bill_grid(*, name: str) -> CountGrid:
    """Bills from 100 down to 1."""
    return CountGrid(words.tr("Bills"), [Denomination(str(value // 100), value) for value in BILLS], words.amount,
                     name=name)  # fmt: skip


def coin_grid(*, name: str) -> CountGrid:
    """Coin from 1.00 down to 0.01."""
    return CountGrid(words.tr("Coin"), [Denomination(words.amount(value), value) for value in COINS], words.amount,
                     name=name)  # fmt: skip
