"""The board's right side: one batch compared class by class, its suspects, and the answers a supervisor gives."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QStackedLayout, QWidget

from app.domain.batch_state import BatchState
from ui.look.cells import Cell
from ui.look.theme import current_look
from ui.viewmodels.batches.detail import DetailModel
from ui.viewmodels.batches.detail_face import ClassRow, Detail, SuspectShown
from ui.views.batches.drawer_deeds import DrawerDeeds
from ui.widgets.alert_bar import AlertBar
from ui.widgets.badge import Badge
from ui.widgets.card import Panel
from ui.widgets.data_table import DENSE_HEIGHT, DataTable
from ui.widgets.empty_state import EmptyState
from ui.widgets.fact_list import FactList
from ui.widgets.icon import Icon
from ui.widgets.key_cap_button import KeyCapButton
from ui.widgets.note_card import NoteCard
from ui.widgets.rows import column, empty, row
from ui.widgets.suspect_card import SuspectCard
from ui.widgets.table_delegate import TableColumn
from ui.widgets.text import Text

WIDTH = 440


class DetailPanel(Panel):
    """Signals: `accept_asked()`, `back_asked()`, `reopen_asked()`, `report_asked()`, `count_asked()`,
    `voids_asked()`, `receipt_asked(str)`.
    """

    accept_asked = Signal()
    back_asked = Signal()
    reopen_asked = Signal()
    report_asked = Signal()
    count_asked = Signal()
    voids_asked = Signal()
    receipt_asked = Signal(str)

    def __init__(self, model: DetailModel, parent: QWidget | None = None) -> None:
        super().__init__(margins=(0, 0, 0, 0), name="batches_detail", parent=parent)
        self._model = model
        self.setFixedWidth(current_look().px(WIDTH))
        self._make_parts()
        self._make_buttons()
        self._arrange()
        model.changed.connect(self._show)
        self._show()

    def _make_parts(self) -> None:
        self.number = Text("", "head", zero=True, name="detail_number")
        self.cashier = Text("", "body", "ink2", elide=True, name="detail_cashier")
        self.badge = Badge("", name="detail_state")
        heads = (
            TableColumn(self.tr("Tender"), stretch=True), TableColumn(self.tr("Expected"), "amount"),
            TableColumn(self.tr("Counted"), "amount"), TableColumn(self.tr("Difference"), "amount"),
        )  # fmt: skip
        self.table = DataTable(heads, row_height=DENSE_HEIGHT, label=self.tr("By tender"), name="detail_tenders")
        self.table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.swap = AlertBar("heed", "", icon="arrows-exchange", name="detail_swap")
        self.note = NoteCard("eye-off", self.tr("Your own batch: its sums are shown once it is balanced."),
                             name="detail_blind")  # fmt: skip
        self.said = Text("", "body", "ink2", wrap=True, name="detail_note")
        self.suspects_title = Text(self.tr("Find the difference"), weight=600, name="detail_suspects_title")
        self.suspects = column(spacing=8)
        self.clear = Text("", "small", "ink2", wrap=True, name="detail_clear")
        self.clear_icon = Icon("check", 16, "ink2")
        self.facts = FactList(name="detail_facts")
        self.deeds = DrawerDeeds(name="drawer")

    def _make_buttons(self) -> None:
        self.accept = KeyCapButton(
            self.tr("Approve"), key="A", variant="primary", name="detail_accept"
        )
        self.back = KeyCapButton(self.tr("Back to cashier"), key="R", name="detail_back")
        self.reopen = KeyCapButton(self.tr("Reopen"), key="R", icon="lock-open", name="detail_reopen")
        self.report = KeyCapButton(self.tr("Close report"), key="Ctrl P", icon="report", name="detail_report")
        self.count = KeyCapButton(self.tr("Count sheet"), key="C", icon="coins", variant="primary", name="detail_count")
        self.voids = KeyCapButton(
            self.tr("Answer voids"), key="V", icon="shield-check", variant="primary", name="detail_voids"
        )
        for button, asked in (
            (self.accept, self.accept_asked), (self.back, self.back_asked), (self.reopen, self.reopen_asked),
            (self.report, self.report_asked), (self.count, self.count_asked), (self.voids, self.voids_asked),
        ):  # fmt: skip
            button.clicked.connect(asked)

    def _arrange(self) -> None:
        head = row(self.number, self.cashier, self.badge, spacing=10, margins=(0, 0, 14, 0))
        head.setStretch(1, 1)
        clear = row(self.clear_icon, self.clear, spacing=6)
        clear.setAlignment(self.clear_icon, Qt.AlignmentFlag.AlignTop)
        clear.setStretch(1, 1)
        inside = QWidget()
        inside.setProperty("role", "page")
        inside.setLayout(
            column(
                self.table, self.swap, self.note, self.said, self.suspects_title, self.suspects, clear, self.facts,
                None, spacing=10, margins=(0, 0, 14, 8),
            )
        )  # fmt: skip
        self._inside = inside
        area = QScrollArea()
        area.setObjectName("detail_area")
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.verticalScrollBar().rangeChanged.connect(self._make_room)
        buttons = row(
            self.accept, self.back, self.count, self.voids, self.reopen, self.report, None, spacing=8,
            margins=(0, 0, 14, 0),
        )  # fmt: skip
        page = QWidget()
        page.setLayout(column(head, area, self.deeds, buttons, spacing=10, margins=(18, 14, 4, 14)))
        self.nothing = EmptyState("stack-2", self.tr("No batch chosen"), self.tr("Pick one from the list."),
                                  is_large=False)  # fmt: skip
        self._pages = QStackedLayout()
        self.body.addLayout(self._pages)  # before its pages: else the first stands as a window of its own for a moment
        self._pages.addWidget(self.nothing)
        self._pages.addWidget(page)

    def _make_room(self, _least: int, most: int) -> None:
        """The scroll bar stands in the margin, so that the table keeps its right edge."""
        layout = self._inside.layout()
        if layout is not None:
            px = current_look().px
            layout.setContentsMargins(0, 0, px(2) if most else px(14), px(8))

    def _show(self) -> None:
        shown = self._model.shown if self._model.chosen else None
        self._pages.setCurrentIndex(1 if shown is not None else 0)
        if shown is not None:
            self._show_detail(shown)
            self._show_buttons(shown)

    def _show_detail(self, shown: Detail) -> None:
        self.number.setText(shown.batch)
        self.cashier.setText(shown.cashier)
        self.badge.show_state(*shown.badge)
        lines = [*shown.rows, shown.total] if shown.total else []
        self.table.setVisible(bool(lines))
        self.table.show_rows([_cells(line) for line in lines])
        self.table.setFixedHeight(self.table.fitted_height())
        self.swap.setVisible(bool(shown.swap))
        self.swap.say(shown.swap, shown.unexplained)
        self.note.setVisible(shown.is_blind)
        said = " ".join(filter(None, (shown.note, shown.who_else, "" if shown.swap else shown.unexplained)))
        self.said.setText(said)
        self.said.setVisible(bool(said))
        self._show_suspects(shown)
        self.facts.show_facts(shown.facts)

    def _show_suspects(self, shown: Detail) -> None:
        empty(self.suspects)
        self.suspects_title.setVisible(bool(shown.suspects))
        for rank, suspect in enumerate(shown.suspects, start=1):
            self.suspects.addWidget(self._suspect(rank, suspect))
        self.clear.setText(" ".join(shown.clear))
        self.clear.setVisible(bool(shown.clear))
        self.clear_icon.setVisible(bool(shown.clear))

    def _suspect(self, rank: int, suspect: SuspectShown) -> SuspectCard:
        buttons: tuple[KeyCapButton, ...] = ()
        if rank == 1 and suspect.receipt:
            opens = KeyCapButton(
                self.tr("Open receipt"), key="Enter", icon="receipt", height=32, name="suspect_open"
            )
            opens.clicked.connect(partial(self.receipt_asked.emit, suspect.receipt))
            buttons = (opens,)
        return SuspectCard(rank, suspect.words, suspect.explains, suspect.evidence, buttons=buttons)

    def _show_buttons(self, shown: Detail) -> None:
        is_counted = shown.state is BatchState.COUNTED
        may_answer = is_counted and not shown.is_blind
        self.accept.setVisible(may_answer)
        self.accept.setEnabled(shown.can_accept and not shown.open_voids)
        self.accept.set_reason(shown.who_else or shown.note)
        self.back.setVisible(may_answer)
        self.back.setEnabled(shown.can_accept)
        self.back.set_reason(shown.who_else)
        self.count.setVisible(shown.is_blind and shown.state in (BatchState.OPEN, BatchState.REJECTED))
        self.deeds.show_detail(shown)
        self.voids.setVisible(bool(shown.open_voids) and not shown.is_blind)
        self.reopen.setVisible(shown.state is BatchState.BALANCED and shown.can_reopen)
        self.report.setVisible(shown.has_report)
        self.report.set_words(self.tr("Report") if may_answer else self.tr("Close report"))
        self.report.set_key("" if may_answer else "Ctrl P")
        busy = self._model.is_busy
        self.accept.set_busy(self.tr("Storing...") if busy and self.accept.isVisibleTo(self) else "")


def _cells(line: ClassRow) -> list[Cell]:
    return [Cell(line.words), Cell(line.expected), Cell(line.counted), Cell(line.difference, line.tone)]
