"""One row in full, with the journal entry that says it."""

from PySide6.QtWidgets import QWidget

from app.domain.reports.document import ReportHead
from app.domain.reports.table import Row
from ui.viewmodels.reports.face import cell_text
from ui.widgets.dialog import Dialog
from ui.widgets.fact_list import FactList

_HASH_PART = 16


class EntryDialog(Dialog):
    """Opened from a row that leads nowhere else, or with I."""

    def __init__(self, parent: QWidget, head: ReportHead, row: Row) -> None:
        super().__init__(
            parent, head.shape.title, parent.tr("As the journal has it."), icon="notes", width=560, name="report_entry"
        )
        self.facts = FactList(name="report_entry_facts")
        told = [
            (column.title, cell_text(column, value, head.time_zone))
            for column, value in zip(head.shape.columns, row.cells, strict=True)
        ]
        if row.ref is not None:
            h = row.ref.h
            parts = " ".join(h[at : at + _HASH_PART] for at in range(0, len(h), _HASH_PART))  # else it would not wrap
            told += [(self.tr("Journal entry"), str(row.ref.seq)), (self.tr("Chain hash"), parts)]
        self.facts.show_facts([(label, said) for label, said in told if said])
        self.body.addWidget(self.facts)
        self.add_button(self.tr("Close"), key="Esc", name="report_entry_close")

    @classmethod
    def ask(cls, parent: QWidget, head: ReportHead, row: Row) -> "EntryDialog":
        """Open it. Tests replace this method."""
        dialog = cls(parent, head, row)
        dialog.open()
        return dialog
