"""Policy notes on screens: a quiet line that counts from a date (O1)."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from app.settings.policy import note_of
from app.settings.setting_rules import NOTE_LIMIT
from app.settings.setting_words import words_of
from app.usecases.change_setting import SettingRequest
from ui.look.cells import Cell
from ui.viewmodels.counter import Counter
from ui.viewmodels.session import Session
from ui.viewmodels.set_up.step import Ask, Wrong
from ui.viewmodels.set_up_room import words
from ui.viewmodels.set_up_room.dated import DatedPage, SettingsRead
from ui.viewmodels.set_up_room.form import FROM, RESTS_ON, Form
from ui.viewmodels.set_up_room.page import OPEN, Asked, Chosen, Column, PageDeed

NOTE = "note"


class NoteForm(Form):
    """The note of one screen; empty takes it away."""

    icon = "note"

    def __init__(
        self, counter: Counter, session: Session, told: SettingsRead, name: str, parent: QObject | None = None
    ) -> None:
        super().__init__(counter, parent)
        self._session = session
        self._told = told
        self._name = name
        self.begin_with({NOTE: told.value_on(name, told.today, ""), FROM: told.today})

    @property
    def title(self) -> str:
        """The screen."""
        return self.tr(words_of(self._name).label)

    @property
    def second(self) -> str:
        """What it does."""
        return self.tr(words_of(self._name).help)

    def asks(self) -> tuple[Ask, ...]:
        """The note, date, ordinance."""
        hint = self.tr("one or two sentences, at most {n} letters; empty takes it away").format(n=NOTE_LIMIT)
        return (Ask(NOTE, self.tr("Note"), hint), *self.dated_asks())

    def wrong(self) -> Wrong | None:
        """Its length, then date and ordinance."""
        if len(self.value(NOTE)) > NOTE_LIMIT:
            return Wrong(NOTE, self.tr("A note has at most {n} letters.").format(n=NOTE_LIMIT))
        return self.dated_wrong(self._told.today)

    def do(self) -> None:
        """Write it."""
        by = self._session.sitting.user.user if self._session.sitting else ""
        request = SettingRequest(by, self._name, self.value(NOTE), self.since, self.value(RESTS_ON))
        what = self.tr("written") if self.value(NOTE) else self.tr("taken away")
        said = self.tr("{note}: {what}, from {day}").format(note=self.title, what=what, day=words.day(self.since))
        self.deed(lambda deeds: deeds.change_setting(request), said=said, field=NOTE)


class NotesPage(DatedPage):
    """One row a screen."""

    key = "notes"
    icon = "note"

    def __init__(
        self, counter: Counter, session: Session, screens: Sequence[str], parent: QObject | None = None
    ) -> None:
        super().__init__(counter, session, parent)
        self._names = [note_of(screen) for screen in screens]

    @property
    def name(self) -> str:
        """In the list."""
        return self.tr("Notes on screens")

    @property
    def second(self) -> str:
        """Under it."""
        return self.tr("policy, where it is needed")

    @property
    def lead(self) -> str:
        """Under the head."""
        return self.tr("A note is a quiet line at the top of its screen, for everybody who works there.")

    @property
    def nothing(self) -> str:
        """No note."""
        return self.tr("none")

    def columns(self) -> tuple[Column, ...]:
        """Screen, note, since, what comes."""
        return (
            Column(self.tr("Screen"), width=160, weight=500), Column(self.tr("Note"), stretch=True),
            Column(self.tr("Since"), width=104), Column("", "badge"),
        )  # fmt: skip

    def rows(self) -> Sequence[Sequence[Cell]]:
        """One a screen."""
        return [self._cells(name) for name in self._names] if self.told else []

    def deeds(self, row: int) -> tuple[PageDeed, ...]:
        """Write the note in hand."""
        if not self.may_change or not 0 <= row < len(self._names):
            return ()
        return (PageDeed(OPEN, self.tr("Write"), "Enter", "edit", "primary"),)

    def chosen(self, row: int) -> Chosen | None:
        """The note in hand."""
        if not 0 <= row < len(self._names):
            return None
        told = words_of(self._names[row])
        return self.chosen_setting(self._names[row], self.tr(told.label), self.tr(told.help))

    def ask(self, deed: str, row: int) -> Asked:
        """The form of a note."""
        if self.told is None or not self.may_change or not 0 <= row < len(self._names):
            return None
        return NoteForm(self.counter, self.session, self.told, self._names[row], self)

    def _cells(self, name: str) -> list[Cell]:
        screen = self.tr(words_of(name).label.removeprefix("Note on "))
        told = self.told.on(name) if self.told else None
        now = told.now if told else None
        badge = Cell()
        if told is not None and told.coming:
            day = words.day(told.coming[0].effective_from)
            badge = Cell(self.tr("another, {day}").format(day=day), "accent", "calendar-event")
        if now is None or not now.value:
            return [Cell(screen), Cell(self.tr("none"), "ink3"), Cell(""), badge]
        return [Cell(screen), Cell(now.value, second=now.ordinance), Cell(words.day(now.effective_from), "ink2"), badge]
