"""Printer and drawer: try, see what came back, say what you saw (look 09)."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.domain.device_state import DrawerResult
from ui.look.theme import current_look
from ui.viewmodels.set_up.printer import NO_DRAWER, NOT_PRINTED, OPENED, PRINTED, STAYED_SHUT, PrinterStep
from ui.views.set_up.step_view import FieldsView
from ui.widgets.card import Card, Rule
from ui.widgets.drawer_picture import DrawerPicture
from ui.widgets.icon import Icon
from ui.widgets.key_cap_button import KeyCapButton
from ui.widgets.rows import empty, row
from ui.widgets.text import Text


class QuestionCard(Card):
    """What did you see? Single letters answer while the focus is on it."""

    def __init__(self, title: str, second: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(margins=(18, 14, 18, 16), spacing=8, name=name, parent=parent)
        self.body.addWidget(Text(title, "head"))
        self.body.addWidget(Text(second, "small", "ink2", wrap=True))
        self._buttons: list[KeyCapButton] = []

    def add_answer(self, words: str, key: str, answer: Callable[[], None], *, variant: str = "plain") -> None:
        """A button, its letter, and Alt with the letter from anywhere on the page."""
        name = f"{self.objectName()}_{key.lower()}"
        button = KeyCapButton(words, key=key, variant=variant, height=44, name=name)
        button.clicked.connect(answer)
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(button.click)
        self.body.addWidget(button)
        self._buttons.append(button)

    def take_focus(self) -> None:
        """The first answer."""
        self._buttons[0].setFocus(Qt.FocusReason.TabFocusReason)


class PrinterView(FieldsView):
    """Enter in the last field prints the test."""

    def __init__(self, step: PrinterStep, parent: QWidget | None = None) -> None:
        super().__init__(step, parent)
        self._printer = step
        self.fields.done.disconnect(self.go_on)
        self.fields.done.connect(self._test_or_go_on)
        self.print = KeyCapButton(
            self.tr("Test print"), key="Alt T", icon="printer", height=44, name="set_up_test_print"
        )
        self.kick = KeyCapButton(self.tr("Open drawer"), key="Alt D", icon="inbox", height=44, name="set_up_kick")
        self._came_back = QVBoxLayout()
        self._came_back.setSpacing(current_look().px(8))
        self.answer_card = Card(margins=(20, 14, 20, 14), spacing=8, name="set_up_came_back")
        self.answer_card.body.addWidget(Text(self.tr("What came back"), "body", weight=600))
        self.answer_card.body.addWidget(Rule())
        self.answer_card.body.addLayout(self._came_back)
        self.main.addWidget(self.answer_card)
        self.printed = QuestionCard(
            self.tr("Did it print well?"), self.tr("Look at the paper, not at this screen."), "set_up_printed"
        )
        self.printed.add_answer(self.tr("Yes, it reads well"), "Y", self._printed_well, variant="primary")
        self.printed.add_answer(self.tr("No"), "N", partial(step.see_print, NOT_PRINTED))
        self.opened = QuestionCard(
            self.tr("Did the drawer open?"), self.tr("Look at the metal box, not at this screen."), "set_up_opened"
        )
        self.picture = DrawerPicture()
        self.opened.body.addLayout(row(None, self.picture, None))
        self.opened.add_answer(self.tr("Yes, it opened"), "Y", partial(step.see_drawer, OPENED), variant="primary")
        self.opened.add_answer(self.tr("No, it stayed shut"), "N", partial(step.see_drawer, STAYED_SHUT))
        self.no_drawer = KeyCapButton(self.tr("There is no drawer here"), key="Alt N", variant="quiet",
                                      name="set_up_no_drawer")  # fmt: skip
        self.card.body.addLayout(row(self.print, self.kick, self.no_drawer, None, spacing=10))
        self.side.addWidget(self.printed)
        self.side.addWidget(self.opened)
        self.print.clicked.connect(self._test)
        self.kick.clicked.connect(self._kick)
        self.no_drawer.clicked.connect(self._without_drawer)
        for keys, button in (("Alt+T", self.print), ("Alt+D", self.kick), ("Alt+N", self.no_drawer)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(button.click)
        step.asks_print.connect(self._ask_print)
        step.asks_drawer.connect(self._ask_drawer)
        self.refresh()

    def live_keys(self) -> Sequence[tuple[str, str]]:
        """The two tries, and the answers when one is asked for."""
        answers = (("Y", self.tr("Yes")), ("N", self.tr("No"))) if self._asked() else ()
        return (("Alt T", self.tr("Test print")), ("Alt D", self.tr("Open drawer")), *answers)

    def refresh(self) -> None:
        """What came back, and which question is open."""
        super().refresh()
        step = self._printer
        is_printing = step.busy and step.pulse is None and self._last is self.print
        self.print.set_busy(step.busy if is_printing else "")
        self.kick.set_busy(step.busy if step.busy and not is_printing else "")
        self.answer_card.setVisible(step.answer is not None or step.pulse is not None)
        asked = self._asked()
        here = QApplication.focusWidget()
        had_focus = isinstance(here, KeyCapButton) and here.parentWidget() in (self.printed, self.opened)
        self.printed.setVisible(asked is self.printed)
        self.opened.setVisible(asked is self.opened)
        is_open = step.pulse.drawer in (DrawerResult.OPENED, DrawerResult.WAS_OPEN) if step.pulse else None
        self.picture.set_open(is_open=is_open)
        self._show_answers()
        self.keys_changed.emit()
        if had_focus and asked is None:
            if step.wrong() is None:
                self.all_said.emit()
            else:
                (self.print if step.print_seen != PRINTED else self.kick).setFocus(Qt.FocusReason.TabFocusReason)

    _last: KeyCapButton | None = None

    def _asked(self) -> QuestionCard | None:
        step = self._printer
        if step.pulse is not None and step.pulse.drawer is not DrawerResult.NOT_SENT and not step.drawer_seen:
            return self.opened
        can_ask = step.answer is not None and step.answer.outcome is not None and not step.print_seen
        return self.printed if can_ask and not step.trouble() else None

    def _show_answers(self) -> None:
        step = self._printer
        empty(self._came_back)
        facts: list[tuple[str, str, str]] = []
        if step.answer is not None and step.answer.outcome is not None:
            state = step.answer.outcome.state.on_screen
            took = self.tr("{state}, in {n} ms").format(state=state, n=step.answer.took_ms)
            facts.append(("printer", self.tr("Test paper"), took))
            if step.print_seen:
                seen = self.tr("reads well") if step.print_seen == PRINTED else self.tr("not good")
                facts.append(("eye", self.tr("You saw"), seen))
        if step.pulse is not None and step.pulse.drawer is not None:
            took = self.tr("{state}, in {n} ms").format(state=step.pulse.drawer.value, n=step.pulse.took_ms)
            facts.append(("inbox", self.tr("Drawer's sensor"), took))
        if step.drawer_seen:
            words = {
                OPENED: self.tr("it opened"), STAYED_SHUT: self.tr("it stayed shut"), NO_DRAWER: self.tr("none here"),
            }  # fmt: skip
            facts.append(("eye", self.tr("Drawer, you saw"), words[step.drawer_seen]))
        where = step.pulse or step.answer
        if where is not None:
            facts.append(("network", self.tr("Through"), self.tr("network {where}").format(where=where.where)))
        for icon, label, words_ in facts:
            came = Text(words_, "body", "ink2", zero=True)
            self._came_back.addLayout(
                row(Icon(icon, 18, "ink2"), Text(label, "body", weight=600), None, came, spacing=10)
            )
        if step.trouble():
            self.say(step.trouble())

    def _test_or_go_on(self) -> None:
        if self._printer.answer is None:
            self._test()
        else:
            self.go_on.emit()

    def _test(self) -> None:
        self._last = self.print
        self._try(self._printer.test_print)

    def _kick(self) -> None:
        self._last = self.kick
        self._try(self._printer.kick)

    def _try(self, deed: Callable[[], None]) -> None:
        wrong = self._printer.address_wrong()
        if wrong is not None:
            self.show_wrong(wrong)
            return
        self.say("")
        deed()

    def _printed_well(self) -> None:
        self._printer.see_print(PRINTED)

    def _without_drawer(self) -> None:
        self._printer.see_drawer(NO_DRAWER)
        if self._printer.wrong() is None:
            self.all_said.emit()

    def _ask_print(self) -> None:
        self.printed.take_focus()

    def _ask_drawer(self) -> None:
        self.opened.take_focus()
