"""In a check's panel: what the cashier sees on it besides the amount, each by one key; nothing stops (C9, C10)."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.check_concern import CheckConcern
from ui.look.theme import current_look
from ui.viewmodels.till.check_marks import MARKS, CheckMarks, hint_of
from ui.viewmodels.till.tenders import TenderAsked
from ui.viewmodels.till.till import TillModel
from ui.widgets.amount_field import ErrorLine
from ui.widgets.flow import FlowRow
from ui.widgets.icon import Icon
from ui.widgets.key_cap_button import KeyCapButton
from ui.widgets.rows import column, row
from ui.widgets.shortcut import shortcut
from ui.widgets.text import Text

_KEYS = {CheckConcern.STARTER: "Alt S", CheckConcern.THIRD_PARTY: "Alt H", CheckConcern.TWO_PARTY: "Alt W"}
_DATE_KEY = "Alt Y"
_DATE_LENGTH = 10
_DATE_WIDTH = 96


class CheckLook(QWidget):
    """Marks as buttons, the date as a field. Signal: `dated()` the date stands, the next key belongs to the amount."""

    dated = Signal()

    def __init__(self, model: TillModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("till_check_look")
        self._marks = CheckMarks(model.session, model.tenders, self)
        words = {
            CheckConcern.STARTER: self.tr("Starter"), CheckConcern.THIRD_PARTY: self.tr("Somebody else's"),
            CheckConcern.TWO_PARTY: self.tr("Two names"),
        }  # fmt: skip
        self.buttons = {mark: self._button(mark, words[mark]) for mark in MARKS}
        self.date = QLineEdit()
        self.date.setObjectName("till_check_date")
        self.date.setAccessibleName(self.tr("Date on the check, Alt+Y"))
        self.date.setPlaceholderText(self.tr("today"))
        self.date.setMaxLength(_DATE_LENGTH)
        self.date.setFixedWidth(current_look().px(_DATE_WIDTH))
        self.date.returnPressed.connect(self._dated)
        self.date.editingFinished.connect(self._look_at_date)
        self.fault = ErrorLine(name="till_check_date_fault")
        self.fault.hide()
        self._icon = Icon("info-circle", 16, "attention")
        self._look = Text("", "small", "attention", weight=600, wrap=True, name="till_check_look_words")
        self._hint = Text("", "small", "ink2", wrap=True, name="till_check_hint")
        dated = row(Text(self.tr("Dated, Alt+Y"), "small", "ink2"), self.date, spacing=6)
        said = row(self._icon, self._look, spacing=6)
        said.setStretch(1, 1)
        lines = column(FlowRow(*self.buttons.values(), dated, spacing=6), self.fault, self._hint, said, spacing=4)
        lines.setContentsMargins(0, 0, 0, 0)
        self.setLayout(lines)
        shortcut(self, _DATE_KEY.replace(" ", "+"), self.date.setFocus, everywhere=True)

    def show_asked(self, asked: TenderAsked) -> None:
        """As the panel stands now."""
        marked = {mark.warning for mark in asked.marks}
        for concern, button in self.buttons.items():
            is_on = concern.setting in marked
            button.set_words(button.text(), icon="check" if is_on else "flag")
            button.setProperty("marked", is_on)
            button.setAccessibleDescription(self.tr("marked") if is_on else self.tr("not marked"))
        self._look.setText(asked.look)
        for part in (self._look, self._icon):
            part.setVisible(bool(asked.look))
        hint = "" if asked.look else hint_of(asked)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))

    def _button(self, mark: CheckConcern, words: str) -> KeyCapButton:
        button = KeyCapButton(words, key=_KEYS[mark], icon="flag", height=36, name=f"till_check_{mark.value}")
        toggle = partial(self._marks.toggle, mark)
        button.clicked.connect(lambda _checked: toggle())
        shortcut(self, _KEYS[mark].replace(" ", "+"), toggle, everywhere=True)
        return button

    def _dated(self) -> None:
        if self._look_at_date():
            self.dated.emit()

    def _look_at_date(self) -> bool:
        fault = self._marks.date(self.date.text())
        self.fault.show_fault(fault)
        self.fault.setVisible(bool(fault))
        return not fault
