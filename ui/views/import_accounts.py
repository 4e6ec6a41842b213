"""The import beside the till: choose a file, look at it, take it, and see what was not taken."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QFileDialog, QGridLayout, QLineEdit, QProgressBar, QStackedWidget, QWidget

from app.domain.account_alerts import day_words
from app.usecases.import_accounts import ImportDone
from ui.look.cells import Cell
from ui.look.theme import current_look
from ui.viewmodels.import_accounts import ImportAccountsModel, ImportStage, Preview
from ui.views.import_layout import ImportLayoutPart
from ui.views.import_sample import ImportSample
from ui.widgets.amount_field import ErrorLine
from ui.widgets.card import Panel
from ui.widgets.data_table import DataTable
from ui.widgets.empty_state import EmptyState
from ui.widgets.key_cap_button import KeyCapButton
from ui.widgets.rows import Part, column, empty, row
from ui.widgets.side_window import SideWindow
from ui.widgets.table_delegate import TableColumn
from ui.widgets.text import Text

SIZE = (880, 640)
_FIELD_WIDTH = 120
_LEAST_TABLE = 120
_FILES = "CSV (*.csv *.txt);;*"


class ImportWindow(SideWindow):
    """Follows the model's stages; hidden, an import goes on and its end waits here."""

    def __init__(self, model: ImportAccountsModel, parent: QWidget, *, memory: QSettings | None = None) -> None:
        super().__init__(
            parent, "", icon="file-import", fill="strip", ink="on_strip", size=SIZE, name="import", memory=memory
        )
        self.set_title(self.tr("Import accounts"))
        self._model = model
        self.pages = QStackedWidget()
        panel = Panel("plain", margins=(22, 16, 22, 16), name="import_panel")
        self.layouts = ImportLayoutPart(model.layouts, memory=memory)
        panel.body.addWidget(self.layouts)
        panel.body.addWidget(self.pages, 1)
        self.body.addWidget(panel, 1)
        self._stages: dict[ImportStage, QWidget] = {}
        self._add(ImportStage.CHOOSE, self._choose_page())
        self._add(ImportStage.LOOKING, self._progress_page())
        self._stages[ImportStage.TAKING] = self._stages[ImportStage.LOOKING]
        self._add(ImportStage.PREVIEW, self._preview_page())
        self._add(ImportStage.DONE, self._done_page())
        self._add(ImportStage.REFUSED, self._refused_page())
        chooser = QShortcut(QKeySequence("Ctrl+O"), self)
        chooser.activated.connect(self.choose_file)
        model.changed.connect(self._show)
        model.progressed.connect(self._show_percent)
        model.told.connect(self.told.setText)
        self.layouts.recall()
        self._show()

    @classmethod
    def ask_file(cls, parent: QWidget, title: str, *, picked: Callable[[str], None]) -> None:
        """Let a person pick the extract. Tests replace this method."""
        dialog = QFileDialog(parent, title, "", _FILES)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(picked)
        dialog.open()

    @classmethod
    def ask_place(cls, parent: QWidget, title: str, name: str, *, picked: Callable[[str], None]) -> None:
        """Let a person say where a list is saved. Tests replace this method."""
        dialog = QFileDialog(parent, title, name, _FILES)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.fileSelected.connect(picked)
        dialog.open()

    def choose_file(self) -> None:
        """Pick the extract, unless one is being read."""
        if not self._model.is_busy and self._model.may_import:
            self.ask_file(self, self.tr("Choose the accounts extract"), picked=self._picked)

    def _add(self, stage: ImportStage, page: QWidget) -> None:
        self._stages[stage] = page
        self.pages.addWidget(page)

    def _choose_page(self) -> QWidget:
        self.choose = KeyCapButton(
            self.tr("Choose a file"), key="Ctrl O", icon="file-import", variant="primary", name="import_choose"
        )
        self.choose.clicked.connect(self.choose_file)
        self._none = EmptyState("file-import", "", "", buttons=[self.choose], name="import_none")
        return self._none

    def _progress_page(self) -> QWidget:
        self.what = Text("", "head", weight=600, name="import_what")
        self.bar = QProgressBar()
        self.bar.setObjectName("import_bar")
        self.bar.setAccessibleName(self.tr("How far the file is read"))
        self.bar.setTextVisible(False)
        self.percent = Text("", "body", "ink2", name="import_percent")
        self.meanwhile = Text("", "body", "ink2", wrap=True, name="import_meanwhile")
        self.cancel = KeyCapButton(self.tr("Cancel"), key="Alt C", icon="x", name="import_cancel")
        self.cancel.clicked.connect(self._model.cancel)
        stop = QShortcut(QKeySequence("Alt+C"), self)
        stop.activated.connect(self._model.cancel)
        return _page(self.what, 4, self.bar, self.percent, 4, self.meanwhile, None, row(None, self.cancel))

    def _preview_page(self) -> QWidget:
        self.file = Text("", "head", weight=600, elide=True, name="import_file")
        self._facts = _facts_grid()
        self.asked = Text("", "body", wrap=True, name="import_asked")
        self.contained = QLineEdit()
        self.contained.setObjectName("import_contained")
        self.contained.setAccessibleName(self.tr("Posting file that billing had taken in"))
        self.contained.setFixedWidth(current_look().px(_FIELD_WIDTH))
        self.contained.returnPressed.connect(self._take)
        self.fault = ErrorLine(name="import_fault")
        self.cancelled = Text("", "body", "attention", wrap=True, name="import_cancelled")
        self.proof = Text("", "body", "attention", wrap=True, name="import_proof")
        self.older = QCheckBox(self.tr("The older file shall count all the same"))
        self.older.setObjectName("import_older")
        self.sample = ImportSample()
        other = self._other("import_other")
        self.take = KeyCapButton(
            self.tr("Take these accounts"), key="Enter", variant="primary", height=44, name="import_take"
        )
        self.take.clicked.connect(self._take)
        return _page(
            self.file, self._facts, self.proof, self.older, 6, self.asked, row(self.contained, None), self.fault, 4,
            self.sample, None, self.cancelled, row(None, other, self.take),
        )

    def _done_page(self) -> QWidget:
        self.outcome = Text("", "head", weight=600, wrap=True, name="import_outcome")
        self._result = _facts_grid()
        self.unproved = Text("", "body", "attention", wrap=True, name="import_unproved")
        self.not_taken = Text("", "body", weight=600, name="import_not_taken")
        self.table = DataTable(
            [
                TableColumn(self.tr("Line"), "number"), TableColumn(self.tr("Reason"), width=190),
                TableColumn(self.tr("Row"), stretch=True, width=140, tone="ink2"),
            ],
            row_height=32, label=self.tr("Rows that were not taken"), name="import_rows",
        )  # fmt: skip
        self.told = Text("", "small", "ink2", elide=True, name="import_told")
        self.save = KeyCapButton(self.tr("Save the list"), key="Ctrl S", icon="download", name="import_save")
        self.save.clicked.connect(self._save)
        keep = QShortcut(QKeySequence("Ctrl+S"), self)
        keep.activated.connect(self._save)
        done = KeyCapButton(self.tr("Done"), key="Esc", variant="primary", name="import_done")
        done.clicked.connect(self.hide)
        foot = row(self.told, self.save, self._other("import_next"), done)
        foot.setStretch(0, 1)
        self.table.setMinimumHeight(current_look().px(_LEAST_TABLE))
        return _page(self.outcome, self._result, self.unproved, 4, self.not_taken, self.table, None, foot)

    def _refused_page(self) -> QWidget:
        self._refusal = EmptyState(
            "file-off", self.tr("The file was not taken"), "", buttons=[self._other("import_again")],
            name="import_refused",
        )
        return self._refusal

    def _other(self, name: str) -> KeyCapButton:
        button = KeyCapButton(self.tr("Another file"), key="Ctrl O", name=name)
        button.clicked.connect(self.choose_file)
        return button

    def _show(self) -> None:
        model = self._model
        if not model.is_attended:
            self.hide()
        self.pages.setCurrentWidget(self._stages[model.stage])
        self._show_choose()
        can_choose = model.stage in {ImportStage.CHOOSE, ImportStage.PREVIEW, ImportStage.REFUSED}
        self.layouts.setVisible(model.may_import and can_choose)
        if model.is_busy:
            self._show_busy()
        elif model.stage is ImportStage.PREVIEW and model.preview is not None:
            self._show_preview(model.preview)
        elif model.stage is ImportStage.DONE and model.done is not None:
            self._show_done(model.done)
        elif model.stage is ImportStage.REFUSED:
            self._refusal.show_words(self.tr("The file was not taken"), model.sentence)
        self._take_focus()

    def _show_choose(self) -> None:
        model = self._model
        may = model.may_import
        title = self.tr("Choose the accounts extract") if may else self.tr("You may not import accounts")
        words = self.tr("The file that billing sent. It is looked at first; nothing changes until you take it.")
        if not may:
            words = self.tr("Ask a supervisor or the office.")
        self._none.show_words(title, model.sentence or words)
        self.choose.setVisible(may)

    def _show_busy(self) -> None:
        name = self._model.path.name if self._model.path is not None else ""
        is_taking = self._model.stage is ImportStage.TAKING
        words = self.tr("Taking {name}") if is_taking else self.tr("Looking at {name}")
        self.what.setText(words.format(name=name))
        self.meanwhile.setText(
            self.tr("The till goes on meanwhile. The old balances stand until the whole file is in.")
            if is_taking else self.tr("Nothing is changed by looking.")
        )
        self._show_percent(self._model.percent)

    def _show_percent(self, percent: int) -> None:
        self.bar.setValue(percent)
        self.percent.setText(self.tr("{percent} % read").format(percent=percent))

    def _show_preview(self, preview: Preview) -> None:
        self.file.setText(preview.path.name)
        contains = self.tr("the file does not say") if preview.stated is None else self.tr("up to file {n}")
        if preview.stated == 0:
            contains = self.tr("none of ours")
        _show_facts(
            self._facts,
            (
                (self.tr("Rows"), f"{preview.rows:,}"),
                (self.tr("Accounts"), f"{preview.accounts:,}"),
                (self.tr("As of"), day_words(preview.as_of) if preview.as_of else self.tr("the file does not say")),
                (self.tr("Posting files it contains"), contains.format(n=preview.stated)),
                *(((self.tr("Rows that cannot be read"), f"{preview.broken:,}"),) if preview.broken else ()),
            ),
        )
        self.sample.show_rows(preview.sample)
        self._show_warning(preview)
        self.asked.setText(
            self.tr(
                "Which of our posting files had billing taken in when it made this file? "
                "The last one made is {n}. Type its number, or 0 for none."
            ).format(n=preview.last_posting_file)
        )
        for part in (self.asked, self.contained):
            part.setVisible(preview.must_ask)
        self.fault.show_fault(self._model.fault)
        self.cancelled.setText(self._model.sentence)
        self.cancelled.setVisible(bool(self._model.sentence))

    def _show_warning(self, preview: Preview) -> None:
        """How far the file proves itself, and whether old balances would come back."""
        older = self.tr("The extract that stands is as of {day}: older balances would come back.")
        words = [self._proof_words(has_trailer=preview.has_trailer, total_proved=preview.total_proved)]
        if preview.is_older:
            words.append(older.format(day=day_words(preview.last_as_of)))
        self.proof.setText(" ".join(filter(None, words)))
        self.proof.setVisible(any(words))
        self.older.setVisible(preview.is_older)

    def _proof_words(self, *, has_trailer: bool, total_proved: bool) -> str:
        if not has_trailer:
            return self.tr("The file has no trailer: compare its rows with billing, nothing proves that it is whole.")
        return "" if total_proved else self.tr("The trailer's total is not proved: some amounts cannot be read.")

    def _show_done(self, done: ImportDone) -> None:
        same = self.tr("These accounts were imported before. Nothing changed.")
        taken = self.tr("{n} accounts are new or changed.").format(n=f"{done.posted:,}")
        self.outcome.setText(same if done.ref is None else taken)
        _show_facts(
            self._result,
            (
                (self.tr("Accounts in the file"), f"{done.accounts:,}"),
                (self.tr("Unchanged"), f"{done.unchanged:,}"),
                (self.tr("No longer in the extract"), f"{done.absent:,}"),
                (self.tr("Balances as of"), day_words(done.as_of)),
            ),
        )
        proof = self._proof_words(has_trailer=done.has_trailer, total_proved=done.total_proved)
        self.unproved.setText(proof)
        self.unproved.setVisible(bool(proof))
        rows = done.quarantined
        count = self.tr("1 row was not taken") if len(rows) == 1 else self.tr("{n} rows were not taken")
        self.not_taken.setText(count.format(n=f"{len(rows):,}") if rows else self.tr("Every row was taken."))
        self.table.show_rows([[Cell(f"{each.line:,}"), Cell(each.reason), Cell(each.text)] for each in rows])
        self.table.setVisible(bool(rows))
        self.save.setVisible(bool(rows))
        self.told.setText("")

    def _take_focus(self) -> None:
        model = self._model
        if model.stage is ImportStage.PREVIEW:
            asks = model.preview is not None and model.preview.must_ask
            (self.contained if asks else self.take).setFocus()
        elif model.is_busy:
            self.cancel.setFocus()
        elif model.stage is ImportStage.DONE and model.done is not None and model.done.quarantined:
            self.table.setFocus()

    def _picked(self, name: str) -> None:
        if name:
            self.contained.clear()
            self.older.setChecked(False)
            self._model.look(Path(name))

    def _take(self) -> None:
        self._model.take(self.contained.text(), is_older_taken=self.older.isChecked())

    def _save(self) -> None:
        if self._model.done is not None and self._model.done.quarantined:
            name = f"{self._model.path.stem if self._model.path else 'accounts'}-not-taken.csv"
            self.ask_place(self, self.tr("Save the rows that were not taken"), name, picked=self._place_picked)

    def _place_picked(self, name: str) -> None:
        if name:
            self._model.save_list(Path(name))


def _page(*parts: Part) -> QWidget:
    page = QWidget()
    page.setLayout(column(*parts, spacing=8))
    return page


def _facts_grid() -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(current_look().px(18))
    grid.setVerticalSpacing(current_look().px(4))
    grid.setColumnStretch(1, 1)
    return grid


def _show_facts(grid: QGridLayout, facts: Sequence[tuple[str, str]]) -> None:
    empty(grid)
    for at, (name, words) in enumerate(facts):
        grid.addWidget(Text(name, "body", "ink2"), at, 0)
        grid.addWidget(Text(words, "body", weight=600), at, 1)
