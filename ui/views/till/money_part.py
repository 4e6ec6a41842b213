"""The money column: lanes, to pay, tenders, change; after the commit what was given back and how it was handed over."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.user import Deed
from ui.viewmodels.till.figures import figures_of, opens_drawer
from ui.viewmodels.till.moment import Moment, Step
from ui.viewmodels.till.till import TillModel
from ui.viewmodels.till.words import amount
from ui.widgets.card import Rule
from ui.widgets.change_panel import PieceTray
from ui.widgets.icon import Icon
from ui.widgets.key_cap_button import KeyCapButton
from ui.widgets.lane_tabs import Lane
from ui.widgets.one_layout import one_layout
from ui.widgets.rows import column, empty, row
from ui.widgets.tender_keys import TENDER_KEYS, TenderKeys
from ui.widgets.tender_list import TenderRow
from ui.widgets.text import Text
from ui.widgets.till_layout import MoneyColumn

_TIPS = {"cash": "Alt+C", "check": "Alt+K", "card": "Alt+D", "other": "Alt+O"}


class MoneyPart(QObject):
    """Fills the column.

    Signals: `tender_pressed(key)` cash, check, card, other; `finish_pressed()`, `reprint_pressed()`, `void_pressed()`,
    `remove_asked(place)` a tender is to come off.
    """

    tender_pressed = Signal(str)
    finish_pressed = Signal()
    reprint_pressed = Signal()
    void_pressed = Signal()
    remove_asked = Signal(int)

    def __init__(self, model: TillModel, money: MoneyColumn, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self._money = money
        self._keys = TenderKeys(
            tuple(each._replace(words=self.tr(each.words)) for each in TENDER_KEYS), self.tr("Finish"), name="till"
        )
        self.finish = self._keys.finish
        self.finish.clicked.connect(self.finish_pressed)
        self._keys.pressed.connect(self._tender_pressed)
        for key, tip in _TIPS.items():
            self._keys.button(key).setToolTip(tip)
            self._keys.button(key).setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._after = self._after_keys()
        self._tray = PieceTray(name="till_given_pieces")
        self._rules = money.change.findChildren(Rule)
        self._heads = [rule for rule in money.findChildren(Rule) if rule not in self._rules]
        self._steps = QVBoxLayout()
        self._steps.setSpacing(12)
        self._given = QWidget()
        self._given.setLayout(column(self._tray, 4, Rule(), 4, self._steps, spacing=8))
        money.extra.addWidget(self._given)
        money.set_keys(self._keys)
        money.buttons.addWidget(self._after)
        money.tightened.connect(self._fold_given)
        money.lanes.chosen.connect(model.go_to_lane)
        money.tenders.remove_asked.connect(self.remove_asked)
        model.lanes.lanes_changed.connect(self._show_lanes)
        for part in (model.work, model.moment, model.refusal):
            part.changed.connect(self.show)
        model.finishing.busy_changed.connect(self._show_finish)
        model.batch_changed.connect(self._show_finish)
        self._show_lanes()
        self.show()

    def show(self) -> None:
        """As the model stands now."""
        with one_layout(self._money):
            self._show()

    def _show(self) -> None:
        moment = self._model.moment.shown()
        is_after = moment is not None and self._model.draft.is_empty
        for part in (self._given, self._after):
            part.setVisible(is_after)
        for shown in (self._keys, self._money.change, self._money.total_note, *self._heads):
            shown.setVisible(not is_after)
        if moment is not None and is_after:
            self._show_given(moment)
        else:
            self._show_figures()
        self._show_finish()

    def _show_figures(self) -> None:
        approver = self._model.approved_by(Deed.OVERRIDE_CASH_ONLY) or self._model.approved_by(Deed.OVERRIDE_CHECK)
        figures = figures_of(self._model.work.with_shown(), check_approver=approver)
        money = self._money
        money.show_total(figures.to_pay or amount(0), figures.note)
        money.total.set_tone("ink" if figures.to_pay else "ink3")
        money.tenders.show_rows(tuple(TenderRow(*tender) for tender in (
            (each.icon, each.words, each.amount, each.second) for each in figures.tenders)))
        for rule in self._rules:
            rule.setVisible(bool(figures.tenders))
        if figures.pieces:
            money.change.show_change(figures.change, figures.pieces, caption=self.tr("count it twice"))
        elif figures.change:
            money.change.show_nothing()
            money.change.shown.show_amount(self.tr("Change"), figures.change, caption="", tone="ink3")
        elif figures.owing:
            money.change.show_owing(figures.owing)
        else:
            money.change.show_nothing()

    def _show_given(self, moment: Moment) -> None:
        is_change = bool(moment.pieces)
        label = self.tr("Change given") if is_change else self.tr("Paid")
        self._money.show_total(moment.change if is_change else moment.paid, label=label)
        self._money.total.set_tone("ink")
        self._money.tenders.show_rows(())
        self._tray.show_pieces(moment.pieces)
        self._tray.setVisible(is_change and not self._money.is_tight)
        empty(self._steps)
        for at, step in enumerate(moment.steps):
            self._steps.addLayout(_step_row(step, at))

    def _fold_given(self, is_tight: bool) -> None:
        """Large text on a low screen: what became of the payment stays, the pieces were handed out."""
        moment = self._model.moment.shown()
        self._tray.setVisible(moment is not None and bool(moment.pieces) and not is_tight)

    def _show_finish(self) -> None:
        draft = self._model.work.with_shown()
        is_ready = draft.obstacle is None and not draft.reads and self._model.refusal.shown is None
        self.finish.set_words(
            self.tr("Finish and open drawer") if opens_drawer(draft) else self.tr("Finish")
        )
        self.finish.set_busy(self.tr("Saving...") if self._model.finishing.is_busy else "")
        self.finish.setEnabled(is_ready and self._model.has_batch)
        obstacle = draft.obstacle
        self.finish.set_reason(obstacle.sentence() if obstacle is not None else "Ctrl+Enter")
        for key in _TIPS:
            self._keys.button(key).setEnabled(self._model.has_batch)

    def _show_lanes(self) -> None:
        states = self._model.lanes.states()
        self._money.lanes.show_lanes(
            [Lane(each.lane, each.words, each.state, each.icon) for each in states], self._model.lanes.lane
        )

    def _after_keys(self) -> QWidget:
        keys = QWidget()
        reprint = KeyCapButton(self.tr("Reprint"), key="Ctrl P", icon="printer", height=44, name="till_reprint")
        void = KeyCapButton(self.tr("Void"), icon="x", height=44, name="till_void")
        void.setToolTip("Ctrl+Shift+V")
        reprint.clicked.connect(self.reprint_pressed)
        void.clicked.connect(self.void_pressed)
        line = row(reprint, void, spacing=8)
        line.setStretch(0, 1)
        line.setStretch(1, 1)
        keys.setLayout(line)
        return keys

    def _tender_pressed(self, key: str) -> None:
        self.tender_pressed.emit(key)


def _step_row(step: Step, at: int) -> QVBoxLayout:
    tone = "attention" if step.is_trouble else "ink"
    words = Text(step.words, "body", tone, weight=600 if step.is_trouble else None, name=f"till_step_{at}")
    icon = Icon(step.icon, 18, "attention" if step.is_trouble else "ink2")
    when = Text(step.when, "small", "ink2", name=f"till_step_{at}_when")
    return column(row(icon, words, None, when, spacing=9), spacing=0)
