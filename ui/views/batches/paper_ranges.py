"""Ranges of paper receipts: given out to cashiers, what is missing, taken back (R15)."""

from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.reasons import PAPER_REASONS
from ui.look.cells import Cell
from ui.look.theme import current_look
from ui.viewmodels.batches import words
from ui.viewmodels.batches.paper_ranges import PaperRangesModel
from ui.views.batches.ask_reason import ReasonDialog
from ui.views.batches.parts import labelled
from ui.widgets.amount_field import ErrorLine
from ui.widgets.card import Card
from ui.widgets.data_table import DataTable
from ui.widgets.dialog import Dialog
from ui.widgets.pick_box import PickBox
from ui.widgets.rows import row
from ui.widgets.table_delegate import TableColumn

_HEIGHT = 190


class PaperRangesDialog(Dialog):
    """The list, a new range, and a range taken back."""

    def __init__(self, parent: QWidget, model: PaperRangesModel) -> None:
        super().__init__(
            parent, words.tr("Paper receipts of an outage"),
            words.tr("Each number is given out once and entered once; what is missing is listed at the count."),
            icon="receipt", width=860, name="paper_ranges",
        )  # fmt: skip
        self._model = model
        heads = (
            TableColumn(self.tr("Numbers"), "text", 150), TableColumn(self.tr("Given to"), stretch=True),
            TableColumn(self.tr("From day"), "text", 120), TableColumn(self.tr("Entered"), "amount"),
            TableColumn(self.tr("Missing"), stretch=True), TableColumn("", "text", 110),
        )  # fmt: skip
        self.table = DataTable(heads, label=self.tr("Ranges given out"), name="paper_ranges_table")
        self.table.setMinimumHeight(current_look().px(_HEIGHT))
        card = Card(margins=(1, 1, 1, 1))
        card.body.addWidget(self.table)
        self.who = PickBox(self.tr("Given to"), name="paper_who")
        self.first = self._field(self.tr("First number"), "paper_first")
        self.last = self._field(self.tr("Last number"), "paper_last")
        self.day = self._field(self.tr("First day of the outage"), "paper_day")
        self.fault = ErrorLine(name="paper_ranges_fault")
        self.body.addWidget(card)
        new = row(
            labelled(self.tr("Given to"), self.who), labelled(self.tr("First number"), self.first),
            labelled(self.tr("Last number"), self.last), labelled(self.tr("First day of the outage"), self.day),
            spacing=12,
        )  # fmt: skip
        new.setStretch(0, 1)
        self.body.addLayout(new)
        self.body.addWidget(self.fault)
        self.hint.setText(self.tr("Type numbers as they are printed."))
        self.add_button(self.tr("Close"), key="Esc", name="paper_ranges_close")
        self.back = self.add_button(self.tr("Take back"), key="Ctrl B", name="paper_back")
        self.give = self.add_button(self.tr("Give out"), key="F10", variant="primary", name="paper_give")
        self.back.clicked.connect(self._ask_back)
        self.give.clicked.connect(self._give)
        self.table.row_chosen.connect(self._show_back)
        model.changed.connect(self._show)
        model.moved.connect(self._moved)
        model.refused.connect(self._refuse)
        self.day.setText(model.today)
        self._show_back(-1)

    @classmethod
    def ask(cls, parent: QWidget, model: PaperRangesModel) -> "PaperRangesDialog":
        """Open it. Tests replace this method."""
        dialog = cls(parent, model)
        dialog.open()
        dialog.first.setFocus()
        model.load()
        return dialog

    def _field(self, label: str, name: str) -> QLineEdit:
        field = QLineEdit()
        field.setObjectName(name)
        field.setAccessibleName(label)
        field.setMaxLength(16)
        field.returnPressed.connect(self._next_field)
        return field

    def _next_field(self) -> None:
        self.focusNextChild()

    def _show(self) -> None:
        if not self.who.count():
            for user in self._model.people:
                self.who.addItem(user.name, user.user)
        self.table.show_rows([
            [
                Cell(one.numbers), Cell(one.issued_to), Cell(one.day, "ink2"), Cell(one.entered),
                Cell(one.missing, "" if one.is_out else "ink3"), Cell(one.state, "ink2"),
            ]
            for one in self._model.rows
        ])  # fmt: skip
        self._show_back(self.table.chosen_row())

    def _show_back(self, at: int) -> None:
        can = 0 <= at < len(self._model.rows) and self._model.rows[at].is_out
        self.back.setEnabled(can)
        self.back.set_reason("" if can else self.tr("Pick a range of the list that is still out."))

    def _give(self) -> None:
        self.fault.show_fault("")
        self._model.issue(
            to=str(self.who.currentData() or ""), first=self.first.text(), last=self.last.text(),
            outage_on=self.day.text().strip(),
        )  # fmt: skip

    def _ask_back(self) -> None:
        at = self.table.chosen_row()
        if not 0 <= at < len(self._model.rows):
            return
        one = self._model.rows[at]
        if not one.missing:
            self._model.take_back(one.ref, "")
            return
        ReasonDialog.ask(
            self, title=self.tr("Take back {numbers}").format(numbers=one.numbers),
            sentence=self.tr("Never entered: {numbers}. Nothing of this range can be entered afterwards.").format(
                numbers=one.missing
            ),
            reasons=PAPER_REASONS, verb=self.tr("Take back"),
            answered=lambda reason: self._model.take_back(one.ref, reason),
        )  # fmt: skip

    def _moved(self) -> None:
        self.fault.show_fault("")
        self.first.clear()
        self.last.clear()

    def _refuse(self, sentence: str) -> None:
        self.fault.show_fault(sentence)
