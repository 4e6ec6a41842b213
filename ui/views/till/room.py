"""The till room: omnibox, accounts, money column, the band of the moment; keyboard first (SCREENS Till, look 01, 05b).

The focus is always where the next key belongs: a refusal, then an open panel, else the omnibox.
"""

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from app.domain.reasons import NO_SALE_REASONS
from app.domain.tender import TenderKind
from ui.viewmodels.till.moment import OPEN_DRAWER, REPRINT, SAVE_PDF, Moment
from ui.viewmodels.till.till import TillModel
from ui.views.room import RoomView
from ui.views.till.desk_part import DeskPart
from ui.views.till.dialogs_part import DialogsPart
from ui.views.till.find_part import FindPart
from ui.views.till.keys import TillKey, bind_keys
from ui.views.till.lines_part import LinesPart
from ui.views.till.money_part import MoneyPart
from ui.widgets.alert_bar import AlertBar
from ui.widgets.empty_state import EmptyState
from ui.widgets.key_cap_button import KeyCapButton
from ui.widgets.moment_band import BandAction, MomentBand
from ui.widgets.one_layout import one_layout
from ui.widgets.pages import Pages
from ui.widgets.saved_trail import SavedReceipt, SavedTrail
from ui.widgets.till_layout import TillLayout

_TENDERS = {"check": TenderKind.CHECK, "card": TenderKind.CARD, "other": TenderKind.MONEY_ORDER}


