"""The mail room: band, grid, entry line and side; made for the ten-key pad (SCREENS, Mail and drop box)."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from app.domain.mail import MAIL, PHON, SOURCES
from app.domain.tender import TenderKind
from ui.look.theme import current_look
from ui.viewmodels.mail import words
from ui.viewmodels.mail.face import figures, opened_by
from ui.viewmodels.mail.item import Step
from ui.viewmodels.mail.model import MailModel
from ui.viewmodels.mail.rows import HEADS, MailRow
from ui.viewmodels.till.refusal import Refusal
from ui.views.mail.dialogs import MailDialogs
from ui.views.mail.entry import EntryRow
from ui.views.mail.side import MailSide
from ui.views.room import RoomView
from ui.views.till.refusal_view import AnswerPanel, make_refusal
from ui.widgets.card import Card
from ui.widgets.data_table import DataTable
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow import FlowRow
from ui.widgets.key_cap_button import KeyCapButton
from ui.widgets.refusal_panel import RefusalPanel
from ui.widgets.rows import column, row
from ui.widgets.segmented import Segment, SegmentedControl
from ui.widgets.shortcut import shortcut
from ui.widgets.table_delegate import TableColumn
from ui.widgets.text import Text
from ui.widgets.totals_band import BandFigure, TotalsBand

_KINDS = ("text", "number", "text", "amount", "amount", "number", "amount", "badge")
_WIDTHS = (48, 116, 130, 96, 112, 116, 118, 176)
_GIVE_WAY = (0, 3)
"""Line number and billed amount, where large text needs the room."""
_NOT_BY_PHONE = ("F5", "F7", "F8")
_TIGHT_FROM_PERCENT, _TIGHT_BELOW_PX = 125, 1_500


class MailKey(NamedTuple):
    """A key of the room: on the strip with words, and a second one that needs no F row."""

    cap: str
    words: str
    other: str
    act: Callable[[], None]


class MailRoom(RoomView):
    """Shows the batch of the chosen source, or how to open one."""

    def __init__(self, model: MailModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("mail_room")
        self.setAccessibleName(self.tr("Mail"))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.model = model
        self._panel: AnswerPanel | RefusalPanel | None = None
        self._step = Step.STUB
        self.dialogs = MailDialogs(model, self, back=self._to_field)
        self._make_parts()
        self._arrange()
        self._keys = self._made_keys()
        for key in self._keys:
            self._shortcut(", ".join(filter(None, (key.cap, key.other))), key.act)
        self._take_key = self._shortcut("T", self._take)
        self._join()
        self._show()

    def live_keys(self) -> Sequence[tuple[str, str]]:
        """The strip's keys."""
        if not self.model.has_batch:
            return [("F1", self.tr("Keys")), ("O", self.tr("Open batch"))]
        linking = [] if self.model.item.is_phone else [
            ("+", self.tr("Same check, next stub")), ("*", self.tr("Next check, same stub")),
        ]  # fmt: skip
        shown = [(key.cap, key.words) for key in self._live()]
        return [("F1", self.tr("Keys")), ("Enter", self.tr("Next")), *linking, *shown]

    def help_keys(self) -> Sequence[tuple[str, str]]:
        """Also the keys without the F row."""
        more = [(key.other, key.words) for key in self._live() if key.other]
        sources = [(f"Alt {at}", words.source(code)) for at, code in enumerate(SOURCES, start=1)]
        take = [("T", self.tr("Take what the check holds"))] if self.model.has_batch else []
        return [*self.live_keys(), *take, *more, *sources]

    def _live(self) -> list[MailKey]:
        """The keys with words that do something now; by phone nothing comes in an envelope."""
        is_phone = self.model.source == PHON
        return [key for key in self._keys if key.words and not (is_phone and key.cap in _NOT_BY_PHONE)]

    def strip_fact(self) -> str:
        """What this desk never does."""
        return self.tr("No receipt, no change")

    def batch_in_front(self) -> str | None:
        """The batch that the next item goes to."""
        batch = self.model.read.batch
        return batch.batch if batch is not None else ""

    def take_focus(self) -> None:
        """The room was entered: the books are read again, the next key belongs to the item."""
        self.model.load()
        self._to_field()

    def take_scan(self, text: str) -> bool:
        """A scan stays here while the room is in front."""
        if not self.model.has_batch:
            self.model.tell(self.tr("Open a batch first, then scan the stub again."))
        else:
            self.model.scan(text)
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Columns give way to large text on a narrow screen."""
        is_tight = current_look().scale_percent >= _TIGHT_FROM_PERCENT and self.width() < _TIGHT_BELOW_PX
        for at in _GIVE_WAY:
            self.table.setColumnHidden(at, is_tight)
        super().resizeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Checks that are fed come here now."""
        self.model.hear(is_in_front=True)
        self.table.viewport().setAutoFillBackground(True)  # opaque: lines that stay are moved, not painted again; the
        super().showEvent(event)  # style takes it away when it dresses the table, so it is said at each entering

    def hideEvent(self, event: QHideEvent) -> None:
        """They go to the till again."""
        self.model.hear(is_in_front=False)
        super().hideEvent(event)

    def _make_parts(self) -> None:
        self.segments = SegmentedControl(
            [Segment(code, words.source(code), "") for code in SOURCES], MAIL, label=self.tr("Where it came from"),
            name="mail_source",
        )  # fmt: skip
        self.aside = KeyCapButton(self.tr("Set aside"), key="F7", icon="box", name="mail_aside")
        self.correct = KeyCapButton(self.tr("Control list"), key="Alt L", icon="list-check", name="mail_correct")
        self.finish = KeyCapButton(self.tr("Count"), key="F10", icon="coins", variant="primary", name="mail_finish")
        self.band = TotalsBand(name="mail_band")
        self.openers = Text("", "body", weight=600, name="mail_openers")
        self.openers_when = Text("", "small", "ink2", name="mail_openers_when")
        heads = [
            TableColumn(words.tr(head), kind, width, stretch=head == "Name")
            for head, kind, width in zip(HEADS, _KINDS, _WIDTHS, strict=True)
        ]
        self.table = DataTable(heads, label=self.tr("Items of this batch"), name="mail_grid")
        self.table.setModel(self.model.grid)
        self.entry = EntryRow(self.model.item)
        self.side = MailSide(self.model)
        self.notice = Text("", "body", "attention", weight=600, wrap=True, name="mail_notice")
        self.open_button = KeyCapButton(
            self.tr("Open batch"), key="O", icon="lock-open", variant="primary", height=44, name="mail_open"
        )
        self.nothing = EmptyState("mailbox", "", "", buttons=(self.open_button,), name="mail_none")

    def _arrange(self) -> None:
        head = FlowRow(row(Text(self.tr("Mail"), "title"), 8, self.segments))
        head.take_room()
        head.add(row(self.correct, self.aside, self.finish))
        self._openers = QWidget()
        self._openers.setLayout(column(
            Text(self.tr("Opened by"), "small", "ink2"), self.openers, self.openers_when, spacing=1,
            margins=(0, 8, 0, 8),
        ))  # fmt: skip
        over = row(self.band, self._openers, spacing=14)
        over.setStretch(0, 1)
        card = Card(margins=(1, 1, 1, 1))
        card.body.addWidget(self.table)
        self._refusals = QVBoxLayout()
        left = column(self._refusals, card, self.entry, self.notice, spacing=8)
        left.setStretch(1, 1)
        work = row(left, self.side, spacing=12)
        work.setStretch(0, 1)
        self.page = QWidget()
        body = column(over, work, spacing=10)
        body.setStretch(1, 1)
        self.page.setLayout(body)
        self._unread = QWidget()
        self._pages = QStackedLayout()
        whole = column(head, self._pages, spacing=10, margins=(20, 14, 20, 14))
        whole.setStretch(1, 1)
        self.setLayout(whole)
        for page in (self._unread, self.nothing, self.page):
            self._pages.addWidget(page)

    def _made_keys(self) -> tuple[MailKey, ...]:
        return (
            MailKey("F5", self.tr("Envelope cash"), "Alt+C", self._cash),
            MailKey("F8", self.tr("Money order"), "Alt+M", self._money_order),
            MailKey("F7", self.tr("Set aside"), "Alt+A", self._aside),
            MailKey("F10", self.tr("Count"), "Alt+F", self.model.finish),
            MailKey("Ctrl Shift V", self.tr("Void"), "", self._void),
            MailKey("Esc", self.tr("Back"), "", self._back),
            MailKey("Alt L", "", "", self.dialogs.correct),
            MailKey("Alt U", "", "", self._take_up),
            MailKey("Alt P", "", "", self.model.use_usual),
            MailKey("Alt G", "", "", self.table.setFocus),
            *(MailKey(f"Alt {at}", "", "", self._source_key(code)) for at, code in enumerate(SOURCES, start=1)),
        )

    def _source_key(self, code: str) -> Callable[[], None]:
        return lambda: self._choose(code)

    def _shortcut(self, cap: str, act: Callable[[], None]) -> QShortcut:
        return shortcut(self, cap.replace(", ", ",").replace(" ", "+").replace(",", ", "), act)

    def _join(self) -> None:
        model = self.model
        self._shortcut("O", self.dialogs.open_batch)
        self.segments.chosen.connect(self._choose)
        self.open_button.clicked.connect(self.dialogs.open_batch)
        self.aside.clicked.connect(self._aside)
        self.correct.clicked.connect(self.dialogs.correct)
        self.finish.clicked.connect(model.finish)
        self.side.take_pressed.connect(self._take)
        self.side.aside_pressed.connect(self._aside)
        self.side.void_pressed.connect(self._void)
        self.side.up_pressed.connect(self._take_up)
        self.side.usual_pressed.connect(self.model.use_usual)
        self.entry.stub_typed.connect(model.find.enter)
        self.entry.pasted.connect(model.paste)
        self.entry.left.connect(self._back)
        self.table.row_chosen.connect(self._row_chosen)
        model.changed.connect(self._show)
        model.told.connect(self.notice.setText)
        model.item.changed.connect(self._follow)
        model.refusal.changed.connect(self._show_refusal)
        model.grid.rowsInserted.connect(self._scroll)
        model.grid.modelReset.connect(self._scroll)
        model.session.changed.connect(self._sitting_changed)

    def _choose(self, code: str) -> None:
        self.segments.set_current(code)
        self.notice.setText("")
        self.model.choose(code)

    def _show(self) -> None:
        model = self.model
        has_batch = model.read.batch is not None
        page = self.page if has_batch else self.nothing if model.is_read else self._unread
        is_other = self._pages.currentWidget() is not page
        self._pages.setCurrentWidget(page)
        is_listed = model.log is not None
        for button in (self.aside, self.correct, self.finish):
            button.setVisible(has_batch)
        self.aside.setVisible(has_batch and is_listed)
        self.correct.setVisible(has_batch and is_listed)
        self.nothing.show_words(
            self.tr("{source}: no batch yet").format(source=words.source(model.source)),
            model.read.elsewhere or self._how_to_open(),
        )
        self.band.show_figures([BandFigure(*shown) for shown in figures(model)])
        names, when = opened_by(model)
        self.openers.setText(names)
        self.openers_when.setText(when)
        self._openers.setVisible(bool(names))
        self.keys_changed.emit()
        if is_other and self.isVisible():
            self._to_field()

    def _how_to_open(self) -> str:
        if self.model.source == SOURCES[-1]:
            return self.tr("Cards told by phone are keyed on the terminal and taken here.")
        return self.tr("Two people open the envelopes and add the tape; then its count and total are keyed first.")

    def _follow(self) -> None:
        if self.model.item.step is not self._step:
            self._step = self.model.item.step
            self._take_key.setEnabled(self._step is Step.DECIDE)
            if self.isVisible() and self._panel is None:
                self._to_field()

    def _to_field(self) -> None:
        if self.model.read.batch is None:
            (self.open_button if self.model.is_read else self).setFocus()
            return
        if isinstance(self._panel, RefusalPanel):
            self._panel.field.setFocus()
        elif self._panel is not None:
            self._panel.take.setFocus()
        else:
            (self.entry.field() or self).setFocus()

    def _show_refusal(self) -> None:
        refusal = self.model.refusal.shown
        panel: AnswerPanel | RefusalPanel | None = None
        if refusal is not None and refusal.deed is not None:
            known = self._panel if isinstance(self._panel, RefusalPanel) else None
            panel = make_refusal(refusal, self.model.refusal, panel=known)
            if panel is self._panel:
                return
        elif refusal is not None:
            panel = self._answer(refusal)
        if self._panel is not None:
            self._panel.hide()
            self._panel.deleteLater()
        self._panel = panel
        if self._panel is not None:
            self._refusals.addWidget(self._panel)
        self.entry.setEnabled(self._panel is None)
        QTimer.singleShot(0, self, self._to_field)

    def _answer(self, refusal: Refusal) -> AnswerPanel:
        panel = AnswerPanel(refusal)
        panel.taken.connect(self.model.refusal.take_it)
        panel.handed_back.connect(self.model.refusal.go_back)
        return panel

    def _aside(self) -> None:
        if self.model.log is not None and not self.model.item.draft.is_empty and self._panel is None:
            self.dialogs.set_aside(self.entry.cents_shown())

    def _take(self) -> None:
        item = self.model.item
        if item.step is not Step.DECIDE or self.model.keying.is_busy or self._panel is not None:
            return
        if item.left:
            item.fit_stub()
        elif item.is_refused:
            self.model.keying.take()

    def _cash(self) -> None:
        self._paper(TenderKind.CASH)

    def _money_order(self) -> None:
        self._paper(TenderKind.MONEY_ORDER)

    def _paper(self, kind: TenderKind) -> None:
        if self.model.has_batch and self.model.item.draft.lines and not self.model.item.is_phone:
            self.model.item.key_paper(self.entry.paper.text(), kind=kind)

    def _void(self) -> None:
        self.dialogs.void(self._chosen())

    def _take_up(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self.model.take_up(chosen.item)

    def _back(self) -> None:
        """Esc: the refusal, what is typed, then the item; money in it is asked about."""
        model = self.model
        if model.refusal.shown is not None:
            model.refusal.go_back()
        elif self.table.hasFocus():
            self._to_field()
        elif model.item.draft.tenders or model.item.draft.reads:
            self.dialogs.give_up()
        elif not model.item.draft.is_empty:
            model.item.drop("")
        else:
            self.entry.clear()

    def _chosen(self) -> MailRow | None:
        return self.model.grid.row(self.table.chosen_row())

    def _row_chosen(self, at: int) -> None:
        self.side.show_row(self.model.grid.row(at))

    def _scroll(self) -> None:
        self.table.scrollToBottom()

    def _sitting_changed(self) -> None:
        if self.model.session.sitting is None:
            self.dialogs.close()
