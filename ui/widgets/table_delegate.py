"""The one delegate: paints text, second line, amount, badge, tick and the cell in edit by the kind of its column."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.look.cells import Cell, CellRole
from ui.look.theme import Look, current_look
from ui.widgets.badge import badge_width, draw_badge
from ui.widgets.paint import RADIUS, draw_icon, draw_text, fill_round

PADDING = 12
BAR_PX = 3
_TICK_PX = 16
_RIGHT = Qt.AlignmentFlag.AlignRight
_LEFT = Qt.AlignmentFlag.AlignLeft


class TableColumn(NamedTuple):
    """One column.

    `kind`: `text` (elided), `number` (slashed zero, never cut), `amount` (right, never cut), `badge`, `tick`.
    `width` in px at 100 %; 0 takes the width of the widest cell; the column with `stretch` takes the room left.
    """

    head: str
    kind: str = "text"
    width: int = 0
    stretch: bool = False
    weight: int = 400
    tone: str = "ink"


class TableDelegate(QStyledItemDelegate):
    """Paints by column kind; the first column carries the bar of the selected row."""

    def __init__(self, columns: tuple[TableColumn, ...], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = columns
        self.edited: tuple[int, int] | None = None

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """The width the cell needs; rows have a fixed height."""
        look = current_look()
        return QSize(self.wanted_width(look, self._columns[index.column()], _cell(index)), look.px(34))

    def wanted_width(self, look: Look, column: TableColumn, cell: Cell) -> int:
        """Width of a cell in px, padding and the edit frame's room included."""
        padding = 2 * look.px(PADDING)
        if column.kind == "badge":
            return badge_width(look, cell.text, cell.icon) + padding if cell.text else padding
        if column.kind == "tick":
            return look.px(_TICK_PX) + padding
        weight = _weight(column)
        words = look.metrics("body", weight, zero=column.kind == "number").horizontalAdvance(cell.text)
        second = look.metrics("caption").horizontalAdvance(cell.second)
        return max(words, second) + padding + 1  # an advance is rounded; a width cut by half a pixel would elide

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Ground, content, rule below, bar, edit frame."""
        look = current_look()
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        is_under = bool(state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        if is_chosen or is_under:
            painter.fillRect(rect, look.colour("tint" if is_chosen else "hover"))
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, look.colour("line"))
        if is_chosen and index.column() == 0:
            painter.fillRect(rect.x(), rect.y(), BAR_PX, rect.height(), look.colour("accent"))
        room = rect.adjusted(look.px(PADDING), 0, -look.px(PADDING), -1)
        self._draw(painter, look, room, self._columns[index.column()], _cell(index))
        if self.edited == (index.row(), index.column()):
            fill_round(painter, rect.adjusted(2, 1, -2, -2), RADIUS, None, look.colour("accent"), 2)
        painter.restore()

    def _draw(self, painter: QPainter, look: Look, room: QRect, column: TableColumn, cell: Cell) -> None:
        if column.kind == "badge":
            if cell.text:
                middle = room.y() + room.height() // 2
                tone = cell.tone or "neutral"
                draw_badge(painter, look, room.x(), middle, text=cell.text, icon=cell.icon, tone=tone)
        elif column.kind == "tick":
            _draw_tick(painter, look, room, is_on=cell.tone == "on")
        else:
            self._draw_words(painter, look, room, column, cell)

    def _draw_words(self, painter: QPainter, look: Look, room: QRect, column: TableColumn, cell: Cell) -> None:
        is_amount, is_number = column.kind == "amount", column.kind == "number"
        align = _RIGHT if is_amount else _LEFT
        ink = look.colour(cell.tone or column.tone)
        weight = 600 if cell.tone == "risk" else _weight(column)
        may_elide = not is_amount and not is_number
        if cell.icon:
            draw_icon(painter, look, QRect(room.x(), room.y(), look.px(18), room.height()), cell.icon, 18, "ink2")
            room = room.adjusted(look.px(26), 0, 0, 0)
        if not cell.second:
            draw_text(
                painter, look, room, cell.text, colour=ink, weight=weight, zero=is_number, align=align, elide=may_elide
            )
            return
        half = room.height() // 2
        upper = QRect(room.x(), room.y() + 3, room.width(), half)
        lower = QRect(room.x(), room.y() + half + 1, room.width(), half - 2)
        draw_text(
            painter, look, upper, cell.text, colour=ink, weight=weight, zero=is_number, align=align, elide=may_elide
        )
        second = look.colour("ink2")
        draw_text(painter, look, lower, cell.second, colour=second, role="caption", align=align, elide=True)


def _weight(column: TableColumn) -> int:
    return max(column.weight, 500) if column.kind in {"amount", "number"} else column.weight


def _cell(index: QModelIndex | QPersistentModelIndex) -> Cell:
    model = index.model()
    cell = getattr(model, "cell", None)  # long tables give the whole cell at once: a role each would be four calls
    if cell is not None:
        found: Cell = cell(index.row(), index.column())
        return found
    parts = (model.data(index, role) for role in (
        Qt.ItemDataRole.DisplayRole, CellRole.TONE, CellRole.ICON, CellRole.SECOND,
    ))
    return Cell(*(str(part) if part is not None else "" for part in parts))


def _draw_tick(painter: QPainter, look: Look, room: QRect, *, is_on: bool) -> None:
    side = look.px(_TICK_PX)
    box = QRect(room.x(), room.y() + (room.height() - side) // 2, side, side)
    if is_on:
        fill_round(painter, box, 3, look.colour("accent"), None, 0)
        draw_icon(painter, look, box, "check", 14, "on_accent")
    else:
        fill_round(painter, box, 3, look.colour("surface"), look.colour("line2"), 1)
