"""The supervisor's page (look 02): figures over all batches, the list, one batch at the right."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.look.cells import Cell
from ui.viewmodels.batches.board import BatchRow, BoardModel, Figure
from ui.viewmodels.batches.model import BatchesModel
from ui.views.batches.detail_panel import DetailPanel
from ui.widgets.alert_bar import AlertBar
from ui.widgets.card import Card
from ui.widgets.data_table import TWO_LINES_HEIGHT, DataTable
from ui.widgets.flow import FlowRow
from ui.widgets.key_cap_button import KeyCapButton
from ui.widgets.rows import column, row
from ui.widgets.segmented import Segment, SegmentedControl
from ui.widgets.shortcut import shortcut
from ui.widgets.table_delegate import TableColumn
from ui.widgets.text import Text
from ui.widgets.totals_band import BandFigure, TotalsBand


class BoardPage(QWidget):
    """Signals: `deposit_asked()`, `posting_asked()`, `open_asked()`, `figure_asked(Figure)`, `batch_opened(str)`
    Enter on a row, `voids_asked()`, `paper_asked()`, `shown_changed()`.
    """

    deposit_asked = Signal()
    posting_asked = Signal()
    open_asked = Signal()
    figure_asked = Signal(object)
    batch_opened = Signal(str)
    voids_asked = Signal()
    paper_asked = Signal()
    shown_changed = Signal()

    def __init__(self, model: BatchesModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("batches_board")
        self._model: BoardModel = model.board
        self._detail = model.detail
        self._ranges = model.paper_ranges
        self.panel = DetailPanel(model.detail)
        self._make_parts()
        self._arrange()
        self._make_keys()
        self._model.changed.connect(self._show)
        self._detail.changed.connect(self.shown_changed)

    def live_keys(self) -> list[tuple[str, str]]:
        """Keys that do something now, by frequency."""
        shown = self._detail.shown
        keys: list[tuple[str, str]] = []
        if shown is not None:
            keys.append(("Enter", self.tr("Open receipt")))
            panel = self.panel
            buttons = (
                (panel.accept, self.tr("Approve")), (panel.back, self.tr("Back to cashier")),
                (panel.reopen, self.tr("Reopen")), (panel.count, self.tr("Count")),
                (panel.voids, self.tr("Answer voids")),
            )  # fmt: skip
            keys += [
                (button.key, said) for button, said in buttons if button.isVisibleTo(panel) and button.isEnabled()
            ]
        keys += self.panel.deeds.live_keys() if shown is not None else []
        keys.append(("D", self.tr("Deposit builder")))
        keys.append(("E", self.tr("Posting files")))
        keys += [("P", self.tr("Paper receipts"))] if self.paper.isVisibleTo(self) else []
        if shown is not None and shown.has_report:
            keys.append(("Ctrl P", self.tr("Close report")))
        return keys

    def take_focus(self) -> None:
        """The list."""
        self.table.setFocus()

    def choose(self, batch: str) -> None:
        """Put the bar on a batch."""
        numbers = self._model.batch_numbers()
        if batch in numbers:
            self.table.selectRow(numbers.index(batch))

    def _make_parts(self) -> None:
        self.band = TotalsBand(name="batches_totals")
        self.band.pressed.connect(self._figure)
        self.alert = AlertBar("heed", "", icon="moneybag", name="batches_left")
        self.alert.set_button(self.tr("Deposit builder"))
        self.alert.pressed.connect(self.deposit_asked)
        self.waiting = AlertBar("heed", "", icon="shield-check", name="batches_waiting")
        self.waiting.set_button(self.tr("Answer"))
        self.waiting.pressed.connect(self.voids_asked)
        self.span = SegmentedControl(
            (
                Segment("today", self.tr("Today")), Segment("yesterday", self.tr("Yesterday")),
                Segment("week", self.tr("Week")),
            ),
            label=self.tr("Days shown"), name="batches_span",
        )  # fmt: skip
        self.span.chosen.connect(self._model.show_span)
        self.deposit = KeyCapButton(self.tr("Deposit builder"), key="D", icon="moneybag", name="batches_deposit")
        self.posting = KeyCapButton(self.tr("Posting"), key="E", icon="file-export", name="batches_posting")
        self.paper = KeyCapButton(self.tr("Outage"), key="P", icon="receipt", name="batches_paper_ranges")
        self.paper.setToolTip(self.tr("Paper receipts of an outage: give out, take back"))
        self.paper.clicked.connect(self.paper_asked)
        self.deposit.clicked.connect(self.deposit_asked)
        self.posting.clicked.connect(self.posting_asked)
        heads = (
            TableColumn(self.tr("Batch"), "number", weight=500), TableColumn(self.tr("Cashier"), stretch=True),
            TableColumn(self.tr("Cash"), "amount"), TableColumn(self.tr("Checks, orders"), "amount"),
            TableColumn(self.tr("Cards"), "amount"), TableColumn(self.tr("Over"), "amount"),
            TableColumn(self.tr("Short"), "amount"), TableColumn("", "badge"),
        )  # fmt: skip
        self.table = DataTable(
            heads, row_height=TWO_LINES_HEIGHT, label=self.tr("Batches"), name="batches_table"
        )
        self.table.row_chosen.connect(self._choose)
        self.table.opened.connect(self._open_row)

    def _arrange(self) -> None:
        title = FlowRow(row(Text(self.tr("Batches"), "title"), 12, self.span, spacing=8))
        title.take_room()
        title.add(row(self.paper, self.deposit, self.posting, spacing=8))
        card = Card(margins=(1, 1, 1, 1))
        card.body.addWidget(self.table)
        left = column(title, card, spacing=10, margins=(20, 0, 20, 14))
        lower = row(left, self.panel, spacing=0)
        lower.setStretch(0, 1)
        top = column(self.band, self.alert, self.waiting, spacing=8, margins=(20, 14, 20, 12))
        whole = column(top, lower, spacing=0)
        whole.setStretch(1, 1)
        self.setLayout(whole)

    def _make_keys(self) -> None:
        panel = self.panel
        for key, button in (
            ("A", panel.accept), ("C", panel.count), ("V", panel.voids), ("Ctrl+P", panel.report),
            ("D", self.deposit), ("E", self.posting), ("P", self.paper),
        ):  # fmt: skip
            shortcut(self, key, button.click)
        for button in panel.deeds.buttons():
            shortcut(self, button.key, partial(_press, button))
        shortcut(self, "R", self._back_or_reopen)
        shortcut(self, "O", self.open_asked.emit)
        shortcut(self.table, "Enter", self._open_chosen, own=True)

    def _back_or_reopen(self) -> None:
        for button in (self.panel.back, self.panel.reopen):
            if button.isVisibleTo(self):
                button.click()
                return

    def _show(self) -> None:
        self.paper.setVisible(self._may_issue())
        self.band.show_figures([_band(figure) for figure in self._model.figures()])
        left = self._model.left_words()
        self.alert.setVisible(bool(left))
        self.alert.say(left, self.tr("Put it into one today.") if left else "")
        waiting = self._model.open_approvals()
        self.waiting.setVisible(bool(waiting))
        if waiting:
            self.waiting.say(self.tr("Voids wait for a second person."), ", ".join(waiting))
        before = self._detail.chosen
        self.table.show_rows([_cells(shown) for shown in self._model.rows()])
        numbers = self._model.batch_numbers()
        self.choose(before if before in numbers else self._model.first_to_do())
        if not numbers:
            self._detail.choose("")
        self.shown_changed.emit()

    def _may_issue(self) -> bool:
        return self._ranges.may_issue

    def _choose(self, at: int) -> None:
        numbers = self._model.batch_numbers()
        if 0 <= at < len(numbers) and numbers[at] != self._detail.chosen:
            self._detail.choose(numbers[at])

    def _open_chosen(self) -> None:
        self._open_row(self.table.chosen_row())

    def _open_row(self, at: int) -> None:
        numbers = self._model.batch_numbers()
        if not 0 <= at < len(numbers):
            return
        shown = self._detail.shown
        suspect = next((one.receipt for one in shown.suspects[:1] if one.receipt), "") if shown is not None else ""
        if suspect and shown is not None and shown.batch == numbers[at]:
            self.panel.receipt_asked.emit(suspect)
        else:
            self.batch_opened.emit(numbers[at])

    def _figure(self, key: str) -> None:
        figure = next((one for one in self._model.figures() if one.key == key), None)
        if figure is not None:
            self.figure_asked.emit(figure)


def _press(button: KeyCapButton) -> None:
    """Only what is seen: a hidden deed is none of this batch's."""
    if button.isVisible():
        button.click()


def _band(figure: Figure) -> BandFigure:
    tone = "risk" if figure.is_risk else "ink"
    return BandFigure(figure.key, figure.label, figure.amount, figure.second, tone, figure.has_rule)


def _cells(shown: BatchRow) -> list[Cell]:
    return [
        Cell(shown.batch), Cell(shown.cashier, second=shown.place), Cell(shown.cash), Cell(shown.papers),
        Cell(shown.cards), Cell(shown.over, _tone(shown.over)), Cell(shown.short, _tone(shown.short)),
        Cell(shown.badge.words, shown.badge.tone, shown.badge.icon),
    ]  # fmt: skip


def _tone(amount: str) -> str:
    return "ink3" if amount in ("", "0.00") else "risk"
