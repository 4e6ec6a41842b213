"""The key's page: three ways in plain words, and the fields of the one chosen."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QButtonGroup, QRadioButton, QWidget

from ui.look.theme import current_look
from ui.viewmodels.set_up.key import KEYRING, WAY, KeyStep, Way
from ui.viewmodels.set_up.step import Wrong
from ui.views.set_up.fields import Fields
from ui.views.set_up.step_view import StepView
from ui.widgets.card import Card
from ui.widgets.icon import Icon
from ui.widgets.rows import column, row
from ui.widgets.text import Text


class WayCard(Card):
    """One way to keep the key. Signals: `chosen()`."""

    chosen = Signal()

    def __init__(self, way: Way, parent: QWidget | None = None) -> None:
        super().__init__(margins=(16, 6, 16, 10), spacing=2, name=f"set_up_way_{way.key}", parent=parent)
        self.radio = QRadioButton(way.words)
        self.radio.setFont(current_look().font("body", 600))
        self.radio.setObjectName(f"set_up_{WAY}_{way.key}")
        self.radio.setAccessibleDescription(f"{way.daily} {way.lost}")
        self.radio.clicked.connect(self.chosen)
        self.fault = Text("", "small", "attention", wrap=True, name=f"set_up_{WAY}_{way.key}_fault")
        self.fault.hide()
        for icon, words in (("check", way.daily), ("alert-triangle", way.lost)):
            said = Text(words, "small", "ink2", wrap=True)
            line = row(Icon(icon, 16, "ink2"), said, spacing=8, margins=(24, 0, 0, 0))
            line.setStretch(1, 1)
            if icon == "check":
                self.body.addWidget(self.radio)
            self.body.addLayout(line)
        self.inner = column(self.fault, margins=(24, 0, 0, 0))
        self.body.addLayout(self.inner)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The whole card is the button."""
        super().mouseReleaseEvent(event)
        self.radio.setFocus()
        self.radio.click()


class KeyView(StepView):
    """Up and Down choose, Enter goes on."""

    def __init__(self, step: KeyStep, parent: QWidget | None = None) -> None:
        super().__init__(step, parent)
        self._key = step
        self._shown = ""
        self.fields: Fields | None = None
        self._group = QButtonGroup(self)
        self.cards: dict[str, WayCard] = {}
        for way in step.ways():
            card = WayCard(way)
            card.chosen.connect(partial(self._choose, way.key))
            self._group.addButton(card.radio)
            self.cards[way.key] = card
            self.main.addWidget(card)
        self.refresh()

    def take_focus(self) -> None:
        """The way chosen, or the first."""
        way = self._key.way() or KEYRING
        self.cards[way].radio.setFocus(Qt.FocusReason.TabFocusReason)

    def enter(self) -> None:
        """Choose the way in focus; then to its fields, else on."""
        here = QApplication.focusWidget()
        if isinstance(here, QRadioButton) and not here.isChecked():
            here.click()
        if self.fields is not None:
            self.fields.take_focus()
        else:
            super().enter()

    def live_keys(self) -> Sequence[tuple[str, str]]:
        """The arrows go through the ways."""
        return (("Down", self.tr("Next way")),)

    def refresh(self) -> None:
        """What the keyring answered, and the fields of the way."""
        super().refresh()
        way = self._key.way()
        for key, card in self.cards.items():
            card.set_tone("accent" if key == way else "")
            card.radio.setChecked(key == way)
        fault = self._key.keyring_fault or ""
        self.cards[KEYRING].fault.setText(fault)
        self.cards[KEYRING].fault.setVisible(bool(fault))
        if way != self._shown:
            self._shown = way
            self._show_fields()

    def show_wrong(self, wrong: Wrong) -> None:
        """At its field, or above the page."""
        found = self.fields is not None and self.fields.show_wrong(wrong.key, wrong.sentence)
        self.say("" if found else wrong.sentence)

    def _choose(self, way: str) -> None:
        self._key.put(WAY, way)

    def _show_fields(self) -> None:
        if self.fields is not None:
            self.fields.hide()
            self.fields.deleteLater()
            self.fields = None
        if self._key.asks():
            self.fields = Fields(self._key)
            self.fields.done.connect(self.go_on)
            self.cards[self._key.way()].inner.addWidget(self.fields)
