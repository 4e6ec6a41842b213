"""First set-up in the window: steps at the left, the page, its foot, and the keys (look 09)."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from ui.look.theme import current_look
from ui.viewmodels.set_up.path import SetUpPath
from ui.viewmodels.set_up.step import Wrong
from ui.views.set_up.accounts_view import AccountsView
from ui.views.set_up.glance_view import GlanceView
from ui.views.set_up.key_view import KeyView
from ui.views.set_up.printer_view import PrinterView
from ui.views.set_up.sheet_view import SheetView
from ui.views.set_up.step_view import FieldsView, StepView, scrolled
from ui.views.set_up.words_view import WordsView
from ui.widgets.card import Panel, Rule
from ui.widgets.key_cap_button import KeyCapButton
from ui.widgets.key_strip import KeyStrip, LiveKey
from ui.widgets.rows import column, row
from ui.widgets.shortcut import shortcut
from ui.widgets.step_list import Step, StepList
from ui.widgets.text import Text
from ui.widgets.top_strip import TopStrip

_SIDE = 300
_ROW = 48


class SetUpPage(QWidget):
    """Works by keyboard alone: Enter and F10 go on, Esc goes back, Alt K skips."""

    def __init__(self, path: SetUpPath, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("set_up")
        self._path = path
        self.strip = TopStrip()
        self.strip.set_place(self.tr("First set-up"), self.tr("Nothing is kept until the last step"))
        self.keys = KeyStrip()
        self.steps = StepList(row_height=_ROW)
        self.title = Text("", "page", name="set_up_title")
        self.second = Text("", "body", "ink2", wrap=True, name="set_up_second")
        self.number = Text("", "body", "ink2", name="set_up_number")
        self.back = KeyCapButton(self.tr("Back"), key="Esc", height=44, name="set_up_back")
        self.skip = KeyCapButton(self.tr("Skip this step"), key="Alt K", height=44, name="set_up_skip")
        self.next = KeyCapButton("", key="F10", variant="primary", height=44, name="set_up_next")
        self.leave = KeyCapButton(self.tr("Leave, keep nothing"), icon="door-exit", variant="link", name="set_up_leave")
        self.views: list[StepView] = []
        self._pages = QStackedWidget()
        for view in self._made_views():
            view.go_on.connect(path.next)
            view.keys_changed.connect(self._show_keys)
            view.all_said.connect(self._to_next)
            self.views.append(view)
            self._pages.addWidget(scrolled(view))
        self._lay_out()
        self.back.clicked.connect(path.back)
        self.skip.clicked.connect(path.skip)
        self.next.clicked.connect(path.next)
        self.leave.clicked.connect(path.left)
        self.steps.chosen.connect(path.go_to)
        self.keys.pressed.connect(self._press)
        path.turned.connect(self._turned)
        path.refused.connect(self._refused)
        for keys, button in (("Esc", self.back), ("F10, Ctrl+Return", self.next), ("Alt+K", self.skip)):
            shortcut(self, keys, button.click).setAutoRepeat(False)

    @property
    def view(self) -> StepView:
        """The page in front."""
        return self.views[self._path.here]

    def say(self, sentence: str) -> None:
        """A sentence above the page in front."""
        self.view.say(sentence)
        self.next.setFocus()

    def _made_views(self) -> list[StepView]:
        path = self._path
        glance = GlanceView(path)
        glance.change_asked.connect(path.go_to)
        return [
            *(FieldsView(step) for step in (path.city, path.money, path.station, path.administrator, path.second)),
            KeyView(path.key), SheetView(path.sheet), WordsView(path.typed_back), PrinterView(path.printer),
            AccountsView(path.accounts), glance,
        ]  # fmt: skip

    def _lay_out(self) -> None:
        px = current_look().px
        side = Panel("workspace", margins=(20, 18, 0, 12), spacing=0, name="set_up_side")
        side.setFixedWidth(px(_SIDE))
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.steps.setProperty("role", "page")
        area.setWidget(self.steps)
        self._steps_area = area
        side.body.addWidget(Text(self.tr("Set up this station"), "title"))
        side.body.addSpacing(px(12))
        side.body.addWidget(area, 1)
        side.body.addLayout(row(self.leave, None))
        words = column(self.title, self.second, spacing=0)
        head = row(words, self.number, spacing=16)
        head.setStretch(0, 1)
        head.setAlignment(self.number, Qt.AlignmentFlag.AlignBottom)
        foot = row(None, self.back, self.skip, self.next, spacing=8)
        middle = Panel("workspace", margins=(24, 14, 24, 14), spacing=14, name="set_up_middle")
        middle.body.addLayout(head)
        middle.body.addWidget(self._pages, 1)
        middle.body.addLayout(foot)
        line = QHBoxLayout()
        line.setSpacing(0)
        for part in (side, Rule(upright=True)):
            line.addWidget(part)
        line.addWidget(middle, 1)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(0)
        stack.addWidget(self.strip)
        stack.addLayout(line, 1)
        stack.addWidget(self.keys)

    def _turned(self) -> None:
        path, step = self._path, self._path.step
        is_last = path.here == len(path.steps) - 1
        self.steps.show_steps(
            [Step(each.name, each.said() if at < path.here else each.coming) for at, each in enumerate(path.steps)],
            path.here + 1,
        )
        here = self.steps.row_here()
        if here is not None:
            self._steps_area.ensureWidgetVisible(here)
        self.title.setText(step.title)
        self.second.setText(step.second)
        self.number.setText(self.tr("step {n} of {all}").format(n=path.here + 1, all=len(path.steps)))
        self.back.setVisible(path.here > 0)
        self.skip.setVisible(step.may_skip)
        self.next.set_words(self.tr("Make the station") if is_last else self.tr("Next"))
        self.view.say("")
        self.view.refresh()
        self._pages.setCurrentIndex(path.here)
        self.view.take_focus()
        if is_last:
            self.next.setFocus(Qt.FocusReason.TabFocusReason)
        self._show_keys()

    def _to_next(self) -> None:
        self.next.setFocus(Qt.FocusReason.TabFocusReason)

    def _refused(self, wrong: Wrong) -> None:
        self.view.show_wrong(wrong)

    def _show_keys(self) -> None:
        if self.sender() not in (None, self.view, self._path):
            return
        is_last = self._path.here == len(self._path.steps) - 1
        keys = [LiveKey("F10", self.next.text()), *([] if is_last else [LiveKey("Enter", self.tr("Goes on"))])]
        keys += [LiveKey(*key) for key in self.view.live_keys()]
        if self._path.step.may_skip:
            keys.append(LiveKey("Alt K", self.tr("Skip")))
        if self._path.here:
            keys.append(LiveKey("Esc", self.tr("Back")))
        self.keys.set_keys(keys)
        self.keys.set_fact(self.tr("Close the window and nothing stays behind"))

    def _press(self, key: str) -> None:
        """A key of the strip pressed by hand."""
        sequence = QKeySequence(key.replace(" ", "+"))
        for made in self.findChildren(QShortcut):
            home = made.parent()
            if made.key() == sequence and isinstance(home, QWidget) and home.isVisible():
                made.activated.emit()
                return
