"""The inline panel of a check, card or money order: what was read, what is keyed, the amount large (look 01)."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.domain.tender import TenderKind
from ui.look.theme import current_look
from ui.viewmodels.till.tenders import TenderAsked
from ui.viewmodels.till.words import amount, cents_of, tender_icon
from ui.widgets.amount_field import AmountField, ErrorLine
from ui.widgets.card import Card
from ui.widgets.check_image import CheckFace, CheckImage
from ui.widgets.flow import FlowRow
from ui.widgets.icon import Icon
from ui.widgets.key_cap_button import KeyCapButton
from ui.widgets.rows import column, row
from ui.widgets.text import Text

REFERENCE_LENGTH = 20
LAST_FOUR = 4
_WIDTH = 150
_REFERENCE_WIDTH = 190
_NO_IMAGE_FROM_PERCENT = 125


class TenderPanel(Card):
    """Fields in the order in which they are keyed; Enter goes on, Enter in the amount gives it.

    Signals: `given(cents, reference, last_four)`; `handed_back()`.
    """

    given = Signal(int, str, str)
    handed_back = Signal()

    def __init__(self, asked: TenderAsked, *, payee: str, parent: QWidget | None = None) -> None:
        super().__init__(margins=(16, 14, 16, 14), name="till_tender", parent=parent)
        self.kind = asked.kind
        self.read = asked.read
        self._payee = payee
        self._proposed: int | None = None
        self._looks = QVBoxLayout()
        self._show_look: Callable[[TenderAsked], None] | None = None
        self.image = CheckImage(name="till_tender_image")
        if asked.read is None or current_look().scale_percent >= _NO_IMAGE_FROM_PERCENT:
            self.image.hide()
        self._title = Text(self._title_words(asked), weight=600, name="till_tender_title")
        self.reference = self._line(self._reference_words(), REFERENCE_LENGTH, "till_tender_reference")
        self.last_four = self._line(self.tr("Last four"), LAST_FOUR, "till_tender_last_four")
        self.amount = AmountField(cents_of, label=self.tr("Amount"), role="paying", width=_WIDTH,
                                  name="till_tender_amount")  # fmt: skip
        self.fault = ErrorLine(name="till_tender_fault")
        self.note = Text("", "small", "ink2", wrap=True, name="till_tender_note")
        self.take = KeyCapButton(self.tr("Take it"), key="Enter", icon="check", height=36, name="till_tender_take")
        back = self.tr("Hand back") if asked.read is not None else self.tr("Leave")
        self.back = KeyCapButton(back, key="Esc", icon="arrow-back-up", height=36, name="till_tender_back")
        self._lay_out()
        self.reference.returnPressed.connect(self._reference_keyed)
        self.last_four.returnPressed.connect(self.amount.setFocus)
        self.amount.accepted.connect(self._give)
        self.amount.fault_changed.connect(self._show_fault)
        self.amount.left.connect(self.handed_back)
        self.take.clicked.connect(self.amount.returnPressed)
        self.back.clicked.connect(self.handed_back)
        self.reference.setText(asked.reference)
        self.show_asked(asked)

    def show_asked(self, asked: TenderAsked) -> None:
        """Another proposal, note or fault; what was keyed stays."""
        if asked.proposed != self._proposed:
            self._proposed = asked.proposed
            self.amount.propose(amount(asked.proposed) if asked.proposed is not None else "")
        self.note.setText(asked.note)
        self.note.set_tone("attention" if asked.seen else "ink2")
        self._show_fault(asked.fault)
        if self._show_look is not None:
            self._show_look(asked)
        self.take.setVisible(asked.paid is None)  # one Enter in sight: that of the accounts it usually pays
        if asked.read is not None:
            last_four = asked.read.last_four
            self.image.show_face(CheckFace(
                asked.read.bank or self.tr("Check"), number=asked.reference, payee=self._payee,
                amount=self.amount.text(), micr=f"|:•••••••••|:  ••••{last_four}||  {asked.reference}",
            ))  # fmt: skip
        if asked.fault:
            self.take_focus()

    def add_look(self, look: QWidget, show: Callable[[TenderAsked], None]) -> None:
        """What the cashier looks at on a check, under all else."""
        self._looks.addWidget(look)
        self._show_look = show

    def take_focus(self) -> None:
        """To the first field that is still empty, else to the amount."""
        fields = [self.reference, *((self.last_four,) if self.kind is TenderKind.CARD else ())]
        next((field for field in fields if not field.text().strip()), self.amount).setFocus()

    def _show_fault(self, sentence: str) -> None:
        """The fault takes the note's place, so that nothing jumps."""
        self.fault.show_fault(sentence)
        self.fault.setVisible(bool(sentence))
        self.note.setVisible(bool(self.note.text()) and not sentence)

    def _line(self, label: str, length: int, name: str) -> QLineEdit:
        field = QLineEdit()
        field.setObjectName(name)
        field.setAccessibleName(label)
        field.setMaxLength(length)
        field.setProperty("role", "paying")
        field.setFixedWidth(current_look().px(_REFERENCE_WIDTH))
        return field

    def _lay_out(self) -> None:
        fields = [self._labelled(self._reference_words(), self.reference)]
        if self.kind is TenderKind.CARD:
            fields.append(self._labelled(self.tr("Last four"), self.last_four))
        fields.append(self._labelled(self.tr("Amount"), self.amount))
        keys = FlowRow(*fields, spacing=12)
        icon = "line-scan" if self.read is not None else tender_icon(self.kind)
        words = column(
            row(Icon(icon, 18, "accent"), self._title, None), keys, self.fault, self.note, None,
            FlowRow(self.take, self.back), spacing=6,
        )
        line = row(self.image, words, spacing=18)
        line.setAlignment(self.image, Qt.AlignmentFlag.AlignTop)
        line.setStretch(1, 1)
        self.body.addLayout(line)
        self.body.addLayout(self._looks)

    def _labelled(self, label: str, field: QWidget) -> QWidget:
        part = QWidget()
        part.setLayout(column(Text(label, "small", "ink2"), field, spacing=2))
        return part

    def _title_words(self, asked: TenderAsked) -> str:
        if asked.read is not None:
            bank = f", {asked.read.bank}" if asked.read.bank else ""
            return self.tr("Check read") + bank + f" ··{asked.read.last_four}"
        return {
            TenderKind.CHECK: self.tr("Check"), TenderKind.CARD: self.tr("Card, paid on the terminal"),
            TenderKind.MONEY_ORDER: self.tr("Money order"),
        }[asked.kind]  # fmt: skip

    def _reference_words(self) -> str:
        return self.tr("Approval code") if self.kind is TenderKind.CARD else self.tr("Number")

    def _reference_keyed(self) -> None:
        (self.last_four if self.kind is TenderKind.CARD else self.amount).setFocus()

    def _give(self, cents: int) -> None:
        last_four = self.last_four.text() if self.kind is TenderKind.CARD else ""
        self.given.emit(cents, self.reference.text(), last_four)
