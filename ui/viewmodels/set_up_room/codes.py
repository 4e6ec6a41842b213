"""Code tables: reasons, tenders and lanes; a code is switched off and on, never deleted (J6)."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QObject

from app.domain.setting_codes import (
    CLOSED_TABLES,
    CODE_LIMIT,
    Code,
    CodeTable,
    codes_fault,
    codes_value,
    first_codes,
    read_codes,
)
from app.settings.setting_words import words_of
from app.usecases.change_setting import SettingRequest
from ui.look.cells import Cell
from ui.viewmodels.counter import Counter
from ui.viewmodels.session import Session
from ui.viewmodels.set_up.step import Ask, Wrong
from ui.viewmodels.set_up_room import words
from ui.viewmodels.set_up_room.dated import DatedPage, SettingsRead
from ui.viewmodels.set_up_room.form import FROM, RESTS_ON, Form
from ui.viewmodels.set_up_room.page import ADD, OPEN, Asked, Chosen, Column, PageDeed

CODE = "code"


class CodeShown(NamedTuple):
    """A code of a table today; `later` is the date from which it is otherwise."""

    table: CodeTable
    code: Code
    later: str = ""


class CodeForm(Form):
    """A new code, or one that is switched off or on, from a date on."""

    icon = "list-details"

    def __init__(
        self, counter: Counter, session: Session, told: SettingsRead, table: CodeTable, code: Code | None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(counter, parent)
        self._session = session
        self._told = told
        self._table = table
        self._code = code
        self.begin_with({FROM: told.today})

    @property
    def title(self) -> str:
        """What happens to the code."""
        if self._code is None:
            return self.tr("Add to {table}").format(table=_label(self._table).lower())
        how = self.tr("Switch off: {code}") if self._code.active else self.tr("Switch on: {code}")
        return how.format(code=words.code_words(self._code.code))

    @property
    def second(self) -> str:
        """What it means."""
        if self._code is not None and self._code.active:
            return self.tr("It is offered no more from that date. Where it was used it stays readable.")
        return self.tr("It is offered from that date on.")

    @property
    def verb(self) -> str:
        """On the button."""
        if self._code is None:
            return self.tr("Add")
        return self.tr("Switch off") if self._code.active else self.tr("Switch on")

    def asks(self) -> tuple[Ask, ...]:
        """The new code's words, date, ordinance."""
        new = Ask(CODE, self.tr("Words"), self.tr("at most {n} letters; they are never deleted").format(n=CODE_LIMIT))
        return (*((new,) if self._code is None else ()), *self.dated_asks())

    def wrong(self) -> Wrong | None:
        """Date and ordinance, then the table as it would be."""
        if self._code is None and not self.value(CODE):
            return Wrong(CODE, self.tr("Type the words that people pick."))
        dated = self.dated_wrong(self._told.today)
        if dated is not None:
            return dated
        fault = codes_fault(self._table, codes_value(self._codes()))
        return Wrong(self._field, fault[0].upper() + fault[1:]) if fault else None

    def do(self) -> None:
        """Write the table that counts on that date, with this code changed."""
        by = self._session.sitting.user.user if self._session.sitting else ""
        request = SettingRequest(
            by, self._table.setting, codes_value(self._codes()), self.since, self.value(RESTS_ON)
        )
        code = self._code.code if self._code is not None else self.value(CODE)
        is_off = self._code is not None and self._code.active
        how = self.tr("switched off") if is_off else self.tr("in use")
        said = self.tr("{code}: {how} from {day}").format(
            code=words.code_words(code), how=how, day=words.day(self.since)
        )
        self.deed(lambda deeds: deeds.change_setting(request), said=said, field=self._field)

    @property
    def _field(self) -> str:
        return CODE if self._code is None else FROM

    def _codes(self) -> tuple[Code, ...]:
        there = codes_on(self._told, self._table, self.since)
        if self._code is None:
            return (*there, Code(self.value(CODE)))
        changed = Code(self._code.code, not self._code.active)
        return tuple(changed if one.code == changed.code else one for one in there)


