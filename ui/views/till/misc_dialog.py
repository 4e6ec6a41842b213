"""F3: the chooser of misc receipts. Type a code or name, Enter; then reference and amount, Enter (B8)."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QStackedLayout, QWidget

from ui.look.theme import current_look
from ui.viewmodels.till.misc import REFERENCE_LIMIT, MiscModel, reference_words
from ui.viewmodels.till.till import TillModel
from ui.viewmodels.till.words import amount, cents_of, tr
from ui.widgets.amount_field import AmountField, ErrorLine
from ui.widgets.dialog import Dialog
from ui.widgets.result_list import ROW_HEIGHT, ResultRow, ResultRows
from ui.widgets.rows import column, row
from ui.widgets.text import Text

_ROWS = 8
_LEAST = 3
_AROUND = 300  # head, field, words and foot
_WIDTH = 640
_FIRST = "Type a code or a name; Enter takes the one that is marked."
_STEPS = frozenset({Qt.Key.Key_Down, Qt.Key.Key_Up})
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class MiscDialog(Dialog):
    """Up and Down choose in the list while the words stay in the field; Esc goes from the second page to the first."""

    def __init__(self, parent: QWidget, model: MiscModel) -> None:
        super().__init__(
            parent, tr("Misc receipt"), tr(_FIRST), icon="receipt-2", width=_WIDTH, name="till_misc_dialog",
        )  # fmt: skip
        self._model = model
        self.words = QLineEdit()
        self.words.setObjectName("till_misc_find")
        self.words.setAccessibleName(self.tr("Code or name"))
        self.words.setPlaceholderText(self.tr("Code or name"))
        self.rows = ResultRows(self)
        self.rows.setAccessibleName(self.tr("Misc receipts found"))
        px = current_look().px
        room = parent.window().height() - px(_AROUND)
        self.rows.setFixedHeight(min(px(ROW_HEIGHT) * _ROWS, max(px(ROW_HEIGHT) * _LEAST, room)))
        self.none = Text("", "small", "ink2", name="till_misc_none")
        self.kind = Text("", "head", weight=600, name="till_misc_kind")
        self.label = Text("", "small", "ink2")
        self.reference = QLineEdit()
        self.reference.setObjectName("till_misc_reference")
        self.reference.setMaxLength(REFERENCE_LIMIT)
        self.reference.setProperty("role", "paying")
        self.amount = AmountField(cents_of, label=self.tr("Amount"), role="paying", width=150, name="till_misc_amount")
        self.fault = ErrorLine(name="till_misc_fault")
        self._lay_out()
        self.add_button(self.tr("Cancel"), key="Esc", name="till_misc_cancel")
        self.take = self.add_button(self.tr("Put on receipt"), key="Enter", variant="primary", name="till_misc_take")
        self.take.clicked.connect(self._take)
        for field in (self.words, self.reference, self.amount):
            field.installEventFilter(self)
        self.words.textEdited.connect(model.type)
        self.rows.clicked.connect(self._take)
        self.amount.accepted.connect(self._give)
        self.amount.fault_changed.connect(self.fault.show_fault)
        self.amount.left.connect(self.reject)
        model.changed.connect(self._show)
        model.joined.connect(self.accept)

    @classmethod
    def ask(cls, parent: QWidget, till: TillModel) -> "MiscDialog":
        """Open it over this till's work; tests replace this method."""
        model = MiscModel(till.session, till.lanes, till.work)
        dialog = cls(parent, model)
        model.setParent(dialog)
        model.joined.connect(till.moment.forget)
        model.begin()
        dialog.open()
        dialog.words.setFocus()
        return dialog

    def reject(self) -> None:
        """Esc: from the second page back to the list, else away."""
        if self._model.kind is None:
            super().reject()
        else:
            self._model.leave_kind()
            self.words.setFocus()
            self.words.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows move the mark; Enter goes on, once: it never reaches the foot's button as well."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if watched is self.words and event.key() in _STEPS:
                self._step(1 if event.key() == Qt.Key.Key_Down else -1)
                return True
            if event.key() in _ENTER:
                self._take()
                return True
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        self._pages = QStackedLayout()
        first, second = QWidget(), QWidget()
        first.setLayout(column(self.words, self.rows, self.none, spacing=8))
        fields = row(
            column(self.label, self.reference, spacing=2), column(Text(self.tr("Amount"), "small", "ink2"), self.amount,
                                                                  spacing=2), spacing=12,
        )  # fmt: skip
        fields.setStretch(0, 1)
        second.setLayout(column(self.kind, 8, fields, self.fault, None, spacing=4))
        for page in (first, second):
            self._pages.addWidget(page)
        self.body.addLayout(self._pages)

    def _step(self, by: int) -> None:
        at = min(max(self.rows.currentIndex().row() + by, 0), len(self.rows.rows) - 1)
        self.rows.setCurrentIndex(self.rows.model().index(at, 0))
        self.rows.viewport().update()

    def _take(self) -> None:
        """Enter: the row that is marked, the next field, or the line onto the receipt."""
        if self._model.kind is None:
            self._model.choose(self.rows.currentIndex().row())
        elif self.reference.hasFocus() and self.amount.isVisible() and not self.amount.isReadOnly():
            self.amount.setFocus()
        else:
            self.amount.returnPressed.emit()

    def _give(self, cents: int) -> None:
        self._model.give(cents, self.reference.text())

    def _show(self) -> None:
        kind = self._model.kind
        was_first = self._pages.currentIndex() == 0
        self._pages.setCurrentIndex(0 if kind is None else 1)
        if kind is None:
            self.second.setText(tr(_FIRST))
            hits = self._model.hits
            rows = tuple(ResultRow("receipt-2", each.code, each.name, each.second, each.price) for each in hits)
            if rows != self.rows.rows:
                self.rows.show_rows(rows)
            nothing = self._model.fault or ("" if hits else tr("Nothing found. Type fewer letters, or another word."))
            self.none.setText(nothing)
            return
        if was_first:
            self._show_kind()
        self.fault.show_fault(self._model.fault)
        if self._model.fault and kind.reference and not self.reference.text().strip():
            self.reference.setFocus()

    def _show_kind(self) -> None:
        kind = self._model.kind
        if kind is None:
            return
        self.kind.setText(f"{kind.code}  {kind.name}")
        fixed, typed = self.tr("The price is fixed."), self.tr("Type what is paid.")
        beside = self.tr(" It stands only with {group}.").format(group=kind.group) if kind.group else ""
        self.second.setText((fixed if kind.price else typed) + beside)
        self.label.setText(reference_words(kind))
        self.reference.setAccessibleName(reference_words(kind))
        self.reference.clear()
        self.amount.propose(amount(kind.price) if kind.price else "")
        self.amount.setReadOnly(bool(kind.price))
        (self.reference if kind.reference else self.amount).setFocus()
