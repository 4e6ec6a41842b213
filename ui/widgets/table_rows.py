"""`RowsModel`: ready rows of cells as a Qt model; answers only the roles that are painted."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.look.cells import Cell, CellRole

Index = QModelIndex | QPersistentModelIndex
Row = Sequence[Cell]
_TOP = QModelIndex()


class RowsModel(QAbstractTableModel):
    """Rows of `Cell`, each as long as `heads`."""

    def __init__(self, heads: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._heads = tuple(heads)
        self._rows: list[Row] = []

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows in place of the ones before."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def change_row(self, at: int, row: Row) -> None:
        """Show another row at one place.

        Raises:
            IndexError: there is no such row.
        """
        self._rows[at] = row
        self.dataChanged.emit(self.index(at, 0), self.index(at, len(self._heads) - 1))

    def cell(self, row: int, column: int) -> Cell:
        """What stands there."""
        return self._rows[row][column]

    def rowCount(self, parent: Index = _TOP) -> int:
        """Rows; a cell has none below it."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _TOP) -> int:
        """Columns; a cell has none below it."""
        return 0 if parent.isValid() else len(self._heads)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """The text and the three roles of `CellRole`; a badge or amount with no text says nothing."""
        if not index.isValid():
            return None
        cell = self._rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{cell.text}, {cell.second}" if cell.second else cell.text
        if role == CellRole.SECOND:
            return cell.second
        if role == CellRole.TONE:
            return cell.tone
        return cell.icon if role == CellRole.ICON else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        """The heads of the columns."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section] if 0 <= section < len(self._heads) else None
        return None
