"""Posting files for billing: make the next one, or write an old one again with the same bytes."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from ui.look.cells import Cell
from ui.look.theme import current_look
from ui.viewmodels.batches import words
from ui.viewmodels.batches.posting import PostingModel
from ui.views.batches.places import Places
from ui.widgets.amount_field import ErrorLine
from ui.widgets.card import Card
from ui.widgets.data_table import DataTable
from ui.widgets.dialog import Dialog
from ui.widgets.table_delegate import TableColumn
from ui.widgets.text import Text

_HEIGHT = 260


class PostingFilesDialog(Dialog):
    """The list, and the two deeds."""

    def __init__(self, parent: QWidget, model: PostingModel) -> None:
        super().__init__(
            parent, words.tr("Posting files"), words.tr("Only balanced batches go to billing; a file never changes."),
            icon="file-export", width=860, name="posting_files",
        )  # fmt: skip
        self._model = model
        self.waiting = Text("", weight=500, wrap=True, zero=True, name="posting_waiting")
        heads = (
            TableColumn(self.tr("No."), "amount"), TableColumn(self.tr("File"), stretch=True),
            TableColumn(self.tr("Made"), "text", 230), TableColumn(self.tr("Batches"), "amount"),
            TableColumn(self.tr("Rows"), "amount"), TableColumn(self.tr("Total"), "amount"),
        )  # fmt: skip
        self.table = DataTable(heads, label=words.tr("Posting files"), name="posting_table")
        self.table.setMinimumHeight(current_look().px(_HEIGHT))
        card = Card(margins=(1, 1, 1, 1))
        card.body.addWidget(self.table)
        self.fault = ErrorLine(name="posting_fault")
        self.body.addWidget(self.waiting)
        self.body.addWidget(card)
        self.body.addWidget(self.fault)
        self.add_button(self.tr("Close"), key="Esc", name="posting_close")
        self.again = self.add_button(self.tr("Write again"), key="Ctrl R", icon="repeat", name="posting_again")
        self.export = self.add_button(
            self.tr("Make the next file"), key="F10", icon="file-export", variant="primary", name="posting_export"
        )
        self.again.clicked.connect(self._ask_again)
        self.export.clicked.connect(self._ask_export)
        self.table.row_chosen.connect(self._show_again)
        model.changed.connect(self._show)
        model.refused.connect(self._refuse)
        model.written.connect(self._written)
        self._show_again(-1)

    @classmethod
    def ask(cls, parent: QWidget, model: PostingModel) -> "PostingFilesDialog":
        """Open it. Tests replace this method."""
        dialog = cls(parent, model)
        dialog.open()
        model.load()
        return dialog

    def _show(self) -> None:
        self.waiting.setText(self._model.waiting())
        self.table.show_rows([
            [
                Cell(str(file.file_no)), Cell(file.file_name), Cell(file.made, "ink2"), Cell(file.batches),
                Cell(file.rows), Cell(file.total),
            ]
            for file in self._model.files()
        ])  # fmt: skip
        self._show_again(self.table.chosen_row())

    def _show_again(self, at: int) -> None:
        self.again.setEnabled(at >= 0)
        self.again.set_reason("" if at >= 0 else self.tr("Pick a file of the list first."))

    def _ask_export(self) -> None:
        Places.ask_folder(self, title=self.tr("Folder for the posting file"), chosen=self._export)

    def _export(self, folder: Path) -> None:
        self.fault.show_fault("")
        self._model.export(folder)

    def _ask_again(self) -> None:
        at = self.table.chosen_row()
        if at >= 0:
            number = self._model.files()[at].file_no
            Places.ask_folder(
                self, title=self.tr("Folder for posting file {n}").format(n=number),
                chosen=partial(self._model.again, number),
            )

    def _written(self, _made: object, path: Path) -> None:
        self.fault.show_fault("")
        self.hint.setText(self.tr("Written: {path}").format(path=path))

    def _refuse(self, sentence: str) -> None:
        self.fault.show_fault(sentence)
