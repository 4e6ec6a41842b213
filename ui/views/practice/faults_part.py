"""The faults that can be switched on, so that a bad day can be practised."""

from functools import partial

from PySide6.QtWidgets import QGridLayout, QWidget

from ui.look.theme import current_look
from ui.viewmodels.practice import PracticeModel
from ui.widgets.card import Panel
from ui.widgets.key_cap_button import KeyCapButton
from ui.widgets.rows import row
from ui.widgets.switch import Switch
from ui.widgets.text import Text

_COLUMNS = 3


class FaultsPart(Panel):
    """A switch a fault, column by column; above them what the last press did."""

    def __init__(self, model: PracticeModel, parent: QWidget | None = None) -> None:
        super().__init__("workspace", margins=(16, 6, 16, 8), spacing=2, name="practice_faults", parent=parent)
        self._model = model
        self.off = KeyCapButton(self.tr("All off"), variant="link", height=28, name="practice_all_off")
        self.off.clicked.connect(model.all_off)
        self.told = Text("", "small", "ink2", elide=True, name="practice_told")
        head = row(Text(self.tr("Faults to switch on"), "body", weight=600), 12, self.told, self.off)
        head.setStretch(2, 1)
        self.body.addLayout(head)
        model.told.connect(self.told.setText)
        grid = QGridLayout()
        grid.setHorizontalSpacing(current_look().px(28))
        grid.setVerticalSpacing(0)
        self.switches: list[Switch] = []
        faults = model.faults()
        rows = -(-len(faults) // _COLUMNS)  # rounded up
        for at, fault in enumerate(faults):
            switch = Switch(fault.label, name=f"practice_fault_{fault.fault.name.lower()}")
            switch.setChecked(fault.is_on)
            switch.toggled.connect(partial(model.switch, fault.fault))
            self.switches.append(switch)
            grid.addWidget(switch, at % rows, at // rows)
        for at in range(_COLUMNS):
            grid.setColumnStretch(at, 1)
        self.body.addLayout(grid)

    def show_now(self) -> None:
        """As the bench has them; some go out by themselves."""
        faults = self._model.faults()
        for switch, fault in zip(self.switches, faults, strict=True):
            switch.blockSignals(True)
            switch.setChecked(fault.is_on)
            switch.blockSignals(False)
        self.off.setEnabled(any(fault.is_on for fault in faults))
