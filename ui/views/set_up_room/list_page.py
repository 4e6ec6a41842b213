"""One page of Set-up: its head and deeds, what came of them, the table, and what is chosen in it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.look.theme import current_look
from ui.viewmodels.set_up_room.page import OPEN, PageDeed, SetUpPage
from ui.views.set_up_room.chosen_panel import ChosenPanel
from ui.widgets.alert_bar import AlertBar
from ui.widgets.card import Card
from ui.widgets.data_table import TWO_LINES_HEIGHT, DataTable
from ui.widgets.icon import Icon
from ui.widgets.key_cap_button import KeyCapButton
from ui.widgets.rows import column, row
from ui.widgets.shortcut import shortcut
from ui.widgets.table_delegate import TableColumn
from ui.widgets.text import Text


class ListPage(QWidget):
    """Signals: `deed_asked(str, int)` a deed on a row; `keys_changed()`."""

    deed_asked = Signal(str, int)
    keys_changed = Signal()

    def __init__(self, model: SetUpPage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = model
        self.setObjectName(f"set_up_{model.key}")
        self._deeds: tuple[PageDeed, ...] = ()
        self._buttons: dict[str, KeyCapButton] = {}
        self._keys: list[QShortcut] = []
        self._fact = ""
        self.lead = Text(model.lead, "small", "ink2", wrap=True, name=f"set_up_{model.key}_lead")
        self.bar = AlertBar("stop", "", name=f"set_up_{model.key}_refused")
        self.bar.set_button(self.tr("Understood"))
        self.bar.pressed.connect(self.bar.hide)
        self.bar.hide()
        self.readonly = Text("", "small", "ink2", name=f"set_up_{model.key}_readonly")
        self._lock = Icon("lock", 16, "ink2")
        columns = [TableColumn(*column_) for column_ in model.columns()]
        self.table = DataTable(
            columns, row_height=TWO_LINES_HEIGHT, label=model.name, name=f"set_up_{model.key}_table"
        )
        self.table.row_chosen.connect(self._choose)
        self.table.opened.connect(self._open)
        self.panel = ChosenPanel()
        self._foot = QHBoxLayout()
        self._foot.setSpacing(current_look().px(8))
        self._arrange()
        shortcut(self.table, "Enter", self._open_chosen, own=True)
        model.changed.connect(self.refresh)
        model.refused.connect(self._refuse)
        model.said.connect(self._say)
        self.refresh()

    def live_keys(self) -> list[tuple[str, str]]:
        """The deeds that do something now."""
        return [(deed.cap, deed.words) for deed in reversed(self._deeds) if not deed.why_not]

    def strip_fact(self) -> str:
        """What came of the last deed."""
        return self._fact

    def take_focus(self) -> None:
        """The table, on its first row when none was chosen."""
        if self.table.chosen_row() < 0 and self.table.model().rowCount():
            self.table.selectRow(0)
        self.table.setFocus()

    def refresh(self) -> None:
        """Rows, buttons and the row in hand, as the model has them now."""
        self.lead.setText(self.model.lead)
        self.table.show_rows(self.model.rows())
        if self.table.chosen_row() < 0 and self.table.model().rowCount():
            self.table.selectRow(0)
        self._choose(self.table.chosen_row())

    def _arrange(self) -> None:
        card = Card(margins=(1, 1, 1, 1))
        card.body.addWidget(self.table)
        tools = row(self._lock, self.readonly, None, self._foot, spacing=6)
        left = column(
            Text(self.model.name, "title"), self.lead, tools, self.bar, card, spacing=6, margins=(20, 14, 20, 14)
        )
        left.setStretch(4, 1)
        whole = row(left, self.panel, spacing=0)
        whole.setStretch(0, 1)
        self.setLayout(whole)

    def _choose(self, at: int) -> None:
        self.panel.show_chosen(self.model.chosen(at))
        self._show_deeds(self.model.deeds(at))
        may_read_only = not self.model.may_change
        self.readonly.setText(self.tr("You read here; an administrator changes it.") if may_read_only else "")
        self.readonly.setVisible(may_read_only)
        self._lock.setVisible(may_read_only)
        self.keys_changed.emit()

    def _show_deeds(self, deeds: tuple[PageDeed, ...]) -> None:
        if [deed.key for deed in deeds] != [deed.key for deed in self._deeds]:
            self._make_buttons(deeds)
        self._deeds = deeds
        for deed in deeds:
            button = self._buttons[deed.key]
            button.set_words(deed.words, icon=deed.icon)
            button.setEnabled(not deed.why_not)
            button.set_reason(deed.why_not)

    def _make_buttons(self, deeds: tuple[PageDeed, ...]) -> None:
        for key in self._keys:
            key.deleteLater()
        for button in self._buttons.values():
            self._foot.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._keys, self._buttons = [], {}
        for deed in deeds:
            button = KeyCapButton(
                deed.words, key=deed.cap, icon=deed.icon, variant=deed.variant,
                name=f"set_up_{self.model.key}_{deed.key}",
            )  # fmt: skip
            button.clicked.connect(partial(self._press, deed.key))
            self._buttons[deed.key] = button
            self._foot.addWidget(button)
            if deed.key != OPEN:
                self._keys.append(shortcut(self, deed.cap, self._pressed(button)))

    def _pressed(self, button: KeyCapButton) -> Callable[[], None]:
        return button.click

    def _press(self, key: str) -> None:
        self.bar.hide()
        self.deed_asked.emit(key, self.table.chosen_row())

    def _open(self, at: int) -> None:
        if any(deed.key == OPEN for deed in self._deeds):
            self.bar.hide()
            self.deed_asked.emit(OPEN, at)

    def _open_chosen(self) -> None:
        self._open(self.table.chosen_row())

    def _refuse(self, sentence: str) -> None:
        self._fact = ""
        self.bar.say(sentence, "")
        self.bar.show()
        self.keys_changed.emit()

    def _say(self, sentence: str) -> None:
        self.bar.hide()
        self._fact = sentence
        self.keys_changed.emit()
