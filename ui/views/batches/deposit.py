"""The deposit builder: batches ticked into a bag, its cash counted, each check listed, two names."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.look.cells import Cell
from ui.look.theme import current_look
from ui.viewmodels.batches.deposit import BagBatch, BagPaper, BagShown, DepositModel
from ui.views.batches.cash_count import CashCountPart
from ui.views.batches.parts import CompareList
from ui.widgets.amount_field import ErrorLine
from ui.widgets.card import Card, Panel, Rule
from ui.widgets.data_table import DataTable
from ui.widgets.empty_state import EmptyState
from ui.widgets.key_cap_button import KeyCapButton
from ui.widgets.rows import column, row
from ui.widgets.shortcut import shortcut
from ui.widgets.table_delegate import TableColumn
from ui.widgets.text import Text

_SIDE_WIDTH = 384


class DepositPage(QWidget):
    """Signals: `left()` back to the board; `verify_asked(BagShown)`; `undo_asked(BagShown)` to be taken apart;
    `slip_asked(str)` a deposit's number; `amount_asked(BagPaper)` another amount for a paper; `paper_asked()` one more.
    """

    left = Signal()
    amount_asked = Signal(object)
    paper_asked = Signal()
    verify_asked = Signal(object)
    undo_asked = Signal(object)
    slip_asked = Signal(str)

    def __init__(self, model: DepositModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("batches_deposit_page")
        self._model = model
        self._make_left()
        self.cash = CashCountPart(name="deposit_cash")
        self._make_side()
        self._arrange()
        shortcut(self, "Esc", self.left.emit)
        shortcut(self, "F10, Alt+P", self.prepare.click)
        shortcut(self, "Alt+V", self.verify.click)
        shortcut(self, "Alt+T", self.undo.click)
        shortcut(self, "Ctrl+P", self.slip.click)
        shortcut(self, "Alt+N", self.add.click)
        shortcut(self, "Alt+B", self.bag.setFocus)
        shortcut(self, "Alt+C", self._count_cash)
        self.cash.changed.connect(self._show_face)
        model.changed.connect(self._show)
        model.prepared.connect(self._prepared)
        model.refused.connect(self._refuse)

    def live_keys(self) -> list[tuple[str, str]]:
        """Keys of this page."""
        keys = [
            ("Space", self.tr("Into the bag or out")), ("Alt C", self.tr("Count the cash")),
            ("Alt B", self.tr("Bag number")), ("F10", self.tr("Prepare the bag")),
        ]  # fmt: skip
        if self.bags.chosen_row() >= 0:
            keys += [
                ("Alt V", self.tr("Verify")), ("Alt T", self.tr("Take apart")), ("Ctrl P", self.tr("Deposit slip")),
            ]  # fmt: skip
        return [*keys, ("Esc", self.tr("Back"))]

    def take_focus(self) -> None:
        """The batches."""
        self.batches.setFocus()

    def _count_cash(self) -> None:
        self.cash.first_field().setFocus()

    def _make_left(self) -> None:
        heads = (
            TableColumn("", "tick"), TableColumn(self.tr("Batch"), "text", stretch=True, weight=500),
            TableColumn(self.tr("For the bag"), "amount"),
        )  # fmt: skip
        self.batches = DataTable(
            heads, row_height=42, label=self.tr("Balanced batches outside a bag"), name="deposit_batches"
        )
        self.batches.ticked.connect(self._tick)
        self.nothing = EmptyState(
            "checks", self.tr("Every balanced batch is in a bag"), is_large=False, name="deposit_nothing"
        )
        bag_heads = (
            TableColumn(self.tr("Bag"), stretch=True), TableColumn(self.tr("Total"), "amount"), TableColumn("", "badge")
        )
        self.bags = DataTable(bag_heads, row_height=42, label=self.tr("Last bags"), name="deposit_bags")
        self.bags.row_chosen.connect(self._show_bag_buttons)
        self.verify = KeyCapButton(
            self.tr("Verify"), key="Alt V", icon="shield-check", height=32, name="deposit_verify"
        )
        self.slip = KeyCapButton(self.tr("Slip"), key="Ctrl P", icon="file-text", height=32, name="deposit_slip")
        self.undo = KeyCapButton(self.tr("Take apart"), key="Alt T", icon="package", height=32, name="deposit_undo")
        self.verify.clicked.connect(self._ask_verify)
        self.undo.clicked.connect(self._ask_undo)
        self.slip.clicked.connect(self._ask_slip)

    def _make_side(self) -> None:
        self.bank = Text("", "lead", weight=600, elide=True, name="deposit_bank")
        self.total = Text("0.00", "total", name="deposit_total")
        self.sums = CompareList((self.tr("from batches"), self.tr("in the bag")), name="deposit_sums")
        heads = (
            TableColumn("", "tick"), TableColumn(self.tr("Check or order"), stretch=True),
            TableColumn(self.tr("Amount"), "amount"),
        )  # fmt: skip
        self.papers = DataTable(heads, row_height=42, label=self.tr("Checks and money orders"), name="deposit_papers")
        self.papers.ticked.connect(self._take_out)
        self.papers.opened.connect(self._change_paper)
        self.amount = KeyCapButton(self.tr("Amount"), icon="pencil", key="Enter", height=32, name="deposit_amount")
        self.add = KeyCapButton(self.tr("Add a paper"), icon="plus", key="Alt N", height=32, name="deposit_add")
        self.amount.clicked.connect(self._change_chosen)
        self.add.clicked.connect(self.paper_asked)
        self.bag = QLineEdit()
        self.bag.setObjectName("deposit_bag")
        self.bag.setAccessibleName(self.tr("Bag number"))
        self.bag.setPlaceholderText(self.tr("as printed on the bag"))
        self.fault = ErrorLine(name="deposit_fault")
        self.prepare = KeyCapButton(
            self.tr("Prepare the bag"), key="F10", icon="moneybag", variant="primary", height=44, name="deposit_prepare"
        )
        self.prepare.clicked.connect(self._prepare)

    def _arrange(self) -> None:
        back = KeyCapButton(self.tr("Back"), key="Esc", icon="arrow-left", name="deposit_back")
        back.clicked.connect(self.left)
        title = row(Text(self.tr("Deposit builder"), "title"), None, back)
        list_card, bag_card, cash_card = Card(margins=(1, 1, 1, 1)), Card(margins=(1, 1, 1, 1)), Card()
        list_card.body.addWidget(self.nothing)
        list_card.body.addWidget(self.batches)
        bag_card.body.addWidget(self.bags)
        px = current_look().px
        bag_card.setFixedHeight(px(158))
        cash_card.body.addWidget(Text(self.tr("Cash in the bag, counted by you"), weight=600))
        cash_card.body.addWidget(self.cash)
        cash_card.body.addStretch(1)
        bags = row(Text(self.tr("Last bags"), weight=600), None, self.verify, self.slip)
        lists = column(
            Text(self.tr("Balanced batches outside a bag"), weight=600), list_card, bags, bag_card,
            row(None, self.undo), spacing=8,
        )
        lists.setStretch(1, 1)
        middle = row(lists, cash_card, spacing=12)
        middle.setStretch(0, 1)
        left = column(title, middle, spacing=10, margins=(20, 14, 16, 14))
        left.setStretch(1, 1)
        side = Panel(name="deposit_side", spacing=6)
        side.setFixedWidth(px(_SIDE_WIDTH))
        labels = Text(self.tr("Bag number"), "small", "ink2")
        paper_card = Card(margins=(1, 1, 1, 1))
        paper_card.body.addWidget(self.papers)
        for part in (
            Text(self.tr("Total of the bag"), "body", "ink2"), self.total, self.bank, Rule(), self.sums, paper_card,
        ):  # fmt: skip
            side.body.addWidget(part)
        side.body.setStretch(5, 1)
        side.body.addLayout(row(self.amount, self.add, None))
        for lower in (labels, self.bag, self.fault, self.prepare):
            side.body.addWidget(lower)
        line = row(left, side, spacing=0)
        line.setStretch(0, 1)
        self.setLayout(line)

    def _show(self) -> None:
        rows = self._model.batches()
        self.batches.setVisible(bool(rows))
        self.nothing.setVisible(not rows)
        self.batches.show_rows([_batch_cells(one) for one in rows])
        self.papers.show_rows([
            _paper_cells(paper) for paper in self._model.papers()
        ])  # fmt: skip
        self.bags.show_rows([self._bag_cells(bag) for bag in self._model.bags()])
        if self.bags.chosen_row() < 0 and self._model.bags():
            self.bags.selectRow(0)
        self._show_bag_buttons(self.bags.chosen_row())
        self._show_face()

    def _show_face(self) -> None:
        face = self._model.face(self.cash.cash())
        self.total.setText(face.total)
        self.bank.setText(face.bank)
        self.sums.show_lines([(line.words, line.due, line.here, line.is_even) for line in face.lines])
        self.amount.setEnabled(bool(self._model.papers()))
        self.prepare.setEnabled(face.has_batches)
        self.prepare.set_reason("" if face.has_batches else self.tr("Tick a batch first."))

    def _bag_cells(self, bag: BagShown) -> list[Cell]:
        names = f"{bag.prepared_by}, {bag.verified_by}" if bag.verified_by else bag.prepared_by
        state = Cell(self.tr("Two names"), "neutral", "check")
        if bag.can_verify:
            state = Cell(self.tr("To verify"), "attention", "search")
        if bag.undone_by:
            state = Cell(self.tr("Taken apart"), "neutral", "package")
        return [Cell(f"{bag.bag}  {bag.day}", second=f"{bag.deposit}, {names}"), Cell(bag.total), state]

    def _show_bag_buttons(self, at: int) -> None:
        bags = self._model.bags()
        bag = bags[at] if 0 <= at < len(bags) else None
        self.slip.setEnabled(bag is not None)
        self.verify.setEnabled(bag is not None and bag.can_verify)
        why = "" if bag is None or bag.can_verify else self.tr("The bag has its two names.")
        if bag is not None and bag.undone_by:
            why = self.tr("{name} took it apart.").format(name=bag.undone_by)
        self.verify.set_reason(why)
        self.undo.setEnabled(bag is not None and bag.can_undo)
        self.undo.set_reason(why)

    def _tick(self, at: int) -> None:
        rows = self._model.batches()
        if 0 <= at < len(rows):
            self._model.tick(rows[at].batch)

    def _take_out(self, at: int) -> None:
        papers = self._model.papers()
        if 0 <= at < len(papers):
            self._model.take_out(papers[at].key)

    def _change_chosen(self) -> None:
        self._change_paper(max(0, self.papers.chosen_row()))

    def _change_paper(self, at: int) -> None:
        papers = self._model.papers()
        if 0 <= at < len(papers):
            self.amount_asked.emit(papers[at])

    def _prepare(self) -> None:
        self.fault.show_fault("")
        self.prepare.set_busy(self.tr("Storing..."))
        self._model.prepare(self.bag.text(), self.cash.cash())

    def _prepared(self, _deposit: str) -> None:
        self.prepare.set_busy("")
        self.cash.clear()
        self.bag.clear()
        self.bags.clearSelection()

    def _refuse(self, sentence: str) -> None:
        self.prepare.set_busy("")
        self.fault.show_fault(sentence)

    def _chosen_bag(self) -> BagShown | None:
        at, bags = self.bags.chosen_row(), self._model.bags()
        return bags[at] if 0 <= at < len(bags) else None

    def _ask_verify(self) -> None:
        if (bag := self._chosen_bag()) is not None:
            self.verify_asked.emit(bag)

    def _ask_undo(self) -> None:
        if (bag := self._chosen_bag()) is not None:
            self.undo_asked.emit(bag)

    def _ask_slip(self) -> None:
        if (bag := self._chosen_bag()) is not None:
            self.slip_asked.emit(bag.deposit)


def _batch_cells(one: BagBatch) -> list[Cell]:
    return [
        Cell(tone="on" if one.is_ticked else ""), Cell(one.batch, second=f"{one.cashier}, {one.day}"),
        Cell(one.amount, "risk" if one.is_late else ""),
    ]  # fmt: skip


def _paper_cells(paper: BagPaper) -> list[Cell]:
    second = ", ".join(filter(None, (f"{paper.kind} {paper.number}".strip(), paper.receipt)))
    if paper.was:
        second = f"{second}, taken for {paper.was}"
    tone = "" if paper.is_in else "ink3"
    return [
        Cell(tone="on" if paper.is_in else ""), Cell(paper.payer or paper.kind, tone, second=second),
        Cell(paper.amount, tone),
    ]  # fmt: skip
