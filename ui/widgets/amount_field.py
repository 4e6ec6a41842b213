"""`AmountField`: an amount proposed or typed, right-aligned; and `ErrorLine`, the sentence below a field."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from ui.look.qss import restyle
from ui.look.theme import current_look
from ui.widgets.icon import Icon
from ui.widgets.rows import row
from ui.widgets.text import Text

Parse = Callable[[str], int | str]


class AmountField(QLineEdit):
    """Shows an amount and takes another one.

    `parse` turns the typed text to cents, or gives the sentence that says what is wrong with it. A proposed amount
    is chosen whole, so that digits replace it. Signals: `accepted(cents)` at Enter when the text parses,
    `fault_changed(sentence)` when the sentence below changes (empty: all is well), `left()` at Esc.
    A fault keeps the focus and the text as typed (LOOK section 6).
    """

    accepted = Signal(int)
    fault_changed = Signal(str)
    left = Signal()

    def __init__(
        self, parse: Parse, *, label: str = "Amount", role: str = "amount", width: int = 110, name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._parse = parse
        self._fault = ""
        self._width = width
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setProperty("role", role)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setMaxLength(16)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.textEdited.connect(self._retry)
        self.returnPressed.connect(self._accept)

    @property
    def fault(self) -> str:
        """The sentence shown below, empty when all is well."""
        return self._fault

    def propose(self, amount: str) -> None:
        """Show an amount; in focus it is chosen whole, so that digits replace it."""
        self.setText(amount)
        self.show_fault("")
        if self.hasFocus():
            self.selectAll()

    def show_fault(self, sentence: str) -> None:
        """Say what is wrong, or nothing any more."""
        if sentence != self._fault:
            self._fault = sentence
            self.setProperty("tone", "error" if sentence else "")
            self.setAccessibleDescription(sentence)
            restyle(self)
            self.fault_changed.emit(sentence)

    def cents(self) -> int | None:
        """The amount in cents, None when the text is no amount."""
        parsed = self._parse(self.text())
        return parsed if isinstance(parsed, int) else None

    def sizeHint(self) -> QSize:
        """As wide as asked for, or as its amount needs."""
        hint = super().sizeHint()
        px = current_look().px
        words = self.fontMetrics().horizontalAdvance(self.text()) + 2 * px(16) + 4
        return QSize(max(px(self._width), words), hint.height())

    def minimumSizeHint(self) -> QSize:
        """An amount is never cut."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves; all else types."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Coming in chooses the whole amount."""
        super().focusInEvent(event)
        self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Nothing stays chosen where the focus is not."""
        super().focusOutEvent(event)
        self.deselect()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A press chooses the whole amount too, unless a part was chosen."""
        super().mouseReleaseEvent(event)
        if not self.hasSelectedText():
            self.selectAll()

    def changeEvent(self, event: QEvent) -> None:
        """A new text size is a new width."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def _retry(self) -> None:
        self.updateGeometry()
        self.show_fault("")

    def _accept(self) -> None:
        parsed = self._parse(self.text())
        if isinstance(parsed, int):
            self.show_fault("")
            self.accepted.emit(parsed)
        else:
            self.show_fault(parsed)
            self.selectAll()


class ErrorLine(QWidget):
    """Icon and sentence below a field; it keeps its place when empty, so that nothing jumps."""

    def __init__(self, *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._icon = Icon("alert-triangle", 16, "risk")
        self._words = Text("", "caption", "risk", name=f"{name}_words")
        line = row(self._icon, self._words, None, spacing=4)
        self.setLayout(line)
        policy = self._icon.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._icon.setSizePolicy(policy)
        self.show_fault("")

    @property
    def sentence(self) -> str:
        """What it says."""
        return self._words.text()

    def show_fault(self, sentence: str) -> None:
        """Say it, or nothing."""
        self._words.setText(sentence)
        self._icon.setVisible(bool(sentence))
        self.setAccessibleName(sentence)


class HintLine(QWidget):
    """A caption below a field that says what belongs there."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setLayout(row(Text(words, "caption", "ink3"), None))
