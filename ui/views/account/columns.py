"""The cards of the account side by side: three columns where there is room, two or one with large text."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.look.theme import current_look

_THREE_FROM = 1080
_TWO_FROM = 720
_GAP = 12
_PERCENT = 100


class TallPage(QWidget):
    """The page in a scroll area: as high as its words need at its width, so that large text scrolls, not squashes."""

    def minimumSizeHint(self) -> QSize:
        """Wrapped words are higher in a narrow place; a plain layout does not tell its scroll area."""
        hint, layout = super().minimumSizeHint(), self.layout()
        if layout is not None and layout.hasHeightForWidth():
            hint.setHeight(max(hint.height(), layout.minimumHeightForWidth(self.width())))
        return hint

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width is another height."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()


class Columns(QWidget):
    """`cards` in the order of their weight. `plans` say for one, two and three columns which cards stand in each.

    A plan is a list of columns, a column its share of the width and its cards; the last card of a column takes
    the room that is left.
    """

    def __init__(self, plans: Sequence[Sequence[tuple[int, Sequence[QWidget]]]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plans = plans
        self._shown = 0
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._arrange(len(plans))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may ask for another plan."""
        super().resizeEvent(event)
        self._arrange(self._wanted())

    def changeEvent(self, event: QEvent) -> None:
        """So may another text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_row"):
            self._arrange(self._wanted())

    def _wanted(self) -> int:
        room = self.width() * _PERCENT // current_look().scale_percent
        return 3 if room >= _THREE_FROM else 2 if room >= _TWO_FROM else 1

    def _arrange(self, columns: int) -> None:
        if columns == self._shown:
            return
        self._shown = columns
        while (item := self._row.takeAt(0)) is not None:
            layout = item.layout()
            while layout is not None and layout.takeAt(0) is not None:
                pass
        gap = current_look().px(_GAP)
        self._row.setSpacing(gap)
        for share, cards in self._plans[columns - 1]:
            column = QVBoxLayout()
            column.setSpacing(gap)
            for card in cards:
                column.addWidget(card, 1 if card is cards[-1] else 0)
            self._row.addLayout(column, share)
