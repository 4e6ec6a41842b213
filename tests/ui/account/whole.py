"""What every screen must keep: no word cut, no part nameless, no amount elided."""

from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QTableView, QWidget

from ui.widgets.badge import Badge
from ui.widgets.data_table import DataTable
from ui.widgets.key_cap_button import KeyCapButton
from ui.widgets.text import Text

LONGEST_AMOUNT = 15  # more digits are the line of a stub
LAYOUT_PASSES = 4  # wrapped words, a page's height, its scroll bar, its columns


def check_whole(screen: QWidget) -> None:
    """Every visible part has room for its words and says what it is, once the layouts are at rest."""
    for _pass in range(LAYOUT_PASSES):
        QApplication.processEvents()
    for label in screen.findChildren(QLabel):
        is_free = isinstance(label, Text) and label.is_elidable
        if label.isVisible() and label.text() and not label.wordWrap() and not is_free:
            widest = max(label.fontMetrics().horizontalAdvance(line) for line in label.text().split("\n"))
            assert label.width() >= widest, label.text()
            assert label.height() >= label.fontMetrics().height() - 2, label.text()
    for button in screen.findChildren(QAbstractButton):
        if not button.isVisible() or "QTableCornerButton" in type(button).__name__:
            continue
        assert button.accessibleName(), button.objectName()
        if isinstance(button, KeyCapButton):
            assert button.objectName(), button.text()
            assert button.width() >= button.sizeHint().width(), button.text()
            assert button.height() >= button.sizeHint().height(), button.text()
    for badge in screen.findChildren(Badge):
        assert not badge.isVisible() or badge.width() >= badge.sizeHint().width(), badge.text
    for field in screen.findChildren(QLineEdit):
        if field.isVisible():
            assert field.accessibleName(), field.objectName()
            assert field.objectName()
            assert field.width() >= field.fontMetrics().horizontalAdvance(field.text()), field.text()
    for table in screen.findChildren(QTableView):
        assert table.accessibleName()
        if isinstance(table, DataTable) and table.isVisible():
            _check_amounts(table)


def _check_amounts(table: DataTable) -> None:
    metrics = table.fontMetrics()
    model = table.model()
    for column in range(model.columnCount()):
        for row in range(model.rowCount()):
            text = str(model.index(row, column).data() or "")
            is_amount = len(text) <= LONGEST_AMOUNT and text.replace(",", "").replace(".", "").lstrip("+−").isdigit()
            if is_amount and not table.isColumnHidden(column):
                assert table.columnWidth(column) >= metrics.horizontalAdvance(text) + 24, text
                assert table.columnViewportPosition(column) + table.columnWidth(column) <= table.viewport().width() + 1
