"""`Omnibox`: the one place to scan into and to search from (LOOK section 5)."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMoveEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from ui.look.theme import current_look
from ui.widgets.key_cap import KeyCap
from ui.widgets.paint import CARD_RADIUS, draw_icon, fill_round
from ui.widgets.result_list import ResultList, ResultRow

OMNIBOX_HEIGHT = 48
HINT = "Scan a stub or check, or type a name, address, account or phone"
_ICON_PX = 24
_MARGIN = 14
_TEXT_AT = 46


class Omnibox(QWidget):
    """Scan icon, field, F2 cap; results in a list under it that is no window of its own.

    Signals: `edited(text)` at each change by a person, `entered(text)` at Enter without a chosen row,
    `row_chosen(index)` at Enter or a press on a row, `left()` at Esc in an empty box.
    """

    edited = Signal(str)
    entered = Signal(str)
    row_chosen = Signal(int)
    left = Signal()

    def __init__(
        self, hint: str = "", *, key: str = "F2", icon: str = "line-scan", name: str = "omnibox",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._icon = icon
        self.field = QLineEdit(self)
        self.field.setObjectName(f"{name}_field")
        self.field.setProperty("role", "bare")
        self.field.setPlaceholderText(hint or self.tr(HINT))
        self.field.setAccessibleName(hint or self.tr(HINT))
        self.field.installEventFilter(self)
        self.field.textEdited.connect(self.edited)
        self._cap = KeyCap(key, parent=self)
        self._results: ResultList | None = None
        self.setFocusProxy(self.field)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def results(self) -> ResultList | None:
        """The list, once it was shown."""
        return self._results

    @property
    def is_open(self) -> bool:
        """Whether the list stands open."""
        return self._results is not None and self._results.isVisibleTo(self.window())

    def text(self) -> str:
        """What stands in it."""
        return self.field.text()

    def set_text(self, text: str) -> None:
        """Put a text in and choose it whole; the list closes."""
        self.field.setText(text)
        self.field.selectAll()
        self.close_results()

    def clear(self) -> None:
        """Empty it; the list closes."""
        self.field.clear()
        self.close_results()

    def show_results(self, rows: tuple[ResultRow, ...], *, left: str, right: str) -> None:
        """Open the list: rows, and in its foot how many and how they matched."""
        if self._results is None:
            self._results = ResultList(self.window())
            self._results.row_chosen.connect(self._choose)
        self._results.show_rows(rows, left=left, right=right)
        self._place()
        is_new = self._results.isHidden()
        self._results.show()
        self._results.raise_()
        if is_new:
            from ui.widgets.motion import come_in  # noqa: PLC0415 - a scan shows no list, and would wait for it

            come_in(self._results, is_from_below=True)

    def close_results(self) -> None:
        """Close the list."""
        if self._results is not None:
            self._results.hide()

    def sizeHint(self) -> QSize:
        """48 high."""
        look = current_look()
        return QSize(look.px(480), look.px(OMNIBOX_HEIGHT))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys of the list while it stands open, and the frame at focus."""
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self.update()
            if event.type() == QEvent.Type.FocusOut:
                self.close_results()
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event)
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Field between icon and cap."""
        super().resizeEvent(event)
        px = current_look().px
        cap = self._cap.sizeHint().expandedTo(QSize(px(30), 0))
        left = self.width() - px(_MARGIN) - cap.width()
        self._cap.setGeometry(left, (self.height() - cap.height()) // 2, cap.width(), cap.height())
        self.field.setGeometry(px(_TEXT_AT), 1, left - px(_TEXT_AT) - px(8), self.height() - 4)
        if self.is_open:
            self._place()

    def moveEvent(self, event: QMoveEvent) -> None:
        """The list goes along."""
        super().moveEvent(event)
        if self.is_open:
            self._place()

    def changeEvent(self, event: QEvent) -> None:
        """A new text size is a new height."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Frame and icon."""
        look = current_look()
        painter = QPainter(self)
        is_here = self.field.hasFocus()
        edge = look.colour("accent" if is_here else "line2")
        width = 2 if is_here else look.tokens.border_px
        fill_round(painter, self.rect(), CARD_RADIUS, look.colour("surface"), edge, width)
        place = QRect(look.px(_MARGIN), 0, look.px(_ICON_PX), self.height())
        draw_icon(painter, look, place, self._icon, _ICON_PX, "accent" if is_here else "ink2")

    def _key(self, event: QKeyEvent) -> bool:
        key = event.key()
        rows = self._results if self.is_open else None
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if rows is not None and rows.chosen_row() >= 0:
                self._choose(rows.chosen_row())
            else:
                self.entered.emit(self.field.text())
            return True
        if key == Qt.Key.Key_Escape:
            if rows is not None:
                self.close_results()
            elif self.field.text():
                self.clear()
                self.edited.emit("")
            else:
                self.left.emit()
            return True
        if rows is not None and key in {Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp}:
            rows.step(key)
            return True
        return False

    def _choose(self, index: int) -> None:
        self.close_results()
        self.row_chosen.emit(index)

    def _place(self) -> None:
        if self._results is not None:
            corner = self.mapTo(self.window(), QPoint(0, self.height() + current_look().px(6)))
            room = self.window().height() - corner.y() - current_look().px(40)
            self._results.setGeometry(QRect(corner, QSize(self.width(), min(self._results.wanted_height(), room))))
