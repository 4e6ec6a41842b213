"""`Dialog`: count, approval, law, or to keep work; nothing else stops the screen (LOOK section 5).

Opened with `open()`, the window behind under a scrim. A dialog of a screen is a subclass with a class method
`ask(parent, ..., answered)` that tests replace; `Question` is the plain one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.look.theme import current_look
from ui.widgets.card import Rule
from ui.widgets.icon import Icon
from ui.widgets.key_cap_button import KeyCapButton
from ui.widgets.paint import draw_icon, fill_round
from ui.widgets.rows import column, row
from ui.widgets.text import Text

_RADIUS = 8
_SHADOW_PX = 24
_SHADOW_STEPS = 12
_SHADOW_ALPHA = 5
_RULES_PX = 4
_LEAST_BODY_PX = 80
_TWINS = {"F10": "Ctrl+Return"}  # what a key of the F row is called beside it
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class Scrim(QWidget):
    """Darkens the window behind a dialog and follows its size."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("scrim")
        self.setGeometry(window.rect())
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """As large as the window."""
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The scrim of the look."""
        look = current_look()
        colour = QColor(look.colour("scrim"))
        colour.setAlphaF(look.tokens.scrim_percent / 100)
        QPainter(self).fillRect(self.rect(), colour)


class CloseButton(QAbstractButton):
    """The cross in the corner."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("dialog_close")
        self.setAccessibleName(self.tr("Close, Esc"))
        self.setToolTip("Esc")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        side = current_look().target(32)
        self.setFixedSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Cross, ground under the pointer, ring at focus."""
        look = current_look()
        painter = QPainter(self)
        if self.underMouse() or self.isDown():
            fill_round(painter, self.rect(), 4, look.colour("hover"), None, 0)
        draw_icon(painter, look, self.rect(), "x", 20, "ink2")
        if self.hasFocus():
            fill_round(painter, self.rect(), 4, None, look.colour("accent"), 2)


class Dialog(QDialog):
    """Title 18, one line under it, `body`, foot with a hint left and buttons right, the primary one last."""

    def __init__(
        self, parent: QWidget, title: str, second: str = "", *, icon: str = "", width: int = 560, name: str = "dialog"
    ) -> None:
        super().__init__(parent.window(), Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.setObjectName(name)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(second)
        self._scrim: Scrim | None = None
        self._buttons: list[KeyCapButton] = []
        self.body = QVBoxLayout()
        px = current_look().px
        self.body.setSpacing(px(12))
        self.title = Text(title, "head", name=f"{name}_title")
        self.second = Text(second, "small", "ink2", wrap=True, name=f"{name}_second")
        self.second.setVisible(bool(second))
        self.hint = Text("", "small", "ink2", wrap=True, name=f"{name}_hint")
        self.hint.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        close = CloseButton(self)
        close.clicked.connect(self.reject)
        icons = (Icon(icon, 22, "accent"), 2) if icon else ()
        words = column(self.title, self.second, spacing=0)
        head = row(*icons, words, close, spacing=10, margins=(24, 14, 14, 13))
        head.setStretch(len(icons), 1)
        self._foot = QHBoxLayout()
        self._foot.setSpacing(px(8))
        foot = row(self.hint, 16, self._foot, spacing=0, margins=(24, 13, 24, 14))
        foot.setStretch(0, 1)
        from ui.widgets.roomy import BodyArea  # noqa: PLC0415 - of no use before a dialog is made

        page = QWidget()
        page.setLayout(row(self.body, margins=(24, 16, 24, 16)))
        self._body_area = BodyArea(page, name=f"{name}_body", label=title)
        self._head_and_foot = (head, foot)
        lines = column(head, Rule(), self._body_area, Rule(), foot, spacing=0)
        lines.setStretch(2, 1)
        edge = _SHADOW_PX
        lines.setContentsMargins(edge + 1, edge + 1, edge + 1, edge + 1)
        self.setLayout(lines)
        self.setMinimumWidth(min(px(width), parent.window().width() - 2) + 2 * edge)
        self.finished.connect(self._lift_scrim)

    @property
    def buttons(self) -> tuple[KeyCapButton, ...]:
        """The buttons of the foot, left to right."""
        return tuple(self._buttons)

    def add_button(
        self, words: str, *, key: str = "", icon: str = "", variant: str = "plain", name: str = ""
    ) -> KeyCapButton:
        """Add a button at the right end; the primary one comes last. `Esc` rejects, any other key presses it."""
        button = KeyCapButton(
            words, key=key, icon=icon, variant=variant, height=44,
            name=name or f"{self.objectName()}_{len(self._buttons)}",
        )
        if key == "Esc":
            button.clicked.connect(self.reject)
        elif key and key != "Enter":
            from ui.widgets.shortcut import shortcut  # noqa: PLC0415 - the same

            twin = f", {_TWINS[key]}" if key in _TWINS else ""
            shortcut(self, key.replace("Ctrl ", "Ctrl+").replace("Shift ", "Shift+") + twin, button.click)
        self._buttons.append(button)
        self._foot.addWidget(button)
        return button

    def open(self) -> None:
        """Show it over the middle of the window, the window under the scrim."""
        window = self.parentWidget()
        if window is not None:
            self._scrim = Scrim(window)
            self._scrim.show()
            self._scrim.raise_()
        super().open()
        self.fit_again()

    def fit_again(self) -> None:
        """As large as what is in it, within the window, in its middle."""
        window = self.parentWidget()
        if window is not None:
            self._bound_body(window.size())
        self.adjustSize()
        if window is not None:
            self.resize(self.size().boundedTo(window.size() + QSize(2 * _SHADOW_PX, 2 * _SHADOW_PX)))
            middle = window.mapToGlobal(window.rect().center())
            self.move(middle - QPoint(self.width() // 2, self.height() // 2))

    def done(self, result: int) -> None:
        """Closed: the window under it is in front again, with the focus where its work is, without a click."""
        super().done(result)
        under = self.parentWidget()
        if under is not None and under.isVisible():
            under.activateWindow()

    def showEvent(self, event: QShowEvent) -> None:
        """The first field has the focus, else the last button."""
        super().showEvent(event)
        fields = [field for field in self.findChildren(QLineEdit) if field.isVisibleTo(self) and field.isEnabled()]
        if self.focusWidget() not in fields and fields:
            fields[0].setFocus()
        elif not fields and self._buttons and self.focusWidget() not in self._buttons:
            self._buttons[-1].setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that says Enter; Esc rejects."""
        if event.key() in _ENTER:
            for button in self._buttons:
                if button.key == "Enter" and button.isEnabled():
                    button.click()
            return
        super().keyPressEvent(event)
        from ui.widgets.shortcut import help_asked_by  # noqa: PLC0415 - the same

        help_asked_by(self, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Shadow and ground."""
        look = current_look()
        painter = QPainter(self)
        ground = self.rect().adjusted(_SHADOW_PX, _SHADOW_PX, -_SHADOW_PX, -_SHADOW_PX)
        shade = QColor(0, 0, 0, _SHADOW_ALPHA)
        for step in range(_SHADOW_STEPS):
            grown = _SHADOW_PX - 2 * step - 1
            rect = ground.adjusted(-grown, -grown + 4, grown, min(grown + 4, _SHADOW_PX))
            fill_round(painter, rect, _RADIUS + grown, shade, None, 0)
        fill_round(painter, ground, _RADIUS, look.colour("surface"), None, 0)
        if look.tokens.is_dark:
            fill_round(painter, ground, _RADIUS, None, look.colour("line2"), look.tokens.border_px)

    def _bound_body(self, window: QSize) -> None:
        """The body scrolls where the window is too small for all of it; the shadow may reach beyond the window."""
        rims = sum(rim.minimumSize().height() for rim in self._head_and_foot)  # what the layout asks of the window
        self._body_area.set_most(QSize(window.width() - 2, max(window.height() - rims - _RULES_PX, _LEAST_BODY_PX)))
        lines = self.layout()
        if lines is not None:
            lines.activate()

    def _lift_scrim(self) -> None:
        if self._scrim is not None:
            self._scrim.hide()
            self._scrim.deleteLater()
            self._scrim = None


class Choice(NamedTuple):
    """An answer: `key` for code, its words, the cap on its button."""

    key: str
    words: str
    cap: str = ""
    variant: str = "plain"
    icon: str = ""


class Question(Dialog):
    """A sentence and two or three answers. Esc answers with the choice whose cap is `Esc`, or with nothing."""

    @classmethod
    def ask(
        cls, parent: QWidget, *, title: str, sentence: str, choices: Sequence[Choice],
        answered: Callable[[str], None], icon: str = "", hint: str = "",
    ) -> Question:
        """Open it; `answered` gets the key of the choice, empty when it was closed. Tests replace this method."""
        question = cls(parent, title, icon=icon, name="question")
        question.body.addWidget(Text(sentence, wrap=True, name="question_sentence"))
        question.hint.setText(hint)
        question._answered = answered
        question._answer = next((choice.key for choice in choices if choice.cap == "Esc"), "")
        for choice in choices:
            button = question.add_button(
                choice.words, key=choice.cap, icon=choice.icon, variant=choice.variant, name=f"question_{choice.key}"
            )
            button.setProperty("choice", choice.key)
            if choice.cap != "Esc":
                button.clicked.connect(question._choose)
        question.finished.connect(question._tell)
        question.open()
        return question

    _answer: str = ""
    _answered: Callable[[str], None]

    def _choose(self) -> None:
        button = self.sender()
        if isinstance(button, KeyCapButton):
            self._answer = str(button.property("choice"))
            self.accept()

    def _tell(self) -> None:
        self._answered(self._answer)
