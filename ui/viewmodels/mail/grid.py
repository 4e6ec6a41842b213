"""`MailGrid`: every line of the batch as a Qt model; thousands of lines scroll because little is asked (hot-path 5).

`data` answers the text and its side, nothing else; what is painted the delegate takes from `cell` at once.
"""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.look.cells import Cell
from ui.viewmodels.mail.rows import HEADS, MailRow
from ui.viewmodels.mail.words import tr

Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
_DISPLAY = Qt.ItemDataRole.DisplayRole
_ALIGN = Qt.ItemDataRole.TextAlignmentRole
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_AMOUNTS = frozenset({3, 4, 6})


class MailGrid(QAbstractTableModel):
    """Lines are added at the end; a void or an item taken up changes them in place or takes them away."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[MailRow] = []

    @property
    def rows(self) -> Sequence[MailRow]:
        """All lines."""
        return self._rows

    def show_rows(self, rows: Sequence[MailRow]) -> None:
        """The whole batch, read from the books."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def add_rows(self, rows: Sequence[MailRow]) -> None:
        """What was just keyed."""
        first = len(self._rows)
        self.beginInsertRows(_TOP, first, first + len(rows) - 1)
        self._rows.extend(rows)
        self.endInsertRows()

    def row(self, at: int) -> MailRow | None:
        """One line, None where there is none."""
        return self._rows[at] if 0 <= at < len(self._rows) else None

    def cell(self, row: int, column: int) -> Cell:
        """What stands there, for the delegate."""
        return self._rows[row].cells[column]

    def rowCount(self, parent: Index = _TOP) -> int:
        """Lines; a cell has none below it."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _TOP) -> int:
        """Columns; a cell has none below it."""
        return 0 if parent.isValid() else len(HEADS)

    def data(self, index: Index, role: int = _DISPLAY) -> str | int | None:
        """Text and side of a cell; every other role is None."""
        if role == _DISPLAY:
            return self._rows[index.row()].cells[index.column()].text if index.isValid() else None
        if role == _ALIGN:
            return _RIGHT if index.column() in _AMOUNTS else _LEFT
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> str | None:
        """The heads of the columns."""
        if orientation == Qt.Orientation.Horizontal and role == _DISPLAY and 0 <= section < len(HEADS):
            return tr(HEADS[section])
        return None
