"""Of which days and whose: the row over a report's table."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.look.theme import current_look
from ui.viewmodels.reports.model import ReportsModel
from ui.widgets.amount_field import ErrorLine
from ui.widgets.flow import FlowRow
from ui.widgets.pick_box import PickBox
from ui.widgets.rows import column, row
from ui.widgets.segmented import Segment, SegmentedControl
from ui.widgets.text import Text

_DAY_WIDTH, _PICK_WIDTH = 108, 158


class FilterRow(QWidget):
    """Signal: `left()` a field was answered: the table takes the keys again."""

    left = Signal()

    def __init__(self, model: ReportsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reports_filter")
        self._model = model
        self.span = SegmentedControl(
            (
                Segment("today", self.tr("Today")), Segment("yesterday", self.tr("Yesterday")),
                Segment("week", self.tr("7 days")), Segment("month", self.tr("Month")),
            ),
            label=self.tr("Days shown"), name="reports_span",
        )  # fmt: skip
        self.span.chosen.connect(model.show_span)
        self.first = self._day(self.tr("From, month day year"), "reports_from")
        self.last = self._day(self.tr("To, month day year"), "reports_to")
        self.cashier = PickBox(self.tr("Cashier"), name="reports_cashier")
        self.batch = PickBox(self.tr("Batch"), name="reports_batch")
        self.cashier.activated.connect(self._pick_cashier)
        self.batch.activated.connect(self._pick_batch)
        self.fault = ErrorLine(name="reports_fault")
        days = row(
            Text(self.tr("From"), "small", "ink2"), self.first, Text(self.tr("to"), "small", "ink2"), self.last,
            spacing=6,
        )  # fmt: skip
        line = FlowRow(self.span, days, self.cashier, self.batch, spacing=8)
        self.setLayout(column(line, self.fault, spacing=2))
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Fields of the new text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "fault"):
            self._fit()

    def show_asked(self) -> None:
        """Fields say what is on the screen."""
        asked = self._model.asked
        if asked is None:
            return
        self.span.set_current(asked.span)
        for field, text in zip((self.first, self.last), self._model.days_typed(), strict=True):
            field.setText(text)
        self.fault.show_fault("")
        self.cashier.setVisible(self._model.sees_all)

    def show_choices(self, people: Sequence[tuple[str, str]], batches: Sequence[str]) -> None:
        """Cashiers by (id, name) and batches of these days to choose from."""
        asked = self._model.asked
        if asked is None:
            return
        _fill(self.cashier, [("", self.tr("All cashiers")), *people], asked.scope.cashier)
        _fill(self.batch, [("", self.tr("All batches")), *((batch, batch) for batch in batches)], asked.scope.batch)

    def _fit(self) -> None:
        px = current_look().px
        for field, width in (
            (self.first, _DAY_WIDTH), (self.last, _DAY_WIDTH), (self.cashier, _PICK_WIDTH), (self.batch, _PICK_WIDTH)
        ):  # fmt: skip
            field.setFixedWidth(px(width))

    def _day(self, label: str, name: str) -> QLineEdit:
        field = QLineEdit()
        field.setObjectName(name)
        field.setAccessibleName(label)
        field.returnPressed.connect(self._take_days)
        return field

    def _take_days(self) -> None:
        if self.first.hasFocus() and self.first.text() != self._model.days_typed()[0]:
            self.last.setFocus()
            self.last.selectAll()
            return
        sentence = self._model.show_days(self.first.text(), self.last.text())
        self.fault.show_fault(sentence)
        if not sentence:
            self.left.emit()

    def _pick_cashier(self, at: int) -> None:
        self._model.show_cashier(str(self.cashier.itemData(at) or ""))
        self.left.emit()

    def _pick_batch(self, at: int) -> None:
        self._model.show_batch(str(self.batch.itemData(at) or ""))
        self.left.emit()


def _fill(box: PickBox, choices: Sequence[tuple[str, str]], chosen: str) -> None:
    if chosen not in [key for key, _words in choices]:
        choices = [*choices, (chosen, chosen)]
    there = [(box.itemData(at), box.itemText(at)) for at in range(box.count())]
    if there != list(choices):
        box.clear()
        for key, words in choices:
            box.addItem(words, key)
    box.setCurrentIndex(next(at for at, (key, _words) in enumerate(choices) if key == chosen))
