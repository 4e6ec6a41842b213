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
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._is_open = False
        px = current_look().px
        self.number = Text("", "lead", weight=600, zero=True)
        self.holder = Text("", "lead", weight=600, elide=True)
        self.place = Text("", "body", "ink2", elide=True)
        self.field = AmountField(parse, role="paying", width=126)
        self.field.accepted.connect(self.accepted)
        self.fault = ErrorLine()
        self.fault.hide()
        self.field.fault_changed.connect(self._show_fault)
        self.holder.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.place.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # gives way before the name
        words = row(self.number, self.holder, self.place, spacing=12)
        words.setStretch(2, 1)
        head = row(words, 8, Text(self.tr("Paying"), "body", "ink2"), self.field, spacing=10)
        head.setStretch(0, 1)
        self.second = Text("", "small", "ink2", wrap=True)
        self._alerts = QVBoxLayout()
        self._alerts.setSpacing(px(11))
        self._facts = FlowRow(spacing=32)
        self._presses = row()
        self._services = FlowRow(spacing=22)
        self._fact_parts: list[tuple[Text, Text]] = []
        self._press_parts: list[KeyCapButton] = []
        self._service_parts: list[tuple[Icon, Text, Text]] = []
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
        self.show_account(number, holder, place, name=name)
        self.set_open(False)

    def show_account(self, number: str, holder: str, place: str, *, name: str) -> None:
        """Become the line of this account; a line that was another's is quicker than a new one."""
        self.setObjectName(name)
        self.setAccessibleName(f"{number}, {holder}")
        for part, role in (
            (self.number, "number"), (self.holder, "holder"), (self.place, "place"), (self.field, "paying"),
            (self.fault, "fault"), (self.second, "second"),
        ):
            part.setObjectName(f"{name}_{role}")
        for at, button in enumerate(self._press_parts):
            button.setObjectName(f"{name}_press_{at}")
        self.number.setText(number)
        self.holder.setText(holder)
        self.place.setText(place)
        self.field.setAccessibleName(self.tr("Paying on {number}").format(number=number))
        self.field.propose("")

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
        for _ in facts[len(self._fact_parts) :]:
            label, amount = Text("", "small", "ink2"), Text("", "lead", weight=600)
            self._fact_parts.append((label, amount))
            self._facts.add(column(label, amount, spacing=1))
        for (label, amount), fact in zip(self._fact_parts, facts, strict=False):
            label.setText(fact.label)
            amount.setText(fact.amount)
            amount.set_tone(fact.tone)
            amount.setAccessibleName(f"{fact.label} {fact.amount}")
        _show_first(self._fact_parts, len(facts))
        self.set_open(self._is_open)

    def set_presses(self, presses: Sequence[OnePress]) -> list[KeyCapButton]:
        """The one-press amounts; returns their buttons."""
        for at in range(len(self._press_parts), len(presses)):
            button = KeyCapButton("", key=presses[at].key, height=32, name=f"{self.objectName()}_press_{at}")
            button.clicked.connect(self._pressed)
            self._presses.addWidget(button)
            self._press_parts.append(button)
        for button, press in zip(self._press_parts, presses, strict=False):
            button.set_words(press.words, icon=press.icon)
        _show_first([(button,) for button in self._press_parts], len(presses))
        return self._press_parts[: len(presses)]

    def set_services(self, services: Sequence[Service]) -> None:
        """What each service costs, in one row."""
        for service in services[len(self._service_parts) :]:
            parts = Icon(service.icon, 16, "ink3"), Text("", "small", "ink2"), Text("", "body", weight=500)
            self._service_parts.append(parts)
            self._services.add(row(*parts, spacing=7))
        for (icon, label, amount), service in zip(self._service_parts, services, strict=False):
            icon.show_icon(service.icon, "ink3")
            label.setText(service.label)
            amount.setText(service.amount)
            amount.setAccessibleName(f"{service.label} {service.amount}")
        _show_first(self._service_parts, len(services))

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


def _show_first(parts: Sequence[Sequence[QWidget]], count: int) -> None:
    """What another account needed more of waits out of sight."""
    for at, group in enumerate(parts):
        for part in group:
            if part.isHidden() == (at < count):
                part.setHidden(at >= count)
