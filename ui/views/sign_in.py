"""Sign-in: who is at the window, and the PIN (SCREENS, look 07). It is painted first, so it imports little."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.look.qt_numbers import KEY_DOWN, KEY_UP
from ui.widgets.pin_pad import PinPad
from ui.widgets.rows import column, row
from ui.widgets.station_panel import StationFact, StationPanel
from ui.widgets.text import Text
from ui.widgets.user_card import UserList, UserRow

MOST_PIN_DIGITS = 6
PIN_PROPERTY = "pin"


class SignInShown(NamedTuple):
    """What the page says; `hint` is the line under `PIN for ...`, in practice the PINs themselves."""

    city: str
    station: str
    date: str
    greeting: str
    second: str
    hint: str


class SignInPage(QWidget):
    """People at the left of the pad, the station in the dark panel.

    Signals: `entered(user, pin)`; `painted()` once, when the page stands on the screen.
    """

    entered = Signal(str, str)
    painted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sign_in")
        self.panel = StationPanel()
        self.greeting = Text("", "page", name="sign_in_greeting")
        self.second = Text("", "lead", "ink2", name="sign_in_second")
        self.users = UserList(icon_later=True, name="sign_in_users")
        self.pad = PinPad(length=MOST_PIN_DIGITS, icon_later=True, name="sign_in_pin")
        self.pad.setProperty(PIN_PROPERTY, True)
        self._hint = ""
        self._is_painted = False
        people = column(self.users, None, spacing=0)
        keys = column(self.pad, None, spacing=0)
        both = row(people, 48, keys, None, spacing=0)
        inner = column(None, self.greeting, 2, self.second, 26, both, None, None, spacing=0, margins=(60, 20, 20, 20))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self.panel)
        line.addLayout(inner, 1)
        self.users.chosen.connect(self._choose)
        self.pad.entered.connect(self._hand_over)

    def show_station(self, shown: SignInShown) -> None:
        """City, station, date and greeting."""
        self.panel.city.setText(shown.city)
        self.panel.station.setText(shown.station)
        self.panel.date.setText(shown.date)
        self.greeting.setText(shown.greeting)
        self.second.setText(shown.second)
        self._hint = shown.hint

    def show_people(self, people: Sequence[UserRow], *, chosen: str) -> None:
        """The cards; the chosen one's PIN is asked for."""
        self.users.show_users(people, chosen)
        self._choose(chosen)

    def show_facts(self, facts: Sequence[StationFact]) -> None:
        """How the devices are, as they answer."""
        self.panel.show_facts(facts)

    def show_icons(self) -> None:
        """The two icons, which the first paint leaves out: drawing the first one costs 3 ms, and a key goes before."""
        self.users.show_icon()
        self.pad.show_icon()

    def help_keys(self) -> list[tuple[str, str]]:
        """For F1."""
        return [
            ("Up", self.tr("The person above")), ("Down", self.tr("The person below")),
            ("0 to 9", self.tr("Your PIN")), ("Enter", self.tr("Sign in")),
        ]  # fmt: skip

    def refuse(self, sentence: str) -> None:
        """The PIN was not taken; the focus stays on the pad."""
        self.pad.set_busy("")
        self.pad.show_fault(sentence)
        self.take_focus()

    def take_focus(self) -> None:
        """Digits go to the pad."""
        self.pad.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down choose the person; the digits stay with the pad."""
        steps = {KEY_UP: -1, KEY_DOWN: 1}
        if event.key() not in steps or not self.users.cards:
            super().keyPressEvent(event)
            return
        cards = self.users.cards
        here = next((at for at, card in enumerate(cards) if card.isChecked()), 0)
        cards[min(max(here + steps[event.key()], 0), len(cards) - 1)].setChecked(True)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The first paint is what the rest of the program waits for."""
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self.painted.emit)

    def _choose(self, key: str) -> None:
        name = next((card.shown.words for card in self.users.cards if card.shown.key == key), "")
        self.pad.ask_for(self.tr("PIN for {name}").format(name=name), self._hint)
        self.take_focus()

    def _hand_over(self, pin: str) -> None:
        self.pad.set_busy(self.tr("Checking..."))
        self.entered.emit(self.users.chosen_key(), pin)
