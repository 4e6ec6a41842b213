"""The lines of a receipt that pay no utility account: misc receipts (B8, B15, T3) and the pennies of cash (T9).

Looked at inside the payment's deed, by the table in force on its business date, whatever the screen knew.
"""

from dataclasses import replace
from typing import ClassVar

from app.domain.change import Pennies
from app.domain.draft import Draft, DraftLine
from app.domain.facts.receipts import MISC, PENNIES, ROUND_UP, BucketAmount, PaidLine
from app.domain.misc import MiscInactiveError, MiscPriceError, MiscReferenceError, MiscType
from app.domain.receipt_rules import MayNotMixError, TenderNotForLineError
from app.domain.tender import TenderKind
from app.domain.tender_rules import CardNumberRefusedError, holds_card_number
from app.errors import RuleBrokenError
from app.settings.misc_types import misc_type
from app.settings.policy import Policy

SPLIT_RULE = "ledger_split.1@2026-01-01"
NEAREST_RULE = "nearest_nickel.1@2026-01-01"
ROUND_UP_RULE = f"{ROUND_UP}1@2026-01-01"
"""The orders of this house and the date they are in force from; one of them stands in each such line."""
ROUNDING_NAME = "Cash rounding"
ROUND_UP_NAME = "Rounded up, credit"
NO_SNAPSHOT = -1


class PenniesMovedError(RuleBrokenError):
    """Another rounding is in force than the screen showed."""

    code: ClassVar[str] = "pennies_moved"

    def __init__(self) -> None:
        super().__init__("How pennies are rounded has just changed. Look at what cash has to cover, and finish again.")


def with_pennies(draft: Draft, policy: Policy) -> Draft:
    """The draft under the rounding of its business date.

    Raises:
        PenniesMovedError: the screen showed another.
    """
    if draft.pennies:
        raise PenniesMovedError
    return replace(draft, pennies=policy.cash_pennies)


def misc_line(asked: DraftLine, draft: Draft, policy: Policy, *, effective_date: str) -> PaidLine:
    """A misc receipt's line: its ledger accounts in place of buckets.

    Raises:
        MiscInactiveError, MiscPriceError, MiscReferenceError, MiscSplitError: its type does not take it so.
        MayNotMixError, TenderNotForLineError: it may not stand with the other lines, or not be paid with a tender.
        CardNumberRefusedError: a card number stands where the reference belongs.
    """
    kind = misc_type(policy, asked.misc.code if asked.misc else "")
    if kind is None:
        raise MiscInactiveError(asked.name)
    cents = asked.accepted or 0
    if kind.price not in (0, cents):
        raise MiscPriceError(name=kind.name, price=kind.price)
    if kind.reference and not asked.address.strip():
        raise MiscReferenceError(name=kind.name, reference=kind.reference)
    if holds_card_number(asked.address):
        raise CardNumberRefusedError
    _check_stands(kind, draft, policy)
    return PaidLine(
        account=f"{MISC}{kind.code}",
        number=kind.code,
        name=kind.name,
        address=asked.address.strip(),
        cents=cents,
        allocation=kind.split(cents),
        snapshot=NO_SNAPSHOT,
        balance_after=0,
        effective_date=effective_date,
        rule=SPLIT_RULE,
    )


def penny_line(draft: Draft, lines: list[PaidLine]) -> PaidLine:
    """What becomes of the pennies: credit on the first account, else the city's rounding account (T9).

    `draft` is rounded by some cents; `lines` are those of the receipt so far.
    """
    cents = draft.rounded
    account = next((line for line in lines if line.is_account), None)
    if draft.pennies == Pennies.CREDIT and account is not None:
        return replace(
            account, name=ROUND_UP_NAME, cents=cents, allocation=(BucketAmount("CREDIT", cents),),
            balance_after=account.balance_after - cents, rule=ROUND_UP_RULE, late=(),
        )  # fmt: skip
    rule = ROUND_UP_RULE if draft.pennies == Pennies.CREDIT else NEAREST_RULE
    return PaidLine(
        account=PENNIES, number="", name=ROUNDING_NAME, address="", cents=cents,
        allocation=(BucketAmount(PENNIES, cents),), snapshot=NO_SNAPSHOT, balance_after=0,
        effective_date=lines[0].effective_date, rule=rule,
    )  # fmt: skip


def _check_stands(kind: MiscType, draft: Draft, policy: Policy) -> None:
    for line in draft.lines:
        other = misc_type(policy, line.misc.code) if line.misc else None
        if (other.group if other else "") != kind.group:
            raise MayNotMixError(one=other.name if other else line.words, other=kind.name)
    for tender in draft.tenders:
        if tender.kind not in kind.tenders:
            raise TenderNotForLineError(name=kind.name, kind=TenderKind(tender.kind))
