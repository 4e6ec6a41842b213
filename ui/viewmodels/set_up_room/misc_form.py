"""The forms of a misc type: all of it, or whether it is in use; each writes the whole table from a date (J6, P17)."""

from dataclasses import replace

from PySide6.QtCore import QObject

from app.domain.misc import ALL_TENDERS, MiscType, types_value
from app.domain.misc_rules import PARTS_LIMIT, ledger_words, misc_fault, type_fault, typed_ledger
from app.domain.money import Money
from app.domain.tender import TenderKind
from app.settings.misc_types import types_of
from app.settings.policy import MISC_TYPES
from app.usecases.change_setting import SettingRequest
from ui.viewmodels.counter import Counter
from ui.viewmodels.session import Session
from ui.viewmodels.set_up.step import Ask, AskKind, Wrong
from ui.viewmodels.set_up_room import words
from ui.viewmodels.set_up_room.dated import SettingsRead
from ui.viewmodels.set_up_room.form import FROM, RESTS_ON, Form, Tick, TickGroup

CODE, NAME, PRICE, LEDGER, GROUP, REFERENCE = (
    "misc_code", "misc_name", "misc_price", "misc_ledger", "misc_group", "misc_reference",
)  # fmt: skip
TENDER = "misc_tender_"


class MiscSwitchForm(Form):
    """A type is switched off or on, from a date on."""

    icon = "power"

    def __init__(
        self, counter: Counter, session: Session, told: SettingsRead, kind: MiscType | None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(counter, parent)
        self._session = session
        self._told = told
        self._kind = kind
        self.begin_with({FROM: told.today})

    @property
    def title(self) -> str:
        """What happens to it."""
        kind = self._kind
        if kind is None:
            return ""
        return (self.tr("Switch off: {name}") if kind.active else self.tr("Switch on: {name}")).format(name=kind.name)

    @property
    def second(self) -> str:
        """What it means."""
        if self._kind is not None and self._kind.active:
            return self.tr("It is offered no more from that date. Receipts that have it stay as they are.")
        return self.tr("It is offered from that date on.")

    @property
    def verb(self) -> str:
        """On the button."""
        return self.tr("Switch off") if self._kind is not None and self._kind.active else self.tr("Switch on")

    def asks(self) -> tuple[Ask, ...]:
        """Date and ordinance."""
        return self.dated_asks()

    def wrong(self) -> Wrong | None:
        """Date and ordinance."""
        return self.dated_wrong(self._told.today)

    def do(self) -> None:
        """Write the table that counts on that date, with this type changed."""
        kind = self.typed_type()
        by = self._session.sitting.user.user if self._session.sitting else ""
        request = SettingRequest(by, MISC_TYPES, types_value(self.table()), self.since, self.value(RESTS_ON))
        state = self.tr("in use") if kind.active else self.tr("switched off")
        said = self.tr("{name}: {state} from {day}").format(name=kind.name, state=state, day=words.day(self.since))
        self.deed(lambda deeds: deeds.change_setting(request), said=said, field=self.field)

    @property
    def field(self) -> str:
        """Where a refusal stands."""
        return FROM

    def typed_type(self) -> MiscType:
        """The type as it will be."""
        kind = self._kind
        if kind is None:
            raise ValueError("nothing is switched")
        return replace(kind, active=not kind.active)

    def table(self) -> tuple[MiscType, ...]:
        """The table of the date, with this type in its place or behind it."""
        there = types_of(self._told.value_on(MISC_TYPES, self.since, None))
        kind = self.typed_type()
        if self._kind is None or all(one.code != kind.code for one in there):
            return (*there, kind)
        return tuple(kind if one.code == kind.code else one for one in there)


class MiscForm(MiscSwitchForm):
    """A new type, or another price, ledger account, group, reference or tender of one."""

    icon = "receipt-2"

    def __init__(
        self, counter: Counter, session: Session, told: SettingsRead, kind: MiscType | None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(counter, session, told, kind, parent)
        first = {FROM: told.today}
        if kind is not None:
            first |= {NAME: kind.name, LEDGER: ledger_words(kind.ledger), GROUP: kind.group, REFERENCE: kind.reference}
            first |= {PRICE: str(Money(kind.price))} if kind.price else {}
        ticked = ALL_TENDERS if kind is None else kind.tenders
        self.begin_with(first, frozenset(TENDER + tender for tender in ticked))

    @property
    def title(self) -> str:
        """Which type."""
        return self.tr("Add a misc receipt") if self._kind is None else f"{self._kind.code}  {self._kind.name}"

    @property
    def second(self) -> str:
        """What to know."""
        return self.tr("What was taken before that date stays as it was taken.")

    @property
    def verb(self) -> str:
        """On the button."""
        return self.tr("Add") if self._kind is None else self.tr("Save")

    def asks(self) -> tuple[Ask, ...]:
        """Code, name, price, ledger accounts, group, reference; then date and ordinance."""
        code = Ask(CODE, self.tr("Code"), self.tr("capital letters, digits, dashes; it never changes"), half=True)
        return (
            *((code,) if self._kind is None else ()),
            Ask(NAME, self.tr("Name"), self.tr("as it stands on receipts"), half=self._kind is None),
            Ask(PRICE, self.tr("Fixed price"), self.tr("empty: entered at the till"), kind=AskKind.AMOUNT, half=True),
            Ask(GROUP, self.tr("Group"), self.tr("stands on one receipt with this group only"), half=True),
            Ask(LEDGER, self.tr("Ledger accounts"), self.tr("amounts first, then percents; at most {n}").format(
                n=PARTS_LIMIT), example=self.tr("10-4310 60%, 20-4100 40%")),
            Ask(REFERENCE, self.tr("Asks for"), self.tr("what the cashier must type; empty for nothing"),
                example=self.tr("Permit number")),
            *self.dated_asks(),
        )  # fmt: skip

    def tick_groups(self) -> tuple[TickGroup, ...]:
        """The tenders that it takes."""
        ticks = tuple(Tick(TENDER + kind.value, words.tr(kind.word)) for kind in TenderKind)
        return (TickGroup(self.tr("May be paid by"), ticks),)

    def wrong(self) -> Wrong | None:
        """Each field's own rule, then date and ordinance, then the table as it would be."""
        if self._kind is None and not self.value(CODE):
            return Wrong(CODE, self.tr("Type a code, like COPIES."))
        if not self.value(NAME):
            return Wrong(NAME, self.tr("Type the name that stands on receipts."))
        price = self.amount_wrong(PRICE, words=self.tr("Fixed price"), least_cents=1) if self.value(PRICE) else None
        if price is not None:
            return price
        ledger = typed_ledger(self.value(LEDGER))
        if isinstance(ledger, str):
            return Wrong(LEDGER, ledger)
        if not any(self.is_ticked(TENDER + tender) for tender in ALL_TENDERS):
            return Wrong("", self.tr("Tick at least one tender that it may be paid by."))
        fault = type_fault(self.typed_type())
        if fault:
            return Wrong(_field_of(fault), fault[0].upper() + fault[1:])
        dated = self.dated_wrong(self._told.today)
        if dated is not None:
            return dated
        fault = misc_fault(types_value(self.table()))
        return Wrong(self.field, fault[0].upper() + fault[1:]) if fault else None

    @property
    def field(self) -> str:
        """Where a refusal stands."""
        return CODE if self._kind is None else NAME

    def typed_type(self) -> MiscType:
        """The type as it was typed; ask `wrong` first."""
        ledger = typed_ledger(self.value(LEDGER))
        return MiscType(
            code=self.value(CODE).upper() if self._kind is None else self._kind.code,
            name=self.value(NAME),
            ledger=() if isinstance(ledger, str) else ledger,
            price=self.cents(PRICE) if self.value(PRICE) else 0,
            group=self.value(GROUP),
            reference=self.value(REFERENCE),
            tenders=tuple(tender for tender in ALL_TENDERS if self.is_ticked(TENDER + tender)),
            active=self._kind is None or self._kind.active,
        )


def _field_of(fault: str) -> str:
    """Where a type's fault stands: its second word names the field, and all others are of the ledger accounts."""
    fields = {"code": CODE, "name": NAME, "group": GROUP, "reference": REFERENCE, "price": PRICE}
    return fields.get(fault.split(" ")[1], LEDGER)
