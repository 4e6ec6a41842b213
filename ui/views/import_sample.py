"""What each field of the first rows becomes, a row at a time."""

from collections.abc import Sequence

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from app.interchange.extract_sample import SampledRow
from ui.look.cells import Cell
from ui.look.theme import current_look
from ui.widgets.data_table import DENSE_HEIGHT, DataTable
from ui.widgets.key_cap_button import KeyCapButton
from ui.widgets.rows import column, row
from ui.widgets.table_delegate import TableColumn
from ui.widgets.text import Text

_LEAST_TABLE = 150


class ImportSample(QWidget):
    """The fields of one row; Alt and an arrow go to the next."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("import_sample")
        self._rows: Sequence[SampledRow] = ()
        self._at = 0
        self.heading = Text("", "body", weight=600, elide=True, name="import_sample_line")
        self.before = KeyCapButton(self.tr("Row before"), key="Alt Left", name="import_sample_before")
        self.after = KeyCapButton(self.tr("Next row"), key="Alt Right", name="import_sample_after")
        for button, keys, step in ((self.before, "Alt+Left", self._before), (self.after, "Alt+Right", self._after)):
            button.clicked.connect(step)
            QShortcut(QKeySequence(keys), self).activated.connect(step)
        self.table = DataTable(
            [
                TableColumn(self.tr("Field"), width=140, tone="ink2"),
                TableColumn(self.tr("In the file"), stretch=True, width=150),
                TableColumn(self.tr("Becomes"), stretch=True, width=150, weight=600),
            ],
            row_height=DENSE_HEIGHT, label=self.tr("What the fields of the first rows become"),
            name="import_sample_fields",
        )  # fmt: skip
        self.table.setMinimumHeight(current_look().px(_LEAST_TABLE))
        head = row(self.heading, self.before, self.after)
        head.setStretch(0, 1)
        self.setLayout(column(head, self.table, spacing=4))

    def show_rows(self, rows: Sequence[SampledRow]) -> None:
        """Another file, or the same by another layout."""
        self._rows, self._at = rows, 0
        self._show()

    def _before(self) -> None:
        self._step(-1)

    def _after(self) -> None:
        self._step(1)

    def _step(self, by: int) -> None:
        if 0 <= self._at + by < len(self._rows):
            self._at += by
            self._show()

    def _show(self) -> None:
        self.setVisible(bool(self._rows))
        if not self._rows:
            return
        shown = self._rows[self._at]
        words = self.tr("Line {n}: {fault}") if shown.fault else self.tr("Line {n} of the file becomes")
        self.heading.setText(words.format(n=shown.line, fault=shown.fault))
        self.table.show_rows([
            [Cell(each.column), Cell(each.raw), Cell(each.fault or each.becomes, "attention" if each.fault else "")]
            for each in shown.fields
        ])  # fmt: skip
        self.before.setEnabled(self._at > 0)
        self.after.setEnabled(self._at + 1 < len(self._rows))
