"""The accounts on the receipt: one `AccountLine` each, the one in hand open, alerts and refusal above its money."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.account_alerts import Alert, AlertKind
from app.domain.user import Deed
from ui.viewmodels.till.line_face import LineFace
from ui.viewmodels.till.refusal import Refusal
from ui.viewmodels.till.till import TillModel
from ui.viewmodels.till.words import address, amount, cents_of, day_and_month, misc_facts, misc_tenders, services
from ui.views.till.refusal_view import make_refusal
from ui.widgets.account_line import AccountLine, Fact, OnePress, Service
from ui.widgets.alert_bar import AlertBar
from ui.widgets.refusal_panel import RefusalPanel

_ALERT_ICONS = {
    "cash_only": "ban", "cutoff_list": "scissors", "disconnected": "plug-x", "note": "note", "draft": "building-bank",
    "arrangement": "calendar-due", "confidential": "eye-off", "bankruptcy": "scale", "deceased": "user",
    "not_in_extract": "file-off",
}  # fmt: skip


class LinesPart(QObject):
    """Keeps the lines as the model says them.

    Signals: `accepted()` an amount was accepted, the next key belongs to the omnibox; `left()` Esc in a field;
    `in_sight(widget)` something that must be seen was put in.
    """

    accepted = Signal()
    left = Signal()
    in_sight = Signal(object)

    def __init__(self, model: TillModel, layout: QVBoxLayout, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self._layout = layout
        self._lines: dict[str, AccountLine] = {}
        self._spare: AccountLine | None = None
        self._amounts: dict[str, int | None] = {}
        self._bars: dict[str, object] = {}
        self._refused = ""
        self.refusal: RefusalPanel | None = None
        model.work.changed.connect(self.show)
        model.refusal.changed.connect(self.show)

    def line(self, account: str) -> AccountLine | None:
        """The account's line."""
        return self._lines.get(account)

    def hand_field(self) -> QWidget | None:
        """The Paying field of the line in hand."""
        line = self._lines.get(self._model.work.hand)
        return line.field if line is not None else None

    def flush(self) -> bool:
        """Accept what was typed into a field and not entered yet; False when it is no amount, the focus is there."""
        for account, line in self._lines.items():
            text = line.field.text()
            known = self._amounts.get(account)
            if text and (known is None or text != amount(known)):
                cents = cents_of(text)
                if isinstance(cents, str) or not self._model.work.accept(account, cents):
                    self._model.work.take_in_hand(account)
                    line.field.show_fault(cents if isinstance(cents, str) else "")
                    line.field.setFocus()
                    return False
        return True

    def restore(self, account: str) -> None:
        """Esc in a field: the amount that stood there comes back."""
        line = self._lines.get(account)
        if line is not None:
            self._propose(account, line, is_forced=True)

    def show(self) -> None:
        """As the model stands now."""
        draft, work = self._model.draft, self._model.work
        wanted = [line.account for line in draft.lines if work.face(line.account) is not None]
        for gone in [account for account in self._lines if account not in wanted]:
            line = self._lines.pop(gone)
            self._amounts.pop(gone, None)
            self._bars.pop(gone, None)
            self._layout.removeWidget(line)
            line.hide()
            self._put_by(line)
        for place, account in enumerate(wanted):
            face = work.face(account)
            if face is not None:
                self._show_line(place, face)

    def _show_line(self, place: int, face: LineFace) -> None:
        account = face.account
        line = self._lines.get(account)
        if line is None:
            line = self._made(face)
            before = list(self._lines.values())[-1:]
            self._layout.insertWidget(place, line)
            self._lines[account] = line
            line.show()
            if before:
                QWidget.setTabOrder(before[0].field, line.field)
        is_hand = account == self._model.work.hand
        where = face.address if face.misc is not None else address(face.address)
        line.place.setText(self.tr("address hidden") if self._model.work.is_hidden(account) else where)
        self._dress(line, face, is_hand=is_hand)
        if line.is_open != is_hand:
            line.set_open(is_hand)
        self._propose(account, line)

    def _made(self, face: LineFace) -> AccountLine:
        name = f"till_line_{face.account}"
        if self._spare is not None:
            line, self._spare = self._spare, None
            line.show_account(face.number, face.name, "", name=name)
            return line
        line = AccountLine(face.number, face.name, "", parse=cents_of, name=name)
        line.field.setPlaceholderText(self.tr("type it"))
        line.accepted.connect(partial(self._accept, line))
        line.one_press.connect(partial(self._press, line))
        line.opened.connect(partial(self._open, line))
        line.field.left.connect(partial(self._leave, line))
        return line

    def _put_by(self, line: AccountLine) -> None:
        """The next customer's line is this one again: making one takes longer than anything else a scan does."""
        if self._spare is None:
            line.set_alerts([])
            self._spare = line
        else:
            line.deleteLater()

    def _account_of(self, line: AccountLine) -> str:
        """Whose line it is now; empty for one that was put by."""
        return next((account for account, one in self._lines.items() if one is line), "")

    def _dress(self, line: AccountLine, face: LineFace, *, is_hand: bool) -> None:
        refusal = self._model.refusal.shown
        refused = refusal if refusal is not None and refusal.account == face.account else None
        approver = self._model.approved_by(Deed.OVERRIDE_CASH_ONLY)
        shown = self._model.work.shown(face.account)
        key = (face, is_hand, refused is not None, approver, shown, self._model.work.is_hidden(face.account))
        if self._bars.get(face.account) != key:
            self._bars[face.account] = key
            self._rebuild(line, face, refused, approver=approver, is_hand=is_hand, shown=shown)
        elif refused is not None and self.refusal is not None:
            make_refusal(refused, self._model.refusal, panel=self.refusal)

    def _rebuild(
        self, line: AccountLine, face: LineFace, refused: Refusal | None, *, approver: str, is_hand: bool,
        shown: int | None,
    ) -> None:
        if self._refused == face.account:
            self.refusal, self._refused = None, ""
        bars: list[QWidget] = []
        for alert in face.alerts:
            if refused is not None and alert.code == refused.code:
                self.refusal, self._refused = make_refusal(refused, self._model.refusal), face.account
                bars.append(self.refusal)
                self.in_sight.emit(self.refusal)
            elif is_hand or alert.kind is AlertKind.STOP:
                bars.append(self._bar(face, alert, approver=approver, shown=shown))
        line.set_alerts(bars)
        line.set_second("" if is_hand else self._second(face))
        self._show_figures(line, face, shown=shown)

    def _bar(self, face: LineFace, alert: Alert, *, approver: str, shown: int | None) -> AlertBar:
        plain = alert.sentence
        if alert.code == "cutoff_list" and face.stay_on and shown and shown >= face.stay_on:
            plain = f"{plain} {self.tr('This payment does.')}"
        icon = _ALERT_ICONS.get(alert.code, "alert-triangle")
        bar = AlertBar(str(alert.kind), alert.title, plain, icon=icon, name=f"till_alert_{alert.code}")
        if alert.code == "cash_only" and approver:
            bar.set_button(self.tr("Approved by {name}").format(name=approver), icon="shield-check")
        if alert.code == "confidential" and self._model.work.is_hidden(face.account):
            bar.set_button(self.tr("Reveal"), icon="eye")
            bar.pressed.connect(partial(self._model.work.reveal, face.account))
        return bar

    def _show_figures(self, line: AccountLine, face: LineFace, *, shown: int | None) -> None:
        if face.misc is not None:
            line.set_facts([Fact(*each) for each in misc_facts(face.misc, face.address)])
            line.set_presses(())
            line.set_services([Service(*each, "") for each in misc_tenders(face.misc)])
            return
        due = day_and_month(face.current_due) if face.current > 0 and face.current_due else ""
        current = self.tr("Current, due {day}").format(day=due) if due else self.tr("Current")
        facts = [
            Fact(self.tr("Past due"), amount(face.past_due), "risk" if face.past_due > 0 else "ink3"),
            Fact(current, amount(face.current), "ink" if face.current else "ink3"),
        ]
        if face.stay_on is not None:
            facts.append(Fact(self.tr("Stay on today"), amount(face.stay_on), "ink" if face.stay_on else "ink3"))
        facts.append(Fact(self.tr("Balance"), amount(face.balance), "ink" if face.balance else "ink3"))
        line.set_facts(facts)
        words = {"past_due": self.tr("past due"), "stay_on": self.tr("to stay on"), "all": self.tr("all")}
        buttons = line.set_presses([
            OnePress(f"{amount(cents)} {words[name]}", "check" if cents == shown else "")
            for name, cents in face.one_press
        ])
        for at, button in enumerate(buttons, start=1):
            button.setToolTip(f"Alt+{at}")
        line.set_services([Service(*each) for each in services(face.services)])

    def _second(self, face: LineFace) -> str:
        """The closed line says its alerts in short, else its balance."""
        if face.misc is not None:
            return self.tr("Misc receipt.")
        words = [alert.sentence if alert.code == "note" else alert.title for alert in face.alerts
                 if alert.kind is not AlertKind.STOP]  # fmt: skip
        return " ".join(word if word.endswith(".") else f"{word}." for word in words) or self.tr(
            "Balance {amount}.").format(amount=amount(face.balance))

    def _propose(self, account: str, line: AccountLine, *, is_forced: bool = False) -> None:
        shown = self._model.work.shown(account)
        if is_forced or account not in self._amounts or self._amounts[account] != shown:
            self._amounts[account] = shown
            line.field.propose(amount(shown) if shown is not None else "")

    def _open(self, line: AccountLine) -> None:
        if account := self._account_of(line):
            self._model.work.take_in_hand(account)

    def _accept(self, line: AccountLine, cents: int) -> None:
        account = self._account_of(line)
        if account and self._model.work.accept(account, cents):
            self._propose(account, line, is_forced=True)
            self.accepted.emit()

    def _press(self, line: AccountLine, place: int) -> None:
        account = self._account_of(line)
        face = self._model.work.face(account)
        names: Sequence[str] = [name for name, _cents in face.one_press] if face is not None else []
        if place < len(names):
            self._model.work.press(account, names[place])
            self.accepted.emit()

    def _leave(self, line: AccountLine) -> None:
        self.restore(self._account_of(line))
        self.left.emit()
