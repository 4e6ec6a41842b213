"""`FlowRow`: parts side by side that go on in the next line when the words are large or the place is narrow."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QSpacerItem, QWidget

from ui.look.theme import current_look


class FlowRow(QLayout):
    """A row that breaks. What comes after `take_room()` stands at the right end while all fits in one line.

    `spacing` and `line_spacing` in px at 100 %. Parts of one line stand on its lower edge.
    """

    def __init__(self, *parts: QWidget | QLayout, spacing: int = 8, line_spacing: int = 8) -> None:
        super().__init__()
        px = current_look().px
        self._between, self._lines = px(spacing), px(line_spacing)
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        self._sizes: dict[str, QSize] = {}
        self.setContentsMargins(0, 0, 0, 0)
        for part in parts:
            self.add(part)

    def add(self, part: QWidget | QLayout) -> None:
        """Add a part."""
        if isinstance(part, QLayout):
            self.addChildLayout(part)
            self.addItem(part)
        else:
            self.addWidget(part)

    def take_room(self) -> None:
        """The room that is left goes here."""
        self.addItem(QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum))

    def addItem(self, item: QLayoutItem) -> None:
        """Qt adds through this."""
        self._items.append(item)
        self.invalidate()

    def invalidate(self) -> None:
        """A part changed: what was measured is measured again. Qt asks for the same sizes many times in between."""
        self._heights.clear()
        self._sizes.clear()
        super().invalidate()

    def count(self) -> int:
        """How many items."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """An item, None past the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take an item out."""
        if not 0 <= index < len(self._items):
            return None
        self.invalidate()
        return self._items.pop(index)

    def expandingDirections(self) -> Qt.Orientation:
        """Takes what width there is."""
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        """Narrower is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height of all lines at this width."""
        if width not in self._heights:
            self._heights[width] = self._lay(QRect(0, 0, width, 0), is_trial=True)
        return self._heights[width]

    def setGeometry(self, rect: QRect) -> None:
        """Place the parts."""
        super().setGeometry(rect)
        self._lay(rect, is_trial=False)

    def sizeHint(self) -> QSize:
        """All in one line."""
        if "hint" not in self._sizes:
            hints = [item.sizeHint() for item in self._shown()]
            width = sum(hint.width() for hint in hints) + self._between * max(0, len(hints) - 1)
            self._sizes["hint"] = QSize(width, max((hint.height() for hint in hints), default=0))
        return self._sizes["hint"]

    def minimumSize(self) -> QSize:
        """The widest part alone."""
        if "least" not in self._sizes:
            shown = self._shown()
            width = max((item.minimumSize().width() for item in shown), default=0)
            self._sizes["least"] = QSize(width, max((item.sizeHint().height() for item in shown), default=0))
        return self._sizes["least"]

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _lay(self, rect: QRect, *, is_trial: bool) -> int:
        top = rect.y()
        if not is_trial:  # given more height than it needs, it stands at the lower edge
            top += max(0, rect.height() - self.heightForWidth(rect.width()))
        start = top
        for line, has_room in self._break(rect.width()):
            height = max((self._height(item, rect.width()) for item in line), default=0)
            at = rect.x()
            if not is_trial:
                used = sum(item.sizeHint().width() for item in line) + self._between * (len(line) - 1)
                for index, item in enumerate(line):
                    if index == has_room:
                        at += rect.width() - used
                    width, high = min(item.sizeHint().width(), rect.width()), self._height(item, rect.width())
                    item.setGeometry(QRect(QPoint(at, top + height - high), QSize(width, high)))
                    at += width + self._between
            top += height + self._lines
        return max(0, top - self._lines - start)

    def _height(self, item: QLayoutItem, width: int) -> int:
        wanted = item.sizeHint()
        if item.hasHeightForWidth():
            return item.heightForWidth(min(width, wanted.width()))
        return wanted.height()

    def _break(self, width: int) -> list[tuple[list[QLayoutItem], int]]:
        """Lines of items; the number says before which item of a line the free room goes, -1 for nowhere."""
        lines: list[tuple[list[QLayoutItem], int]] = []
        line: list[QLayoutItem] = []
        used, room_at = 0, -1
        for item in self._items:
            if item.spacerItem() is not None:
                room_at = len(line)
                continue
            if item.isEmpty():
                continue
            wanted = item.sizeHint().width()
            if line and used + self._between + wanted > width:
                lines.append((line, -1 if room_at >= len(line) else room_at))
                line, used, room_at = [], 0, -1
            used += wanted + (self._between if line else 0)
            line.append(item)
        if line:
            lines.append((line, room_at))
        return lines
