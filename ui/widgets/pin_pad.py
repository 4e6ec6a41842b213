"""`PinPad`: ten keys, back and Enter, with the dots of what was typed; for fingers and for the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from ui.look.qt_numbers import KEY_BACKSPACE, KEY_DELETE, KEY_ENTER, KEY_RETURN, NO_FOCUS, STRONG_FOCUS
from ui.look.theme import current_look
from ui.widgets.key_cap_button import KeyCapButton
from ui.widgets.paint import draw_shape
from ui.widgets.rows import column
from ui.widgets.text import Text

MOST_DIGITS = 12
_KEY_WIDTH = 92
_GAP = 8
_DOT_PX = 14
_DOT_STEP = 30


class PinDots(QWidget):
    """A dot a digit, filled when it was typed; the digits themselves are never shown."""

    def __init__(self, length: int = 6, *, name: str = "pin_dots", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._length, self._typed = length, 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_typed(0)

    def show_typed(self, typed: int) -> None:
        """How many digits were typed."""
        self._typed = typed
        self.setAccessibleName(self.tr("{n} of {all} digits").format(n=typed, all=self._length))
        self.updateGeometry()
        self.update()

    def set_length(self, length: int) -> None:
        """How many digits the PIN has."""
        self._length = length
        self.show_typed(min(self._typed, length))

    def sizeHint(self) -> QSize:
        """A row of dots."""
        px = current_look().px
        count = max(self._length, self._typed)
        return QSize(px(_DOT_STEP) * (count - 1) + px(_DOT_PX), px(_DOT_PX))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Filled and empty dots."""
        look = current_look()
        painter = QPainter(self)
        radius = look.px(_DOT_PX) / 2
        typed, missing = QPainterPath(), QPainterPath()
        for at in range(max(self._length, self._typed)):
            centre = QPointF(radius + at * look.px(_DOT_STEP), self.height() / 2)
            if at < self._typed:
                typed.addEllipse(centre, radius, radius)
            else:
                missing.addEllipse(centre, radius - 1, radius - 1)
        draw_shape(painter, typed, look.colour("accent"))
        draw_shape(painter, missing, None, look.colour("line2"), 2)


class PinPad(QWidget):
    """Title, line under it, dots, keys, and the sentence when a PIN was wrong.

    Signal: `entered(pin)` at Enter, or by itself when the last digit was typed. The keyboard works while any part of
    the pad has the focus. The PIN is forgotten as soon as it was handed over. `icon_later` leaves the icon of the key
    that takes a digit back out until `show_icon`.
    """

    entered = Signal(str)

    def __init__(
        self, *, length: int = 6, is_hasty: bool = False, icon_later: bool = False, name: str = "pin_pad",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._length, self._is_hasty = length, is_hasty
        self._typed = ""
        self.title = Text("", "head", name=f"{name}_title")
        self.hint = Text("", "body", "ink2", name=f"{name}_hint")
        self.dots = PinDots(length)
        self.fault = Text("", "body", "risk", weight=500, wrap=True, name=f"{name}_fault")
        self._grid = QGridLayout()
        self._keys: list[KeyCapButton] = []
        self._make_keys()
        if not icon_later:
            self.show_icon()
        self.setLayout(column(self.title, 2, self.hint, 16, self.dots, 19, self._grid, 8, self.fault, spacing=0))
        self.setProperty("focusPolicy", STRONG_FOCUS)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum)
        self.dress()

    def ask_for(self, title: str, hint: str = "", *, length: int | None = None) -> None:
        """Whose PIN is wanted (`PIN for M. Ruiz`), and how long it is."""
        self.title.setText(title)
        self.hint.setText(hint)
        self.setAccessibleName(title)
        if length is not None:
            self._length = length
            self.dots.set_length(length)
        self.clear()

    def clear(self) -> None:
        """Forget what was typed."""
        self._typed = ""
        self.dots.show_typed(0)

    def show_fault(self, sentence: str) -> None:
        """Why the PIN was not taken; empty takes the sentence away. The dots are cleared."""
        self.fault.setText(sentence)
        self.setAccessibleDescription(sentence)
        self.clear()

    def show_icon(self) -> None:
        """Put the icon on the key that takes a digit back."""
        self._back_key.set_words("", icon="backspace")
        self._back_key.setAccessibleName(self.tr("Back"))

    def set_busy(self, verb: str) -> None:
        """Show on Enter that the PIN is being looked at (`Checking...`); empty ends it."""
        self._enter.set_busy(verb)

    def typed_count(self) -> int:
        """How many digits stand there."""
        return len(self._typed)

    def is_in_use(self) -> bool:
        """Whether a PIN is being typed or looked at."""
        return bool(self._typed) or self._enter.is_busy

    def press(self, digit: str) -> None:
        """Take one digit."""
        if len(self._typed) < min(self._length, MOST_DIGITS):
            self._typed += digit
            self.fault.setText("")
            self.dots.show_typed(len(self._typed))
            if self._is_hasty and len(self._typed) == self._length:
                self._hand_over()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits, Backspace, Enter."""
        text = event.text()
        if event.key() in {KEY_RETURN, KEY_ENTER}:
            self._hand_over()
        elif event.key() in {KEY_BACKSPACE, KEY_DELETE}:
            self._back()
        elif len(text) == 1 and text in "0123456789":
            self.press(text)
        else:
            super().keyPressEvent(event)

    def _make_keys(self) -> None:
        for at, words in enumerate(("1", "2", "3", "4", "5", "6", "7", "8", "9", "", "0", "Enter")):
            is_enter = words == "Enter"
            key = KeyCapButton(
                self.tr(words) if is_enter else words, variant="primary" if is_enter else "plain", height=60,
                role="body" if is_enter else "figure", name=f"pin_{words.lower() or 'back'}",
            )
            key.setProperty("focusPolicy", NO_FOCUS)
            key.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            if not words:
                self._back_key = key
                key.setAccessibleName(self.tr("Back"))
                key.clicked.connect(self._back)
            elif is_enter:
                self._enter = key
                key.clicked.connect(self._hand_over)
            else:
                key.clicked.connect(self._digit)
            self._keys.append(key)
            self._grid.addWidget(key, at // 3, at % 3)

    def dress(self) -> None:
        """Keys of the text size in use."""
        px = current_look().px
        self._grid.setSpacing(px(_GAP))
        for key in self._keys:
            key.setMinimumWidth(px(_KEY_WIDTH))

    def _digit(self) -> None:
        key = self.sender()
        if isinstance(key, KeyCapButton):
            self.press(key.text())

    def _back(self) -> None:
        self._typed = self._typed[:-1]
        self.dots.show_typed(len(self._typed))

    def _hand_over(self) -> None:
        if self._typed and not self._enter.is_busy:
            pin = self._typed
            self.clear()
            self.entered.emit(pin)
