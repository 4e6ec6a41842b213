"""The approval table: which deed needs a second person, from which amount, in which role (R24, R25)."""

from collections.abc import Sequence
from functools import partial
from typing import Any, NamedTuple

from PySide6.QtCore import QObject

from app.domain.money import Money
from app.domain.user import Deed, Role
from app.settings.setting_words import words_of
from app.usecases.change_setting import SettingRequest
from ui.look.cells import Cell
from ui.viewmodels.counter import Counter
from ui.viewmodels.deeds import Deeds
from ui.viewmodels.session import Session
from ui.viewmodels.set_up.step import Ask, AskKind, Wrong
from ui.viewmodels.set_up_room import words
from ui.viewmodels.set_up_room.dated import DatedPage, SettingsRead
from ui.viewmodels.set_up_room.form import FROM, RESTS_ON, Form
from ui.viewmodels.set_up_room.page import ADD, OPEN, Asked, Chosen, Column, PageDeed

TABLE = "approvals"
REMOVE = "remove"
DEED, OVER, ROLE = "deed", "over", "role"
APPROVED = (
    Deed.VOID_RECEIPT, Deed.OVERRIDE_CASH_ONLY, Deed.OVER_LIMIT, Deed.NO_SALE, Deed.TURN_IN, Deed.BALANCE_BATCH,
    Deed.UNDO_DEPOSIT, Deed.OVERRIDE_CHECK,
)  # fmt: skip
APPROVERS = (Role.LEAD, Role.SUPERVISOR)
Rule = dict[str, Any]


class RuleShown(NamedTuple):
    """A rule and when it counts: `until` the next table drops it, `since` the next table brings it."""

    rule: Rule
    until: str = ""
    since: str = ""


