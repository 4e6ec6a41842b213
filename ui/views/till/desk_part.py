"""What stands under the accounts: the tender panel, a warning that asks, a refusal of the whole receipt, a notice."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.records import PayerMemory
from app.domain.tender import TenderKind
from ui.viewmodels.till.till import TillModel
from ui.views.till.refusal_view import AnswerPanel, make_refusal
from ui.views.till.tender_panel import TenderPanel
from ui.widgets.alert_bar import AlertBar
from ui.widgets.refusal_panel import RefusalPanel


class DeskPart(QObject):
    """Keeps the panel as the model says it.

    Signals: `turned()` another panel stands or none, so the next key belongs elsewhere; `in_sight(widget)`.
    """

    turned = Signal()
    in_sight = Signal(object)

    def __init__(self, model: TillModel, layout: QVBoxLayout, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self._layout = layout
        self.panel: TenderPanel | None = None
        self.answer: AnswerPanel | None = None
        self.refusal: RefusalPanel | None = None
        self.usual: QWidget | None = None
        self.keying: QWidget | None = None
        self._to_keying: Callable[[], None] | None = None
        self._memory: PayerMemory | None = None
        self._is_waiting = False  # a check was fed and no account stands yet
        self.notice = AlertBar("heed", "", icon="info-circle", name="till_notice")
        self.notice.hide()
        layout.addWidget(self.notice)
        model.tenders.changed.connect(self._show_tender)
        model.tenders.changed.connect(self._show_usual)
        model.reading.asked_changed.connect(self._show_keying)
        model.refusal.changed.connect(self._show_refusal)
        model.notice_changed.connect(self._show_notice)

    def _show_tender(self) -> None:
        asked = self._model.tenders.asked
        panel = self.panel
        if panel is not None and (asked is None or asked.kind is not panel.kind or asked.read != panel.read):
            self._drop(panel)
            self.panel = panel = None
            if asked is None:
                self.turned.emit()
        if asked is None:
            return
        was_waiting, self._is_waiting = self._is_waiting, asked.read is not None and not self._model.draft.lines
        if panel is not None:
            panel.show_asked(asked)
            if was_waiting and not self._is_waiting:
                self.turned.emit()  # the account stands: the next key belongs to the check's amount
            return
        self.panel = TenderPanel(asked, payee=self._model.city)
        if asked.kind is TenderKind.CHECK:
            self._add_look(self.panel)
            self.panel.show_asked(asked)
        self.panel.given.connect(self._give)
        self.panel.handed_back.connect(self._model.tenders.hand_back)
        self._put(self.panel)

    def _add_look(self, panel: TenderPanel) -> None:
        """What is looked at on a check; other tenders have nothing of the kind."""
        from ui.views.till.check_look import CheckLook  # noqa: PLC0415 - made with the first check

        look = CheckLook(self._model)
        look.dated.connect(panel.amount.setFocus)
        panel.add_look(look, look.show_asked)

    def focus_keying(self) -> None:
        """To the first unread place."""
        if self._to_keying is not None:
            self._to_keying()

    def _show_keying(self) -> None:
        """Unread places of a check, above all else that stands here."""
        line = self._model.reading.asked
        if self.keying is not None:
            self._drop(self.keying)
            self.keying = self._to_keying = None
        if line is not None:
            from ui.views.till.check_keying import KeyingPanel  # noqa: PLC0415 - seldom, and the till would wait

            self.keying = made = KeyingPanel(line, self._model.reading)
            made.left.connect(self._model.reading.leave)
            self._to_keying = made.take_focus
            self._put(made)
        else:
            self.turned.emit()

    def _show_usual(self) -> None:
        """What the payer of the check paid last, under the check, until an account stands (P13)."""
        memory = self._model.tenders.memory
        if memory == self._memory:
            return
        self._memory = memory
        if self.usual is not None:
            self._drop(self.usual)
            self.usual = None
        if memory is not None:
            from ui.views.till.payer_part import UsualAccounts  # noqa: PLC0415 - seldom, and the till would wait

            self.usual = made = UsualAccounts(memory)
            made.put.connect(self._model.put_usual)
            self._layout.insertWidget(1, made)
            made.show()
            self.in_sight.emit(made)

    def _show_refusal(self) -> None:
        refusal = self._model.refusal.shown
        if self.panel is not None:
            self.panel.setVisible(refusal is None)
        if refusal is None or refusal.account:
            for panel in (self.answer, self.refusal):
                if panel is not None:
                    self._drop(panel)
            is_changed = self.answer is not None or self.refusal is not None or refusal is None
            self.answer = self.refusal = None
            if is_changed:
                self.turned.emit()
        elif refusal.deed is None and self.answer is None:
            self.answer = AnswerPanel(refusal)
            self.answer.taken.connect(self._model.refusal.take_it)
            self.answer.handed_back.connect(self._model.refusal.go_back)
            self._put(self.answer)
        elif refusal.deed is not None:
            if self.refusal is None:
                self.refusal = make_refusal(refusal, self._model.refusal)
                self._put(self.refusal)
            else:
                make_refusal(refusal, self._model.refusal, panel=self.refusal)

    def _show_notice(self) -> None:
        self.notice.say(self._model.notice)
        self.notice.setVisible(bool(self._model.notice))
        if self._model.notice:
            self.in_sight.emit(self.notice)

    def _give(self, cents: int, reference: str, last_four: str) -> None:
        self._model.tell("")
        self._model.tenders.give(cents=cents, reference=reference, last_four=last_four)

    def _put(self, widget: QWidget) -> None:
        self._layout.insertWidget(0, widget)
        widget.show()
        self.in_sight.emit(widget)
        self.turned.emit()

    def _drop(self, widget: QWidget) -> None:
        self._layout.removeWidget(widget)
        widget.hide()
        widget.deleteLater()
