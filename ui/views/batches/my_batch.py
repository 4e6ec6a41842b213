"""A cashier's page: the own batch, its receipts, what stands in the way, and the way to the count."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from ui.look.cells import Cell
from ui.look.theme import current_look
from ui.viewmodels.batches.my_batch import MyBatch, MyBatchModel, MyReceipt
from ui.widgets.alert_bar import AlertBar
from ui.widgets.badge import Badge
from ui.widgets.card import Card, Panel, Rule
from ui.widgets.data_table import DataTable
from ui.widgets.empty_state import EmptyState
from ui.widgets.fact_list import FactList
from ui.widgets.flow import FlowRow
from ui.widgets.key_cap_button import KeyCapButton
from ui.widgets.note_card import NoteCard
from ui.widgets.rows import column, empty, row
from ui.widgets.shortcut import shortcut
from ui.widgets.table_delegate import TableColumn
from ui.widgets.text import Text

_SIDE_WIDTH = 360
_MOST_SIDE_PX = 360
"""Large text must not push the amounts out of sight."""
_TIGHT_FROM_PERCENT = 125
_TIGHT_BELOW_PX = 1500
_TAKEN = 1
"""The column that gives way to large text on a narrow screen; the receipt itself says when it was taken."""


class MyBatchPage(QWidget):
    """Signals: `open_asked()`, `count_asked(str)`, `turn_in_asked(str)`, `hand_over_asked(str)`,
    `paper_asked(str)`, `receipt_asked(str)`, `shown_changed()`."""

    open_asked = Signal()
    count_asked = Signal(str)
    turn_in_asked = Signal(str)
    hand_over_asked = Signal(str)
    paper_asked = Signal(str)
    receipt_asked = Signal(str)
    shown_changed = Signal()

    def __init__(self, model: MyBatchModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("batches_mine")
        self.setAccessibleName(self.tr("My batch"))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._model = model
        self._has_kept = False
        self.open_button = KeyCapButton(
            self.tr("Open a batch"), key="O", icon="lock-open", variant="primary", height=44, name="batches_open"
        )
        self.open_button.clicked.connect(self.open_asked)
        self.nothing = EmptyState(
            "stack-2", self.tr("No batch open"), self.tr("Count the starting cash, then customers can be served."),
            buttons=(self.open_button,), name="batches_none",
        )  # fmt: skip
        self.page = QWidget()
        self._unread = QWidget()
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self._unread)
        self._pages.addWidget(self.nothing)
        self._pages.addWidget(self.page)
        self._make_parts()
        self._arrange()
        shortcut(self, "C", self._count)
        shortcut(self, "T", self._turn_in)
        shortcut(self, "H", self._hand_over)
        shortcut(self, "N", self._paper)
        shortcut(self, "O", self._open)
        model.changed.connect(self._show)

    def live_keys(self) -> list[tuple[str, str]]:
        """Keys that do something now."""
        shown = self._model.shown
        if shown is None:
            return [("O", self.tr("Open a batch"))] if self._model.is_read else []
        keys = [("C", self.tr("Count"))] if shown.can_count else []
        keys += [("T", self.tr("Turn in cash"))] if shown.can_turn_in else []
        keys += [("H", self.tr("Hand over"))] if shown.can_hand_over else []
        keys += [("N", self.tr("Enter paper receipts"))] if shown.has_paper else []
        keys += [("O", self.tr("Open a batch"))] if shown.can_open else []
        keys += [("Enter", self.tr("Open receipt"))] if shown.receipts else []
        return keys

    def take_focus(self) -> None:
        """The list, or the one button; before the books answered the page itself."""
        if not self._model.is_read:
            self.setFocus()
        else:
            (self.table if self._model.shown is not None else self.open_button).setFocus()

    def say_kept(self, has_kept: bool) -> None:
        """Whether a count sheet was saved for later."""
        self._has_kept = has_kept
        self.count.set_words(self.tr("Go on counting") if has_kept else self.tr("Count"))

    def _make_parts(self) -> None:
        self.number = Text("", "title", zero=True, name="batches_number")
        self.badge = Badge("", name="batches_state")
        self.count = KeyCapButton(self.tr("Count"), key="C", icon="coins", variant="primary", name="batches_count")
        self.turn_in = KeyCapButton(self.tr("Turn in cash"), key="T", icon="moneybag", name="batches_turn_in")
        self.hand_over = KeyCapButton(
            self.tr("Hand over"), key="H", icon="arrows-exchange", name="batches_hand_over"
        )
        self.paper = KeyCapButton(self.tr("Enter paper receipts"), key="N", icon="receipt", name="batches_paper")
        self.another = KeyCapButton(
            self.tr("Open a batch"), key="O", icon="lock-open", name="batches_open_another"
        )
        self.another.clicked.connect(self.open_asked)
        self.alert = AlertBar("heed", "", name="batches_alert")
        heads = (
            TableColumn(self.tr("Receipt"), "number"), TableColumn(self.tr("Taken"), "text"),
            TableColumn(self.tr("Account"), stretch=True), TableColumn(self.tr("Paid with"), "text", 130),
            TableColumn(self.tr("Amount"), "amount"), TableColumn("", "badge"),
        )  # fmt: skip
        self.table = DataTable(heads, label=self.tr("Receipts of my batch"), name="batches_receipts")
        self.facts = FactList(name="batches_my_facts")
        self.next_step = Text("", "body", "ink2", wrap=True, name="batches_next_step")
        self.others = column(spacing=6)
        self.count.clicked.connect(self._count)
        self.turn_in.clicked.connect(self._turn_in)
        self.hand_over.clicked.connect(self._hand_over)
        self.paper.clicked.connect(self._paper)
        self.table.opened.connect(self._open_receipt)

    def _arrange(self) -> None:
        title = FlowRow(row(Text(self.tr("My batch"), "title"), 4, self.number, 4, self.badge))
        title.take_room()
        title.add(row(self.another, self.paper, self.hand_over, self.turn_in, self.count))
        card = Card(margins=(1, 1, 1, 1))
        card.body.addWidget(self.table)
        left = column(title, self.alert, card, spacing=10, margins=(20, 14, 20, 14))
        self._side = side = Panel(name="batches_side")
        blind = NoteCard(
            "eye-off", self.tr("Sums are not shown here: you will count what you see."), name="batches_blind"
        )
        for part in (self.facts, Rule(), self.next_step):
            side.body.addWidget(part)
        side.body.addLayout(self.others)
        side.body.addStretch(1)
        side.body.addWidget(blind)
        line = row(left, side, spacing=0)
        line.setStretch(0, 1)
        self.page.setLayout(line)
        self.dress()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The columns of a narrow page."""
        self._fit_columns()
        super().resizeEvent(event)

    def dress(self) -> None:
        """Side and columns of the text size in use."""
        self._side.setFixedWidth(min(current_look().px(_SIDE_WIDTH), _MOST_SIDE_PX))
        self._fit_columns()

    def _fit_columns(self) -> None:
        is_tight = current_look().scale_percent >= _TIGHT_FROM_PERCENT and self.width() < _TIGHT_BELOW_PX
        self.table.setColumnHidden(_TAKEN, is_tight)

    def _show(self) -> None:
        shown = self._model.shown
        wanted = self.page if shown is not None else self.nothing if self._model.is_read else self._unread
        is_other = self._pages.currentWidget() is not wanted
        self._pages.setCurrentWidget(wanted)
        if shown is not None:
            self._show_batch(shown)
        if is_other and self.isVisible():
            self.take_focus()
        self.shown_changed.emit()

    def _show_batch(self, shown: MyBatch) -> None:
        self.number.setText(shown.batch)
        self.badge.show_state(*shown.badge)
        self.facts.show_facts(shown.facts)
        self.next_step.setText(shown.next_step)
        self.alert.setVisible(bool(shown.obstacle or shown.back))
        self.alert.say(shown.back or shown.obstacle, shown.obstacle if shown.back else "")
        self.count.setVisible(shown.can_count or bool(shown.obstacle))
        self.count.setEnabled(shown.can_count)
        self.count.set_reason(shown.obstacle)
        self.turn_in.setVisible(shown.can_turn_in)
        self.hand_over.setVisible(shown.can_hand_over)
        self.paper.setVisible(shown.has_paper)
        self.another.setVisible(shown.can_open)
        self._fit_columns()
        self.table.show_rows([_cells(receipt) for receipt in shown.receipts])
        empty(self.others)
        for number in shown.others:
            button = KeyCapButton(number, variant="quiet", name=f"batches_other_{number}")
            button.clicked.connect(self._choose_other)
            self.others.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        if shown.others:
            self.others.insertWidget(0, Text(self.tr("Other batches of mine"), "small", "ink2"))

    def _choose_other(self) -> None:
        button = self.sender()
        if isinstance(button, KeyCapButton):
            self._model.choose(button.text())

    def _open(self) -> None:
        shown = self._model.shown
        if self._model.is_read and (shown is None or shown.can_open):
            self.open_asked.emit()

    def _count(self) -> None:
        shown = self._model.shown
        if shown is not None and shown.can_count:
            self.count_asked.emit(shown.batch)

    def _turn_in(self) -> None:
        shown = self._model.shown
        if shown is not None and shown.can_turn_in:
            self.turn_in_asked.emit(shown.batch)

    def _hand_over(self) -> None:
        shown = self._model.shown
        if shown is not None and shown.can_hand_over:
            self.hand_over_asked.emit(shown.batch)

    def _paper(self) -> None:
        shown = self._model.shown
        if shown is not None and shown.has_paper:
            self.paper_asked.emit(shown.batch)

    def _open_receipt(self, at: int) -> None:
        shown = self._model.shown
        if shown is not None and at < len(shown.receipts):
            self.receipt_asked.emit(shown.receipts[at].number)


def _cells(receipt: MyReceipt) -> list[Cell]:
    tone = "ink3" if receipt.is_void else ""
    return [
        Cell(receipt.number), Cell(receipt.time, "ink2"), Cell(receipt.accounts), Cell(receipt.how, "ink2"),
        Cell(receipt.amount, tone), Cell(receipt.mark.words, receipt.mark.tone, receipt.mark.icon),
    ]  # fmt: skip