class TillRoom(RoomView):
    """One till on one screen. Signals: `open_batch_asked()` the person has no open batch and wants one;
    `tape_asked(page)` the tape is to stand beside the till.
    """

    open_batch_asked = Signal()
    tape_asked = Signal(str)

    def __init__(self, model: TillModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("till_room")
        self.room_name = self.tr("Till")
        self.model = model
        self.band = MomentBand(name="till_band")
        self.band.hide()
        self.till = TillLayout(name="till", parent=self)  # put in later it would be polished twice
        self.limit = AlertBar("heed", "", icon="moneybag", name="till_limit")
        self.limit.hide()
        self.finder = FindPart(model, self)
        self.lines = LinesPart(model, self.till.lines, self)
        self._desk_box = QVBoxLayout()
        self.desk = DeskPart(model, self._desk_box, self)
        self.money = MoneyPart(model, self.till.money, self)
        self.trail = SavedTrail(self.tr("Saved"), name="till_trail")
        self.dialogs = DialogsPart(model, self)
        self._lay_out()
        self._join()
        self._keys = self._all_keys()
        bind_keys(self, self._keys)
        self._show_batch()
        self._show_moment()

    def live_keys(self) -> Sequence[tuple[str, str]]:
        """By frequency; F1, the rest, is the window's."""
        if not self.model.has_batch:
            return (("F1", self.tr("Keys")),)
        return (("F1", self.tr("Keys")), *((key.cap, key.words) for key in self._keys if key.words))

    def help_keys(self) -> Sequence[tuple[str, str]]:
        """All of them, also those whose cap stands on a button, and the same deed without the F row."""
        if not self.model.has_batch:
            return (*self.live_keys(), ("Enter", self.tr("Open batch")))
        said = {
            "F5": self.tr("Cash"), "F6": self.tr("Check"), "F7": self.tr("Card"), "F8": self.tr("Other"),
            "F10": self.tr("Finish"), "Alt A": self.tr("Amount in hand"), "Alt 1": self.tr("Past due"),
            "Alt 2": self.tr("To stay on"), "Alt 3": self.tr("All of it"), "Alt Up": self.tr("Line above"),
            "Alt Down": self.tr("Line below"), "Alt U": self.tr("Accounts the check's payer paid last"),
            "Alt B": self.tr("Tape of the batch"), "Alt E": self.tr("Endorse the checks"),
        }  # fmt: skip
        keys = [(key.cap, key.words or said.get(key.cap, ""), key.other.replace("+", " ")) for key in self._keys]
        return tuple((cap, f"{words} ({other})" if other else words) for cap, words, other in keys if words)

    def strip_fact(self) -> str:
        """What is parked."""
        parked = len(self.model.lanes.parked)
        return self.tr("{n} parked").format(n=parked) if parked else ""

    def take_focus(self) -> None:
        """Where the next key belongs."""
        refusal = self.lines.refusal or self.desk.refusal
        if self.dialogs.current is not None:
            self.dialogs.current.activateWindow()
        elif not self.model.has_batch:
            self._open_batch.setFocus()
        elif refusal is not None:
            refusal.show()
            refusal.field.setFocus()
        elif self.desk.answer is not None:
            self.desk.answer.take.setFocus()
        elif self.desk.keying is not None:
            self.desk.focus_keying()
        elif self.desk.panel is not None and self.model.draft.lines:
            self.desk.panel.take_focus()
        else:
            self.finder.box.setFocus()

    def take_scan(self, text: str) -> bool:
        """A stub goes on the receipt whatever has the focus; a receipt's bar code opens that receipt."""
        return self.dialogs.take_scan(text) or self.model.scan(text)

    def leave_ok(self) -> bool:
        """The room may always be left: its work is on the disk."""
        return True

    def back(self) -> None:
        """Esc: one step back, the nearest first; money entered is never lost without asking."""
        if self.finder.leave():
            return
        if self.model.refusal.shown is not None:
            self.model.refusal.go_back()
        elif self.desk.keying is not None:
            self.model.reading.leave()
        elif self.desk.panel is not None:
            self.model.tenders.hand_back()
        elif self.model.notice:
            self.model.tell("")
        elif not self.finder.box.field.hasFocus():
            self.lines.restore(self.model.work.hand)
            self.take_focus()
        else:
            self.model.give_up()

    def _lay_out(self) -> None:
        self._open_batch = KeyCapButton(
            self.tr("Open batch"), key="Enter", icon="cash-register", variant="primary", height=44,
            name="till_open_batch",
        )
        self._open_batch.clicked.connect(self.open_batch_asked)
        closed = EmptyState(
            "cash-register", self.tr("No batch open"), self.tr("Count your starting cash to begin."),
            buttons=(self._open_batch,), name="till_closed",
        )
        self._recall = KeyCapButton(
            self.tr("Recall"), key="F11", icon="parking", height=44, name="till_recall"
        )
        self._recall.clicked.connect(self.model.park_or_recall)
        self._next = EmptyState("car", "", buttons=(self._recall,), name="till_next")
        self.till.top.addWidget(self.finder.box)
        self.till.top.addWidget(self.limit)
        self._desk_box.setSpacing(10)
        self.till.lines.addLayout(self._desk_box)
        self.till.lines.addWidget(self._next, 1)
        self.till.foot.addWidget(self.trail)
        self._pages = Pages(measures_large=True)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(0)
        stack.addWidget(self.band)
        stack.addLayout(self._pages, 1)  # before its pages: else the first stands as a window of its own for a moment
        for page in (self.till, closed):
            self._pages.addWidget(page)

    def _join(self) -> None:
        model = self.model
        model.limit.changed.connect(self._show_limit)
        self.finder.finish_asked.connect(self._finish)
        self.finder.delete_asked.connect(model.remove_line)
        self.finder.tabbed.connect(self._to_amount)
        self.finder.amount_entered.connect(self._amount_entered)
        self.lines.accepted.connect(self.take_focus)
        self.lines.left.connect(self.take_focus)
        self.desk.turned.connect(self.take_focus)
        for part in (self.lines, self.desk):
            part.in_sight.connect(self._see)
        self.money.tender_pressed.connect(self._tender)
        self.money.finish_pressed.connect(self._finish)
        self.money.reprint_pressed.connect(model.reprint_last)
        self.money.void_pressed.connect(self.dialogs.void)
        self.money.remove_asked.connect(model.tenders.remove)
        self.dialogs.left.connect(self.take_focus)
        self.band.pressed.connect(self._band_pressed)
        self.trail.pressed.connect(self.dialogs.void)
        model.work.changed.connect(self._show_next)
        model.work.amount_wanted.connect(self._want_amount)
        model.refusal.changed.connect(self.take_focus)
        model.moment.changed.connect(self._show_moment)
        model.lanes.lanes_changed.connect(self._show_next)
        model.lanes.changed.connect(self.keys_changed)
        model.trail.changed.connect(self._show_trail)
        model.batch_changed.connect(self._show_batch)

    def _all_keys(self) -> tuple[TillKey, ...]:
        model = self.model
        return (
            TillKey("F2", self.tr("Find"), "Ctrl+F", self._to_find),
            TillKey("F3", self.tr("Misc receipt"), "Alt+M", self.dialogs.misc),
            TillKey("F4", self.tr("Alerts, notes"), "Alt+N", self.dialogs.notes),
            TillKey("F5", "", "Alt+C", self._cash),
            TillKey("F6", "", "Alt+K", self._check),
            TillKey("F7", "", "Alt+D", self._card),
            TillKey("F8", "", "Alt+O", self._other),
            TillKey("F9", self.tr("Tape"), "Alt+T", lambda: self.tape_asked.emit("calculator")),
            TillKey("Alt B", "", "", lambda: self.tape_asked.emit("batch")),
            TillKey("F10", "", "Ctrl+Return", self._finish),
            TillKey("F11", self.tr("Park"), "Alt+P", model.park_or_recall),
            TillKey("F12", self.tr("Next lane"), "Alt+L", model.next_lane),
            TillKey("Ctrl P", self.tr("Reprint"), "", model.reprint_last),
            TillKey("Alt E", "", "", model.endorse_last),
            TillKey("Ctrl Shift V", self.tr("Void"), "", self.dialogs.void),
            TillKey("Ctrl Shift D", self.tr("No-sale"), "", self.dialogs.no_sale),
            TillKey("Del", self.tr("Remove line"), "Alt+R", model.remove_line),
            TillKey("Esc", self.tr("Back"), "", self.back),
            TillKey("Alt A", "", "", self._to_amount),
            TillKey("Alt U", "", "", model.put_usual),
            TillKey("Alt 1", "", "", lambda: self._press(0)),
            TillKey("Alt 2", "", "", lambda: self._press(1)),
            TillKey("Alt 3", "", "", lambda: self._press(2)),
            TillKey("Alt Up", "", "", lambda: model.work.step(-1)),
            TillKey("Alt Down", "", "", lambda: model.work.step(1)),
        )

    def _to_find(self) -> None:
        self.finder.box.setFocus()
        self.finder.box.field.selectAll()

    def _to_amount(self) -> None:
        field = self.lines.hand_field()
        if field is not None:
            field.setFocus()

    def _press(self, place: int) -> None:
        line = self.lines.line(self.model.work.hand)
        if line is not None:
            line.one_press.emit(place)

    def _cash(self) -> None:
        self._tender("cash")

    def _check(self) -> None:
        self._tender("check")

    def _card(self) -> None:
        self._tender("card")

    def _other(self) -> None:
        self._tender("other")

    def _tender(self, key: str) -> None:
        """A tender key, with the amount that stands in the omnibox, if one does."""
        if not self.lines.flush():
            return
        cents = self.finder.amount()
        if self.finder.box.text().strip() and cents is None:
            self.model.tell(self.tr("Choose the account first, or clear the box with Esc."))
            return
        self.finder.clear()
        if key == "cash":
            self.model.cash(cents)
        else:
            self.model.tender(_TENDERS[key], cents)
        self.take_focus_unless_typing()

    def take_focus_unless_typing(self) -> None:
        """After a key of the till: to the next place, unless somebody is in a Paying field that needs an amount."""
        here = QApplication.focusWidget()
        if not (isinstance(here, QLineEdit) and self.till.scroller.isAncestorOf(here)):
            self.take_focus()

    def _finish(self) -> None:
        if self.lines.flush():
            self.model.finish()

    def _amount_entered(self, words: str) -> None:
        self.model.tell(self.tr("{amount}: press F5 for cash, F6 for a check, F7 for a card, F8 for other.").format(
            amount=words))

    def _want_amount(self, account: str) -> None:
        line = self.lines.line(account)
        if line is not None:
            line.field.setFocus()
            line.field.show_fault(self.tr("Type what is paid."))

    def _see(self, widget: QWidget) -> None:
        QTimer.singleShot(0, widget, lambda: self.till.scroller.ensureWidgetVisible(widget, 0, 12))

    def _show_batch(self) -> None:
        self._pages.setCurrentIndex(0 if self.model.has_batch else 1)
        self.keys_changed.emit()
        if self.isVisible():
            self.take_focus()

    def _show_next(self) -> None:
        """The middle of an empty receipt: what to do next, and what waits parked."""
        is_empty = self.model.draft.is_empty
        self._next.setVisible(is_empty)
        inner = self.till.scroller.widget()
        page = inner.layout() if inner is not None else None
        if isinstance(page, QVBoxLayout):
            page.setStretch(0, int(is_empty))
            page.setStretch(1, int(not is_empty))
        lane = self.model.lanes.lane
        title = self.tr("Next customer") if lane == "counter" else self.tr("Next car")
        stays = self.tr(" The band stays until then.") if self.model.moment.receipt else ""
        self._next.show_words(title, self.tr("Scan a stub or feed a check to begin, or type a name.") + stays)
        parked = self.model.lanes.parked
        self._recall.setVisible(bool(parked))
        if parked:
            here = next((draft for draft in parked if draft.lane == lane), parked[0])
            name = self.model.lanes.lane_name(here.lane)
            self._recall.set_words(self.tr("Recall {lane}").format(lane=name[:1].lower() + name[1:]))

    def _show_trail(self) -> None:
        self.trail.show_receipts(
            [
                SavedReceipt(each.number, each.amount, each.state, each.is_trouble, each.icon)
                for each in self.model.trail.saved
            ]
        )

    def _show_moment(self) -> None:
        moment = self.model.moment.shown()
        if moment is not None and self.band.isHidden() and self.isVisible():
            QTimer.singleShot(0, self, self._band_comes_in)
        with one_layout(self):
            self.band.setVisible(moment is not None)
            if moment is not None:
                self._show_band(moment)
                QTimer.singleShot(0, self, self._confirm)
            self._show_next()

    def _band_comes_in(self) -> None:
        from ui.widgets.motion import come_in  # noqa: PLC0415 - of no use before the first receipt is saved

        come_in(self.band)

    def _confirm(self) -> None:
        """Only what a person can see counts as shown; behind the sign-in it does not."""
        if self.band.isVisible():
            self.model.confirm_shown()

    def _show_band(self, moment: Moment) -> None:
        if not moment.is_trouble:
            self.band.show_saved(moment.title, moment.second, paid=moment.paid, change=moment.change)
            return
        words = {
            REPRINT: BandAction(REPRINT, self.tr("Reprint"), "Ctrl P", "printer"),
            SAVE_PDF: BandAction(SAVE_PDF, self.tr("Save as PDF"), "", "download"),
            OPEN_DRAWER: BandAction(OPEN_DRAWER, self.tr("Open drawer"), "Ctrl Shift D", "inbox"),
        }
        actions = [words[key] for key in moment.actions if key != SAVE_PDF or self.model.papers.can_save_pdf]
        icon = "printer-off" if REPRINT in moment.actions else "inbox"
        self.band.show_trouble(moment.title, moment.second, change=moment.change, actions=actions, icon=icon)

    def _show_limit(self) -> None:
        sentence = self.model.limit.sentence
        self.limit.say(sentence, self.tr("Turn cash in: Batches, then T."))
        self.limit.setVisible(bool(sentence))

    def _open_again(self) -> None:
        """The drawer stayed shut: once more, for that reason, with a second person where the city asks for one."""
        if self.model.no_sale.needs_approval:
            self.dialogs.no_sale()
        else:
            self.model.papers.open_drawer(NO_SALE_REASONS[-1])

    def _band_pressed(self, key: str) -> None:
        if key == REPRINT:
            self.model.reprint_last()
        elif key == SAVE_PDF:
            self.model.papers.save_pdf(self.model.moment.receipt)
        else:
            self._open_again()
        self.take_focus()
