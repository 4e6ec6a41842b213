"""Places of a check that the reader could not read: shown as `?`, keyed by the operator, never guessed (C5)."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.micr import KEYED_FIELDS, UNREAD, Field, KeyedWrongError, MicrLine, read_of
from ui.look.theme import current_look
from ui.viewmodels.till.check_reading import CheckReading
from ui.widgets.card import Card
from ui.widgets.flow import FlowRow
from ui.widgets.icon import Icon
from ui.widgets.key_cap_button import KeyCapButton
from ui.widgets.rows import column, row
from ui.widgets.text import Text

_LENGTHS = {Field.TRANSIT: 9, Field.ACCOUNT: 20, Field.SERIAL: 15}
_WIDTHS = {Field.TRANSIT: 150, Field.ACCOUNT: 220, Field.SERIAL: 150}


class KeyingPanel(Card):
    """One field a thing that is to be keyed; Enter goes to the next unread place. Signal: `left()` only the number."""

    left = Signal()

    def __init__(self, line: MicrLine, reading: CheckReading, parent: QWidget | None = None) -> None:
        super().__init__(margins=(16, 14, 16, 14), name="till_keying", parent=parent)
        self.line = line
        self._reading = reading
        words = {
            Field.TRANSIT: self.tr("Routing number"), Field.ACCOUNT: self.tr("Account number"),
            Field.SERIAL: self.tr("Check number"),
        }  # fmt: skip
        self.fields = {field: self._field(field, words[field]) for field in KEYED_FIELDS if field in line.to_key}
        title = Text(self.tr("Check read in part"), weight=600, name="till_keying_title")
        told = self.tr("Type what stands on the check where a {sign} is. Nothing is guessed.").format(sign=UNREAD)
        self._note = Text(told, "small", "ink2", wrap=True, name="till_keying_note")
        self.fault = Text("", "small", "risk", weight=600, wrap=True, name="till_keying_fault")
        self.fault.hide()
        take = KeyCapButton(self.tr("Go on"), key="Enter", icon="check", height=36, name="till_keying_take")
        take.clicked.connect(self._go_on)
        leave = KeyCapButton(
            self.tr("Key its number only"), key="Esc", icon="arrow-back-up", height=36, name="till_keying_leave"
        )
        leave.clicked.connect(self.left)
        labelled = [_labelled(words[field], edit) for field, edit in self.fields.items()]
        head = row(Icon("line-scan", 18, "accent"), title, None)
        self.body.addLayout(
            column(head, FlowRow(*labelled, spacing=12), self._note, self.fault, FlowRow(take, leave), spacing=6)
        )
        self.setAccessibleName(f"{title.text()}. {told}")

    def take_focus(self) -> None:
        """To the first unread place."""
        for edit in self.fields.values():
            if UNREAD in edit.text() or not edit.text():
                _to_unread(edit)
                return
        next(iter(self.fields.values())).setFocus()

    def _field(self, field: Field, words: str) -> QLineEdit:
        edit = QLineEdit(read_of(self.line, field))
        edit.setObjectName(f"till_keying_{field.name.lower()}")
        edit.setAccessibleName(words)
        edit.setMaxLength(_LENGTHS[field])
        edit.setProperty("role", "paying")
        edit.setFixedWidth(current_look().px(_WIDTHS[field]))
        edit.returnPressed.connect(self._go_on)
        return edit

    def _go_on(self) -> None:
        """The next unread place, or the whole of it."""
        if any(UNREAD in edit.text() or not edit.text() for edit in self.fields.values()):
            self.take_focus()
            return
        wrong = self._reading.key({field: edit.text() for field, edit in self.fields.items()})
        if wrong is not None:
            self._show_wrong(wrong)

    def _show_wrong(self, wrong: KeyedWrongError) -> None:
        self.fault.setText(wrong.sentence())
        self.fault.show()
        self._note.hide()
        edit = self.fields.get(wrong.field, next(iter(self.fields.values())))
        edit.setFocus()
        edit.selectAll()


def _to_unread(edit: QLineEdit) -> None:
    """The first run of unread places stands selected: digits replace it."""
    edit.setFocus()
    text = edit.text()
    at = text.find(UNREAD)
    if at >= 0:
        run = len(text[at:]) - len(text[at:].lstrip(UNREAD))
        edit.setSelection(at, run)


def _labelled(label: str, field: QWidget) -> QWidget:
    part = QWidget()
    part.setLayout(column(Text(label, "small", "ink2"), field, spacing=2))
    return part
