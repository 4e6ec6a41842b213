"""What an account owes now, what is proposed, and into which buckets a payment goes (DESIGN section 6, B4, B6, B7).

A bucket is `<SERVICE>.90`, `.60`, `.30`, `.current`, or `CREDIT`. Its amount now is the snapshot's less our payments
since; `CREDIT` holds the credit on account as a negative amount. A negative bucket is credit: it lowers what is
asked for and never receives money, except `CREDIT` itself, which takes what is left over.
"""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from operator import itemgetter
from typing import ClassVar

from app.domain.account import Account
from app.domain.facts.receipts import BucketAmount
from app.domain.money import Money
from app.domain.records import PaymentSince
from app.errors import RuleBrokenError
from app.frozen import frozen

CREDIT = "CREDIT"
METERED = ("WATER", "SEWER", "SANIT", "ELEC", "STORM", "REC")
RULE = "oldest_first.1@2026-01-01"
"""The order of this file and the date it is in force from; it stands in every receipt's lines."""

_OLD = ("90", "60", "30")
_ANY_AGE = (*_OLD, "current")


class Part(StrEnum):
    """Why a bucket is asked for."""

    PAST_DUE = "past_due"
    PENALTY = "penalty"
    FEE = "fee"
    CURRENT = "current"
    DEPOSIT = "deposit"


_AGED = tuple((f"{service}.{age}", Part.PAST_DUE) for age in _OLD for service in METERED)
_CHARGES = (
    *((f"PENALTY.{age}", Part.PENALTY) for age in _ANY_AGE),
    *((f"FEE.{age}", Part.FEE) for age in _ANY_AGE),
)
_OPEN_BILLS = tuple((f"{service}.current", Part.CURRENT) for service in METERED)
_DEPOSITS = tuple((f"DEPOSIT.{age}", Part.DEPOSIT) for age in _ANY_AGE)
_LATE_BILLS = tuple((f"{service}.current", Part.PAST_DUE) for service in METERED)
_ORDER = (*_AGED, *_LATE_BILLS, *_CHARGES, *_OPEN_BILLS, *_DEPOSITS)
# Where a bucket stands in the order, and why it is asked for; an open bill stands last unless it is late
_PLACES = {bucket: (place, part) for place, (bucket, part) in enumerate(_ORDER)}
_LATE_PLACES = {bucket: (place, part) for place, (bucket, part) in enumerate(_LATE_BILLS, len(_AGED))}


class SpreadWrongError(RuleBrokenError):
    """A payment spread by hand does not fit the account (B7)."""

    code: ClassVar[str] = "spread_wrong"

    def __init__(self, *, number: str, why: str) -> None:
        super().__init__(f"Account {number}: {why} Change the spread, or press Undo to use the usual order.")
        self.number = number


@frozen
class OpenBucket:
    """A bucket with money still owed in it; `cents` is positive."""

    bucket: str
    cents: int
    part: Part


@frozen
class Owed:
    """What one account owes on a business date, in cents.

    `open` lists the positive buckets in the order in which money goes into them; `credit` is everything negative, as
    a positive amount. `reconnect_fee` is not billed yet: it raises `to_stay_on` of a disconnected account and nothing
    else, so its money waits in `CREDIT` until billing charges it.
    """

    open: tuple[OpenBucket, ...]
    credit: int
    reconnect_fee: int
    is_incomplete: bool

    def of(self, part: Part) -> int:
        """The sum of one part."""
        return sum(bucket.cents for bucket in self.open if bucket.part is part)

    @property
    def past_due(self) -> int:
        """Services' amounts older than the open bill, and open bills whose due date has passed."""
        return self.of(Part.PAST_DUE)

    @property
    def current(self) -> int:
        """Services' open bills that are not due yet."""
        return self.of(Part.CURRENT)

    @property
    def balance(self) -> int:
        """All parts less credit; negative when the customer is ahead."""
        return sum(bucket.cents for bucket in self.open) - self.credit

    @property
    def proposal(self) -> int | None:
        """The amount to propose, never below zero; None for an account that was not wholly understood."""
        return None if self.is_incomplete else max(0, self.balance)

    @property
    def to_stay_on(self) -> int | None:
        """What keeps the service on, or turns it on: past due, penalties, fees, reconnect fee, less credit (B6)."""
        if self.is_incomplete:
            return None
        asked = self.past_due + self.of(Part.PENALTY) + self.of(Part.FEE) + self.reconnect_fee
        return max(0, asked - self.credit)