class CodesPage(DatedPage):
    """Every table, one code a row."""

    key = "codes"
    icon = "list-details"

    @property
    def name(self) -> str:
        """In the list."""
        return self.tr("Reasons and codes")

    @property
    def second(self) -> str:
        """Under it."""
        return self.tr("reasons, tenders, lanes")

    @property
    def lead(self) -> str:
        """Under the head."""
        return self.tr("A code is switched off, never deleted: where it was used it stays readable.")

    def columns(self) -> tuple[Column, ...]:
        """Code, table, state."""
        return (
            Column(self.tr("Code"), stretch=True, weight=500), Column(self.tr("Table"), width=230),
            Column("", "badge"),
        )  # fmt: skip

    def shown(self) -> list[CodeShown]:
        """Every code of every table."""
        told = self.told
        if told is None:
            return []
        found = []
        for table in CodeTable:
            coming = told.on(table.setting).coming
            after = {one.code: one.active for one in read_codes(coming[0].value)} if coming else {}
            today = codes_on(told, table, told.today)
            for code in today:
                is_same = not coming or after.get(code.code) == code.active
                found.append(CodeShown(table, code, "" if is_same else coming[0].effective_from))
            names = {code.code for code in today}
            new = [Code(code, active=False) for code in after if code not in names]
            found += [CodeShown(table, code, coming[0].effective_from) for code in new]
        return found

    def rows(self) -> Sequence[Sequence[Cell]]:
        """One a code."""
        return [
            [
                Cell(words.code_words(one.code.code), "" if one.code.active else "ink3"),
                Cell(_label(one.table), "ink2"), self._badge(one),
            ]
            for one in self.shown()
        ]  # fmt: skip

    def deeds(self, row: int) -> tuple[PageDeed, ...]:
        """Add to the table in hand, switch its code."""
        shown = self.shown()
        if not self.may_change or not 0 <= row < len(shown):
            return ()
        one = shown[row]
        closed = self.tr("Only the codes that are there can be switched.") if one.table in CLOSED_TABLES else ""
        coming = self.tr("It changes on {day} already.").format(day=words.day(one.later)) if one.later else ""
        verb = self.tr("Switch off") if one.code.active else self.tr("Switch on")
        return (
            PageDeed(ADD, self.tr("Add to this table"), "A", "plus", why_not=closed),
            PageDeed(OPEN, verb, "Enter", "power", "primary", coming),
        )

    def chosen(self, row: int) -> Chosen | None:
        """The table of the code in hand."""
        shown = self.shown()
        if not 0 <= row < len(shown):
            return None
        name = shown[row].table.setting
        return self.chosen_setting(name, _label(shown[row].table), self.tr(words_of(name).help))

    def ask(self, deed: str, row: int) -> Asked:
        """The form of a code."""
        shown = self.shown()
        if self.told is None or not self.may_change or not 0 <= row < len(shown):
            return None
        one = shown[row]
        refused = next((each.why_not for each in self.deeds(row) if each.key == deed), "")
        if refused:
            self.refused.emit(refused)
            return None
        code = None if deed == ADD else one.code
        return CodeForm(self.counter, self.session, self.told, one.table, code, self)

    def _badge(self, one: CodeShown) -> Cell:
        if one.later:
            how = self.tr("off from {day}") if one.code.active else self.tr("in use from {day}")
            return Cell(how.format(day=words.day(one.later)), "accent", "calendar-event")
        return Cell(self.tr("In use"), "neutral", "check") if one.code.active else Cell(self.tr("Off"), "line")


def codes_on(told: SettingsRead, table: CodeTable, day: str) -> tuple[Code, ...]:
    """The table on a day."""
    value = told.value_on(table.setting, day, None)
    return first_codes(table) if value is None else read_codes(value)


def _label(table: CodeTable) -> str:
    return words.tr(words_of(table.setting).label)
