"""`AccountLine`: one account on the receipt; the one in hand is open, the others are two lines high."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui.look.theme import current_look
from ui.widgets.amount_field import AmountField, ErrorLine, Parse
from ui.widgets.card import Rule
from ui.widgets.flow import FlowRow
from ui.widgets.icon import Icon
from ui.widgets.key_cap_button import KeyCapButton
from ui.widgets.paint import CARD_RADIUS
from ui.widgets.rows import column, empty, row
from ui.widgets.text import Text

_EDGE_PX = 4


class Fact(NamedTuple):
    """A labelled amount; `tone` is `risk` for past due money, `ink3` for a zero."""

    label: str
    amount: str
    tone: str = "ink"


class Service(NamedTuple):
    """What one service costs."""

    icon: str
    label: str
    amount: str


class OnePress(NamedTuple):
    """An amount taken with one press: its words, icon and key."""

    words: str
    icon: str = ""
    key: str = ""


class AccountLine(QWidget):
    """Number, NAME, address and the Paying field; open it shows alerts, facts, one-press amounts and services.

    Signals: `accepted(cents)` when an amount was accepted in the field, `one_press(index)` for a one-press amount,
    `opened()` when the closed line was pressed.
    """

    accepted = Signal(int)
    one_press = Signal(int)
    opened = Signal()

    def __init__(
        self, number: str, holder: str, place: str, *, parse: Parse, name: str = "account_line",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(f"{number}, {holder}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._is_open = False
        px = current_look().px
        self.number = Text(number, "lead", weight=600, zero=True, name=f"{name}_number")
        self.holder = Text(holder, "lead", weight=600, elide=True, name=f"{name}_holder")
        self.place = Text(place, "body", "ink2", elide=True, name=f"{name}_place")
        self.field = AmountField(parse, label=f"Paying on {number}", role="paying", width=126, name=f"{name}_paying")
        self.field.accepted.connect(self.accepted)
        self.fault = ErrorLine(name=f"{name}_fault")
        self.fault.hide()
        self.field.fault_changed.connect(self._show_fault)
        self.holder.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.place.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # gives way before the name
        words = row(self.number, self.holder, self.place, spacing=12)
        words.setStretch(2, 1)
        head = row(words, 8, Text("Paying", "body", "ink2"), self.field, spacing=10)
        head.setStretch(0, 1)
        self.second = Text("", "small", "ink2", wrap=True, name=f"{name}_second")
        self._alerts = QVBoxLayout()
        self._alerts.setSpacing(px(11))
        self._facts = FlowRow(spacing=32)
        self._presses = row()
        self._services = FlowRow(spacing=22)
        self._figures = QWidget(self)
        facts = FlowRow(self._facts, spacing=16)
        facts.take_room()
        facts.add(self._presses)
        figures = column(facts, 11, Rule(), 12, self._services, spacing=0)
        self._figures.setLayout(figures)
        upper = column(head, self.second, self.fault, spacing=5)
        upper.setAlignment(self.fault, Qt.AlignmentFlag.AlignRight)
        stack = column(upper, self._alerts, self._figures, spacing=11, margins=(20, 12, 17, 12))
        self.setLayout(stack)
        self.set_open(False)

    @property
    def is_open(self) -> bool:
        """Whether it is the line in hand."""
        return self._is_open

    def set_open(self, is_open: bool) -> None:
        """Open it as the line in hand, or close it to two lines."""
        self._is_open = is_open
        self._figures.setVisible(is_open and self._facts.count() > 0)
        self.second.setVisible(not is_open and bool(self.second.text()))
        self.update()

    def set_second(self, words: str) -> None:
        """The second line of the closed state (`Same payer. Budget plan 52.00 a month.`)."""
        self.second.setText(words)
        self.set_open(self._is_open)

    def set_alerts(self, bars: Sequence[QWidget]) -> None:
        """Put these bars (`AlertBar`, `RefusalPanel`) above the money, in this order."""
        empty(self._alerts)
        for bar in bars:
            self._alerts.addWidget(bar)

    def set_facts(self, facts: Sequence[Fact]) -> None:
        """Four facts at most: past due, current, stay on today, balance."""
        empty(self._facts)
        for fact in facts:
            amount = Text(fact.amount, "lead", fact.tone, weight=600)
            amount.setAccessibleName(f"{fact.label} {fact.amount}")
            self._facts.add(column(Text(fact.label, "small", "ink2"), amount, spacing=1))
        self.set_open(self._is_open)

    def set_presses(self, presses: Sequence[OnePress]) -> list[KeyCapButton]:
        """The one-press amounts; returns their buttons."""
        empty(self._presses)
        buttons = []
        for at, press in enumerate(presses):
            name = f"{self.objectName()}_press_{at}"
            button = KeyCapButton(press.words, key=press.key, icon=press.icon, height=32, name=name)
            button.clicked.connect(self._pressed)
            self._presses.addWidget(button)
            buttons.append(button)
        return buttons

    def set_services(self, services: Sequence[Service]) -> None:
        """What each service costs, in one row."""
        empty(self._services)
        for service in services:
            amount = Text(service.amount, "body", weight=500)
            amount.setAccessibleName(f"{service.label} {service.amount}")
            self._services.add(
                row(Icon(service.icon, 16, "ink3"), Text(service.label, "small", "ink2"), amount, spacing=7)
            )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press anywhere opens the closed line."""
        if not self._is_open:
            self.opened.emit()
        super().mousePressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Card; open with the 4 px accent edge, square on that side."""
        look = current_look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = look.tokens.border_px
        half = width / 2
        frame = QRectF(self.rect()).adjusted(half, half, -half, -half)
        if self._is_open:  # square at the left: the rounded corners there lie outside of what is painted
            frame.setLeft(frame.left() - 2 * CARD_RADIUS)
        painter.setPen(QPen(look.colour("line"), width))
        painter.setBrush(look.colour("surface"))
        painter.drawRoundedRect(frame, CARD_RADIUS - half, CARD_RADIUS - half)
        if self._is_open:
            painter.fillRect(0, 0, look.px(_EDGE_PX), self.height(), look.colour("accent"))

    def _show_fault(self, sentence: str) -> None:
        self.fault.setVisible(bool(sentence))
        self.fault.show_fault(sentence)

    def _pressed(self) -> None:
        button = self.sender()
        if isinstance(button, KeyCapButton):
            self.one_press.emit(self._presses.indexOf(button))