class RuleForm(Form):
    """One rule of the table, from a date on; `before` is the one it takes the place of."""

    icon = "shield-check"

    def __init__(
        self, counter: Counter, session: Session, told: SettingsRead, before: Rule | None, *, is_removal: bool = False,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(counter, parent)
        self._session = session
        self._told = told
        self._before = before
        self._is_removal = is_removal
        first = {FROM: told.today}
        if before is not None:
            first |= {DEED: before["deed"], OVER: str(Money(before["over_cents"])), ROLE: before["role"]}
        self.begin_with(first)

    @property
    def title(self) -> str:
        """What happens to the table."""
        if self._is_removal:
            return self.tr("Take this rule out")
        return self.tr("Change a rule") if self._before is not None else self.tr("Add a rule")

    @property
    def second(self) -> str:
        """What it means."""
        if self._is_removal and self._before is not None:
            rule = words.rule_words(self._before)
            return self.tr("From that date on nobody is asked for this: {rule}.").format(rule=rule)
        return self.tr("From this amount on the deed needs a second person. Whoever took the money never approves it.")

    @property
    def verb(self) -> str:
        """On the button."""
        return self.tr("Take it out") if self._is_removal else self.tr("Save")

    def asks(self) -> tuple[Ask, ...]:
        """Deed, amount, role; then date and ordinance."""
        if self._is_removal:
            return self.dated_asks()
        deeds = tuple((deed.value, words.deed_words(deed.value)) for deed in APPROVED)
        roles = tuple((role.value, words.role_word(role.value)) for role in APPROVERS)
        return (
            Ask(DEED, self.tr("What needs a second person"), kind=AskKind.CHOICE, choices=deeds),
            Ask(OVER, self.tr("From this amount"), self.tr("0.00 is always"), kind=AskKind.AMOUNT, half=True),
            Ask(ROLE, self.tr("Who approves"), kind=AskKind.CHOICE, choices=roles, half=True),
            *self.dated_asks(),
        )

    def wrong(self) -> Wrong | None:
        """The rule, then date and ordinance."""
        if not self._is_removal:
            if not self.value(DEED):
                return Wrong(DEED, self.tr("Choose what needs a second person."))
            amount = self.amount_wrong(OVER, words=self.tr("From this amount"))
            if amount is not None:
                return amount
            if not self.value(ROLE):
                return Wrong(ROLE, self.tr("Choose who approves."))
        return self.dated_wrong(self._told.today)

    def do(self) -> None:
        """Write the table that counts on that date, with this rule in it or out of it."""
        by = self._session.sitting.user.user if self._session.sitting else ""
        request = SettingRequest(by, TABLE, self._table(), self.since, self.value(RESTS_ON))
        rule = self._before if self._is_removal and self._before is not None else self._rule()
        what = self.tr("taken out") if self._is_removal else self.tr("kept")
        told = self.tr("{rule}: {what}, from {day}")
        said = told.format(rule=words.rule_words(rule), what=what, day=words.day(self.since))
        self.deed(partial(_change, request=request), said=said, field=FROM if self._is_removal else DEED)

    def _rule(self) -> Rule:
        return {"deed": self.value(DEED), "over_cents": self.cents(OVER), "role": self.value(ROLE)}

    def _table(self) -> list[Rule]:
        there = list(self._told.value_on(TABLE, self.since, []))
        places = {_place(rule) for rule in (self._before,) if rule is not None}
        if not self._is_removal:
            places.add(_place(self._rule()))
        kept = [rule for rule in there if _place(rule) not in places]
        return sorted(kept if self._is_removal else [*kept, self._rule()], key=_order)


class ApprovalsPage(DatedPage):
    """The table of today, and what another table changes later."""

    key = "approvals"
    icon = "shield-check"

    @property
    def name(self) -> str:
        """In the list."""
        return self.tr("Approvals")

    @property
    def second(self) -> str:
        """Under it."""
        return self.tr("who is the second person")

    @property
    def lead(self) -> str:
        """Under the head."""
        return self.tr("The highest amount that is reached names the role. Whoever took the money never approves it.")

    def columns(self) -> tuple[Column, ...]:
        """Deed, amount, role, when."""
        return (
            Column(self.tr("Deed"), stretch=True), Column(self.tr("From"), "amount", weight=500),
            Column(self.tr("Who approves"), width=130), Column("", "badge"),
        )  # fmt: skip

    def shown(self) -> list[RuleShown]:
        """Today's rules, and those that a coming table brings."""
        if self.told is None:
            return []
        now = self.told.on(TABLE)
        today = sorted(now.now.value if now.now is not None else [], key=_order)
        if not now.coming:
            return [RuleShown(rule) for rule in today]
        after, since = sorted(now.coming[0].value, key=_order), now.coming[0].effective_from
        kept = [RuleShown(rule, until="" if rule in after else since) for rule in today]
        return kept + [RuleShown(rule, since=since) for rule in after if rule not in today]

    def rows(self) -> Sequence[Sequence[Cell]]:
        """One a rule."""
        return [
            [
                Cell(words.deed_words(one.rule["deed"])), Cell(str(Money(one.rule["over_cents"]))),
                Cell(words.role_word(one.rule["role"])), self._badge(one),
            ]
            for one in self.shown()
        ]  # fmt: skip

    def deeds(self, row: int) -> tuple[PageDeed, ...]:
        """Add, take out, change."""
        if not self.may_change:
            return ()
        none = "" if 0 <= row < len(self.shown()) else self.tr("Choose a rule first.")
        return (
            PageDeed(ADD, self.tr("Add"), "A", "plus"),
            PageDeed(REMOVE, self.tr("Take out"), "Del", "trash", why_not=none),
            PageDeed(OPEN, self.tr("Change"), "Enter", "edit", "primary", none),
        )  # fmt: skip

    def chosen(self, row: int) -> Chosen | None:
        """The table as a whole; its rows speak for themselves."""
        told = words_of(TABLE)
        return self.chosen_setting(TABLE, self.tr(told.label), self.tr(told.help))

    def ask(self, deed: str, row: int) -> Asked:
        """The form of a rule."""
        shown = self.shown()
        if self.told is None or not self.may_change or (deed != ADD and not 0 <= row < len(shown)):
            return None
        before = None if deed == ADD else shown[row].rule
        return RuleForm(self.counter, self.session, self.told, before, is_removal=deed == REMOVE, parent=self)

    def _badge(self, one: RuleShown) -> Cell:
        if one.until:
            return Cell(self.tr("until {day}").format(day=words.day(one.until)), "attention", "calendar-due")
        if one.since:
            return Cell(self.tr("from {day}").format(day=words.day(one.since)), "accent", "calendar-event")
        return Cell(self.tr("In force"), "neutral", "check")


def _change(deeds: Deeds, *, request: SettingRequest) -> object:
    return deeds.change_setting(request)


def _place(rule: Rule) -> tuple[str, int]:
    """Two rules in one place would contradict each other."""
    return rule["deed"], rule["over_cents"]


def _order(rule: Rule) -> tuple[str, int]:
    deeds = [deed.value for deed in APPROVED]
    at = deeds.index(rule["deed"]) if rule["deed"] in deeds else len(deeds)
    return f"{at:02d}", rule["over_cents"]
