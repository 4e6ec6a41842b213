"""The recovery sheet's page: 24 words as they stand on the paper, and the ways to keep them."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QDir, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QFileDialog, QGridLayout, QWidget

from ui.look.theme import current_look
from ui.viewmodels.set_up.recovery import WORDS, SheetStep
from ui.views.set_up.print_sheet import ask_printer, has_printers
from ui.views.set_up.step_view import StepView
from ui.widgets.card import Card, Rule
from ui.widgets.dialog import Choice, Question
from ui.widgets.key_cap_button import KeyCapButton
from ui.widgets.rows import row
from ui.widgets.text import Text

COLUMNS = 3
ROWS = WORDS // COLUMNS


def place_of(word: int) -> tuple[int, int]:
    """Row and column of a word, from 1, as on the sheet: down the first column, then the next."""
    return (word - 1) % ROWS, (word - 1) // ROWS


class SaveSheetDialog(QFileDialog):
    """Where the PDF goes."""

    @classmethod
    def ask(cls, parent: QWidget, name: str) -> "SaveSheetDialog":
        """Open it; `fileSelected` tells the path. Tests replace this method."""
        dialog = cls(parent, parent.tr("Save the recovery sheet"), QDir.homePath(), "PDF (*.pdf)")
        dialog.setObjectName("set_up_save_sheet")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(name)
        dialog.open()
        return dialog


class SheetView(StepView):
    """The words are labels: nothing can be selected or copied by chance."""

    def __init__(self, step: SheetStep, parent: QWidget | None = None) -> None:
        super().__init__(step, parent)
        self._sheet = step
        self.number = Text("", "small", "ink2", zero=True, name="set_up_sheet_number")
        self.words = [Text("", "lead", weight=600, mono=True, name=f"set_up_shown_{n + 1}") for n in range(WORDS)]
        grid = QGridLayout()
        grid.setHorizontalSpacing(current_look().px(10))
        grid.setVerticalSpacing(current_look().px(8))
        for n, word in enumerate(self.words, start=1):
            line, column = place_of(n)
            number = Text(str(n), "small", "ink3", align=Qt.AlignmentFlag.AlignRight)
            number.setMinimumWidth(current_look().px(22))
            grid.addWidget(number, line, 2 * column)
            grid.addWidget(word, line, 2 * column + 1)
            grid.setColumnStretch(2 * column + 1, 1)
        card = Card(margins=(20, 14, 20, 16), spacing=10, name="set_up_card")
        head = row(Text(self.tr("Words of the sheet"), "body", weight=600), None, self.number)
        card.body.addLayout(head)
        card.body.addWidget(Rule())
        card.body.addLayout(grid)
        self.main.addWidget(card)
        self.save = KeyCapButton(
            self.tr("Save as PDF"), key="Alt S", icon="download", variant="primary", height=44, name="set_up_save_pdf"
        )
        self.print = KeyCapButton(self.tr("Print"), key="Alt P", icon="printer", height=44, name="set_up_print_sheet")
        self.anew = KeyCapButton(self.tr("New words"), icon="refresh", variant="quiet", name="set_up_new_words")
        self.written = QCheckBox(self.tr("All 24 words are written down or printed"))
        self.written.setObjectName("set_up_written")
        self.kept = Text("", "small", "ink2", elide=True, name="set_up_kept")
        keep = Card(margins=(18, 14, 18, 12), spacing=10, name="set_up_keep")
        keep.body.addWidget(Text(self.tr("Keep them"), "body", weight=600))
        for part in (self.save, self.print, self.kept, self.written, self.anew):
            keep.body.addWidget(part)
        self.side.addWidget(keep)
        self.save.clicked.connect(self._ask_where)
        self.print.clicked.connect(self._print)
        self.anew.clicked.connect(self._ask_anew)
        self.written.toggled.connect(step.say_written)
        for keys, button in (("Alt+S", self.save), ("Alt+P", self.print)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(button.click)
        step.made_anew.connect(self._show_words)
        step.saved.connect(self.all_said)

    def take_focus(self) -> None:
        """Keeping comes first; then Enter goes on."""
        self._show_words()
        (self.written if self._sheet.saved_as else self.save).setFocus()

    def live_keys(self) -> Sequence[tuple[str, str]]:
        """Save and print."""
        return (("Alt S", self.tr("Save as PDF")), ("Alt P", self.tr("Print")))

    def refresh(self) -> None:
        """What is kept."""
        super().refresh()
        self.save.set_busy(self.tr("Saving...") if self._sheet.is_saving else "")
        saved = self._sheet.saved_as
        self.save.set_variant("plain" if saved or self._sheet.is_written else "primary")
        self.kept.setText(self.tr("Saved as {path}").format(path=saved) if saved else "")
        self.kept.setVisible(saved is not None)
        self.written.setChecked(self._sheet.is_written)
        if self._sheet.trouble:
            self.say(self._sheet.trouble)

    def _show_words(self) -> None:
        self.number.setText(self.tr("Sheet {number}").format(number=self._sheet.sheet.sheet))
        for label, word in zip(self.words, self._sheet.sheet.words, strict=True):
            label.setText(word)

    def _ask_where(self) -> None:
        SaveSheetDialog.ask(self, self._sheet.file_name()).fileSelected.connect(self._save)

    def _save(self, path: str) -> None:
        self._sheet.save(Path(path))

    def _print(self) -> None:
        if has_printers():
            ask_printer(self, self._sheet.page())
        else:
            self.say(self.tr("This computer knows no office printer. Save the sheet as PDF, or write the words down."))

    def _ask_anew(self) -> None:
        Question.ask(
            self, title=self.tr("Make new words?"), icon="refresh",
            sentence=self.tr("The sheet you may have kept is worth nothing then. Tear it up, and keep the new one."),
            choices=(
                Choice("keep", self.tr("Keep these"), "Esc"),
                Choice("anew", self.tr("New words"), "", "primary"),
            ),
            answered=self._anew_answered,
        )  # fmt: skip

    def _anew_answered(self, answer: str) -> None:
        if answer == "anew":
            self._sheet.make_anew()
        self.save.setFocus()
