"""The practice side window: printer and paper left, drawer, check feeder, scanner and terminal right, faults below."""

from PySide6.QtCore import QSettings
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from ui.viewmodels.practice import PracticeModel
from ui.views.practice.faults_part import FaultsPart
from ui.views.practice.hands_part import HandsPart
from ui.views.practice.paper_part import PaperPart
from ui.widgets.card import Rule
from ui.widgets.rows import column, row
from ui.widgets.side_window import SideWindow

SIZE = (746, 694)


class PracticeWindow(SideWindow):
    """All parts follow the model while the window is seen; hidden, it costs nothing."""

    def __init__(self, model: PracticeModel, parent: QWidget, *, memory: QSettings | None = None) -> None:
        super().__init__(
            parent, "", icon="school", fill="attention_fill", ink="on_attention_fill", size=SIZE, name="practice",
            memory=memory,
        )
        self.set_title(self.tr("Practice devices"))
        self._model = model
        self.paper = PaperPart(model)
        self.hands = HandsPart(model)
        self.faults = FaultsPart(model)
        upper = row(self.paper, Rule(upright=True), self.hands, spacing=14, margins=(16, 10, 16, 8))
        upper.setStretch(2, 1)
        lines = column(upper, self.faults, spacing=0)
        lines.setStretch(0, 1)
        page = QWidget()
        page.setProperty("role", "page")
        page.setLayout(lines)
        self.body.addWidget(page)
        model.changed.connect(self._show)

    def showEvent(self, event: QShowEvent) -> None:
        """What happened meanwhile is seen."""
        super().showEvent(event)
        self.hands.stub.setFocus()
        self._show()

    def _show(self) -> None:
        if self.isVisible():
            self.paper.show_now()
            self.hands.show_now()
            self.faults.show_now()
