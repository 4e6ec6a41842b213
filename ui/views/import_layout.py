"""The part of the import that says how the file is read, and lets another layout be chosen."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.viewmodels.import_layout import ImportLayoutModel
from ui.widgets.key_cap_button import KeyCapButton
from ui.widgets.rows import column, row
from ui.widgets.text import Text

SHOWN_FAULTS = 4
REMEMBERED = "import/layout"
_FILES = "TOML (*.toml *.txt);;*"


class ImportLayoutPart(QWidget):
    """One line: the layout's name, and its two keys; below it what is wrong with a layout that was not taken."""

    def __init__(self, model: ImportLayoutModel, *, memory: QSettings | None = None) -> None:
        super().__init__()
        self.setObjectName("import_layout")
        self._model = model
        self._memory = memory
        self.words = Text("", "body", "ink2", elide=True, name="import_layout_words")
        self.choose = KeyCapButton(self.tr("Layout file"), key="Alt L", height=32, name="import_layout_choose")
        self.choose.clicked.connect(self.choose_layout)
        self.leave = KeyCapButton(self.tr("Read as CSV"), key="Alt K", height=32, name="import_layout_leave")
        self.leave.clicked.connect(self._leave)
        self.faults = Text("", "body", "attention", wrap=True, name="import_layout_faults")
        for keys, does in (("Alt+L", self.choose_layout), ("Alt+K", self._leave)):
            QShortcut(QKeySequence(keys), self).activated.connect(does)
        line = row(self.words, self.choose, self.leave)
        line.setStretch(0, 1)
        self.setLayout(column(line, self.faults, spacing=4))
        model.changed.connect(self._show)
        model.chosen.connect(self._remember)
        self._show()

    @classmethod
    def ask_layout(cls, parent: QWidget, title: str, *, picked: Callable[[str], None]) -> None:
        """Let a person pick the layout file. Tests replace this method."""
        dialog = QFileDialog(parent, title, "", _FILES)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(picked)
        dialog.open()

    def choose_layout(self) -> None:
        """Pick a layout file."""
        if self.isEnabled():
            self.ask_layout(self, self.tr("Choose the layout file"), picked=self._picked)

    def recall(self) -> None:
        """The layout that was used the last time, where it still is."""
        name = str(self._memory.value(REMEMBERED, "")) if self._memory is not None else ""
        if name and Path(name).is_file():
            self._model.use(Path(name))

    def _leave(self) -> None:
        if self._model.layout is not None:
            self._model.leave()

    def _picked(self, name: str) -> None:
        if name:
            self._model.use(Path(name))

    def _show(self) -> None:
        layout = self._model.layout
        words = self.tr("Read as CSV, its first line names the columns")
        if layout is not None:
            words = self.tr("Read by the layout {name}, lines of {n} characters")
            words = words.format(name=layout.name, n=layout.line_length)
        self.words.setText(words)
        self.leave.setVisible(layout is not None)
        faults = list(self._model.faults[:SHOWN_FAULTS])
        more = len(self._model.faults) - len(faults)
        if more > 0:
            faults.append(self.tr("{n} more faults follow.").format(n=more))
        if faults:
            faults.insert(0, self.tr("The layout was not taken."))
        self.faults.setText("\n".join(faults))
        self.faults.setVisible(bool(faults))

    def _remember(self) -> None:
        if self._memory is not None:
            self._memory.setValue(REMEMBERED, str(self._model.path or ""))
