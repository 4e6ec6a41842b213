"""Typing back: 24 fields as the sheet has them; space or Enter goes on, a scan or a paste fills them at once."""

import itertools
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from ui.look.qss import restyle
from ui.look.theme import current_look
from ui.viewmodels.set_up.recovery import WORDS, TypedBackStep
from ui.viewmodels.set_up.step import Wrong
from ui.views.set_up.sheet_view import place_of
from ui.views.set_up.step_view import StepView
from ui.widgets.card import Card, Rule
from ui.widgets.icon import Icon
from ui.widgets.rows import row
from ui.widgets.text import Text

_LETTERS = 400  # a whole scan may come as one paste


class WordField(QLineEdit):
    """Signals: `filled(text)` words came; `entered()` on to the next; `left()` the focus went."""

    filled = Signal(str)
    entered = Signal()
    left = Signal()

    def __init__(self, place: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.place = place
        self.setObjectName(f"set_up_word_{place}")
        self.setAccessibleName(self.tr("Word {place}").format(place=place))
        self.setMaxLength(_LETTERS)
        hints = Qt.InputMethodHint.ImhNoPredictiveText | Qt.InputMethodHint.ImhSensitiveData
        self.setInputMethodHints(hints | Qt.InputMethodHint.ImhNoAutoUppercase)
        self.textEdited.connect(self.filled)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space and Enter go on; Backspace in an empty field goes back."""
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Backspace and not self.text() and self.place > 1:
            self.focusPreviousChild()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Now the word can be looked at."""
        super().focusOutEvent(event)
        self.left.emit()

    def show_tone(self, tone: str) -> None:
        """A wrong word has the border of a fault."""
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            restyle(self)


class WordsView(StepView):
    """A wrong word is named as soon as its field is left."""

    def __init__(self, step: TypedBackStep, parent: QWidget | None = None) -> None:
        super().__init__(step, parent)
        self._back = step
        self.count = Text("", "small", "ink2", name="set_up_words_right")
        grid = QGridLayout()
        grid.setHorizontalSpacing(current_look().px(8))
        grid.setVerticalSpacing(current_look().px(6))
        self.fields: list[WordField] = []
        self._checks: list[Icon] = []
        for place in range(1, WORDS + 1):
            field, check = WordField(place), Icon("check", 16, "accent")
            policy = check.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            check.setSizePolicy(policy)
            line, column = place_of(place)
            number = Text(str(place), "small", "ink3", align=Qt.AlignmentFlag.AlignRight)
            number.setMinimumWidth(current_look().px(20))
            for at, part in enumerate((number, field, check)):
                grid.addWidget(part, line, 3 * column + at)
            grid.setColumnStretch(3 * column + 1, 1)
            field.filled.connect(partial(self._filled, field))
            field.entered.connect(partial(self._entered, field))
            field.left.connect(partial(self._look, field))
            self.fields.append(field)
            self._checks.append(check)
        card = Card(margins=(20, 14, 16, 16), spacing=10, name="set_up_card")
        card.body.addLayout(row(Text(self.tr("Words of the sheet"), "body", weight=600), None, self.count))
        card.body.addWidget(Rule())
        card.body.addLayout(grid)
        for before, after in itertools.pairwise(self.fields):
            QWidget.setTabOrder(before, after)
        self.main.addWidget(card)
        self.refresh()

    def take_focus(self) -> None:
        """The first word that is not right yet."""
        field = next((field for field in self.fields if not self._back.is_right(field.place)), self.fields[-1])
        field.setFocus()
        field.selectAll()

    def live_keys(self) -> Sequence[tuple[str, str]]:
        """Space is enough."""
        return (("Space", self.tr("Next word")),)

    def refresh(self) -> None:
        """Ticks and count."""
        super().refresh()
        for field, check in zip(self.fields, self._checks, strict=True):
            typed = self._back.typed(f"word_{field.place}")
            if field.text() != typed:
                field.setText(typed)
            is_right = self._back.is_right(field.place)
            check.setVisible(is_right)
            if is_right or not typed:
                field.show_tone("")
        self.count.setText(self.tr("{n} of {all} right").format(n=self._back.right(), all=WORDS))

    def show_wrong(self, wrong: Wrong) -> None:
        """The sentence above, the focus in the word."""
        super().show_wrong(wrong)
        for field in self.fields:
            if wrong.key == f"word_{field.place}":
                field.show_tone("error")
                field.setFocus()
                field.selectAll()

    def _filled(self, field: WordField, text: str) -> None:
        if len(text.split()) > 1:
            after = self._back.take_words(field.place, text)
            self.fields[min(after, WORDS) - 1].setFocus()
        else:
            self._back.put(f"word_{field.place}", text)

    def _entered(self, field: WordField) -> None:
        if field.place < WORDS:
            self.fields[field.place].setFocus()
            self.fields[field.place].selectAll()
        else:
            self.go_on.emit()

    def _look(self, field: WordField) -> None:
        fault = self._back.word_fault(field.place) if field.text().strip() else ""
        field.show_tone("error" if fault else "")
        if fault:
            self.say(fault)
        elif self.bar.isVisible() and not any(other.property("tone") == "error" for other in self.fields):
            self.say("")
