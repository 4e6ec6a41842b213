"""The unfinished receipt: what is paid, with what, and whether it can be finished (DESIGN sections 3 and 6, A11).

A draft is on the disk after every scan and accepted tender, so a crash brings it back. No amount is posted that was
not shown in its field and accepted: a line begins with a proposal and counts only once it is accepted.
"""

import json
from dataclasses import replace
from typing import Any, ClassVar

from app.domain.change import Pennies, change_due, in_nickels, pennies_due
from app.domain.facts.receipts import BucketAmount, KeyedAnswer
from app.domain.receipt_rules import FixedPriceError, MayNotMixError, TenderNotForLineError
from app.domain.tender import Tender, TenderKind
from app.domain.tender_rules import check_tender
from app.errors import InputError, RuleBrokenError
from app.frozen import frozen

LINES_LIMIT = 40
TENDERS_LIMIT = 40
READS_LIMIT = 40
BODY_VERSION = 1
LANES = ("L1", "L2", "counter")
DESK_LANES = ("MAIL", "NITE", "BBP", "PHON")
"""Where no customer stands: the sources of batches without a drawer (DESIGN section 4)."""


class DraftUnreadableError(InputError):
    """Stored work of another version, or damaged."""

    code: ClassVar[str] = "draft_unreadable"

    def __init__(self, draft: str) -> None:
        super().__init__(f"Unfinished work {draft} cannot be read. Take the payment again; nothing of it was posted.")
        self.draft = draft


class NothingToPayError(RuleBrokenError):
    """There is no account on the receipt."""

    code: ClassVar[str] = "nothing_to_pay"

    def __init__(self) -> None:
        super().__init__("There is no account on this receipt yet. Scan a stub or find the account.")


class AmountNotAcceptedError(RuleBrokenError):
    """A line's amount was proposed and nobody accepted it."""

    code: ClassVar[str] = "amount_not_accepted"

    def __init__(self, number: str) -> None:
        super().__init__(f"The amount of account {number} is not accepted yet. Press Enter on it, or type another.")
        self.number = number


class AmountNotPositiveError(RuleBrokenError):
    """A payment of nothing, or less."""

    code: ClassVar[str] = "amount_not_positive"

    def __init__(self, number: str) -> None:
        super().__init__(f"Account {number} needs an amount above zero. Type what is paid, or remove the line.")
        self.number = number


class AccountTwiceError(RuleBrokenError):
    """The same account stands on the receipt already."""

    code: ClassVar[str] = "account_twice"

    def __init__(self, number: str) -> None:
        super().__init__(f"Account {number} is on this receipt already. Change the amount on its line.")
        self.number = number


class TooManyLinesError(RuleBrokenError):
    """More accounts, tenders or checks than one receipt holds."""

    code: ClassVar[str] = "too_many_lines"

    def __init__(self, *, what: str, limit: int) -> None:
        super().__init__(f"One receipt holds at most {limit} {what}. Finish this one and begin another.")
        self.what = what
        self.limit = limit


class CardStaysError(RuleBrokenError):
    """A card that the terminal approved cannot just be taken off (DESIGN section 3)."""

    code: ClassVar[str] = "card_stays"

    def __init__(self, reference: str) -> None:
        super().__init__(
            f"The terminal approved this card ({reference}). Finish the receipt, "
            "or reverse the card on the terminal first and then remove it."
        )
        self.reference = reference


@frozen
class MiscAsked:
    """What a line knows of its misc type: `price` 0 is entered, `tenders` may pay it, `group` mixes with none other."""

    code: str
    price: int
    group: str
    tenders: tuple[str, ...]


@frozen
class DraftLine:
    """One account on the receipt; `accepted` is None until the amount in its field was accepted.

    `spread` is the cashier's own division into buckets (B7), empty for the usual order. On a misc line `account`
    only tells it from the others, `name` is its type's and `address` its reference.
    """

    account: str
    number: str
    name: str = ""
    address: str = ""
    proposed: int | None = None
    accepted: int | None = None
    spread: tuple[BucketAmount, ...] = ()
    misc: MiscAsked | None = None

    @property
    def words(self) -> str:
        """As a refusal names it."""
        return f"Account {self.number}" if self.misc is None else self.name

    @property
    def group(self) -> str:
        """It stands on one receipt with this group only; utility accounts have none (B15)."""
        return "" if self.misc is None else self.misc.group


