"""Alerts and notes of an account: what each alert does, our own notes, a new one, and one ended (B5)."""

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from ui.look.cells import Cell
from ui.look.theme import current_look
from ui.viewmodels.account.account import AccountModel
from ui.viewmodels.account.face import AccountFace
from ui.widgets.alert_bar import AlertBar
from ui.widgets.amount_field import ErrorLine
from ui.widgets.card import Card
from ui.widgets.data_table import TWO_LINES_HEIGHT, DataTable
from ui.widgets.dialog import Dialog
from ui.widgets.rows import column, empty, row
from ui.widgets.table_delegate import TableColumn
from ui.widgets.text import Text

_HEIGHT = 150
_WORDS_LIMIT = 400


class AccountNotesDialog(Dialog):
    """Stays open while notes are written; the account behind it is told anew each time."""

    def __init__(self, parent: QWidget, model: AccountModel, face: AccountFace) -> None:
        super().__init__(
            parent, f"{face.number}  {face.name}", "", icon="notes", width=700, name="account_notes_dialog"
        )
        self.second.setText(self.tr("Alerts stand above the money; notes are read with F4 at the till and here."))
        self.second.show()
        self._model = model
        self._key = face.key
        self.alerts = column(spacing=6)
        self.table = DataTable(
            [TableColumn(self.tr("Our notes"), stretch=True), TableColumn("", "badge")],
            row_height=TWO_LINES_HEIGHT, label=self.tr("Our notes"), name="own_notes",
        )
        self.table.horizontalHeader().hide()
        self.table.setMinimumHeight(current_look().px(_HEIGHT))
        card = Card(margins=(1, 1, 1, 1))
        card.body.addWidget(self.table)
        self.words = self._field(self.tr("A new note"), "note_words", _WORDS_LIMIT)
        self.alert = QCheckBox(self.tr("Alert: stands above the money at the till"))
        self.alert.setObjectName("note_alert")
        self.alert.setAccessibleName(self.alert.text())
        self.until = self._field(self.tr("Counts through (empty: until it is ended)"), "note_until", 10)
        self.until.setPlaceholderText("2026-12-31")
        self.fault = ErrorLine(name="note_fault")
        self.body.addLayout(self.alerts)
        self.body.addWidget(card)
        self.body.addLayout(column(Text(self.tr("A new note"), "small", "ink2"), self.words, spacing=3))
        last = row(
            self.alert, None,
            column(Text(self.tr("Counts through (empty: until it is ended)"), "small", "ink2"), self.until, spacing=3),
            spacing=12,
        )  # fmt: skip
        self.body.addLayout(last)
        self.body.addWidget(self.fault)
        self.hint.setText(self.tr("Kept with your name; words are sealed in the journal."))
        self.add_button(self.tr("Close"), key="Esc", name="notes_close")
        self.end = self.add_button(self.tr("End it"), key="Ctrl E", name="note_end")
        self.add = self.add_button(self.tr("Write it"), key="F10", variant="primary", name="note_add")
        self.end.clicked.connect(self._end)
        self.add.clicked.connect(self._add)
        self.table.row_chosen.connect(self._show_end)
        self.setTabOrder(self.until, self.add)
        model.changed.connect(self._show)
        model.notes.moved.connect(self._moved)
        model.notes.refused.connect(self._refuse)
        for part in (self.words, self.alert, self.until, self.add):
            part.setEnabled(model.notes.may_write)
        self._show()

    @classmethod
    def ask(cls, parent: QWidget, model: AccountModel, face: AccountFace) -> "AccountNotesDialog":
        """Open it. Tests replace this method."""
        dialog = cls(parent, model, face)
        dialog.open()
        dialog.words.setFocus()
        return dialog

    def _field(self, label: str, name: str, limit: int) -> QLineEdit:
        field = QLineEdit()
        field.setObjectName(name)
        field.setAccessibleName(label)
        field.setMaxLength(limit)
        field.returnPressed.connect(self._next_field)
        return field

    def _next_field(self) -> None:
        self.focusNextChild()

    def _show(self) -> None:
        face = self._model.face
        if face is None or face.key != self._key:
            return
        empty(self.alerts)
        for at, alert in enumerate(face.alerts):
            self.alerts.addWidget(AlertBar(str(alert.kind), alert.title, alert.sentence, name=f"note_alert_{at}"))
        self.table.show_rows([
            [Cell(note.words, second=note.second), Cell(self.tr("Alert") if note.is_alert else "", "attention")]
            for note in face.own_notes
        ])  # fmt: skip
        self._show_end(self.table.chosen_row())

    def _show_end(self, at: int) -> None:
        face = self._model.face
        can = face is not None and 0 <= at < len(face.own_notes) and self._model.notes.may_write
        self.end.setEnabled(can)
        self.end.set_reason("" if can else self.tr("Pick a note of ours first."))

    def _add(self) -> None:
        self.fault.show_fault("")
        self._model.notes.add(
            self._key, self.words.text(), is_alert=self.alert.isChecked(), until=self.until.text()
        )

    def _end(self) -> None:
        face, at = self._model.face, self.table.chosen_row()
        if face is not None and 0 <= at < len(face.own_notes):
            self._model.notes.end(self._key, face.own_notes[at].ref)

    def _moved(self) -> None:
        self.words.clear()
        self.until.clear()
        self.alert.setChecked(False)
        self.words.setFocus()

    def _refuse(self, sentence: str) -> None:
        self.fault.show_fault(sentence)
