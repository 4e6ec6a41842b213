"""Fees and limits, and the station: what is in force today, what comes, and what was (P17)."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from app.domain.money import AmountUnreadableError, Money
from app.domain.setting_record import SettingNow
from app.settings.policy import LATER_NAMES, NAMES
from app.settings.setting_rules import SettingWrongError, check_setting
from app.settings.setting_words import FIXED, SETTING_WORDS, Group, Typed, words_of
from app.usecases.change_setting import SettingRequest
from ui.look.cells import Cell
from ui.viewmodels.counter import Counter
from ui.viewmodels.session import Session
from ui.viewmodels.set_up.step import Ask, AskKind, Wrong
from ui.viewmodels.set_up_room import words
from ui.viewmodels.set_up_room.dated import DatedPage
from ui.viewmodels.set_up_room.form import FROM, RESTS_ON, Form
from ui.viewmodels.set_up_room.page import OPEN, Asked, Chosen, Column, PageDeed

VALUE = "value"


class SettingForm(Form):
    """One value, from a date on, resting on something."""

    def __init__(
        self, counter: Counter, session: Session, name: str, now: SettingNow, parent: QObject | None = None
    ) -> None:
        super().__init__(counter, parent)
        self._session = session
        self._name = name
        self._words = words_of(name)
        today = session.sitting.business_date if session.sitting else ""
        text = words.first_value(name) if now.now is None else str(now.now.value)
        if now.now is not None and self._words.typed is Typed.AMOUNT:
            text = str(Money(now.now.value))
        self.begin_with({VALUE: text, FROM: today})
        self._today = today

    @property
    def title(self) -> str:
        """The setting."""
        return self.tr(self._words.label)

    @property
    def second(self) -> str:
        """What it does."""
        return self.tr(self._words.help)

    def asks(self) -> tuple[Ask, ...]:
        """Value, date, ordinance."""
        hints = {Typed.AMOUNT: self.tr("dollars and cents"), Typed.TIME: self.tr("a time like 04:00")}
        if self._words.typed is Typed.CHOICE:
            choices = words.choices(self._name)
            return (Ask(VALUE, self.tr("New value"), kind=AskKind.CHOICE, choices=choices), *self.dated_asks())
        kind = AskKind.AMOUNT if self._words.typed is Typed.AMOUNT else AskKind.TEXT
        hint = hints.get(self._words.typed, self.tr(self._words.unit))
        return (Ask(VALUE, self.tr("New value"), hint, kind=kind), *self.dated_asks())

    def wrong(self) -> Wrong | None:
        """The value's own rule first, then date and ordinance."""
        try:
            value = self._value()
        except AmountUnreadableError as error:
            return Wrong(VALUE, error.sentence())
        if value is None:
            return Wrong(VALUE, self.tr("Type a whole number, like 15."))
        dated = self.dated_wrong(self._today)
        try:
            check_setting(self._name, value, effective_from="2000-01-01", ordinance="looked at on its own")
        except SettingWrongError as error:
            return Wrong(VALUE, error.sentence())
        return dated

    def do(self) -> None:
        """Write it."""
        request = SettingRequest(
            self._session.sitting.user.user if self._session.sitting else "", self._name, self._value(), self.since,
            self.value(RESTS_ON),
        )  # fmt: skip
        said = self.tr("{setting}: {value} from {day}").format(
            setting=self.title, value=words.value_words(self._name, self._value()), day=words.day(self.since)
        )
        self.deed(lambda deeds: deeds.change_setting(request), said=said, field=VALUE)

    def _value(self) -> int | str | None:
        text = self.value(VALUE)
        if self._words.typed is Typed.AMOUNT:
            return Money.parse(text).cents
        if self._words.typed is Typed.WHOLE:
            return int(text) if text.isascii() and text.isdigit() else None
        return text


class SettingsPage(DatedPage):
    """The settings of some groups, one a row."""

    def __init__(
        self, counter: Counter, session: Session, groups: Sequence[Group], *, key: str, icon: str,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(counter, session, parent)
        self.key, self.icon = key, icon
        self._names = [name for group in groups for name in (*NAMES, *LATER_NAMES)
                       if SETTING_WORDS[name].group is group]  # fmt: skip
        self._is_texts = any(SETTING_WORDS[name].typed is Typed.TEXT for name in self._names)

    @property
    def name(self) -> str:
        """In the list."""
        return self.tr("Station and receipt") if self._is_texts else self.tr("Fees and limits")

    @property
    def second(self) -> str:
        """Under it."""
        if self._is_texts:
            return self.tr("city, receipt lines, sign-in")
        return self.tr("amounts and their ordinances")

    @property
    def lead(self) -> str:
        """Under the head."""
        return self.tr("A new value counts from a date, today or later. What was stays written, with who and when.")

    def columns(self) -> tuple[Column, ...]:
        """Setting, value, since, what comes."""
        kind = "text" if self._is_texts else "amount"
        value = Column(self.tr("In force"), kind, 230 if self._is_texts else 0, self._is_texts, 500)
        return (
            Column(self.tr("Setting"), width=200, stretch=True), value,
            Column(self.tr("Since"), width=118), Column("", "badge"),
        )  # fmt: skip

    def rows(self) -> Sequence[Sequence[Cell]]:
        """One a setting."""
        return [self._cells(name) for name in self._names] if self.told else []

    def deeds(self, row: int) -> tuple[PageDeed, ...]:
        """Change the one in hand."""
        if not self.may_change or not 0 <= row < len(self._names):
            return ()
        fixed = self.tr("Settled when this station was founded.") if self._names[row] in FIXED else ""
        return (PageDeed(OPEN, self.tr("Change"), "Enter", "edit", "primary", fixed),)

    def chosen(self, row: int) -> Chosen | None:
        """The setting in hand."""
        if not 0 <= row < len(self._names):
            return None
        told = words_of(self._names[row])
        return self.chosen_setting(self._names[row], self.tr(told.label), self.tr(told.help))

    def ask(self, deed: str, row: int) -> Asked:
        """The form of a new value."""
        if self.told is None or not 0 <= row < len(self._names) or not self.may_change:
            return None
        name = self._names[row]
        if name in FIXED:
            self.refused.emit(self.tr("{setting} was settled when this station was founded and never changes.").format(
                setting=self.tr(words_of(name).label)))  # fmt: skip
            return None
        return SettingForm(self.counter, self.session, name, self.told.on(name), self)

    def _cells(self, name: str) -> list[Cell]:
        told = self.told.on(name) if self.told else None
        label = self.tr(words_of(name).label)
        if told is None:
            return [Cell(label), Cell(""), Cell(""), Cell("")]
        now = told.now
        badge = Cell()
        if name in FIXED:
            badge = Cell(self.tr("Fixed"), "neutral", "lock")
        elif told.coming:
            one = told.coming[0]
            coming = words.value_words(name, one.value) if not self._is_texts else self.tr("another")
            badge = Cell(f"{coming}, {words.day(one.effective_from)}", "accent", "calendar-event")
        if now is None:
            return [
                Cell(label), Cell(words.value_words(name, words.first_value(name))),
                Cell(self.tr("as it begins"), "ink2"), badge,
            ]  # fmt: skip
        return [
            Cell(label, second=now.ordinance), Cell(words.value_words(name, now.value)),
            Cell(words.day(now.effective_from), "ink2"), badge,
        ]  # fmt: skip
