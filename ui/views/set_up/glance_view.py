"""Everything at a glance: what was answered, step by step, each line a way back to it."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.look.theme import current_look
from ui.viewmodels.set_up.path import SetUpPath
from ui.views.set_up.step_view import StepView
from ui.widgets.card import Card
from ui.widgets.key_cap_button import KeyCapButton
from ui.widgets.rows import empty
from ui.widgets.text import Text

_ROW = 28


class GlanceView(StepView):
    """Signals: `change_asked(number)` of the step, from 1."""

    change_asked = Signal(int)

    def __init__(self, path: SetUpPath, parent: QWidget | None = None) -> None:
        super().__init__(path.glance, parent)
        self._path = path
        self.card = Card(margins=(20, 12, 20, 14), name="set_up_card")
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(current_look().px(16))
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(1, 1)
        self.card.body.addLayout(self._grid)
        self.main.addWidget(self.card)

    def take_focus(self) -> None:
        """What stands now; the foot's button takes the keys."""
        self._show()

    def _show(self) -> None:
        empty(self._grid)
        line = 0
        for number, step in enumerate(self._path.steps[:-1], start=1):
            for at, (label, words) in enumerate(step.glance()):
                top = Qt.AlignmentFlag.AlignVCenter
                self._grid.setRowMinimumHeight(line, current_look().px(_ROW))
                self._grid.addWidget(Text(label, "small", "ink2"), line, 0, top)
                self._grid.addWidget(Text(words, "body", weight=500, elide=True), line, 1, top)
                if at == 0:
                    change = KeyCapButton(
                        self.tr("Change"), variant="link", height=28, name=f"set_up_change_{number}"
                    )
                    change.setAccessibleDescription(step.name)
                    change.clicked.connect(partial(self.change_asked.emit, number))
                    self._grid.addWidget(change, line, 2, Qt.AlignmentFlag.AlignRight)
                line += 1
