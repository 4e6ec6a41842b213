"""Steps 7 and 8, the recovery sheet: shown, saved or written down, and typed back word by word (DESIGN section 3)."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.errors import CityTillError
from receipts.renderers.ink import Page
from ui.tasks.task import Tasks
from ui.viewmodels.set_up.step import Note, SetUpStep, Wrong
from ui.viewmodels.set_up.tools import SetUpTools, SheetFacts, SheetWords

WORDS = 24
LETTERS_ENOUGH = 4  # the first four letters of a word name it alone


class SheetStep(SetUpStep):
    """Shows the words. Signals: `made_anew()` other words stand; `saved()` the PDF was written."""

    made_anew = Signal()
    saved = Signal()

    def __init__(
        self, tools: SetUpTools, tasks: Tasks, facts: Callable[[], SheetFacts], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._tools = tools
        self._tasks = tasks
        self._facts = facts
        self._sheet: SheetWords | None = None
        self._kept_for: SheetFacts | None = None
        self._saving: tuple[Path, SheetFacts] | None = None
        self.saved_as: Path | None = None
        self.is_written = False
        self.trouble = ""

    @property
    def name(self) -> str:
        """In the list."""
        return self.tr("Recovery sheet")

    @property
    def title(self) -> str:
        """The page."""
        return self.tr("The recovery sheet")

    @property
    def second(self) -> str:
        """Under it."""
        return self.tr("These 24 words and a backup open the books on any computer. They are shown here only now.")

    @property
    def coming(self) -> str:
        """Still to come."""
        return self.tr("24 words for the safe")

    @property
    def sheet(self) -> SheetWords:
        """The words in hand; made when they are first asked for."""
        if self._sheet is None:
            self._sheet = self._tools.new_words()
        return self._sheet

    @property
    def is_saving(self) -> bool:
        """Whether the PDF is being written."""
        return self._saving is not None

    def notes(self) -> tuple[Note, ...]:
        """Beside them."""
        return (
            Note("lock", self.tr("Lock the sheet in the safe: never beside the computer, never in a mail or a photo.")),
            Note("trash", self.tr("If you saved it as PDF: print it, then delete the file.")),
        )

    def file_name(self) -> str:
        """What the PDF is called unless a person says otherwise."""
        return f"CityTill recovery sheet {self._facts().station} {self.sheet.sheet}.pdf"

    def begin(self) -> None:
        """A sheet that names another city, station or person is not this station's any more."""
        if self._kept_for is not None and self._kept_for != self._facts():
            self._forget()
            self.trouble = self.tr("City, station or administrator were changed: keep the sheet again, it names them.")
            self.changed.emit()

    def make_anew(self) -> None:
        """Other words; the old sheet is worth nothing any more."""
        self._sheet = None
        self._forget()
        self.trouble = ""
        self.made_anew.emit()
        self.changed.emit()

    def say_written(self, is_written: bool) -> None:
        """The person wrote the words down, or did not."""
        self.is_written = is_written
        self._kept_for = self._facts() if is_written or self.saved_as else None
        self.trouble = ""
        self.changed.emit()

    def save(self, path: Path) -> None:
        """Write the PDF; it is the person's file, wherever they say."""
        if self._saving is None:
            facts = self._facts()
            self._saving, self.trouble = (path, facts), ""
            self.changed.emit()
            self._tasks.follow(
                self._tools.save_sheet(facts, self.sheet.words, path), done=self._kept, failed=self._failed
            )

    def page(self) -> Page:
        """The sheet as a printer gets it."""
        return self._tools.sheet_page(self._facts(), self.sheet.words)

    def wrong(self) -> Wrong | None:
        """The words are on paper or in a file."""
        if self.saved_as is None and not self.is_written:
            return Wrong("", self.tr("Save the sheet as PDF, or write the words down and say so below them."))
        return None

    def said(self) -> str:
        """Done."""
        how = self.tr("saved") if self.saved_as else self.tr("written down")
        return self.tr("sheet {sheet}, {how}").format(sheet=self.sheet.sheet, how=how)

    def glance(self) -> tuple[tuple[str, str], ...]:
        """Before the station is made; never a word of it."""
        return ((self.tr("Recovery sheet"), self.tr("{sheet}, typed back").format(sheet=self.sheet.sheet)),)

    def _forget(self) -> None:
        self.saved_as, self.is_written, self._kept_for = None, False, None

    def _kept(self, _nothing: object) -> None:
        if self._saving is not None:
            self.saved_as, self._kept_for = self._saving
        self._saving = None
        self.saved.emit()
        self.changed.emit()

    def _failed(self, error: CityTillError) -> None:
        self._saving = None
        self.trouble = error.sentence()
        self.changed.emit()


