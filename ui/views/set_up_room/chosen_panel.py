"""What is chosen in the table: what it does, what it rests on, what comes and what was (P17)."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from ui.look.theme import current_look
from ui.viewmodels.set_up_room.page import Chosen, Past
from ui.views.set_up.step_view import scrolled
from ui.widgets.badge import Badge
from ui.widgets.card import Panel, Rule
from ui.widgets.fact_list import FactList
from ui.widgets.icon import Icon
from ui.widgets.rows import column, empty, row
from ui.widgets.text import Text

WIDTH = 316


class PastList(QWidget):
    """A head and lines below it; away when there is nothing to say."""

    def __init__(self, head: str, icon: str, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(current_look().px(6))
        self.setLayout(
            column(Rule(), 2, row(Icon(icon, 18, "ink2"), Text(head, "body", weight=600), None), self._lines, spacing=6)
        )

    def show_past(self, past: Sequence[Past]) -> None:
        """Show these."""
        empty(self._lines)
        for one in past:
            said = Text(one.said, "small", weight=500, wrap=True)
            self._lines.addLayout(column(said, Text(one.second, "caption", "ink3", wrap=True), spacing=0))
        self.setVisible(bool(past))


class ChosenPanel(Panel):
    """Fills the right edge of the room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("column", margins=(0, 0, 0, 0), spacing=0, name="set_up_chosen", parent=parent)
        self.setFixedWidth(current_look().px(WIDTH))
        self.title = Text("", "head", weight=600, wrap=True, name="set_up_chosen_title")
        self.badge = Badge("", "neutral")
        self.help = Text("", "small", "ink2", wrap=True, name="set_up_chosen_help")
        self.facts = FactList(name="set_up_chosen_facts")
        self.coming = PastList(self.tr("What comes"), "calendar-event", name="set_up_coming")
        self.before = PastList(self.tr("What was"), "history", name="set_up_before")
        self._page = QWidget()
        self._page.setLayout(
            column(
                self.title, row(self.badge, None), self.help, 2, Rule(), 2, self.facts, self.coming, self.before, None,
                spacing=8, margins=(18, 18, 18, 14),
            )
        )  # fmt: skip
        self.area: QScrollArea = scrolled(self._page)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.body.addWidget(self.area)

    def show_chosen(self, chosen: Chosen | None) -> None:
        """Show it; nothing chosen, nothing said."""
        self._page.setVisible(chosen is not None)
        if chosen is None:
            return
        self.title.setText(chosen.title)
        self.help.setText(chosen.help)
        self.help.setVisible(bool(chosen.help))
        self.badge.show_state(chosen.badge.text, chosen.badge.tone or "neutral", chosen.badge.icon)
        self.badge.setVisible(bool(chosen.badge.text))
        self.facts.show_facts([(fact.label, fact.said) for fact in chosen.facts])
        self.coming.show_past(chosen.coming)
        self.before.show_past(chosen.before)
