"""`TenderKeys`: the four tender keys and the finish button at the foot of the money column."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.look.theme import current_look
from ui.widgets.key_cap_button import KeyCapButton
from ui.widgets.rows import column

_HEIGHT, _TIGHT_HEIGHT = 52, 44
_FINISH_HEIGHT = 60
_TWO_BY_TWO_ABOVE_PERCENT = 150  # four words have no room beside one another


class TenderKey(NamedTuple):
    """One key: `key` for code, its words, cap and icon."""

    key: str
    words: str
    cap: str
    icon: str


TENDER_KEYS = (
    TenderKey("cash", "Cash", "F5", "cash"),
    TenderKey("check", "Check", "F6", "bank-check"),
    TenderKey("card", "Card", "F7", "credit-card"),
    TenderKey("other", "Other", "F8", "file-certificate"),
)


class TenderKeys(QWidget):
    """Two by two, 52 high, and `finish` below, 60 high. Signal: `pressed(key)`.

    Tight (large text on a low screen) all four stand in one row without caps, the finish button is 44 high.
    """

    pressed = Signal(str)

    def __init__(
        self, keys: Sequence[TenderKey] = TENDER_KEYS, finish: str = "Finish and open drawer", *,
        name: str = "till", parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}_tender_keys")
        self._is_tight = False
        self._keys = tuple(keys)
        self._buttons: dict[str, KeyCapButton] = {}
        for shown in self._keys:
            button = KeyCapButton(
                shown.words, key=shown.cap, icon=shown.icon, height=_HEIGHT, spread=True, name=f"{name}_{shown.key}"
            )
            button.setProperty("tender", shown.key)
            button.clicked.connect(self._clicked)
            self._buttons[shown.key] = button
        self.finish = KeyCapButton(
            finish, key="F10", icon="receipt", variant="primary", height=_FINISH_HEIGHT, name=f"{name}_finish"
        )
        self._grid = QGridLayout()
        self._stack = column(self._grid, self.finish, spacing=12)
        self.setLayout(self._stack)
        self._place()

    def button(self, key: str) -> KeyCapButton:
        """The button of a tender.

        Raises:
            KeyError: no such tender.
        """
        return self._buttons[key]

    def set_tight(self, *, is_tight: bool) -> None:
        """Take less height."""
        if is_tight != self._is_tight:
            self._is_tight = is_tight
            self._place()

    def _place(self) -> None:
        self._grid.setSpacing(current_look().px(8))
        for button in self._buttons.values():
            self._grid.removeWidget(button)
        is_huge = current_look().scale_percent > _TWO_BY_TWO_ABOVE_PERCENT
        across = len(self._keys) if self._is_tight and not is_huge else 2
        for at, shown in enumerate(self._keys):
            button = self._buttons[shown.key]
            button.set_height(_TIGHT_HEIGHT if self._is_tight else _HEIGHT)
            button.set_key("" if self._is_tight else shown.cap)
            button.set_words(shown.words, icon="" if self._is_tight else shown.icon)
            button.setAccessibleName(f"{shown.words}, {shown.cap}")
            self._grid.addWidget(button, at // across, at % across)
        self.finish.set_height(_TIGHT_HEIGHT if self._is_tight else _FINISH_HEIGHT)

    def _clicked(self) -> None:
        button = self.sender()
        if isinstance(button, KeyCapButton):
            self.pressed.emit(str(button.property("tender")))
