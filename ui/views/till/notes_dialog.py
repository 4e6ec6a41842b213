"""F4: everything that is known to heed about the account in hand."""

from PySide6.QtWidgets import QWidget

from ui.viewmodels.till.line_face import LineFace
from ui.viewmodels.till.words import tr
from ui.widgets.alert_bar import AlertBar
from ui.widgets.dialog import Dialog
from ui.widgets.rows import row
from ui.widgets.text import Text


class NotesDialog(Dialog):
    """Alerts, then what billing sent beside them; a confidential account's notes stay hidden until revealed."""

    def __init__(self, parent: QWidget, face: LineFace, *, is_hidden: bool) -> None:
        super().__init__(
            parent, f"{face.number}  {face.name}", tr("Alerts and notes"), icon="notes", width=640,
            name="till_notes_dialog",
        )
        for at, alert in enumerate(face.alerts):
            self.body.addWidget(AlertBar(str(alert.kind), alert.title, alert.sentence, name=f"till_note_alert_{at}"))
        notes = () if is_hidden else face.notes
        for at, (name, words) in enumerate(notes):
            line = row(Text(name, "small", "ink2"), Text(words, wrap=True, name=f"till_note_{at}"), spacing=12)
            line.setStretch(1, 1)
            self.body.addLayout(line)
        if not face.alerts and not notes:
            self.body.addWidget(Text(self.tr("No alerts, no notes."), tone="ink2", name="till_note_none"))
        self.add_button(self.tr("Close"), key="Esc", name="till_notes_close")

    @classmethod
    def ask(cls, parent: QWidget, face: LineFace, *, is_hidden: bool) -> "NotesDialog":
        """Open it; tests replace this method."""
        dialog = cls(parent, face, is_hidden=is_hidden)
        dialog.open()
        return dialog
