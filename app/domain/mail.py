"""Mail, drop box and phone: batches without a drawer, their control list, and what was set aside (F1, F3, R13)."""

from collections.abc import Iterable
from typing import ClassVar

from app.domain.draft import DESK_LANES
from app.domain.facts.mail import MailListed, MailSetAside, MailTakenUp
from app.domain.money import Money
from app.domain.records import ReceiptRecord
from app.domain.tender import Tender
from app.errors import RuleBrokenError
from app.frozen import frozen

MAIL, NITE, BBP, PHON = "MAIL", "NITE", "BBP", "PHON"
LISTED_SOURCES = (MAIL, NITE, BBP)
"""What comes in envelopes: two people open it and list it first."""
SOURCES = DESK_LANES
"""Sources of batches without a drawer; each is also the lane of its unfinished work."""
SOURCE_WORDS = {MAIL: "Mail", NITE: "Drop box", BBP: "Bill-pay checks", PHON: "Phone"}
PROBLEMS = ("No stub", "Unsigned", "Amounts differ", "Post-dated", "Cash only", "Correspondence")
LIST_REASONS = ("Typed wrong", "Tape added wrong", "Item found", "Item is no payment")
ITEMS_LIMIT = 9_999


class OpenersError(RuleBrokenError):
    """Mail is opened by two people (R13)."""

    code: ClassVar[str] = "openers"

    def __init__(self) -> None:
        super().__init__("Two different people open it. Pick the second name.")


class ControlMissingError(RuleBrokenError):
    """Control count or total is missing, or no real one."""

    code: ClassVar[str] = "control_missing"

    def __init__(self) -> None:
        super().__init__("Key the control count and the control total of the tape first, both above zero.")


class SourceOpenError(RuleBrokenError):
    """One batch a source and cashier (DESIGN section 4)."""

    code: ClassVar[str] = "source_open"

    def __init__(self, *, batch: str, source: str) -> None:
        super().__init__(f"Your batch {batch} for {SOURCE_WORDS[source]} is still open. Count that one first.")
        self.batch = batch


class NoListError(RuleBrokenError):
    """The batch has no control list."""

    code: ClassVar[str] = "no_list"

    def __init__(self, batch: str) -> None:
        super().__init__(f"Batch {batch} has no control list. Open a mail or drop box batch for listed items.")
        self.batch = batch


class ControlDiffersError(RuleBrokenError):
    """The list's total is not the batch's (R13)."""

    code: ClassVar[str] = "control_differs"

    def __init__(self, *, batch: str, items: int, cents: int) -> None:
        where = "left of the control total" if cents > 0 else "above the control total"
        money = f"{Money(abs(cents))} is {where}" if cents else "the totals agree"
        count = f"{abs(items)} items {'to key' if items > 0 else 'too many'}" if items else "the count agrees"
        super().__init__(
            f"Batch {batch}: {money}, {count}. Find the item, or correct the control list with its reason."
        )
        self.items = items
        self.cents = cents


class AsideUnknownError(RuleBrokenError):
    """No such item is set aside."""

    code: ClassVar[str] = "aside_unknown"

    def __init__(self, item: int) -> None:
        super().__init__(f"Item {item} is not set aside any more. Look at the list again.")
        self.item = item


class NothingToSetAsideError(RuleBrokenError):
    """An empty item, or one without an amount."""

    code: ClassVar[str] = "nothing_to_set_aside"

    def __init__(self) -> None:
        super().__init__("Key the amount of the check or envelope first, then set it aside.")


class NoChangeHereError(RuleBrokenError):
    """Nobody stands there to give change to (F1)."""

    code: ClassVar[str] = "no_change_here"

    def __init__(self, change: int) -> None:
        super().__init__(
            f"No change is given by mail: {Money(change)} is too much. Put all of it on the account, or set it aside."
        )
        self.change = change


@frozen
class AsideItem:
    """One problem item that lies aside: `problem` as a person reads it, `accounts` their keys."""

    item: int
    problem: str
    accounts: tuple[str, ...]
    tenders: tuple[Tender, ...]
    cents: int


@frozen
class MailLog:
    """The log of one batch (F3): the list that counts, when and by whom it was keyed, and what lies aside."""

    batch: str
    listed: MailListed | None
    listed_at: str
    lists: int
    aside: tuple[AsideItem, ...]
    asides: int

    @property
    def openers(self) -> tuple[str, ...]:
        """Who opened it."""
        return self.listed.openers if self.listed is not None else ()


@frozen
class Control:
    """What the batch comes to against its list; amounts in cents, items are checks and envelopes."""

    items: int
    cents: int
    keyed_items: int
    keyed: int
    aside_items: int
    aside: int

    @property
    def items_left(self) -> int:
        """Items still to key; negative: too many."""
        return self.items - self.keyed_items - self.aside_items

    @property
    def left(self) -> int:
        """Cents still to key; zero closes."""
        return self.cents - self.keyed - self.aside

    @property
    def agrees(self) -> bool:
        """Whether count and total close."""
        return not self.left and not self.items_left


def log_of(batch: str, facts: Iterable[tuple[str, object, str]]) -> MailLog:
    """The log from the batch's entries in order: when, the fact, and its note opened."""
    listed, at, lists, asides = None, "", 0, 0
    aside: dict[int, AsideItem] = {}
    for when, fact, note in facts:
        if isinstance(fact, MailListed):
            listed, at, lists = fact, when, lists + 1
        elif isinstance(fact, MailSetAside):
            problem = note or fact.problem
            aside[fact.item] = AsideItem(fact.item, problem, fact.accounts, fact.tenders, fact.cents)
            asides = fact.item
        elif isinstance(fact, MailTakenUp):
            aside.pop(fact.item, None)
    return MailLog(batch, listed, at, lists, tuple(aside.values()), asides)


def control_of(log: MailLog, receipts: Iterable[ReceiptRecord]) -> Control:
    """The batch's good receipts and what lies aside, against the list."""
    good = [receipt for receipt in receipts if not receipt.is_void]
    return Control(
        items=log.listed.items if log.listed is not None else 0,
        cents=log.listed.cents if log.listed is not None else 0,
        keyed_items=sum(len(receipt.tenders) for receipt in good),
        keyed=sum(receipt.total for receipt in good),
        aside_items=len(log.aside),
        aside=sum(item.cents for item in log.aside),
    )
