"""A supervisor counts an open drawer; the result stands here and nowhere the cashier looks (R8)."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QStackedLayout, QWidget

from ui.look.theme import current_look
from ui.viewmodels.batches import words
from ui.viewmodels.batches.surprise import SURPRISE_PAPERS, SurpriseModel, SurpriseTyped
from ui.views.batches.cash_count import CashCountPart
from ui.views.batches.parts import CompareList, ItemField, SumField
from ui.widgets.amount_field import ErrorLine
from ui.widgets.dialog import Dialog
from ui.widgets.rows import column
from ui.widgets.text import Text

_RIGHT = Qt.AlignmentFlag.AlignRight


class SurpriseDialog(Dialog):
    """Counted, stored, compared; then only closed."""

    def __init__(self, parent: QWidget, model: SurpriseModel, batch: str, cashier: str) -> None:
        super().__init__(
            parent, words.tr("Surprise count, batch {batch}").format(batch=batch),
            words.tr("Drawer of {cashier}. The batch goes on; only you are told what is over or short.").format(
                cashier=cashier
            ),
            icon="coins", width=560, name="surprise",
        )  # fmt: skip
        self._model = model
        self._batch = batch
        self.cash = CashCountPart(name="surprise_cash")
        self.items = {kind: ItemField(self._how_many(kind), name=f"surprise_{kind}_items") for kind in SURPRISE_PAPERS}
        self.amounts = {
            kind: SumField(self._total(kind), name=f"surprise_{kind}_total") for kind in SURPRISE_PAPERS
        }
        self.total = Text("0.00", "total", name="surprise_total")
        self.found = CompareList((self.tr("Expected"), self.tr("Counted")), name="surprise_found")
        self.fault = ErrorLine(name="surprise_fault")
        sheet, result = QWidget(), QWidget()
        sheet.setLayout(column(self.cash, self._papers(), spacing=10))
        result.setLayout(column(Text(self.tr("Stored with both names."), weight=600), self.found, None, spacing=10))
        self._pages = QStackedLayout()
        self.body.addLayout(self._pages)  # before its pages: else the first stands as a window of its own for a moment
        self._pages.addWidget(sheet)
        self._pages.addWidget(result)
        self.body.addWidget(self.fault)
        self.close_it = self.add_button(self.tr("Cancel"), key="Esc", name="surprise_close")
        self.store = self.add_button(self.tr("Store the count"), key="F10", variant="primary", name="surprise_store")
        self.store.clicked.connect(self._store)
        self.setTabOrder(self.amounts[SURPRISE_PAPERS[-1]], self.store)
        self.cash.changed.connect(self._sum_up)
        model.counted.connect(self._show_found)
        model.refused.connect(self._refuse)

    @classmethod
    def ask(cls, parent: QWidget, model: SurpriseModel, batch: str, cashier: str) -> "SurpriseDialog":
        """Open it. Tests replace this method."""
        dialog = cls(parent, model, batch, cashier)
        dialog.open()
        dialog.cash.first_field().setFocus()
        return dialog

    def _how_many(self, kind: str) -> str:
        return self.tr("How many {kind}").format(kind=words.class_words(kind).lower())

    def _total(self, kind: str) -> str:
        return self.tr("{kind}, total").format(kind=words.class_words(kind))

    def _papers(self) -> QGridLayout:
        px = current_look().px
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(10))
        grid.setVerticalSpacing(px(6))
        grid.setColumnStretch(0, 1)
        grid.addWidget(Text(self.tr("Cash counted"), "body", "ink2"), 0, 0)
        grid.addWidget(self.total, 0, 1, 1, 2, _RIGHT)
        for at, kind in enumerate(SURPRISE_PAPERS, start=1):
            grid.addWidget(Text(words.class_words(kind), weight=600), at, 0)
            grid.addWidget(self.items[kind], at, 1)
            grid.addWidget(self.amounts[kind], at, 2)
        return grid

    def _sum_up(self) -> None:
        self.total.setText(str(self.cash.cash().total))
        self.fault.show_fault("")

    def _store(self) -> None:
        if self.cash.is_empty():
            self.fault.show_fault(self.tr("Count the cash first; type a zero where there is none."))
            return
        self.store.set_busy(self.tr("Storing..."))
        self._model.submit(self._batch, SurpriseTyped(
            self.cash.cash(),
            {kind: field.text() for kind, field in self.items.items()},
            {kind: field.text() for kind, field in self.amounts.items()},
        ))  # fmt: skip

    def _show_found(self, lines: tuple[tuple[str, str, str, bool], ...]) -> None:
        self.found.show_lines(lines)
        self._pages.setCurrentIndex(1)
        self.store.set_busy("")
        self.store.hide()
        self.close_it.set_words(self.tr("Close"))
        self.close_it.setFocus()
        self.hint.setText(self.tr("It stands in the batch's facts. Tell the cashier after the drawer is counted."))

    def _refuse(self, sentence: str) -> None:
        self.store.set_busy("")
        self.fault.show_fault(sentence)
