"""A receipt's paper to look at: what the customer has in hand; nothing is printed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget

from receipts.renderers.roll import Roll
from ui.look.theme import current_look
from ui.viewmodels.batches import words
from ui.widgets.dialog import Dialog
from ui.widgets.paper_roll import PaperRoll

_HEIGHT = 430


class ReceiptPaperDialog(Dialog):
    """Opened from a suspect or a list of receipts."""

    def __init__(self, parent: QWidget, number: str, roll: Roll) -> None:
        super().__init__(
            parent, words.tr("Receipt {number}").format(number=number), words.tr("As it stands in the books. Nothing is"
            " printed."), icon="receipt", width=460, name="receipt_paper",
        )  # fmt: skip
        self.paper = PaperRoll(name="receipt_paper_roll")
        self.paper.show_roll(roll)
        area = QScrollArea()
        area.setObjectName("receipt_paper_area")
        area.setAccessibleName(self.tr("Paper of receipt {number}").format(number=number))
        area.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        area.setWidget(self.paper)
        self.paper.resize(self.paper.sizeHint())
        area.setMinimumHeight(current_look().px(_HEIGHT))
        self.body.addWidget(area)
        self.add_button(self.tr("Close"), key="Esc", name="receipt_paper_close")

    @classmethod
    def ask(cls, parent: QWidget, number: str, roll: Roll) -> "ReceiptPaperDialog":
        """Open it. Tests replace this method."""
        dialog = cls(parent, number, roll)
        dialog.open()
        return dialog
