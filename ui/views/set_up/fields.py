"""The fields of a step, made from what it asks: label, editor, and a caption that turns into the fault."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QSizePolicy, QWidget

from app.domain.money import AmountUnreadableError, Money
from ui.look.qss import restyle
from ui.look.theme import current_look
from ui.viewmodels.set_up.step import Ask, AskKind, SetUpStep
from ui.widgets.icon import Icon
from ui.widgets.pick_box import PickBox
from ui.widgets.rows import column, row
from ui.widgets.text import Text

_PIN_LENGTH = 12
_AMOUNT_LENGTH = 16
_TEXT_LENGTH = 400
_CHOICES_SEEN = 14
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Field(QWidget):
    """One of them. Signals: `typed(text)`; `entered()` at Enter."""

    typed = Signal(str)
    entered = Signal()

    def __init__(self, ask: Ask, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ask = ask
        self._fault = ""
        self.label = Text(ask.words, "small", "ink2", weight=500)
        self.editor = _combo(ask, text) if ask.kind is AskKind.CHOICE else _line(ask, text)
        self.editor.setObjectName(f"set_up_{ask.key}")
        self.editor.setAccessibleName(ask.words)
        self.label.setBuddy(self.editor)
        self._icon = Icon("alert-triangle", 14, "risk")
        self._icon.hide()
        self.caption = Text(ask.hint, "caption", "ink3", wrap=True, name=f"set_up_{ask.key}_caption")
        self.caption.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.MinimumExpanding)
        line = row(self._icon, self.caption, spacing=4)
        line.setAlignment(self._icon, Qt.AlignmentFlag.AlignTop)
        line.setStretch(1, 1)
        self.setLayout(column(self.label, 2, self.editor, 2, line, None, spacing=0))
        self.setFocusProxy(self.editor)
        if isinstance(self.editor, QComboBox):
            self.editor.activated.connect(self._chosen)
            self.editor.installEventFilter(self)
        else:
            self.editor.textEdited.connect(self.typed)
            self.editor.returnPressed.connect(self.entered)
            if ask.kind is AskKind.AMOUNT:
                self.editor.editingFinished.connect(self._straighten)

    @property
    def fault(self) -> str:
        """The sentence below, empty when all is well."""
        return self._fault

    def show_hint(self, hint: str) -> None:
        """What belongs here."""
        self.ask = self.ask._replace(hint=hint)
        if not self._fault:
            self.caption.setText(hint)

    def show_text(self, text: str) -> None:
        """What stands in it."""
        if isinstance(self.editor, QComboBox):
            self.editor.setCurrentIndex(self.editor.findData(text))
        elif self.editor.text() != text:
            self.editor.setText(text)

    def show_fault(self, sentence: str) -> None:
        """What is wrong; the text stays as typed."""
        if sentence == self._fault:
            return
        self._fault = sentence
        self.editor.setProperty("tone", "error" if sentence else "")
        self.editor.setAccessibleDescription(sentence)
        restyle(self.editor)
        self._icon.setVisible(bool(sentence))
        self.caption.setText(sentence or self.ask.hint)
        self.caption.set_tone("risk" if sentence else "ink3")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter was the editor's: it goes no further."""
        if event.key() not in _ENTER:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter goes on from a list too; F4 and Alt Down open it."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _ENTER:
            self._chosen()
            self.entered.emit()
            return True
        return super().eventFilter(watched, event)

    def _chosen(self) -> None:
        if isinstance(self.editor, QComboBox) and self.editor.currentIndex() >= 0:
            self.typed.emit(str(self.editor.currentData()))

    def _straighten(self) -> None:
        """`200` is shown as `200.00`; what is no amount stays as typed."""
        if isinstance(self.editor, QLineEdit) and self.editor.text().strip():
            try:
                text = str(Money.parse(self.editor.text()))
            except AmountUnreadableError:
                return
            if text != self.editor.text():
                self.editor.setText(text)
                self.typed.emit(text)


class Fields(QWidget):
    """All fields of a step, two in a line where they are `half`. Signals: `done()` at Enter in the last."""

    done = Signal()

    def __init__(self, step: SetUpStep, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._step = step
        self.fields: dict[str, Field] = {}
        px = current_look().px
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(16))
        grid.setVerticalSpacing(px(6))
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self._fill(grid, step.asks())
        for field in self.fields.values():
            field.typed.connect(partial(self._typed, field))
            field.entered.connect(partial(self._entered, field))
        step.changed.connect(self.refresh)

    def take_focus(self) -> None:
        """The first empty field, else the first."""
        fields = list(self.fields.values())
        empty = next((field for field in fields if not self._step.typed(field.ask.key)), None)
        if fields:
            (empty or fields[0]).editor.setFocus()

    def show_wrong(self, key: str, sentence: str) -> bool:
        """Point at the field; False when it is none of these."""
        for field in self.fields.values():
            field.show_fault(sentence if field.ask.key == key else "")
        if key not in self.fields:
            return False
        self.fields[key].editor.setFocus()
        return True

    def refresh(self) -> None:
        """Texts and hints as the step has them now."""
        for ask in self._step.asks():
            field = self.fields.get(ask.key)
            if field is not None:
                field.show_hint(ask.hint)
                if not field.editor.hasFocus():
                    field.show_text(self._step.typed(ask.key))

    def _fill(self, grid: QGridLayout, asks: Sequence[Ask]) -> None:
        line, is_right = 0, False
        for ask in asks:
            if ask.group:
                line += is_right
                head = Text(ask.group, "body", weight=600)
                grid.addWidget(head, line, 0, 1, 2)
                line, is_right = line + 1, False
            field = Field(ask, self._step.typed(ask.key))
            self.fields[ask.key] = field
            if ask.half:
                grid.addWidget(field, line, int(is_right))
                line, is_right = line + is_right, not is_right
            else:
                line += is_right
                grid.addWidget(field, line, 0, 1, 2)
                line, is_right = line + 1, False
        grid.setRowStretch(line + 1, 1)

    def _typed(self, field: Field, text: str) -> None:
        field.show_fault("")
        self._step.put(field.ask.key, text)

    def _entered(self, field: Field) -> None:
        fields = list(self.fields.values())
        place = fields.index(field) + 1
        if place < len(fields):
            after = fields[place].editor
            after.setFocus()
            if isinstance(after, QLineEdit):
                after.selectAll()
        else:
            self.done.emit()


def _line(ask: Ask, text: str) -> QLineEdit:
    line = QLineEdit(text)
    line.setPlaceholderText(ask.example)
    line.setMaxLength(_TEXT_LENGTH)
    if ask.kind in (AskKind.PIN, AskKind.SECRET):
        line.setEchoMode(QLineEdit.EchoMode.Password)
        hints = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        line.setInputMethodHints(hints)
    if ask.kind is AskKind.PIN:
        line.setMaxLength(_PIN_LENGTH)
    if ask.kind is AskKind.AMOUNT:
        line.setMaxLength(_AMOUNT_LENGTH)
        line.setProperty("role", "amount")
        line.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return line


def _combo(ask: Ask, text: str) -> QComboBox:
    combo = PickBox()
    combo.setMaxVisibleItems(_CHOICES_SEEN)
    combo.setPlaceholderText(combo.tr("Choose"))
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    for value, words in ask.choices:
        combo.addItem(words, value)
    combo.setCurrentIndex(combo.findData(text) if text else -1)
    return combo
