"""A refusal as a panel: a supervisor's PIN in place, or a keyed answer; never a dialog."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.look.theme import current_look
from ui.viewmodels.till.refusal import Refusal, RefusalModel
from ui.widgets.icon import Icon
from ui.widgets.key_cap_button import KeyCapButton
from ui.widgets.paint import RADIUS, fill_round
from ui.widgets.refusal_panel import RefusalPanel
from ui.widgets.rows import column, row
from ui.widgets.text import Text

PIN_PROPERTY = "pin"


def make_refusal(refusal: Refusal, model: RefusalModel, *, panel: RefusalPanel | None = None) -> RefusalPanel:
    """The panel for an approval, made anew or brought up to what the model says now."""
    names = [user.name for user in refusal.approvers]
    if panel is None:
        panel = RefusalPanel(refusal.what, refusal.instead, back=refusal.back, name="till_refusal")
        panel.field.setProperty(PIN_PROPERTY, True)
        panel.approval_entered.connect(model.approve)
        panel.handed_back.connect(model.go_back)
    shown = [panel.approvers.itemText(at) for at in range(panel.approvers.count())]
    if shown != names:
        panel.set_approvers(names)
    panel.show_fault(refusal.fault)
    panel.field.setReadOnly(refusal.is_busy)
    return panel


class AnswerPanel(QWidget):
    """A warning that asks for a keyed answer (R18). Signals: `taken()` at Y, `handed_back()`."""

    taken = Signal()
    handed_back = Signal()

    def __init__(self, refusal: Refusal, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("till_answer")
        self.setAccessibleName(f"{refusal.what} {refusal.instead}")
        what = Text(refusal.what, "body", "on_inverse", weight=600, wrap=True, name="till_answer_what")
        instead = Text(refusal.instead, "small", "on_inverse", wrap=True, name="till_answer_instead")
        self.take = KeyCapButton(self.tr("Take it"), key="Y", variant="inverse", name="till_answer_take")
        self.back = KeyCapButton(refusal.back, key="Esc", variant="inverse", name="till_answer_back")
        self.take.clicked.connect(self.taken)
        self.back.clicked.connect(self.handed_back)
        icon = Icon("ban", 22, "inverse_icon")
        words = column(what, instead, 2, row(self.take, self.back, None, spacing=8), spacing=4)
        line = row(icon, words, spacing=12, margins=(14, 12, 14, 12))
        line.setAlignment(icon, Qt.AlignmentFlag.AlignTop)
        line.setStretch(1, 1)
        self.setLayout(line)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        yes = QShortcut(QKeySequence("Y"), self)
        yes.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        yes.activated.connect(self.taken)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Inverse ground."""
        fill_round(QPainter(self), self.rect(), RADIUS, current_look().colour("inverse"), None, 0)
