"""What a table cell can say beside its text: item roles and tones, known to view-models and to the delegate.

A model answers `Qt.DisplayRole` with the text and these roles with what else the cell shows; a role it does not use
it answers with None. `Cell` and `ui.widgets.table_rows.RowsModel` do that for lists of ready rows.
"""

from __future__ import annotations

from enum import IntEnum
from typing import NamedTuple

from PySide6.QtCore import Qt


class CellRole(IntEnum):
    """Item data roles of the table delegate."""

    SECOND = Qt.ItemDataRole.UserRole + 1
    TONE = Qt.ItemDataRole.UserRole + 2
    ICON = Qt.ItemDataRole.UserRole + 3


class Cell(NamedTuple):
    """One cell: `tone` is a token for text and amounts, a badge tone for badges; `second` the line below.

    A tick cell has `tone` `on` or empty.
    """

    text: str = ""
    tone: str = ""
    icon: str = ""
    second: str = ""


EMPTY = Cell()
