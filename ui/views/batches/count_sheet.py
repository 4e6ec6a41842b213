"""The count sheet (look 05): blind, by keyboard alone, kept for later or submitted and locked."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from app.domain.paper_receipts import spans
from ui.look.theme import current_look
from ui.viewmodels.batches import words
from ui.viewmodels.batches.count_sheet import PAPERS, CountSheetModel, CountTyped, SheetShown
from ui.views.batches.cash_count import CashCountPart
from ui.views.batches.parts import ItemField, SumField
from ui.widgets.amount_field import ErrorLine
from ui.widgets.card import Rule
from ui.widgets.dialog import Dialog
from ui.widgets.note_card import NoteCard
from ui.widgets.rows import column, row
from ui.widgets.text import Text

KEEP_AFTER_MS = 400
_RIGHT = Qt.AlignmentFlag.AlignRight


class PaperCounts(QWidget):
    """Checks, cards and money orders: how many, and how much."""

    def __init__(self, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        px = current_look().px
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(10))
        grid.setVerticalSpacing(px(6))
        grid.setColumnStretch(0, 1)
        grid.addWidget(Text(self.tr("items"), "small", "ink2", align=_RIGHT), 0, 1)
        grid.addWidget(Text(self.tr("total"), "small", "ink2", align=_RIGHT), 0, 2)
        self.items: dict[str, ItemField] = {}
        self.amounts: dict[str, SumField] = {}
        for at, kind in enumerate(PAPERS, start=1):
            said = words.class_words(kind)
            item = ItemField(self.tr("How many {kind}").format(kind=said.lower()), name=f"{name}_{kind}_items")
            amount = SumField(self.tr("{kind}, total").format(kind=said), name=f"{name}_{kind}_total")
            grid.addWidget(Text(said, weight=600), at, 0)
            grid.addWidget(item, at, 1)
            grid.addWidget(amount, at, 2)
            self.items[kind], self.amounts[kind] = item, amount


class CountSheetDialog(Dialog):
    """Opened for one batch; says nothing of what was taken."""

    def __init__(self, parent: QWidget, model: CountSheetModel, shown: SheetShown) -> None:
        super().__init__(
            parent, words.tr("Count sheet, batch {batch}").format(batch=shown.batch), shown.second, icon="coins",
            width=890, name="count_sheet",
        )
        self._model = model
        self._shown = shown
        self._asked_for_rows = ""
        self.cash = CashCountPart(name="count_cash")
        self.total = Text("0.00", "total", name="count_total")
        self.left = Text("", "small", "ink2", name="count_left")
        self.papers = PaperCounts(name="count_papers")
        self.initials = QCheckBox(self)
        self.initials.setObjectName("count_initials")
        self.fault = ErrorLine(name="count_fault")
        side = self._side()
        line = row(self.cash, Rule(upright=True), side, spacing=38)
        line.setStretch(2, 1)
        self.body.addLayout(line)
        self.body.addWidget(self.fault)
        self.later = self.add_button(self.tr("Save for later"), key="Esc", name="count_later")
        self.submit = self.add_button(
            self.tr("Submit and lock"), key="F10", icon="lock", variant="primary", name="count_submit"
        )
        self.submit.clicked.connect(self._submit)
        self.cash.changed.connect(self._sum_up)
        model.submitted.connect(self._is_in)
        model.refused.connect(self._refuse)
        self._fill(shown.typed)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(KEEP_AFTER_MS)
        self._pause.timeout.connect(self._keep)
        fields = (*self.papers.items.values(), *self.papers.amounts.values())
        for changed in (self.cash.changed, self.initials.toggled, *(field.textChanged for field in fields)):
            changed.connect(self._pause.start)

    @classmethod
    def ask(cls, parent: QWidget, model: CountSheetModel, shown: SheetShown) -> "CountSheetDialog":
        """Open it; the model's signals tell the rest. Tests replace this method."""
        sheet = cls(parent, model, shown)
        sheet.open()
        sheet.cash.first_field().setFocus()
        return sheet

    def typed(self) -> CountTyped:
        """The sheet as it stands."""
        return CountTyped(
            bills=self.cash.bills.pieces(),
            coins=self.cash.coins.pieces(),
            rolls=self.cash.rolls.text(),
            items={kind: field.text() for kind, field in self.papers.items.items()},
            amounts={kind: field.text() for kind, field in self.papers.amounts.items()},
            is_initialled=self.initials.isChecked(),
        )

    def reject(self) -> None:
        """Esc and the cross save for later: what was typed is never lost."""
        if not self._model.is_busy:
            self._model.keep(self.typed())
            super().reject()

    def _keep(self) -> None:
        """A pause in typing: so far nothing is lost, whatever happens."""
        if self.isVisible() and not self._model.is_busy:
            self._model.keep(self.typed())

    def _side(self) -> QWidget:
        note = NoteCard(
            "eye-off",
            self.tr("You count what you see. The expected amount is shown to the supervisor only, after you submit."),
            name="count_blind",
        )
        listed = Text(self._listed(), "small", wrap=True, zero=True, name="count_unprinted")
        for part in (self.initials, listed):
            part.setVisible(bool(self._shown.unprinted or self._shown.missing_paper))
        only_papers = self._shown.missing_paper and not self._shown.unprinted
        self.initials.setText(self.tr("Initialled:") if only_papers else self.tr("Initialled, no paper came:"))
        side = QWidget()
        side.setMinimumWidth(current_look().px(250))
        side.setLayout(
            column(
                Text(self.tr("Cash counted"), "body", "ink2"), self.total, self.left, 8, Rule(), 6, self.papers, 10,
                self.initials, listed, None, note, spacing=2,
            )
        )  # fmt: skip
        return side

    def _listed(self) -> str:
        unprinted, missing = ", ".join(self._shown.unprinted), self._shown.missing_paper
        papers = self.tr("Paper receipts never entered: {numbers}").format(numbers=spans(missing)) if missing else ""
        return "\n".join(filter(None, (unprinted, papers)))

    def _fill(self, typed: CountTyped) -> None:
        self.cash.show_pieces(typed.bills, typed.coins, typed.rolls)
        for kind in PAPERS:
            self.papers.items[kind].setText(typed.items.get(kind, ""))
            self.papers.amounts[kind].setText(typed.amounts.get(kind, ""))
        self.initials.setChecked(typed.is_initialled)
        self._sum_up()
        count = self.tr("Count {n} of this batch.").format(n=self._shown.count_no)
        if self._shown.was_kept:
            self.hint.setText(self.tr("Here is what you had typed.") + f" {count}")
        else:
            self.hint.setText(self.tr("Tab goes down; the ten-key pad is enough.") + f" {count}")
        self.later.set_reason(self.tr("Kept until the count is submitted, also when CityTill is closed."))

    def _sum_up(self) -> None:
        face = self._model.face(self.typed())
        self.total.setText(face.cash)
        left = self.tr("so far; {rows} left").format(rows=face.left) if face.left else self.tr("every row counted")
        self.left.setText(left)
        self._asked_for_rows = ""

    def _submit(self) -> None:
        typed = self.typed()
        left = self._model.face(typed).left
        if left and left != self._asked_for_rows:
            self._asked_for_rows = left
            self.fault.show_fault(
                self.tr("Not counted: {rows}. Press F10 again if there are none.").format(rows=left)
            )
            return
        self.fault.show_fault("")
        self._model.submit(typed)
        if self._model.is_busy:
            self.submit.set_busy(self.tr("Submitting..."))

    def _is_in(self, _count: object) -> None:
        self.accept()

    def _refuse(self, sentence: str) -> None:
        self.submit.set_busy("")
        self.fault.show_fault(sentence)
