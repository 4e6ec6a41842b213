"""The smaller cards: last payments, services, contact, notes."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

from ui.look.cells import Cell
from ui.look.theme import current_look
from ui.viewmodels.account.face import FactShown, LineShown
from ui.widgets.card import Card, Rule
from ui.widgets.data_table import DataTable
from ui.widgets.key_cap_button import KeyCapButton
from ui.widgets.rows import column, empty, row
from ui.widgets.table_delegate import TableColumn
from ui.widgets.text import Text

_TABLE_LEFT = 4
_LEAST_ROWS = 2


class LinesCard(Card):
    """A title and lines with an icon, words and an amount; it scrolls when there are many."""

    def __init__(self, title: str, *, row_height: int, label: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(margins=(_TABLE_LEFT, 12, _TABLE_LEFT, 8), spacing=4, name=f"{name}_card", parent=parent)
        self._row_height = row_height
        self.none = Text("", "body", "ink2", wrap=True, name=f"{name}_none")
        self.table = DataTable(
            [TableColumn("", stretch=True, width=140), TableColumn("", "amount", weight=600)],
            row_height=row_height, label=label, name=name,
        )
        self.table.horizontalHeader().hide()
        self.body.addLayout(row(Text(title, "body", weight=600), None, margins=(12, 0, 12, 0)))
        self.body.addLayout(row(self.none, margins=(12, 0, 12, 0)))
        self.body.addWidget(self.table, 1)

    def show_lines(self, lines: Sequence[LineShown], *, none: str) -> None:
        """Show these; `none` is what is true when there are none."""
        self.none.setText(none)
        self.none.setVisible(not lines)
        self.table.setVisible(bool(lines))
        self.table.show_rows(
            [[Cell(line.words, line.tone, line.icon, line.second), Cell(line.amount, line.tone)] for line in lines]
        )
        self.table.setMinimumHeight(current_look().target(self._row_height) * min(len(lines), _LEAST_ROWS) + 2)

    def fit(self) -> None:
        """Take the height of all lines, no more."""
        self.table.setFixedHeight(current_look().target(self._row_height) * self.table.model().rowCount() + 2)


class ContactCard(Card):
    """Names left, what is known right of them; `Show` while something is masked. Signals: `show_pressed()`."""

    show_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(margins=(16, 10, 16, 12), spacing=4, name="account_contact_card", parent=parent)
        self.show_key = KeyCapButton(
            self.tr("Show"), key="S", icon="eye", variant="link", height=28, name="account_contact_show"
        )
        self.show_key.clicked.connect(self.show_pressed)
        self._facts = QGridLayout()
        self._facts.setHorizontalSpacing(current_look().px(14))
        self._facts.setVerticalSpacing(current_look().px(5))
        self._facts.setColumnStretch(1, 1)
        title = Text(self.tr("Contact"), "body", weight=600)
        title.setMinimumHeight(current_look().px(28))
        self.body.addLayout(row(title, None, self.show_key))
        self.body.addLayout(self._facts)

    def words(self) -> str:
        """Everything it says, for tests."""
        return _words(self._facts)

    def show_facts(self, facts: Sequence[FactShown], *, none: str) -> None:
        """Show these; `none` is what is true when there are none."""
        empty(self._facts)
        for at, fact in enumerate(facts):
            top = Qt.AlignmentFlag.AlignTop
            self._facts.addWidget(Text(fact.name, "body", "ink2"), at, 0, top)
            self._facts.addWidget(Text(fact.words, "body", name=f"account_contact_{at}"), at, 1, top)
        if not facts:
            self._facts.addWidget(Text(none, "body", "ink2", wrap=True), 0, 0, 1, 2)


class NotesCard(Card):
    """What billing and we wrote beside the figures, in a scroll area. Signals: `open_pressed()`."""

    open_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(margins=(16, 12, 8, 12), spacing=6, name="account_notes_card", parent=parent)
        title = self.tr("Notes")
        self.lines = QVBoxLayout()
        self.lines.setSpacing(current_look().px(2))
        page = QWidget()
        page.setProperty("role", "page")
        page.setLayout(column(self.lines, None, spacing=0, margins=(0, 0, 8, 0)))
        self.area = QScrollArea()
        self.area.setObjectName("account_notes")
        self.area.setAccessibleName(title)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(page)
        opens = KeyCapButton(
            self.tr("Alerts, notes"), key="N", icon="notes", variant="link", height=28, name="account_notes_open"
        )
        opens.clicked.connect(self.open_pressed)
        self.body.addLayout(row(Text(title, "body", weight=600), None, opens, margins=(0, 0, 8, 0)))
        self.body.addWidget(self.area, 1)

    def words(self) -> str:
        """Everything it says, for tests."""
        return _words(self.lines)

    def show_facts(self, facts: Sequence[FactShown], *, none: str) -> None:
        """Show these with a line between them; `none` is what is true when there are none."""
        empty(self.lines)
        for at, fact in enumerate(facts):
            if at:
                self.lines.addSpacing(current_look().px(4))
                self.lines.addWidget(Rule())
                self.lines.addSpacing(current_look().px(4))
            self.lines.addWidget(Text(fact.name, "small", "ink2"))
            self.lines.addWidget(Text(fact.words, "body", wrap=True, name=f"account_note_{at}"))
        if not facts:
            self.lines.addWidget(Text(none, "body", "ink2", wrap=True))


def _words(layout: QLayout) -> str:
    items = (layout.itemAt(at) for at in range(layout.count()))
    labels = (item.widget() for item in items if item is not None)
    return "\n".join(label.text() for label in labels if isinstance(label, Text))
