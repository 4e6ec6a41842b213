"""The entry line under the grid: stub, amount, check, amount; Enter goes on, `+` and `*` link, Esc clears."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.draft import DraftLine
from ui.viewmodels.mail.item import ItemModel, Step
from ui.viewmodels.mail.words import amount, cents_of
from ui.views.batches.parts import labelled
from ui.widgets.amount_field import AmountField
from ui.widgets.card import Card
from ui.widgets.rows import column, row
from ui.widgets.text import Text

_NUMBER_LENGTH = 30


class EntryRow(Card):
    """Signals: `stub_typed(text)`, `pasted(text)` more than one line came from the clipboard, `left()` at Esc."""

    stub_typed = Signal(str)
    pasted = Signal(str)
    left = Signal()

    def __init__(self, item: ItemModel, parent: QWidget | None = None) -> None:
        super().__init__(margins=(12, 8, 12, 10), spacing=0, name="mail_entry", parent=parent)
        self._item = item
        self._stub_for = ""
        self._paper_for = ""
        self._at = Step.STUB
        self.stub = self._field(self.tr("Stub or account"), "mail_stub", 150)
        self.stub_amount = AmountField(cents_of, label=self.tr("Stub amount"), width=110, name="mail_stub_amount")
        self.paper = self._field(self.tr("Check"), "mail_paper", 120)
        self.last_four = self._field(self.tr("Last four"), "mail_last_four", 70)
        self.paper_amount = AmountField(cents_of, label=self.tr("Check amount"), width=110, name="mail_paper_amount")
        self._paper_words = Text(self.tr("Check"), "small", "ink2", name="mail_paper_label")
        self._amount_words = Text(self.tr("Check amount"), "small", "ink2", name="mail_paper_amount_label")
        self._card = QWidget()
        self._card.setLayout(labelled(self.tr("Last four"), self.last_four))
        line = row(
            labelled(self.tr("Stub or account"), self.stub), labelled(self.tr("Stub amount"), self.stub_amount),
            column(self._paper_words, self.paper, spacing=3), self._card,
            column(self._amount_words, self.paper_amount, spacing=3), None, spacing=14,
        )
        self.body.addLayout(line)
        self.stub.returnPressed.connect(self._enter_stub)
        self.stub_amount.accepted.connect(item.accept_stub)
        self.paper.returnPressed.connect(self._enter_paper)
        self.last_four.returnPressed.connect(self._enter_last_four)
        self.paper_amount.accepted.connect(item.accept_paper)
        self.stub_amount.left.connect(self.left)
        self.paper_amount.left.connect(self.left)
        for field in (self.stub, self.stub_amount, self.paper, self.last_four, self.paper_amount):
            field.installEventFilter(self)
        item.changed.connect(self.show_item)
        self.show_item()

    def field(self) -> QWidget | None:
        """The field that the next Enter is about; None while something is to be decided."""
        return {
            Step.STUB: self.stub, Step.STUB_AMOUNT: self.stub_amount, Step.PAPER: self.paper,
            Step.LAST_FOUR: self.last_four, Step.PAPER_AMOUNT: self.paper_amount,
        }.get(self._item.step)  # fmt: skip

    def cents_shown(self) -> int:
        """What the item is for, as far as it was keyed: its papers, else the amount in a field."""
        draft = self._item.draft
        typed = self.paper_amount.cents() if self._item.read or self._item.paper else None
        if draft.tendered or typed:
            return draft.tendered + (typed or 0)
        return self.stub_amount.cents() or 0 if draft.lines else 0

    def is_empty(self) -> bool:
        """Whether nothing typed would be lost."""
        return not (self.stub.text().strip() or self.paper.text().strip())

    def clear(self) -> None:
        """What was typed goes; the next key begins a stub."""
        self._item.forget()
        for field in (self.stub, self.paper, self.last_four):
            field.clear()

    def show_item(self) -> None:
        """Fields as the item stands; what somebody is typing is never replaced by what a device says."""
        item, line = self._item, self._item.line
        self._card.setVisible(item.is_phone)
        self._paper_words.setText(self.tr("Approval code") if item.is_phone else self.tr("Check"))
        self._amount_words.setText(self.tr("Card amount") if item.is_phone else self.tr("Check amount"))
        if self._at is not item.step or item.draft.is_empty:
            self.stub.setText(line.number if line is not None and item.step is not Step.STUB else "")
        wanted = f"{item.draft.draft} {line.account}" if line is not None else ""
        if wanted != self._stub_for:
            self._stub_for = wanted
            shown = self._shown(line) if line is not None else None
            self.stub_amount.propose(amount(shown) if shown else "")
        elif line is not None and line.accepted is not None and item.step is not Step.STUB_AMOUNT:
            self.stub_amount.setText(amount(line.accepted))
        self._show_paper()
        self._at = item.step

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """`+` and `*` anywhere in the line link stubs and checks; Esc leaves."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.matches(QKeySequence.StandardKey.Paste) and "\n" in QGuiApplication.clipboard().text().strip():
                self.pasted.emit(QGuiApplication.clipboard().text())
                return True
            if event.text() == "+":
                self.link_stub()
                return True
            if event.text() == "*":
                self.link_paper()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.left.emit()
                return True
        return super().eventFilter(watched, event)

    def link_stub(self) -> None:
        """`+`: the stub's amount as it stands is accepted, and another stub follows for the same check."""
        if self._item.step is Step.STUB_AMOUNT:
            cents = self.stub_amount.cents()
            if cents is None or not self._item.accept_stub(cents):
                return
        self._item.next_stub()

    def link_paper(self) -> None:
        """`*`: the check's amount as it stands is accepted, and another check follows for the same stub."""
        if self._item.step is Step.PAPER_AMOUNT:
            cents = self.paper_amount.cents()
            if cents is not None:
                self._item.next_paper(cents)

    def _shown(self, line: DraftLine) -> int | None:
        if line.accepted is not None:
            return line.accepted
        hint = self._item.hint.cents if len(self._item.draft.lines) == 1 else None
        return hint if hint is not None else line.proposed

    def _show_paper(self) -> None:
        item = self._item
        read, paper, draft = item.read, item.paper, item.draft
        given = draft.tenders[-1] if draft.tenders and item.step is Step.DECIDE else None
        number = read.number if read is not None else paper.reference if paper is not None else ""
        wanted = f"{draft.draft} {len(draft.tenders)} {paper} {read is not None} {draft.to_pay} {given is None}"
        if wanted == self._paper_for:
            return
        self._paper_for = wanted
        if given is not None:
            self.paper.setText(given.reference)
            self.paper_amount.propose(amount(given.amount_tendered))
            return
        self.paper.setText(number or (item.hint.paper if not draft.tenders else ""))
        self.last_four.setText(paper.last_four if paper is not None else "")
        has_paper = read is not None or paper is not None
        left = item.hint.paper_cents if item.hint.paper_cents and not draft.tenders else item.left
        self.paper_amount.propose(amount(left) if has_paper and left > 0 else "")

    def _field(self, label: str, name: str, width: int) -> QLineEdit:
        field = QLineEdit()
        field.setObjectName(name)
        field.setAccessibleName(label)
        field.setMaxLength(_NUMBER_LENGTH)
        field.setFixedWidth(width)
        return field

    def _enter_stub(self) -> None:
        text = self.stub.text().strip()
        if text:
            self.stub_typed.emit(text)
        else:
            self._item.without_stub()

    def _enter_paper(self) -> None:
        if self._item.read is not None:
            self._item.without_stub()
        else:
            self._item.key_paper(self.paper.text())

    def _enter_last_four(self) -> None:
        self._item.key_last_four(self.last_four.text())
