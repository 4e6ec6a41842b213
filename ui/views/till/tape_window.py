"""The tape beside the till: calculator and batch in one side window; the till stays usable behind it (A9, B11)."""

from collections.abc import Sequence

from PySide6.QtCore import QSettings, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from ui.viewmodels.till.tape import TapeModel
from ui.viewmodels.till.tape_batch import BatchTapeModel
from ui.views.till.tape_batch_list import BatchTapeList
from ui.views.till.tape_calculator import TapeCalculator
from ui.widgets.pages import Pages
from ui.widgets.rows import column, row
from ui.widgets.segmented import Segment, SegmentedControl
from ui.widgets.shortcut import shortcut
from ui.widgets.side_window import SideWindow

SIZE = (746, 600)
CALCULATOR, BATCH = "calculator", "batch"


class TapeWindow(SideWindow):
    """F9 or Alt+T opens it on the calculator, Alt+B on the batch; F9 goes from one to the other, Esc hides it.

    Signal: `left()` it was hidden.
    """

    left = Signal()

    def __init__(
        self, tape: TapeModel, batch: BatchTapeModel, parent: QWidget, *, memory: QSettings | None = None
    ) -> None:
        super().__init__(
            parent, "", icon="calculator", fill="strip", ink="on_strip", size=SIZE, name="tape", memory=memory
        )
        self.set_title(self.tr("Tape"))
        self._batch = batch
        self.calculator = TapeCalculator(tape)
        self.list = BatchTapeList(batch)
        self.pages = Pages()
        self.choice = SegmentedControl(
            (Segment(CALCULATOR, self.tr("Calculator"), "calculator"), Segment(BATCH, self.tr("Batch"), "list")),
            label=self.tr("Calculator or batch"), name="tape_choice",
        )
        self.choice.chosen.connect(self.show_page)
        page = QWidget()
        page.setProperty("role", "page")
        lines = column(row(self.choice, None, margins=(16, 12, 16, 0)), self.pages, spacing=0)
        lines.setStretch(1, 1)
        page.setLayout(lines)
        for part in (self.calculator, self.list):
            self.pages.addWidget(part)
        self.body.addWidget(page)
        shortcut(self, "F9, Alt+T", self._other)
        shortcut(self, "Alt+B", lambda: self.show_page(BATCH))
        shortcut(self, "Ctrl+F", self.list.field.setFocus)

    def show_page(self, key: str) -> None:
        """One of the two, its field with the focus; the batch is read anew."""
        self.choice.set_current(key)
        self.pages.setCurrentIndex(int(key == BATCH))
        if key == BATCH:
            self._batch.load()
        (self.list if key == BATCH else self.calculator).field.setFocus()

    def help_keys(self) -> Sequence[tuple[str, str]]:
        """What no button in sight says."""
        if self.choice.current() == BATCH:
            ways: tuple[tuple[str, str], ...] = (("Ctrl F", self.tr("Find on the tape")),)
        else:
            ways = (
                ("Enter", self.tr("Add the amount (+)")), ("-", self.tr("Take the amount off")),
                ("S", self.tr("Stubs")), ("C", self.tr("Checks")),
            )  # fmt: skip
        return (
            *ways, ("F9", self.tr("Calculator or batch (Alt T)")), ("Alt B", self.tr("Tape of the batch")),
            ("Esc", self.tr("Back to the till")),
        )  # fmt: skip

    def hideEvent(self, event: QHideEvent) -> None:
        """The next key belongs to the till."""
        super().hideEvent(event)
        self.left.emit()

    def _other(self) -> None:
        self.show_page(BATCH if self.choice.current() == CALCULATOR else CALCULATOR)
