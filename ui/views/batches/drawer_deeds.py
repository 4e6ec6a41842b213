"""The deeds of an open drawer's day: one row of keys, in the cashier's page and in the board's panel."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.viewmodels.batches.detail_face import Detail
from ui.widgets.flow import FlowRow
from ui.widgets.key_cap_button import KeyCapButton


class DrawerDeeds(QWidget):
    """Signals: `turn_in_asked()`, `hand_over_asked()`, `paper_asked()`, `surprise_asked()`, `reassign_asked()`."""

    turn_in_asked = Signal()
    hand_over_asked = Signal()
    paper_asked = Signal()
    surprise_asked = Signal()
    reassign_asked = Signal()

    def __init__(self, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.turn_in = KeyCapButton(self.tr("Turn in cash"), key="T", icon="moneybag", name=f"{name}_turn_in")
        self.hand_over = KeyCapButton(
            self.tr("Hand over"), key="H", icon="arrows-exchange", name=f"{name}_hand_over"
        )
        self.paper = KeyCapButton(self.tr("Enter paper receipts"), key="N", icon="receipt", name=f"{name}_paper")
        self.surprise = KeyCapButton(self.tr("Surprise count"), key="S", icon="coins", name=f"{name}_surprise")
        self.reassign = KeyCapButton(self.tr("Reassign"), key="G", icon="arrows-exchange", name=f"{name}_reassign")
        asked = (
            self.turn_in_asked, self.hand_over_asked, self.paper_asked, self.surprise_asked, self.reassign_asked,
        )  # fmt: skip
        for button, signal in zip(self.buttons(), asked, strict=True):
            button.clicked.connect(signal)
        self.setLayout(FlowRow(*self.buttons()))

    def buttons(self) -> Sequence[KeyCapButton]:
        """In the order in which they stand."""
        return self.turn_in, self.hand_over, self.paper, self.surprise, self.reassign

    def show_detail(self, shown: Detail) -> None:
        """What the person who looks may do with this batch now."""
        own = shown.is_mine and shown.has_drawer
        for button, can in (
            (self.turn_in, own), (self.hand_over, own), (self.paper, own and shown.has_paper),
            (self.surprise, shown.can_surprise), (self.reassign, shown.can_reassign),
        ):  # fmt: skip
            button.setVisible(can)
        self.setVisible(own or shown.can_surprise or shown.can_reassign)

    def live_keys(self) -> list[tuple[str, str]]:
        """Keys that do something now."""
        return [(button.key, button.text()) for button in self.buttons() if button.isVisibleTo(self)]
