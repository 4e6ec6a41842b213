"""The totals under a report's table, each under its own column, in sight whatever was scrolled."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.look.theme import current_look
from ui.widgets.data_table import DataTable
from ui.widgets.paint import draw_text
from ui.widgets.table_delegate import PADDING

_HEIGHT = 36


class FootRow(QWidget):
    """Follows the columns of a table; an empty text stands for a column without a total."""

    def __init__(self, table: DataTable, *, name: str = "foot", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._table = table
        self._texts: Sequence[str] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        table.horizontalHeader().sectionResized.connect(self._moved)
        table.horizontalScrollBar().valueChanged.connect(self._moved)

    @property
    def texts(self) -> Sequence[str]:
        """What stands there, column by column."""
        return self._texts

    def show_texts(self, texts: Sequence[str], *, said: str) -> None:
        """Show these; `said` is the same for ears."""
        self._texts = texts
        self.setAccessibleName(said)
        self.setVisible(bool(texts))
        self.update()

    def sizeHint(self) -> QSize:
        """36 high."""
        return QSize(0, current_look().px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Strong, over the strong rule."""
        look, painter = current_look(), QPainter(self)
        painter.fillRect(self.rect(), look.colour("surface"))
        painter.fillRect(0, 0, self.width(), 1, look.colour("line2"))
        for at, text in enumerate(self._texts):
            left, width = self._table.columnViewportPosition(at), self._table.columnWidth(at)
            room = QRect(left, 1, width, self.height() - 1).adjusted(look.px(PADDING), 0, -look.px(PADDING), 0)
            align = Qt.AlignmentFlag.AlignRight if at else Qt.AlignmentFlag.AlignLeft
            draw_text(painter, look, room, text, colour=look.colour("ink"), weight=600, align=align)

    def _moved(self) -> None:
        self.update()
