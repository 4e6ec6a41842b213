"""The tape calculator: type an amount and Enter, S for stubs, C for checks; stapled to the receipt by T (B11)."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.tape import TapeSide
from ui.look.cells import Cell
from ui.look.theme import current_look
from ui.viewmodels.till.tape import TapeModel, TapeRow
from ui.widgets.card import Card
from ui.widgets.data_table import DataTable
from ui.widgets.flow import FlowRow
from ui.widgets.key_cap_button import KeyCapButton
from ui.widgets.rows import column, row
from ui.widgets.segmented import Segment, SegmentedControl
from ui.widgets.table_delegate import TableColumn
from ui.widgets.text import Text

_WIDTH = 160
_LENGTH = 14
_LETTERS = {Qt.Key.Key_S: TapeSide.STUB, Qt.Key.Key_C: TapeSide.CHECK}


class TapeCalculator(QWidget):
    """Amounts left to right as they are typed; letters in the field are keys."""

    def __init__(self, model: TapeModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tape_calculator")
        self._model = model
        self.side = SegmentedControl(
            (Segment("stub", self.tr("Stubs  S")), Segment("check", self.tr("Checks  C"))),
            label=self.tr("The next amount is a stub or a check"), name="tape_side",
        )
        self.side.chosen.connect(self._choose)
        self.field = QLineEdit()
        self.field.setObjectName("tape_amount")
        self.field.setAccessibleName(self.tr("Amount"))
        self.field.setPlaceholderText(self.tr("amount"))
        self.field.setProperty("role", "paying")
        self.field.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.field.setMaxLength(_LENGTH)
        self.field.setFixedWidth(current_look().px(_WIDTH))
        self.field.returnPressed.connect(self._add)
        self.field.installEventFilter(self)
        heads = (
            TableColumn("", stretch=True), TableColumn(self.tr("Stubs"), "amount", 130),
            TableColumn(self.tr("Checks"), "amount", 130),
        )  # fmt: skip
        self.table = DataTable(heads, label=self.tr("Tape"), name="tape_table")
        self.table.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._totals = {
            name: Text("0.00", "head", name=f"tape_{name}") for name in ("stubs", "checks", "difference")
        }
        self._stapled = Text("", "small", "accent", weight=600, name="tape_stapled")
        self.said = Text("", "small", "ink2", wrap=True, name="tape_said")
        keys = (
            ("R", self.tr("From receipt"), "receipt", model.pull),
            ("T", self.tr("Staple"), "paperclip", model.staple),
            ("P", self.tr("Print"), "printer", model.print),
            ("Del", self.tr("Last off"), "backspace", model.remove_last),
            ("X", self.tr("Clear"), "trash", model.clear),
        )  # fmt: skip
        self.buttons = {}
        for key, words, icon, deed in keys:
            button = KeyCapButton(words, key=key, icon=icon, height=36, name=f"tape_{key.lower()}")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(deed)
            button.clicked.connect(self.field.setFocus)
            self.buttons[key] = button
        self._lay_out()
        model.changed.connect(self._show)
        model.told.connect(self.said.setText)
        self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Letters and + - of the amount's field are keys; everything else is typed."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier):
            return False
        key = Qt.Key(event.key())
        if key in _LETTERS:
            self._model.choose(_LETTERS[key])
            self._add_typed()
        elif key == Qt.Key.Key_Plus:
            self._add()
        elif key == Qt.Key.Key_Minus and self.field.text().strip("-"):
            self.field.setText(f"{self.field.text().strip('-')}-")
            self._add()
        elif key == Qt.Key.Key_Delete and not self.field.text():
            self._model.remove_last()
        elif event.text().upper() in self.buttons:
            self.buttons[event.text().upper()].click()
        else:
            return False
        return True

    def showEvent(self, event: QShowEvent) -> None:
        """What happened meanwhile is seen; hidden, the tape costs nothing."""
        super().showEvent(event)
        self._show()

    def _add(self) -> None:
        if self.field.text().strip() and self._model.add(self.field.text()):
            self.said.setText("")
            self.field.clear()

    def _add_typed(self) -> None:
        """S or C behind an amount adds it there at once."""
        if self.field.text().strip():
            self._add()

    def _choose(self, key: str) -> None:
        self._model.choose(TapeSide(key))
        self.field.setFocus()

    def _lay_out(self) -> None:
        card = Card(margins=(1, 1, 1, 1))
        card.body.addWidget(self.table)
        words = {
            "stubs": self.tr("Stubs"), "checks": self.tr("Checks"), "difference": self.tr("Checks less stubs")
        }  # fmt: skip
        sums = row(
            *(column(Text(words[name], "small", "ink2"), text, spacing=0) for name, text in self._totals.items()),
            None, spacing=28,
        )  # fmt: skip
        lines = column(
            row(self.side, self.field, self._stapled, None, spacing=10), card, sums, self.said,
            FlowRow(*self.buttons.values(), spacing=6), spacing=10,
        )
        lines.setStretch(1, 1)
        lines.setContentsMargins(16, 12, 16, 14)
        self.setLayout(lines)

    def _show(self) -> None:
        if not self.isVisible():
            return
        self.table.show_rows([_cells(one) for one in self._model.rows()])
        self.table.scrollToBottom()
        for text, total in zip(self._totals.values(), self._model.totals(), strict=True):
            text.setText(total)
        self.side.set_current(self._model.side.value)
        is_stapled = self._model.is_stapled
        self._stapled.setText(self.tr("Prints with the receipt in hand") if is_stapled else "")
        self.buttons["T"].set_words(self.tr("Unstaple") if is_stapled else self.tr("Staple"))


def _cells(one: TapeRow) -> list[Cell]:
    figure = Cell(one.amount)
    return [Cell(one.words), *((figure, Cell()) if one.side is TapeSide.STUB else (Cell(), figure))]
