"""The pages of Set-up at the left: icon, name and what is there, as the office's list of chores (look 10)."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from ui.look.theme import current_look
from ui.viewmodels.set_up_room.page import SetUpPage
from ui.widgets.paint import draw_icon, draw_text, fill_round

WIDTH = 264
_HEIGHT = 52
_BAR_PX = 3
_ICON_PX = 20
_WORDS_AT = 50


class PageRow(QAbstractButton):
    """One page."""

    def __init__(self, page: SetUpPage, place: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.page = page
        self._place = place
        self.setText(page.name)
        self.setObjectName(f"set_up_page_{page.key}")
        self.setAccessibleName(page.name)
        self.setAccessibleDescription(f"{page.second}, Alt {place}")
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """52 high."""
        px = current_look().px
        return QSize(px(WIDTH), px(_HEIGHT))

    def changeEvent(self, event: QEvent) -> None:
        """A new text size is a new height."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Icon, name, second line; the one in front on tint with its bar."""
        look = current_look()
        painter = QPainter(self)
        if self.isChecked():
            painter.fillRect(self.rect(), look.colour("tint"))
            painter.fillRect(0, 0, _BAR_PX, self.height(), look.colour("accent"))
        elif self.underMouse():
            painter.fillRect(self.rect(), look.colour("hover"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, look.colour("line"))
        side = look.px(_ICON_PX)
        place = QRect(look.px(16), (self.height() - side) // 2, side, side)
        draw_icon(painter, look, place, self.page.icon, _ICON_PX, "accent" if self.isChecked() else "ink2")
        left, height = look.px(_WORDS_AT), look.px(20)
        top = (self.height() - 2 * height) // 2 + 1
        room = QRect(left, top, self.width() - left - look.px(8), height)
        weight = 600 if self.isChecked() else 500
        cap = self.tr("Alt {n}").format(n=self._place)
        right = Qt.AlignmentFlag.AlignRight
        end = room.adjusted(0, 0, -look.px(6), 0)
        taken = draw_text(painter, look, end, cap, colour=look.colour("ink3"), role="caption", align=right)
        words = room.adjusted(0, 0, -taken - look.px(12), 0)
        draw_text(painter, look, words, self.page.name, colour=look.colour("ink"), weight=weight, elide=True)
        lower = room.translated(0, height - 2)
        draw_text(painter, look, lower, self.page.second, colour=look.colour("ink2"), role="small", elide=True)
        if self.hasFocus():
            fill_round(painter, self.rect().adjusted(2, 2, -2, -3), 4, None, look.colour("accent"), 2)


class PageList(QWidget):
    """Signals: `chosen(int)` another page, by its place from 0; `entered()` Enter or Right: into the page."""

    chosen = Signal(int)
    entered = Signal()

    def __init__(self, pages: Sequence[SetUpPage], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("set_up_pages")
        self.setAccessibleName(self.tr("Pages of Set-up"))
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(0)
        self.page_rows = [PageRow(page, at, self) for at, page in enumerate(pages, start=1)]
        for at, line in enumerate(self.page_rows):
            self._group.addButton(line, at)
            stack.addWidget(line)
        self._group.idClicked.connect(self.chosen)

    def show_place(self, at: int) -> None:
        """Mark the page in front."""
        self.page_rows[at].setChecked(True)

    def take_focus(self) -> None:
        """The page in front."""
        self.page_rows[max(self._group.checkedId(), 0)].setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down choose, Enter and Right go in."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.key() in steps:
            at = self._group.checkedId() + steps[Qt.Key(event.key())]
            if 0 <= at < len(self.page_rows):
                self.chosen.emit(at)
                self.take_focus()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Right):
            self.entered.emit()
        else:
            super().keyPressEvent(event)
