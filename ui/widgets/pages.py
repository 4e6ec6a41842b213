"""`Pages`: one page in front of others, and only its own place decides how large it is."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedLayout, QWidget

from ui.look.theme import LARGE_PERCENT, current_look


class Pages(QStackedLayout):
    """A stack that asks nothing of its pages: each fills the place that there is.

    Qt's own measures every page at each change, those behind as well, with every text that wraps; a window of six
    rooms then pays for five that nobody sees. With large text `measures_large` asks the page in front, so that the
    place around it can scroll.
    """

    def __init__(self, parent: QWidget | None = None, *, measures_large: bool = False) -> None:
        if parent is None:
            super().__init__()
        else:
            super().__init__(parent)
        self._measures_large = measures_large

    def hasHeightForWidth(self) -> bool:
        """No page is higher because it is narrower."""
        return False

    def minimumSize(self) -> QSize:
        """None of its own; the window has one."""
        front = self.currentWidget() if self._measures_large else None
        if front is None or current_look().scale_percent < LARGE_PERCENT:
            return QSize(0, 0)
        return front.minimumSizeHint()

    def sizeHint(self) -> QSize:
        """As `minimumSize`."""
        return QSize(0, 0)
