"""Misc receipts in Set-up: each type with its price, ledger accounts, group, reference and tenders (B8, T3, J6)."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QObject

from app.domain.misc import MiscType
from app.domain.misc_rules import ledger_words
from app.domain.money import Money
from app.domain.setting_record import SettingRecord
from app.domain.tender import TenderKind
from app.settings.misc_types import types_of
from app.settings.policy import MISC_TYPES
from app.settings.setting_words import words_of
from ui.look.cells import Cell
from ui.viewmodels.counter import Counter
from ui.viewmodels.session import Session
from ui.viewmodels.set_up_room import words
from ui.viewmodels.set_up_room.dated import DatedPage, SettingsRead
from ui.viewmodels.set_up_room.misc_form import MiscForm, MiscSwitchForm
from ui.viewmodels.set_up_room.page import ADD, OPEN, Asked, Chosen, Column, Fact, PageDeed, Past

SWITCH = "switch"


class TypeShown(NamedTuple):
    """A type today; `later` is the date from which it is otherwise."""

    kind: MiscType
    later: str = ""


class MiscPage(DatedPage):
    """One type a row."""

    key = "misc"
    icon = "receipt-2"

    def __init__(self, counter: Counter, session: Session, parent: QObject | None = None) -> None:
        super().__init__(counter, session, parent)
        self._shown: tuple[TypeShown, ...] = ()

    @property
    def name(self) -> str:
        """In the list."""
        return self.tr("Misc receipts")

    @property
    def second(self) -> str:
        """Under it."""
        return self.tr("prices and ledger accounts")

    @property
    def lead(self) -> str:
        """Under the head."""
        return self.tr("What is taken with F3 beside utility bills. A type is switched off, never deleted.")

    def columns(self) -> tuple[Column, ...]:
        """Type, price, ledger accounts, whether in use."""
        return (
            Column(self.tr("Type"), width=220, stretch=True, weight=500), Column(self.tr("Price"), "amount"),
            Column(self.tr("Ledger accounts"), width=210), Column("", "badge"),
        )  # fmt: skip

    def rows(self) -> Sequence[Sequence[Cell]]:
        """One a type; what it asks for stands under its name."""
        return [
            [
                Cell(f"{one.kind.code}  {one.kind.name}", "" if one.kind.active else "ink3", second=_asked(one.kind)),
                Cell(_price(one.kind)), Cell(ledger_words(one.kind.ledger), "ink2"), self._badge(one),
            ]
            for one in self._shown
        ]  # fmt: skip

    def deeds(self, row: int) -> tuple[PageDeed, ...]:
        """Add one; switch and change the one in hand."""
        if not self.may_change or self.told is None:
            return ()
        add = PageDeed(ADD, self.tr("Add a type"), "A", "plus")
        if not 0 <= row < len(self._shown):
            return (add,)
        one = self._shown[row]
        coming = self.tr("It changes on {day} already.").format(day=words.day(one.later)) if one.later else ""
        verb = self.tr("Switch off") if one.kind.active else self.tr("Switch on")
        return (
            add, PageDeed(SWITCH, verb, "O", "power", why_not=coming),
            PageDeed(OPEN, self.tr("Change"), "Enter", "edit", "primary", coming),
        )  # fmt: skip

    def chosen(self, row: int) -> Chosen | None:
        """The type in hand: all its fields, what comes and what was."""
        if self.told is None or not 0 <= row < len(self._shown):
            return None
        kind, now = self._shown[row].kind, self.told.on(MISC_TYPES)
        tenders = ", ".join(words.tr(TenderKind(tender).word).lower() for tender in kind.tenders)
        facts = [
            Fact(self.tr("Price"), _price(kind)), Fact(self.tr("Ledger accounts"), ledger_words(kind.ledger)),
            Fact(self.tr("Asks for"), kind.reference or self.tr("nothing")), Fact(self.tr("Paid by"), tenders),
            Fact(self.tr("Stands with"), kind.group or self.tr("utility accounts and others")),
        ]  # fmt: skip
        if now.now is not None:
            facts += [
                Fact(self.tr("Rests on"), now.now.ordinance), Fact(self.tr("Written"), self.told.written(now.now)),
            ]  # fmt: skip
        return Chosen(
            title=f"{kind.code}  {kind.name}", help=self.tr(words_of(MISC_TYPES).help), facts=tuple(facts),
            coming=self._history(kind.code, now.coming), before=self._history(kind.code, now.before),
        )  # fmt: skip

    def ask(self, deed: str, row: int) -> Asked:
        """The form of a type, or of its switch."""
        if self.told is None or not self.may_change:
            return None
        refused = next((each.why_not for each in self.deeds(row) if each.key == deed), "")
        if refused:
            self.refused.emit(refused)
            return None
        if deed == ADD:
            return MiscForm(self.counter, self.session, self.told, None, self)
        if not 0 <= row < len(self._shown):
            return None
        form = MiscSwitchForm if deed == SWITCH else MiscForm
        return form(self.counter, self.session, self.told, self._shown[row].kind, self)

    def _read(self, told: SettingsRead) -> None:
        self._shown = shown_types(told)
        super()._read(told)

    def _history(self, code: str, records: Sequence[SettingRecord]) -> tuple[Past, ...]:
        found = []
        for record in records:
            kind = next((each for each in types_of(record.value) if each.code == code), None)
            if kind is not None and self.told is not None:
                off = "" if kind.active else self.tr(", off")
                said = self.tr("{price}, {ledger}{off} from {day}").format(
                    price=_price(kind), ledger=ledger_words(kind.ledger), off=off, day=words.day(record.effective_from)
                )
                found.append(Past(said, f"{record.ordinance} · {self.told.written(record)}"))
        return tuple(found)

    def _badge(self, one: TypeShown) -> Cell:
        if one.later:
            return Cell(self.tr("changes {day}").format(day=words.day(one.later)), "accent", "calendar-event")
        return Cell(self.tr("In use"), "neutral", "check") if one.kind.active else Cell(self.tr("Off"), "line")


def shown_types(told: SettingsRead) -> tuple[TypeShown, ...]:
    """Today's table, then types that only come."""
    today = types_of(told.value_on(MISC_TYPES, told.today, None))
    coming = told.on(MISC_TYPES).coming
    if not coming:
        return tuple(map(TypeShown, today))
    since = coming[0].effective_from
    after = {each.code: each for each in types_of(coming[0].value)}
    shown = [TypeShown(each, "" if after.get(each.code) == each else since) for each in today]
    codes = {each.code for each in today}
    return (*shown, *(TypeShown(each, since) for code, each in after.items() if code not in codes))


def _price(kind: MiscType) -> str:
    return str(Money(kind.price)) if kind.price else words.tr("entered")


def _asked(kind: MiscType) -> str:
    return ", ".join(word for word in (kind.reference, kind.group) if word)
