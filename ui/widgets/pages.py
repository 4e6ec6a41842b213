"""`Pages`: one page in front of others, and only its own place decides how large it is."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedLayout


class Pages(QStackedLayout):
    """A stack that asks nothing of its pages: each fills the place that there is.

    Qt's own measures every page at each change, those behind as well, with every text that wraps; a window of six
    rooms then pays for five that nobody sees.
    """

    def hasHeightForWidth(self) -> bool:
        """No page is higher because it is narrower."""
        return False

    def minimumSize(self) -> QSize:
        """None of its own; the window has one."""
        return QSize(0, 0)

    def sizeHint(self) -> QSize:
        """As `minimumSize`."""
        return QSize(0, 0)
