"""Opening a batch: starting cash by denomination, against what was issued (R1, R5)."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.usecases.open_batch import ClockBehindError
from ui.look.theme import current_look
from ui.viewmodels.batches import words
from ui.viewmodels.batches.open_batch import OpenBatchModel, OpeningShown
from ui.views.batches.cash_count import CashCountPart
from ui.views.clock_dialog import ClockDialog
from ui.widgets.amount_field import ErrorLine
from ui.widgets.card import Rule
from ui.widgets.dialog import Dialog
from ui.widgets.note_card import NoteCard
from ui.widgets.pick_box import PickBox
from ui.widgets.rows import column, row
from ui.widgets.text import Text


class OpenBatchDialog(Dialog):
    """Counts the drawer before the first customer; also opened from the till's empty state."""

    def __init__(self, parent: QWidget, model: OpenBatchModel) -> None:
        super().__init__(
            parent, words.tr("Open a batch"), words.tr("Count the starting cash in the drawer."), icon="cash-register",
            width=860, name="open_batch",
        )  # fmt: skip
        self._model = model
        self._issued = ""
        self.cash = CashCountPart(name="opening_cash")
        self.day = Text("", "lead", weight=600, name="opening_day")
        self.total = Text("0.00", "total", name="opening_total")
        self.issued = Text("", "small", "ink2", name="opening_issued")
        self.why = Text(self.tr("Why is it not what was issued?"), "small", "ink2")
        self.reason = PickBox(self.why.text(), name="opening_reason")
        self.reason.setEditable(True)
        self.fault = ErrorLine(name="opening_fault")
        line = row(self.cash, Rule(upright=True), self._side(), spacing=38)
        line.setStretch(2, 1)
        self.body.addLayout(line)
        self.body.addWidget(self.fault)
        self.hint.setText(self.tr("Tab goes down; the ten-key pad is enough."))
        self.add_button(self.tr("Not now"), key="Esc", name="opening_not_now")
        self.open_button = self.add_button(
            self.tr("Open batch"), key="F10", icon="lock-open", variant="primary", name="opening_open"
        )
        self.open_button.clicked.connect(self._open)
        self.open_button.setEnabled(False)
        self.cash.changed.connect(self._sum_up)
        model.ready.connect(self._show)
        model.opened.connect(self._opened)
        model.refused.connect(self._refuse)
        model.clock_behind.connect(self._ask_clock)

    @classmethod
    def ask(cls, parent: QWidget, model: OpenBatchModel) -> "OpenBatchDialog":
        """Open it; `model.opened` tells the batch. Tests replace this method."""
        dialog = cls(parent, model)
        dialog.open()
        dialog.cash.first_field().setFocus()
        model.begin()
        return dialog

    def _side(self) -> QWidget:
        for part in (self.why, self.reason):
            policy = part.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            part.setSizePolicy(policy)
            part.hide()
        side = QWidget()
        side.setMinimumWidth(current_look().px(240))
        note = NoteCard("lock", self.tr("The drawer is yours until your count is accepted."), name="opening_note")
        side.setLayout(
            column(
                Text(self.tr("Business date"), "body", "ink2"), self.day, 10, Rule(), 8,
                Text(self.tr("Starting cash counted"), "body", "ink2"), self.total, self.issued, 12, self.why,
                self.reason, None, note, spacing=2,
            )
        )  # fmt: skip
        return side

    def _show(self, shown: OpeningShown) -> None:
        self.second.setText(self.tr("{place}. Count the starting cash in the drawer.").format(place=shown.place))
        self.day.setText(shown.day)
        self._issued = shown.issued_words
        self.reason.clear()
        self.reason.addItems(list(shown.reasons))
        self.reason.setCurrentIndex(-1)
        self.open_button.setEnabled(True)
        self._sum_up()

    def _sum_up(self) -> None:
        cash = self.cash.cash()
        self.total.setText(str(cash.total))
        self.issued.setText(self.tr("issued {amount}").format(amount=self._issued) if self._issued else "")
        differs = not self.cash.is_empty() and self._model.needs_reason(cash)
        self.issued.set_tone("risk" if differs else "ink2")
        self.why.setVisible(differs)
        self.reason.setVisible(differs)
        self.fault.show_fault("")

    def _open(self) -> None:
        cash = self.cash.cash()
        if self.cash.is_empty():
            self.fault.show_fault(self.tr("Count the starting cash first. Type 0 where there is none."))
            return
        reason = self.reason.currentText() if self._model.needs_reason(cash) else ""
        self._model.open(cash, reason)
        if self._model.is_busy:
            self.open_button.set_busy(self.tr("Opening..."))

    def _opened(self, _opened: object) -> None:
        self.accept()

    def _ask_clock(self, behind: ClockBehindError) -> None:
        ClockDialog.ask(self, self._model.clock, behind, confirmed=self._open)

    def _refuse(self, sentence: str) -> None:
        self.open_button.set_busy("")
        self.fault.show_fault(sentence)
        if self.reason.isVisibleTo(self) and not self.reason.currentText():
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
