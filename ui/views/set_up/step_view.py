"""A page of the path: its part at the left, what is worth knowing at the right, and the sentence that is wrong."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from ui.look.theme import current_look
from ui.viewmodels.set_up.step import Note, SetUpStep, Wrong
from ui.views.set_up.fields import Fields
from ui.widgets.alert_bar import AlertBar
from ui.widgets.card import Card
from ui.widgets.icon import Icon
from ui.widgets.rows import empty, row
from ui.widgets.text import Text

_SIDE = 336


class StepView(QWidget):
    """Base of the pages.

    Signals: `go_on()` Enter in the last field; `all_said()` nothing is left
    to answer; `keys_changed()`.
    """

    go_on = Signal()
    all_said = Signal()
    keys_changed = Signal()

    def __init__(self, step: SetUpStep, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.step = step
        self.bar = AlertBar("heed", "", "", name="set_up_wrong")
        self.bar.hide()
        self.main = QVBoxLayout()
        self.main.setSpacing(current_look().px(12))
        self.side = QVBoxLayout()
        self.side.setSpacing(current_look().px(12))
        self._notes: tuple[Note, ...] = ()
        self._note_card = Card(margins=(18, 16, 18, 16), spacing=14, name="set_up_notes")
        self._note_box = QVBoxLayout()
        self._note_box.setSpacing(current_look().px(14))
        self._note_card.body.addWidget(Text(self.tr("Worth knowing"), "body", weight=600))
        self._note_card.body.addLayout(self._note_box)
        side = QWidget()
        side.setFixedWidth(current_look().px(_SIDE))
        stack = QVBoxLayout(side)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(current_look().px(12))
        stack.addLayout(self.side)
        stack.addWidget(self._note_card)
        stack.addStretch(1)
        left = QVBoxLayout()
        left.setSpacing(current_look().px(12))
        left.addWidget(self.bar)
        left.addLayout(self.main)
        left.addStretch(1)
        line = row(left, side, spacing=13)
        line.setStretch(0, 1)
        self.setLayout(line)
        step.changed.connect(self.refresh)
        self._show_notes()

    def take_focus(self) -> None:
        """The next key belongs here."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on from whatever does not take it."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.enter()
        else:
            super().keyPressEvent(event)

    def enter(self) -> None:
        """What Enter does where nothing else takes it."""
        self.go_on.emit()

    def live_keys(self) -> Sequence[tuple[str, str]]:
        """Keys of this page only."""
        return ()

    def refresh(self) -> None:
        """Show the step as it is."""
        self._show_notes()
        if self.bar.isVisibleTo(self) and not self.step.fault():
            self.say("")

    def show_wrong(self, wrong: Wrong) -> None:
        """Say what is wrong."""
        self.say(wrong.sentence)

    def say(self, sentence: str) -> None:
        """A sentence above the page; empty takes it away."""
        self.bar.say(sentence, "")
        self.bar.setVisible(bool(sentence))

    def _show_notes(self) -> None:
        notes = self.step.notes()
        if notes == self._notes:
            return
        self._notes = notes
        empty(self._note_box)
        for note in notes:
            icon, words = Icon(note.icon, 18, "ink2"), Text(note.sentence, "small", "ink2", wrap=True)
            line = row(icon, words, spacing=10)
            line.setAlignment(icon, Qt.AlignmentFlag.AlignTop)
            line.setStretch(1, 1)
            self._note_box.addLayout(line)


class FieldsView(StepView):
    """A page of fields in one card."""

    def __init__(self, step: SetUpStep, parent: QWidget | None = None) -> None:
        super().__init__(step, parent)
        self.card = Card(margins=(20, 18, 20, 14), spacing=10, name="set_up_card")
        self.fields = Fields(step)
        self.fields.done.connect(self.go_on)
        self.card.body.addWidget(self.fields)
        self.main.addWidget(self.card)

    def take_focus(self) -> None:
        """The first empty field."""
        self.fields.take_focus()

    def refresh(self) -> None:
        """Hints too."""
        super().refresh()
        self.fields.refresh()

    def show_wrong(self, wrong: Wrong) -> None:
        """At its field, or above the page."""
        self.say("" if self.fields.show_wrong(wrong.key, wrong.sentence) else wrong.sentence)


def scrolled(page: QWidget) -> QScrollArea:
    """A page that scrolls when the window is low or the text large."""
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
    page.setProperty("role", "page")
    area.setWidget(page)
    return area
