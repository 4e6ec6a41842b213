"""`RefusalPanel`: grows out of the stop bar when a tender is refused; no dialog (LOOK section 5)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from ui.look.theme import current_look
from ui.widgets.icon import Icon
from ui.widgets.key_cap_button import KeyCapButton
from ui.widgets.paint import RADIUS, fill_round
from ui.widgets.pick_box import PickBox
from ui.widgets.rows import column, row
from ui.widgets.text import Text

APPROVAL = "Supervisor: badge or PIN"


class RefusalPanel(QWidget):
    """What is refused and why, what to take instead, and the two ways on.

    Signals: `approval_entered(approver, secret)` at Enter in the field (`approver` is empty for a badge or when
    nobody was offered), `handed_back()` by the other button or Esc.
    """

    approval_entered = Signal(str, str)
    handed_back = Signal()

    def __init__(
        self, strong: str = "", instead: str = "", *, back: str = "", name: str = "refusal",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._strong = Text("", "body", "on_inverse", weight=600, wrap=True, name=f"{name}_what")
        self._instead = Text("", "small", "on_inverse", wrap=True, name=f"{name}_instead")
        self._fault = Text("", "small", "inverse_icon", weight=600, name=f"{name}_fault")
        self.approvers = PickBox(self.tr("Who approves"), name=f"{name}_approver", parent=self)
        self.approvers.hide()
        self.field = QLineEdit(self)
        self.field.setObjectName(f"{name}_field")
        self.field.setProperty("role", "inverse")
        self.field.setAccessibleName(self.tr(APPROVAL))
        self.field.setPlaceholderText(self.tr(APPROVAL))
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setMaxLength(64)
        self._shield = self.field.addAction(QIcon(), QLineEdit.ActionPosition.LeadingPosition)
        self.field.returnPressed.connect(self._enter)
        back = back or self.tr("Hand the check back")
        self._back = KeyCapButton(back, key="Esc", variant="inverse", name=f"{name}_back")
        self._back.clicked.connect(self.handed_back)
        ways = row(self.approvers, self.field, self._back, self._fault, None, spacing=8)
        words = column(self._strong, self._instead, 2, ways, spacing=4)
        icon = Icon("ban", 22, "inverse_icon")
        line = row(icon, words, spacing=12, margins=(14, 12, 14, 12))
        line.setAlignment(icon, Qt.AlignmentFlag.AlignTop)
        line.setStretch(1, 1)
        self.setLayout(line)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._fit()
        self.refuse(strong, instead)

    def refuse(self, strong: str, instead: str) -> None:
        """Say what is refused and what to take instead."""
        self._strong.setText(strong)
        self._instead.setText(instead)
        self.field.clear()
        self.show_fault("")
        self.setAccessibleName(f"{strong} {instead}".strip())

    def set_approvers(self, names: Sequence[str]) -> None:
        """Offer these people for a PIN; with none the field takes a badge or a PIN that names its owner."""
        self.approvers.clear()
        self.approvers.addItems(list(names))
        self.approvers.setVisible(bool(names))

    def set_back(self, words: str) -> None:
        """What the way back is called (`Hand the check back`, `Leave it`)."""
        self._back.set_words(words)

    def show_fault(self, sentence: str) -> None:
        """Why the approval was not taken; the field keeps the focus."""
        self._fault.setText(sentence)
        if sentence:
            self.field.selectAll()
            self.field.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc hands back."""
        if event.key() == Qt.Key.Key_Escape:
            self.handed_back.emit()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """The field is as wide as its words in the new look."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_shield"):
            self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Inverse ground."""
        look = current_look()
        fill_round(QPainter(self), self.rect(), RADIUS, look.colour("inverse"), None, 0)

    def _fit(self) -> None:
        look = current_look()
        self.field.setMinimumWidth(look.px(226))
        self._shield.setIcon(QIcon(look.pixmap("shield-lock", 18, "on_inverse", self.devicePixelRatioF())))

    def _enter(self) -> None:
        if self.field.text():
            self.approval_entered.emit(self.approvers.currentText(), self.field.text())
