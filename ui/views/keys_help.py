"""F1 or Ctrl+H: the keys of the screen in front and of the window, with the words of this moment (SCREENS, Till)."""

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QHideEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from ui.look.theme import current_look
from ui.widgets.card import Card, Rule
from ui.widgets.dialog import Dialog
from ui.widgets.key_cap import KeyCap
from ui.widgets.key_cap_button import KeyCapButton
from ui.widgets.key_strip import KeyStrip
from ui.widgets.paint import cap_width
from ui.widgets.rows import column, empty, row
from ui.widgets.shortcut import is_help
from ui.widgets.text import Text

_WIDTH = 760
_OVER_WIDTH = 620
_MARGIN = 40
_COLUMNS = 2
_ONE_COLUMN_FROM_PERCENT = 150
_ENDS = {Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter}


class KeyShown(NamedTuple):
    """A key and what it does now; `why_not` while it does nothing."""

    cap: str
    words: str
    why_not: str = ""


class KeysHelp(QWidget):
    """Lies over the whole page until Esc, F1, Enter or a press beside the card; the focus goes back where it was.

    Signals: `closed()`.
    """

    closed = Signal()

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self.setObjectName("keys_help")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._before: QWidget | None = None
        self.title = Text("", "head", weight=600, name="keys_help_title")
        self.fact = Text("", "small", "ink2", wrap=True, name="keys_help_fact")
        close = KeyCapButton(self.tr("Close"), key="Esc", name="keys_help_close")
        close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        close.clicked.connect(self.hide)
        self._lists = QVBoxLayout()
        self._lists.setSpacing(current_look().px(10))
        inner = QWidget()
        inner.setProperty("role", "page")
        inner.setLayout(column(self._lists, None, spacing=0))
        area = QScrollArea()
        area.setObjectName("keys_help_area")
        area.setAccessibleName(self.tr("Keys of this screen"))
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        self.card = Card(margins=(24, 16, 24, 18), spacing=10, name="keys_help_card", parent=self)
        self.card.body.addLayout(row(self.title, None, close))
        self.card.body.addWidget(self.fact)
        self.card.body.addWidget(Rule())
        self.card.body.addWidget(area, 1)
        self._inner = inner
        page.installEventFilter(self)
        self.hide()

    def show_keys(
        self, room: str, keys: Sequence[tuple[str, ...]], *, everywhere: Sequence[tuple[str, ...]], fact: str = ""
    ) -> None:
        """Show them; `keys` are the room's live keys, `everywhere` those of the window."""
        self.title.setText(self.tr("Keys: {room}").format(room=room) if room else self.tr("Keys"))
        self.fact.setText(fact)
        self.fact.setVisible(bool(fact))
        self._inner.hide()  # parts put into a page in sight count for no room until the next turn
        empty(self._lists)
        words = list_keys(self._lists, self.tr("On this screen"), keys, self.tr("Everywhere"), everywhere)
        self._inner.show()
        self.setAccessibleName(self.title.text())
        self.setAccessibleDescription(words)
        if not self.isVisible():
            self._before = QApplication.focusWidget()
        self._place()
        self.show()
        self.raise_()
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Any way out goes out; other keys wait."""
        if event.key() in _ENDS or is_help(event):
            self.hide()

    def event(self, event: QEvent) -> bool:
        """While it lies there no key of the room is pressed by accident."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press beside the card closes it."""
        if not self.card.geometry().contains(event.position().toPoint()):
            self.hide()

    def hideEvent(self, event: QHideEvent) -> None:
        """Back to where the work was."""
        super().hideEvent(event)
        before, self._before = self._before, None
        if before is not None:
            before.setFocus()
            self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """As large as the page."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The scrim of the look."""
        look = current_look()
        colour = QColor(look.colour("scrim"))
        colour.setAlphaF(look.tokens.scrim_percent / 100)
        QPainter(self).fillRect(self.rect(), colour)

    def _place(self) -> None:
        page = self.parentWidget()
        if page is None:
            return
        self.setGeometry(page.rect())
        px = current_look().px
        width = min(px(_WIDTH), self.width() - px(_MARGIN))
        wanted = self.card.sizeHint().height() - self._area_hint() + self._inner.sizeHint().height()
        height = min(wanted + px(4), self.height() - px(_MARGIN))
        self.card.setGeometry((self.width() - width) // 2, (self.height() - height) // 2, width, height)

    def _area_hint(self) -> int:
        area = self.findChild(QScrollArea, "keys_help_area")
        return area.sizeHint().height() if isinstance(area, QScrollArea) else 0


class KeysDialog(Dialog):
    """The same over a dialog or a side window; Esc, Enter or F1 goes back to where the focus was."""

    @classmethod
    def ask(cls, place: QWidget) -> "KeysDialog":
        """Open it over `place`. Tests replace this method."""
        title = QCoreApplication.translate("KeysHelp", "Keys: {room}").format(room=place.windowTitle())
        dialog = cls(place, title, icon="keyboard", width=_OVER_WIDTH, name="keys_over")
        dialog.setAccessibleDescription(
            list_keys(dialog.body, dialog.tr("Here"), keys_of(place), dialog.tr("Everywhere"), everywhere())
        )
        dialog.add_button(dialog.tr("Close"), key="Esc", name="keys_over_close")
        dialog.open()
        return dialog

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Any way out goes out."""
        if event.key() in _ENDS or is_help(event):
            self.reject()


def help_over(place: QWidget) -> None:
    """The keys of a page without rooms, a dialog or a side window."""
    if place.isWindow():
        KeysDialog.ask(place)
        return
    shown = place.findChild(KeysHelp) or KeysHelp(place)
    shown.show_keys(place.accessibleName(), keys_of(place), everywhere=everywhere())


def everywhere() -> list[KeyShown]:
    """Keys of the window under whatever stands over it."""
    tr = partial(QCoreApplication.translate, "KeysHelp")
    return [
        KeyShown("F1", tr("Keys (Ctrl H)")), KeyShown("Ctrl T", tr("Text and colours")), KeyShown("Tab", tr("Goes on")),
        KeyShown("Space", tr("Presses what has the focus")),
    ]  # fmt: skip


def keys_of(place: QWidget) -> list[KeyShown]:
    """What it says of itself (`help_keys`), its key strip, and every button in sight that shows a key."""
    told = getattr(place, "help_keys", tuple)
    shown = {key[0]: KeyShown(*key) for key in told()}
    for strip in place.findChildren(KeyStrip):
        if strip.isVisible():
            shown = {**{live.key: KeyShown(*live) for live in strip.keys}, **shown}
    for button in place.findChildren(KeyCapButton):
        if button.key and button.isVisible() and button.key not in shown:
            why = "" if button.isEnabled() else button.accessibleDescription() or " "
            shown[button.key] = KeyShown(button.key, button.text(), why)
    return [key for key in shown.values() if key.cap != "F1"]


def list_keys(
    lists: QVBoxLayout, first: str, keys: Sequence[tuple[str, ...]], second: str, rest: Sequence[tuple[str, ...]]
) -> str:
    """Two groups of caps and words under one another; what a screen reader says of them."""
    own = [KeyShown(*key) for key in keys]
    known = {key.cap for key in own}
    others = [KeyShown(*key) for key in rest if key[0] not in known]
    look = current_look()
    widest = max((cap_width(look, key.cap) for key in (*own, *others)), default=0)
    for title, group, name in ((first, own, "room"), (second, others, "window")):
        _add_group(lists, title, group, name, widest)
    return "\n".join(f"{key.cap}: {key.words}" for key in (*own, *others))


def _add_group(lists: QVBoxLayout, title: str, keys: Sequence[KeyShown], group: str, widest: int) -> None:
    if not keys:
        return
    look = current_look()
    lists.addWidget(Text(title, "small", "ink2", weight=600))
    grid = QGridLayout()
    grid.setHorizontalSpacing(look.px(12))
    grid.setVerticalSpacing(look.px(8))
    columns = 1 if look.scale_percent >= _ONE_COLUMN_FROM_PERCENT else _COLUMNS
    rows = -(-len(keys) // columns)  # rounded up
    for at, key in enumerate(keys):
        tone = "ink3" if key.why_not else "ink"
        why = key.why_not.strip()
        words = f"{key.words}: {why}" if why else key.words
        place = (at % rows, 2 * (at // rows))
        grid.addWidget(KeyCap(key.cap, tone), *place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        grid.addWidget(Text(words, "body", tone, wrap=True, name=f"keys_help_{group}_{at}"), place[0], place[1] + 1)
    for at in range(columns):
        grid.setColumnMinimumWidth(2 * at, widest)
        grid.setColumnStretch(2 * at + 1, 1)
    lists.addLayout(grid)
