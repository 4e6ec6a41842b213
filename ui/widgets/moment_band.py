"""`MomentBand`: the full-width band that appears only after the disk has the receipt (LOOK section 5)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.look.theme import current_look
from ui.widgets.icon import Icon
from ui.widgets.key_cap_button import KeyCapButton
from ui.widgets.rows import column, empty, row
from ui.widgets.text import Text

BAND_HEIGHT = 104
_EDGE_PX = 4
_HUGE_PERCENT = 150
_WORDS_AT = 2  # in the row, behind icon and gap


class BandAction(NamedTuple):
    """A button in the band's attention form; `key` is what it is known by, `cap` the key cap."""

    key: str
    words: str
    cap: str = ""
    icon: str = ""


class MomentBand(QWidget):
    """Receipt saved: number, when saved and printed, paid, change. Signal: `pressed(key)` of a `BandAction`."""

    pressed = Signal(str)

    def __init__(self, *, name: str = "moment_band", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._is_trouble = False
        self._icon = Icon("circle-check", 44, "on_accent")
        self._title = Text("", "band", "on_accent", zero=True, wrap=True, name=f"{name}_title")
        self._second = Text("", "lead", "on_accent", wrap=True, name=f"{name}_second")
        self._paid_label = Text(self.tr("Paid"), "small", "on_accent")
        self._change_label = Text(self.tr("Change"), "small", "on_accent")
        self._paid = Text("", "total", "on_accent", name=f"{name}_paid")
        self._change = Text("", "change", "on_accent", name=f"{name}_change")
        right = Qt.AlignmentFlag.AlignRight
        for text in (self._paid_label, self._change_label, self._paid, self._change):
            text.setAlignment(right | Qt.AlignmentFlag.AlignBottom)
        self._actions = QHBoxLayout()
        self._actions.setSpacing(current_look().px(8))
        words = column(None, self._title, self._second, None, spacing=2)
        paid = column(None, self._paid_label, self._paid, 9, spacing=0)
        self._change_column = column(None, self._change_label, self._change, spacing=0)
        line = row(
            self._icon, 18, words, self._actions, 34, paid, 50, self._change_column, spacing=0, margins=(26, 2, 30, 0)
        )
        line.setStretch(_WORDS_AT, 1)
        self.setLayout(line)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def is_trouble(self) -> bool:
        """Whether it stands in its attention form."""
        return self._is_trouble

    @property
    def words(self) -> str:
        """Title and second line, for tests and screen readers."""
        return f"{self._title.text()} {self._second.text()}"

    def show_saved(self, title: str, second: str, *, paid: str, change: str) -> None:
        """`Receipt DT1B-000147`, `saved 10:42:31, printed 10:42:33`, paid 236.12, change 13.88."""
        self._turn(is_trouble=False, icon="circle-check")
        self._say(title, second, paid=paid, change=change)
        self._set_actions(())

    def show_trouble(
        self, title: str, second: str, *, change: str, actions: Sequence[BandAction], icon: str = "printer-off"
    ) -> None:
        """`Receipt DT1B-000147 is saved. It was not printed.`, why, and what to do about it."""
        self._turn(is_trouble=True, icon=icon)
        self._say(title, second, paid="", change=change)
        self._set_actions(actions)

    def sizeHint(self) -> QSize:
        """104 high, more where words break into many lines."""
        line = self.layout()
        needed = line.heightForWidth(self.width()) if line is not None and self.width() else 0
        return QSize(super().sizeHint().width(), max(current_look().px(BAND_HEIGHT), needed))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may break words elsewhere."""
        super().resizeEvent(event)
        if self.sizeHint().height() != self.height():
            self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        """A new text size is a new height."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Accent ground; in trouble attention with its edge above."""
        look = current_look()
        painter = QPainter(self)
        painter.fillRect(self.rect(), look.colour("attention_tint" if self._is_trouble else "accent"))
        if self._is_trouble:
            painter.fillRect(0, 0, self.width(), _EDGE_PX, look.colour("attention_fill"))
            painter.fillRect(0, self.height() - 1, self.width(), 1, look.colour("attention_line"))

    def _say(self, title: str, second: str, *, paid: str, change: str) -> None:
        self._title.setText(title)
        self._second.setText(second)
        self._paid.setText(paid)
        self._change.setText(change)
        self._paid_label.setVisible(bool(paid))
        self._paid.setVisible(bool(paid))
        self._change_label.setVisible(bool(change))
        self._change.setVisible(bool(change))
        self.setAccessibleName(f"{title}, {second}")
        self.setAccessibleDescription(self.tr("Change {amount}").format(amount=change) if change else "")

    def _turn(self, *, is_trouble: bool, icon: str) -> None:
        self._is_trouble = is_trouble
        self._icon.show_icon(icon, "attention" if is_trouble else "on_accent")
        for text in (self._title, self._second, self._paid, self._change):
            text.set_tone("ink" if is_trouble else "on_accent")
        self._change_label.set_tone("ink2" if is_trouble else "on_accent")
        self._title.set_role("lead" if is_trouble and current_look().scale_percent > _HUGE_PERCENT else "band", 600)
        self._second.set_role("body" if is_trouble else "lead")
        self._change.set_role("total" if is_trouble else "change")
        self._change_column.setContentsMargins(0, 0, 0, current_look().px(16 if is_trouble else 5))
        self.update()

    def _set_actions(self, actions: Sequence[BandAction]) -> None:
        empty(self._actions)
        for at, action in enumerate(actions):
            button = KeyCapButton(
                action.words, key=action.cap, icon=action.icon, variant="primary" if at == 0 else "plain", height=44,
                name=f"{self.objectName()}_{action.key}",
            )
            button.setProperty("action", action.key)
            button.clicked.connect(self._clicked)
            self._actions.addWidget(button)

    def _clicked(self) -> None:
        button = self.sender()
        if isinstance(button, KeyCapButton):
            self.pressed.emit(str(button.property("action")))
