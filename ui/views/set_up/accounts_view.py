"""The accounts' page: choose a file, see what is in it; nothing is taken yet."""

from collections.abc import Sequence

from PySide6.QtCore import QDir, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QProgressBar, QVBoxLayout, QWidget

from ui.look.theme import current_look
from ui.viewmodels.set_up.accounts import PATH, AccountsStep
from ui.viewmodels.set_up.step import Wrong
from ui.views.set_up.step_view import FieldsView
from ui.widgets.card import Card, Rule
from ui.widgets.key_cap_button import KeyCapButton
from ui.widgets.rows import empty, row
from ui.widgets.text import Text


class ChooseExtractDialog(QFileDialog):
    """Which file."""

    @classmethod
    def ask(cls, parent: QWidget) -> "ChooseExtractDialog":
        """Open it; `fileSelected` tells the path. Tests replace this method."""
        dialog = cls(parent, parent.tr("Choose the accounts extract"), QDir.homePath(), "CSV (*.csv *.txt);;(*)")
        dialog.setObjectName("set_up_choose_extract")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.open()
        return dialog


class AccountsView(FieldsView):
    """Enter looks into the file, Enter again goes on."""

    def __init__(self, step: AccountsStep, parent: QWidget | None = None) -> None:
        super().__init__(step, parent)
        self._accounts = step
        self.fields.done.disconnect(self.go_on)
        self.fields.done.connect(self._look_or_go_on)
        self.choose = KeyCapButton(
            self.tr("Choose file"), key="Alt C", icon="file-import", height=44, name="set_up_choose_file"
        )
        self.look = KeyCapButton(self.tr("Look into it"), key="Enter", icon="search", height=44, name="set_up_look")
        self.bar_read = QProgressBar()
        self.bar_read.setObjectName("set_up_reading")
        self.bar_read.setAccessibleName(self.tr("Reading the file"))
        self.bar_read.setTextVisible(False)
        self.bar_read.setRange(0, 0)
        self.read = Text("", "small", "ink2", name="set_up_read")
        self.card.body.addLayout(row(self.choose, self.look, None, spacing=10))
        self.card.body.addWidget(self.bar_read)
        self.card.body.addWidget(self.read)
        self.preview = Card(margins=(20, 14, 20, 16), spacing=10, name="set_up_preview")
        self.preview.body.addWidget(Text(self.tr("What is in the file"), "body", weight=600))
        self.preview.body.addWidget(Rule())
        self._facts = QVBoxLayout()
        self._facts.setSpacing(current_look().px(8))
        self.preview.body.addLayout(self._facts)
        self.main.addWidget(self.preview)
        self.choose.clicked.connect(self._choose)
        self.look.clicked.connect(step.look)
        step.read.connect(self._show_read)
        shortcut = QShortcut(QKeySequence("Alt+C"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.choose.click)
        self.refresh()

    def live_keys(self) -> Sequence[tuple[str, str]]:
        """Choose."""
        return (("Alt C", self.tr("Choose file")),)

    def refresh(self) -> None:
        """The preview."""
        super().refresh()
        step = self._accounts
        self.bar_read.setVisible(step.is_reading)
        self.read.setVisible(step.is_reading)
        self.look.set_busy(self.tr("Reading...") if step.is_reading else "")
        self.preview.setVisible(step.preview is not None)
        if step.trouble:
            self.fields.show_wrong(PATH, step.trouble)
        empty(self._facts)
        for label, words in step.facts():
            self._facts.addLayout(row(Text(label, "body", "ink2"), None, Text(words, "body", weight=600)))
        for reason in step.preview.reasons if step.preview else ():
            self._facts.addWidget(Text(reason, "small", "ink2", elide=True))
        if step.preview is not None and step.preview.quarantined > len(step.preview.reasons):
            self._facts.addWidget(Text(self.tr("... and more; the import lists them all."), "small", "ink2"))

    def show_wrong(self, wrong: Wrong) -> None:
        """A file that was not looked at yet is looked at now."""
        if wrong.key == PATH and self._accounts.path() is not None and not self._accounts.trouble:
            self._accounts.look()
        else:
            super().show_wrong(wrong)

    def _choose(self) -> None:
        ChooseExtractDialog.ask(self).fileSelected.connect(self._chosen)

    def _chosen(self, path: str) -> None:
        self._accounts.put(PATH, path)
        self.fields.fields[PATH].show_text(path)
        self._accounts.look()
        self.fields.take_focus()

    def _look_or_go_on(self) -> None:
        if self._accounts.path() is None or self._accounts.preview is None:
            self._accounts.look()
        else:
            self.go_on.emit()

    def _show_read(self, size: int) -> None:
        self.read.setText(self.tr("{size} KB read").format(size=f"{size // 1024:,}"))