class TypedBackStep(SetUpStep):
    """Takes the 24 words, `word_1` to `word_24`; capitals do not matter and four letters are enough."""

    def __init__(self, tools: SetUpTools, sheet: SheetStep, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._sheet = sheet
        sheet.made_anew.connect(self.clear)

    @property
    def name(self) -> str:
        """In the list."""
        return self.tr("Typed back")

    @property
    def title(self) -> str:
        """The page."""
        return self.tr("Type the words from the sheet")

    @property
    def second(self) -> str:
        """Under it."""
        return self.tr("From the paper, not from memory: this proves that the sheet can be read. Space goes on.")

    @property
    def coming(self) -> str:
        """Still to come."""
        return self.tr("proves that it can be read")

    def notes(self) -> tuple[Note, ...]:
        """Beside them."""
        return (
            Note("keyboard", self.tr("Capitals do not matter. The first four letters of a word are enough.")),
            Note("qrcode", self.tr("A scanner at the sheet's code types all 24 words at once, from the first field.")),
            Note("arrow-left", self.tr("Back shows the same words again. New words come only when you ask for them.")),
        )

    def clear(self) -> None:
        """The words are others: nothing typed counts."""
        for place in range(1, WORDS + 1):
            self.put(f"word_{place}", "")

    def take_words(self, first: int, text: str) -> int:
        """Spread words that came at once from place `first` on; returns the place after the last."""
        found = text.split()[: WORDS + 1 - first]
        for place, word in enumerate(found, start=first):
            self.put(f"word_{place}", word)
        return first + len(found)

    def is_right(self, place: int) -> bool:
        """Whether the word at a place is the sheet's."""
        typed, word = self.value(f"word_{place}").lower(), self._sheet.sheet.words[place - 1]
        return typed == word or (len(typed) >= LETTERS_ENOUGH and word.startswith(typed))

    def word_fault(self, place: int) -> str:
        """What is wrong with one word; never what it should be."""
        typed = self.value(f"word_{place}")
        if not typed:
            return self.tr("Word {place} is missing. Type it from the sheet.").format(place=place)
        if not self.is_right(place):
            return self.tr("Word {place}, “{typed}”, is not the sheet's word {place}. Look at it again.").format(
                place=place, typed=typed)
        return ""

    def right(self) -> int:
        """How many words are right."""
        return sum(self.is_right(place) for place in range(1, WORDS + 1))

    def wrong(self) -> Wrong | None:
        """Every word is the sheet's, and together they are its key."""
        for place in range(1, WORDS + 1):
            fault = self.word_fault(place)
            if fault:
                return Wrong(f"word_{place}", fault)
        try:
            whole = self._tools.read_words(" ".join(self.value(f"word_{place}") for place in range(1, WORDS + 1)))
        except CityTillError as error:
            return Wrong("word_1", error.sentence())
        if whole != self._sheet.sheet.words:
            return Wrong("word_1", self.tr("These are the words of another sheet. Type those of sheet {sheet}.").format(
                sheet=self._sheet.sheet.sheet))  # fmt: skip
        return None

    def said(self) -> str:
        """Done."""
        return self.tr("all 24 words right")

    def glance(self) -> tuple[tuple[str, str], ...]:
        """The sheet's own line says it."""
        return ()