def late_bills(owing: Owed, allocation: Iterable[BucketAmount]) -> tuple[str, ...]:
    """The buckets of open bills among these whose due date has passed: past due, though billing aged nothing yet."""
    late = {each.bucket for each in owing.open if each.part is Part.PAST_DUE and each.bucket.endswith(".current")}
    return tuple(part.bucket for part in allocation if part.bucket in late)


def buckets_now(account: Account, payments: Iterable[PaymentSince]) -> dict[str, int]:
    """Every bucket of the snapshot less our payments since; zero buckets may be among them."""
    buckets: dict[str, int] = {}
    for service in account.services:
        name = service.service
        if service.past_due_90:
            buckets[f"{name}.90"] = service.past_due_90
        if service.past_due_60:
            buckets[f"{name}.60"] = service.past_due_60
        if service.past_due_30:
            buckets[f"{name}.30"] = service.past_due_30
        if service.current:
            buckets[f"{name}.current"] = service.current
    if account.unapplied_credit:
        buckets[CREDIT] = -account.unapplied_credit
    for payment in payments:
        for bucket, cents in payment.allocation:
            buckets[bucket] = buckets.get(bucket, 0) - cents
    return buckets


def by_service(account: Account, payments: Iterable[PaymentSince]) -> tuple[tuple[str, int], ...]:
    """What each service owes now, for the line under the account; services at zero are left out."""
    sums: dict[str, int] = {}
    for bucket, cents in buckets_now(account, payments).items():
        service = bucket.partition(".")[0]
        sums[service] = sums.get(service, 0) + cents
    return tuple((service, cents) for service, cents in sums.items() if cents)


def owed(
    account: Account, payments: Iterable[PaymentSince], *, business_date: str, reconnect_fee: int
) -> Owed:
    """What the account owes on the date; `reconnect_fee` is the setting, used when the service is off."""
    buckets = buckets_now(account, payments)
    overdue = {
        f"{service.service}.current"
        for service in account.services
        if service.due_date is not None and service.due_date < business_date
    }
    credit = -sum(cents for bucket, cents in buckets.items() if cents < 0 or bucket == CREDIT)
    fee = reconnect_fee if account.status == "disconnected" else 0
    return Owed(_in_order(buckets, overdue), credit, fee, bool(account.incomplete))


def allocate(owing: Owed, cents: int) -> tuple[BucketAmount, ...]:
    """Into which buckets a payment goes: oldest first, what is left over to `CREDIT`; sums to `cents` (I-19).

    An account that was not wholly understood takes everything to `CREDIT`: what is owed first is not known.

    Raises:
        ValueError: `cents` is not positive.
    """
    if cents <= 0:
        raise ValueError("a payment is a positive amount")
    parts: list[BucketAmount] = []
    left = cents
    if not owing.is_incomplete:
        for bucket in owing.open:
            if not left:
                break
            share = min(left, bucket.cents)
            parts.append(BucketAmount(bucket.bucket, share))
            left -= share
    if left:
        parts.append(BucketAmount(CREDIT, left))
    return tuple(parts)


def check_spread(owing: Owed, cents: int, spread: Sequence[BucketAmount], *, number: str) -> None:
    """Whether a spread by hand may stand: positive, once a bucket, no bucket above what it owes, the whole amount (B7).

    Raises:
        SpreadWrongError: one of these is broken; `number` is the account as the cashier knows it.
    """
    limits = {bucket.bucket: bucket.cents for bucket in owing.open}
    if len({part.bucket for part in spread}) != len(spread):
        raise SpreadWrongError(number=number, why="one part of the bill stands twice in the spread.")
    for part in spread:
        if part.cents <= 0:
            raise SpreadWrongError(number=number, why=f"{part.bucket} needs an amount above zero.")
        if part.bucket != CREDIT and part.cents > limits.get(part.bucket, 0):
            open_now = Money(limits.get(part.bucket, 0))
            raise SpreadWrongError(number=number, why=f"{part.bucket} owes {open_now}, not {Money(part.cents)}.")
    if sum(part.cents for part in spread) != cents:
        raise SpreadWrongError(number=number, why=f"the spread does not add up to {Money(cents)}.")


def _in_order(buckets: dict[str, int], overdue: set[str]) -> tuple[OpenBucket, ...]:
    found: list[tuple[int, OpenBucket]] = []
    for bucket, cents in buckets.items():
        if cents > 0:
            place = (bucket in overdue and _LATE_PLACES.get(bucket)) or _PLACES.get(bucket)
            if place is not None:
                found.append((place[0], OpenBucket(bucket, cents, place[1])))
    return tuple(bucket for _place, bucket in sorted(found, key=itemgetter(0)))
