"""`CountGrid`: pieces by denomination; Tab and Enter go down (SCREENS, count sheet)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QRegularExpression, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QRegularExpressionValidator
from PySide6.QtWidgets import QGridLayout, QLineEdit, QSizePolicy, QWidget

from ui.look.qss import restyle
from ui.look.theme import current_look
from ui.widgets.text import Text

_FIELD_WIDTH = 84
_MOST_DIGITS = 6
_RIGHT = Qt.AlignmentFlag.AlignRight


class Denomination(NamedTuple):
    """`label` as it stands at the left (`20`, `0.25`), its value in cents."""

    label: str
    value_cents: int


class PieceField(QLineEdit):
    """How many pieces; digits only, empty is not counted yet. Enter and Down go on, Up goes back."""

    def __init__(self, kind: Denomination, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "amount")
        self.setAlignment(_RIGHT | Qt.AlignmentFlag.AlignVCenter)
        self.setAccessibleName(self.tr("Pieces of {kind}").format(kind=kind.label))
        self.setObjectName(f"pieces_{kind.value_cents}")
        digits = QRegularExpression(f"[0-9]{{0,{_MOST_DIGITS}}}")
        self.setValidator(QRegularExpressionValidator(digits, self))
        self.setFixedWidth(current_look().px(_FIELD_WIDTH))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Nothing stays chosen where the focus is not."""
        super().focusOutEvent(event)
        self.deselect()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and arrows move between the fields."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down}:
            self.focusNextChild()
        elif event.key() == Qt.Key.Key_Up:
            self.focusPreviousChild()
        else:
            super().keyPressEvent(event)


class CountGrid(QWidget):
    """Denomination, pieces, value. Signal: `changed()` at each digit.

    `show_value` turns cents to text. A value stands only beside what was counted, so an empty row is seen as such.
    """

    changed = Signal()

    def __init__(
        self, title: str, kinds: Sequence[Denomination], show_value: Callable[[int], str], *, name: str = "count",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self._kinds = tuple(kinds)
        self._show_value = show_value
        self._fields: dict[int, PieceField] = {}
        self._values: dict[int, Text] = {}
        px = current_look().px
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(14))
        grid.setVerticalSpacing(px(6))
        grid.addWidget(Text(title, weight=600), 0, 0)
        grid.addWidget(Text(self.tr("pieces"), "small", "ink2", align=_RIGHT), 0, 1)
        grid.addWidget(Text(self.tr("value"), "small", "ink2", align=_RIGHT), 0, 2)
        for at, kind in enumerate(self._kinds, start=1):
            field, value = PieceField(kind), Text("", "body", weight=500, align=_RIGHT)
            value.setMinimumWidth(px(70))
            field.textChanged.connect(self._counted)
            self._fields[kind.value_cents], self._values[kind.value_cents] = field, value
            grid.addWidget(Text(kind.label, "lead", weight=600, align=_RIGHT), at, 0)
            grid.addWidget(field, at, 1)
            grid.addWidget(value, at, 2)
        grid.setRowStretch(len(self._kinds) + 1, 1)

    def pieces(self) -> dict[int, int]:
        """Pieces by value in cents, of what was counted (0 counts, empty does not)."""
        return {value: int(field.text()) for value, field in self._fields.items() if field.text()}

    def show_pieces(self, pieces: Mapping[int, int]) -> None:
        """Fill in a count kept for later."""
        for value, field in self._fields.items():
            field.setText(str(pieces[value]) if value in pieces else "")

    def not_counted(self) -> tuple[str, ...]:
        """Labels of the rows still empty (`so far; pennies left`)."""
        return tuple(kind.label for kind in self._kinds if not self._fields[kind.value_cents].text())

    def set_locked(self, is_locked: bool) -> None:
        """Submitted: nothing can be changed any more."""
        for field in self._fields.values():
            field.setReadOnly(is_locked)
            restyle(field)

    def first_field(self) -> QLineEdit:
        """Where counting begins."""
        return self._fields[self._kinds[0].value_cents]

    def _counted(self) -> None:
        for value, field in self._fields.items():
            text = field.text()
            shown = self._values[value]
            shown.setText(self._show_value(int(text) * value) if text else "")
            shown.set_tone("ink3" if text and int(text) == 0 else "ink")
        self.changed.emit()