@frozen
class SealedCheckRead:
    """A check that was fed and has no amount yet; its MICR line is sealed before it is kept."""

    micr: str
    number: str
    last_four: str
    payer_mark: str
    bank: str = ""


@frozen
class Draft:
    """One customer's unfinished receipt in a lane; every change gives a new value.

    `pennies` is the city's rounding as the screen shows it (T9), empty where nobody said; it is not kept on the disk.
    """

    draft: str
    user: str
    lane: str
    lines: tuple[DraftLine, ...] = ()
    tenders: tuple[Tender, ...] = ()
    reads: tuple[SealedCheckRead, ...] = ()
    answers: tuple[KeyedAnswer, ...] = ()
    parked: bool = False
    pennies: str = ""

    @property
    def to_pay(self) -> int:
        """The accepted amounts, in cents."""
        return sum(line.accepted or 0 for line in self.lines)

    @property
    def tendered(self) -> int:
        """All tenders, in cents."""
        return sum(tender.amount_tendered for tender in self.tenders)

    @property
    def still_to_pay(self) -> int:
        """What no tender covers yet; zero when there is change."""
        return max(0, self.to_pay - self.tendered)

    @property
    def still_in_cash(self) -> int:
        """What cash still has to cover, without pennies where the city rounds (T9); zero when there is change."""
        cash = sum(tender.amount_tendered for tender in self.tenders if tender.kind == TenderKind.CASH)
        share = self.to_pay - self.tendered + cash
        return max(0, in_nickels(share, self.pennies or Pennies.OFF) - cash) if self.still_to_pay else 0

    @property
    def rounded(self) -> int:
        """By how many cents cash rounds the receipt as it stands (T9); below zero the customer pays less."""
        if not self.pennies or self.pennies == Pennies.OFF:
            return 0
        return pennies_due(to_pay=self.to_pay, tenders=self.tenders, mode=self.pennies)

    @property
    def total(self) -> int:
        """What the receipt comes to, in cents, with its pennies rounded."""
        return self.to_pay + self.rounded

    @property
    def is_empty(self) -> bool:
        """Nothing in it that anybody could miss."""
        return not (self.lines or self.tenders or self.reads)

    @property
    def has_card(self) -> bool:
        """Whether a card was approved for it: then it is finished or the card reversed, never just dropped."""
        return any(tender.kind == TenderKind.CARD for tender in self.tenders)

    def checked_change(self) -> int:
        """The change in cents of a receipt that can be finished as it stands.

        Raises:
            NothingToPayError, AmountNotAcceptedError, AmountNotPositiveError, AccountTwiceError: lines not ready.
            StillToPayError, ChangeWithoutCashError: the tenders are not.
        """
        if not self.lines:
            raise NothingToPayError
        seen: set[str] = set()
        for line in self.lines:
            if line.accepted is None:
                raise AmountNotAcceptedError(line.number)
            if line.accepted <= 0:
                raise AmountNotPositiveError(line.number)
            if line.account in seen:
                raise AccountTwiceError(line.number)
            seen.add(line.account)
        return change_due(to_pay=self.to_pay + self.rounded, tenders=self.tenders)

    @property
    def obstacle(self) -> RuleBrokenError | None:
        """Why it cannot be finished yet, or None when it can."""
        try:
            self.checked_change()
        except RuleBrokenError as broken:
            return broken
        return None

    def with_line(self, line: DraftLine) -> "Draft":
        """One account more.

        Raises:
            AccountTwiceError, TooManyLinesError.
            MayNotMixError, TenderNotForLineError: it may not stand with what is on the receipt.
        """
        if any(other.account == line.account for other in self.lines):
            raise AccountTwiceError(line.number)
        other = next((other for other in self.lines if other.group != line.group), None)
        if other is not None:
            raise MayNotMixError(one=other.words, other=line.words)
        for tender in self.tenders if line.misc is not None else ():
            _check_takes(line, tender.kind)
        if len(self.lines) >= LINES_LIMIT:
            raise TooManyLinesError(what="accounts", limit=LINES_LIMIT)
        return replace(self, lines=(*self.lines, line))

    def without_line(self, account: str) -> "Draft":
        """The account taken off again."""
        return replace(self, lines=tuple(line for line in self.lines if line.account != account))

    def accepting(self, account: str, cents: int, *, spread: tuple[BucketAmount, ...] = ()) -> "Draft":
        """The amount that stands in the account's field was accepted.

        Raises:
            AmountNotPositiveError: zero or less.
            FixedPriceError: another amount than the line's price.
        """
        lines = []
        for line in self.lines:
            if line.account == account:
                if cents <= 0:
                    raise AmountNotPositiveError(line.number)
                if line.misc is not None and line.misc.price not in (0, cents):
                    raise FixedPriceError(name=line.name, price=line.misc.price)
                lines.append(replace(line, accepted=cents, spread=spread))
            else:
                lines.append(line)
        return replace(self, lines=tuple(lines))

    def with_tender(self, tender: Tender) -> "Draft":
        """One tender more; a check's tender takes the place of the read it came from.

        Raises:
            TooManyLinesError, TenderNotForLineError, and what `check_tender` raises.
        """
        check_tender(tender)
        self.check_takes(tender.kind)
        if len(self.tenders) >= TENDERS_LIMIT:
            raise TooManyLinesError(what="tenders", limit=TENDERS_LIMIT)
        left = tuple(read for read in self.reads if not tender.micr or read.micr != tender.micr)
        return replace(self, tenders=(*self.tenders, tender), reads=left)

    def check_takes(self, kind: str) -> None:
        """Whether every line may be paid so (T3).

        Raises:
            TenderNotForLineError.
        """
        for line in self.lines:
            if line.misc is not None:
                _check_takes(line, kind)

    def without_tender(self, place: int, *, card_reversed: bool = False) -> "Draft":
        """The tender at the place taken off; a card only once it was reversed on the terminal.

        Raises:
            CardStaysError: an approved card that nobody reversed.
            IndexError: no such tender.
        """
        tender = self.tenders[place]
        if tender.kind == TenderKind.CARD and not card_reversed:
            raise CardStaysError(tender.reference)
        return replace(self, tenders=(*self.tenders[:place], *self.tenders[place + 1 :]))

    def with_read(self, read: SealedCheckRead) -> "Draft":
        """A check was fed and waits for its amount.

        Raises:
            TooManyLinesError.
        """
        if len(self.reads) >= READS_LIMIT:
            raise TooManyLinesError(what="checks without an amount", limit=READS_LIMIT)
        return replace(self, reads=(*self.reads, read))

    def answering(self, answer: KeyedAnswer) -> "Draft":
        """The cashier answered a warning with a key; it is stored with the receipt (R18)."""
        return replace(self, answers=(*self.answers, answer))

    def answered(self, warning: str, seen: str) -> bool:
        """Whether this very warning was answered."""
        return any(answer.warning == warning and answer.seen == seen for answer in self.answers)

    def body(self) -> str:
        """As JSON text for the disk; id, user, lane and parked stand in the row beside it."""
        kept = {"v": BODY_VERSION, "lines": self.lines, "tenders": self.tenders, "reads": self.reads,
                "answers": self.answers}  # fmt: skip
        return json.dumps(kept, default=vars, ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def from_body(cls, body: str, *, draft: str, user: str, lane: str, parked: bool) -> "Draft":
        """Back from the disk.

        Raises:
            DraftUnreadableError: not what `body` writes.
        """
        try:
            kept: dict[str, Any] = json.loads(body)
            if kept["v"] != BODY_VERSION:
                raise DraftUnreadableError(draft)
            return cls(
                draft, user, lane,
                tuple(_line(line) for line in kept["lines"]),
                tuple(Tender(**tender) for tender in kept["tenders"]),
                tuple(SealedCheckRead(**read) for read in kept["reads"]),
                tuple(KeyedAnswer(**answer) for answer in kept["answers"]),
                parked,
            )  # fmt: skip
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise DraftUnreadableError(draft) from error


def _line(kept: dict[str, Any]) -> DraftLine:
    misc = kept.get("misc")
    asked = MiscAsked(**{**misc, "tenders": tuple(misc["tenders"])}) if misc else None
    return DraftLine(**{**kept, "spread": tuple(BucketAmount(**part) for part in kept["spread"]), "misc": asked})


def _check_takes(line: DraftLine, kind: str) -> None:
    if line.misc is not None and kind not in line.misc.tenders:
        raise TenderNotForLineError(name=line.name, kind=TenderKind(kind))


def is_of_batch(lane: str, source: str) -> bool:
    """Whether unfinished work of the lane belongs to a batch of the source: a desk's own, else the drawer's."""
    return lane == source if source in DESK_LANES else lane not in DESK_LANES
