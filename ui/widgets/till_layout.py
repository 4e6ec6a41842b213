"""`TillLayout`: receipt lines at the left, the money column at the right, always in the same place (LOOK idea 1)."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from ui.look.theme import current_look
from ui.widgets.card import Panel, Rule
from ui.widgets.change_panel import ChangePanel
from ui.widgets.lane_tabs import LaneTabs
from ui.widgets.rows import column, row
from ui.widgets.tender_list import TenderList
from ui.widgets.text import Text

MONEY_WIDTH = 420
_LARGEST_SCALE_FOR_WIDTH = 125


class MoneyColumn(Panel):
    """Lanes, what is to pay, tenders, change, and below them the buttons.

    `lanes`, `tenders`, `change` are its parts; `buttons` takes the tender keys and the finish button, `extra` what a
    moment adds under the change (the steps of handing over).
    """

    def __init__(self, *, name: str = "money", parent: QWidget | None = None) -> None:
        super().__init__("column", margins=(0, 0, 0, 18), spacing=0, name=name, parent=parent)
        self.lanes = LaneTabs()
        self.total_label = Text("To pay", "lead", "ink2", name="to_pay_label")
        self.total = Text("", "total", name="to_pay")
        self.total_note = Text("", "small", "ink2", name="to_pay_note")
        self.tenders = TenderList()
        self.change = ChangePanel()
        self.extra = QVBoxLayout()
        self.buttons = QVBoxLayout()
        px = current_look().px
        self.buttons.setSpacing(px(8))
        head = row(self.total_label, None, self.total)
        inner = column(
            16, head, self.total_note, 10, Rule(), 6, self.tenders, 4, self.change, 12, self.extra, None, self.buttons,
            spacing=0, margins=(17, 0, 18, 0),
        )
        self.body.addWidget(self.lanes)
        self.body.addLayout(inner, 1)
        self._fit()

    def show_total(self, amount: str, note: str = "", *, label: str = "To pay") -> None:
        """What is to pay and for how many accounts."""
        self.total_label.setText(label)
        self.total.setText(amount)
        self.total.setAccessibleName(f"{label} {amount}".strip())
        self.total_note.setText(note)

    def changeEvent(self, event: QEvent) -> None:
        """The width follows the text size up to 125 %, so that the lines keep their room."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def _fit(self) -> None:
        self.setFixedWidth(MONEY_WIDTH * min(current_look().scale_percent, _LARGEST_SCALE_FOR_WIDTH) // 100)


class TillLayout(QWidget):
    """`top` above the lines (omnibox), `lines` that scroll, `foot` below them (what was saved), `money` right."""

    def __init__(self, *, name: str = "till", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        px = current_look().px
        self.top = QVBoxLayout()
        self.lines = QVBoxLayout()
        self.lines.setContentsMargins(0, 0, 0, 0)
        self.lines.setSpacing(px(10))
        self.foot = QVBoxLayout()
        self.money = MoneyColumn()
        page = QWidget()
        page.setProperty("role", "page")
        stack = QVBoxLayout(page)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.addLayout(self.lines)
        stack.addStretch(1)
        self.scroller = QScrollArea()
        self.scroller.setObjectName(f"{name}_lines")
        self.scroller.setAccessibleName("Receipt lines")
        self.scroller.setWidget(page)
        self.scroller.setWidgetResizable(True)
        self.scroller.setFrameShape(QFrame.Shape.NoFrame)
        self.scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroller.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        left = column(self.top, 14, self.scroller, 8, self.foot, spacing=0, margins=(20, 16, 20, 12))
        left.setStretch(2, 1)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addLayout(left, 1)
        line.addWidget(self.money)
