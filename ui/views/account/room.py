"""The account room: find one, and everything a counter asks about it on one screen."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from app.domain.records import AccountHit
from app.domain.scan_line import ScanKind, ScanUnreadableError, read_scan
from ui.look.theme import current_look
from ui.viewmodels.account.account import AccountModel
from ui.views.account.balance_card import BalanceCard
from ui.views.account.columns import Columns, TallPage
from ui.views.account.figure_dialog import FigureDialog
from ui.views.account.head import AccountHead, AlertRows
from ui.views.account.keep_on_card import KeepOnCard
from ui.views.account.list_cards import ContactCard, LinesCard, NotesCard
from ui.views.account.notes_dialog import AccountNotesDialog
from ui.views.account_signs import found_words, hit_row
from ui.views.room import RoomView
from ui.widgets.alert_bar import AlertBar
from ui.widgets.empty_state import EmptyState
from ui.widgets.key_cap_button import KeyCapButton
from ui.widgets.omnibox import Omnibox
from ui.widgets.rows import column
from ui.widgets.shortcut import shortcut

HINT = "Scan a stub, or type a name, address, account, phone or meter"
_LEFT, _MIDDLE, _RIGHT = 524, 368, 330


class AccountRoom(RoomView):
    """Omnibox above; under it the account in hand, or what to do to get one."""

    def __init__(self, model: AccountModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("account_room")
        self._model = model
        self._shown = ""
        self.box = Omnibox(self.tr(HINT), name="account_find")
        self.told = AlertBar("heed", "", name="account_told")
        self.told.hide()
        self._find_key = KeyCapButton(self.tr("Find an account"), key="F2", icon="search", name="account_find_key")
        self._find_key.clicked.connect(self.take_box)
        none = EmptyState(
            "home-search", self.tr("No account chosen"),
            self.tr("Scan a stub, or type a number, a name, an address, a phone or a meter."),
            buttons=[self._find_key], name="account_none",
        )
        self._make_cards()
        self._pages = QStackedLayout()
        lines = QVBoxLayout(self)
        px = current_look().px
        lines.setContentsMargins(px(20), px(14), px(20), px(14))
        lines.setSpacing(px(10))
        lines.addWidget(self.box)
        lines.addWidget(self.told)
        lines.addLayout(self._pages, 1)  # before its pages: else the first stands as a window of its own for a moment
        self._pages.addWidget(none)
        self._pages.addWidget(self._made_page())
        self._join()
        self._show()

    def live_keys(self) -> Sequence[tuple[str, str]]:
        """What can be pressed now."""
        keys = [("F1", self.tr("Keys")), ("F2", self.tr("Find"))]
        face, rights = self._model.face, self._model.rights
        if face is None:
            return keys
        if rights.may_pay:
            keys.append(("P", self.tr("Pay")))
        if rights.may_pay and face.keep_on.can_take:
            keys.append(("K", self.tr("Take what keeps it on")))
        keys.append(("B", self.balance.opener_words()))
        keys += [("O", self.tr("Open a figure")), ("N", self.tr("Alerts, notes"))]
        if face.is_masked and rights.may_reveal:
            keys.append(("S", self.tr("Show contact")))
        return [*keys, ("Esc", self.tr("Back"))]

    def strip_fact(self) -> str:
        """Where the balance comes from."""
        return self._model.face.source if self._model.face is not None else ""

    def take_focus(self) -> None:
        """The books may have moved since; without an account the next key finds one."""
        self._model.refresh()
        if self._model.face is None:
            self.take_box()
        else:
            self.balance.focus_entries()

    def take_scan(self, text: str) -> bool:
        """A stub opens its account here; a receipt's bar code belongs to the till."""
        try:
            if read_scan(text).kind is ScanKind.RECEIPT:
                return False
        except ScanUnreadableError as error:
            self._tell(error.sentence())
            return True
        self.told.hide()
        self.box.clear()
        self._model.scan(text)
        return True

    def take_box(self) -> None:
        """The next key goes into the omnibox."""
        self.box.field.setFocus()
        self.box.field.selectAll()

    def back(self) -> None:
        """Esc: the account is put away, the next one is found."""
        self.told.hide()
        self._model.put_away()
        self.take_box()

    def open_figure(self, key: str = "") -> None:
        """What makes a figure: all of them are in the list."""
        face = self._model.face
        if face is not None:
            dialog = FigureDialog.ask(self, face, key)
            dialog.receipt_asked.connect(self._model.receipt_asked)

    def open_notes(self) -> None:
        """Alerts with what they do, and our own notes."""
        face = self._model.face
        if face is not None:
            AccountNotesDialog.ask(self, self._model, face)

    def _open_service(self, at: int) -> None:
        face = self._model.face
        if face is not None and 0 <= at < len(face.services):
            self.open_figure(face.services[at].key)

    def _make_cards(self) -> None:
        self.head = AccountHead()
        self.alerts = AlertRows()
        self.balance = BalanceCard()
        self.keep_on = KeepOnCard()
        self.payments = LinesCard(
            self.tr("Last payments"), row_height=42, label=self.tr("Last payments"), name="account_payments"
        )
        self.services = LinesCard(
            self.tr("Services, owed now"), row_height=38, label=self.tr("Services"), name="account_services"
        )
        self.contact = ContactCard()
        self.notes = NotesCard()

    def _made_page(self) -> QWidget:
        balance, keep_on, payments = self.balance, self.keep_on, self.payments
        services, contact, notes = self.services, self.contact, self.notes
        columns = Columns(
            (
                ((1, (keep_on, balance, services, contact, payments, notes)),),
                ((1, (balance,)), (1, (keep_on, services, contact, payments, notes))),
                ((_LEFT, (balance,)), (_MIDDLE, (keep_on, payments)), (_RIGHT, (services, contact, notes))),
            )
        )
        page = TallPage()
        page.setProperty("role", "page")
        lines = column(self.head, self.alerts, columns, spacing=10)
        lines.setStretch(2, 1)
        page.setLayout(lines)
        area = QScrollArea()
        area.setObjectName("account_page")
        area.setAccessibleName(self.tr("Account"))
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(page)
        return area

    def _join(self) -> None:
        model = self._model
        self.box.edited.connect(self._edited)
        self.box.entered.connect(self._entered)
        self.box.row_chosen.connect(model.find.pick)
        self.box.left.connect(self._leave_box)
        self.head.pay_pressed.connect(model.pay)
        self.keep_on.take_pressed.connect(model.take_stay_on)
        self.contact.show_pressed.connect(model.reveal)
        self.balance.toggled.connect(self.keys_changed)
        self.balance.receipt_asked.connect(model.receipt_asked)
        self.services.table.opened.connect(self._open_service)
        self.notes.open_pressed.connect(self.open_notes)
        model.find.found.connect(self._found)
        model.find.picked.connect(self._picked)
        model.changed.connect(self._show)
        model.told.connect(self._tell)
        for keys, pressed in (
            ("F2, Ctrl+F", self.take_box),
            ("P, Alt+P", model.pay),
            ("K, Alt+K", model.take_stay_on),
            ("B, Alt+B", self.balance.toggle),
            ("S, Alt+S", model.reveal),
            ("O, Alt+O", self.open_figure),
            ("N, Alt+N", self.open_notes),
            ("Esc", self.back),
        ):
            shortcut(self, keys, pressed)

    def _show(self) -> None:
        face = self._model.face
        self._pages.setCurrentIndex(int(face is not None))
        if face is not None:
            rights = self._model.rights
            self.head.show_face(face)
            self.head.pay.setEnabled(rights.may_pay)
            self.head.pay.set_reason(rights.why_no_pay)
            self.alerts.show_alerts(face.alerts)
            self.balance.show_face(face)
            self.keep_on.show_quote(face.keep_on)
            self.keep_on.take.setEnabled(rights.may_pay)
            self.keep_on.take.set_reason(rights.why_no_pay)
            self.payments.show_lines(face.payments, none=self.tr("None known."))
            self.services.show_lines(face.services, none=self.tr("The extract lists none."))
            self.services.fit()
            self.contact.show_facts(face.contact, none=self.tr("The extract has none."))
            self.contact.show_key.setVisible(face.is_masked)
            self.contact.show_key.setEnabled(rights.may_reveal)
            self.contact.show_key.set_reason(rights.why_no_reveal)
            hidden = self.tr("Hidden, the account is confidential.")
            self.notes.show_facts(face.notes, none=hidden if face.is_hidden else self.tr("None."))
            if face.key != self._shown and self.isVisible():
                self.balance.focus_entries()
        self._shown = face.key if face is not None else ""
        self.keys_changed.emit()

    def _tell(self, sentence: str) -> None:
        self.told.say(sentence)
        self.told.setVisible(bool(sentence))

    def _edited(self, text: str) -> None:
        self.told.hide()
        self._model.find.type(text)

    def _entered(self, text: str) -> None:
        if text.strip():
            self._model.find.enter(text)

    def _found(self, hits: tuple[AccountHit, ...]) -> None:
        if not self.box.text().strip() or not self.box.field.hasFocus():
            self.box.close_results()
            return
        left, right = found_words(hits)
        self.box.show_results(tuple(hit_row(hit) for hit in hits), left=left, right=right)

    def _picked(self, _key: str) -> None:
        self.told.hide()
        self.box.clear()
        self.balance.focus_entries()

    def _leave_box(self) -> None:
        """Esc in the empty box: back to the account in hand."""
        if self._model.face is not None:
            self.balance.focus_entries()
