"""A shown balance opened into exactly what makes it: the extract's amounts, and our payments since (P22).

The extract's parts add up to its balance, each payment's to what was paid, and both together to the shown balance.
"""

from collections.abc import Collection, Iterable, Iterator

from app.domain.account import Account
from app.domain.allocation import CREDIT
from app.domain.records import PaymentSince, ReceiptRecord
from app.frozen import frozen

AGES = ("90", "60", "30", "current")


@frozen
class BalancePart:
    """One amount in cents as it counts in the balance: `service` with its `age`, or `CREDIT` without one."""

    service: str
    age: str
    cents: int


@frozen
class BalanceStep:
    """What changed the balance: the extract (`receipt` empty), or one of our payments or voids.

    `after` is the balance then, `at` UTC, `posting_file_no` the posting file that holds the payment, 0 while none does.
    """

    receipt: str
    at: str
    cents: int
    after: int
    posting_file_no: int
    parts: tuple[BalancePart, ...]


def opened_balance(account: Account, payments: Iterable[PaymentSince]) -> tuple[BalanceStep, ...]:
    """The extract, then our payments that it does not contain, the oldest first; the last `after` is the balance."""
    parts = tuple(_snapshot_parts(account))
    after = account.balance
    steps = [BalanceStep("", "", after, after, 0, parts)]
    for payment in payments:
        after -= payment.cents
        parts = tuple(_paid_part(bucket, cents) for bucket, cents in payment.allocation)
        steps.append(
            BalanceStep(payment.receipt, payment.at, -payment.cents, after, payment.posting_file_no, parts)
        )
    return tuple(steps)


@frozen
class FigureLine:
    """One amount in a figure: a bucket of the extract (`receipt` empty), or what a receipt or void moved in it."""

    bucket: str
    receipt: str
    at: str
    posting_file_no: int
    cents: int


def opened_figure(
    account: Account, payments: Iterable[PaymentSince], buckets: Collection[str]
) -> tuple[FigureLine, ...]:
    """A figure of these buckets opened into the extract's lines and our receipts and voids since; they add up to it."""
    found = [FigureLine(f"{part.service}.{part.age}".rstrip("."), "", "", 0, part.cents)
             for part in _snapshot_parts(account)]  # fmt: skip
    for payment in payments:
        found += [
            FigureLine(bucket, payment.receipt, payment.at, payment.posting_file_no, -cents)
            for bucket, cents in payment.allocation
        ]
    return tuple(line for line in found if line.bucket in buckets)


def paid_on(receipt: ReceiptRecord, account: str) -> int:
    """What a receipt took for one account, in cents; its other lines belong to others."""
    return sum(line.cents for line in receipt.lines if line.account == account)


def _snapshot_parts(account: Account) -> Iterator[BalancePart]:
    for service in account.services:
        amounts = (service.past_due_90, service.past_due_60, service.past_due_30, service.current)
        for age, cents in zip(AGES, amounts, strict=True):
            if cents:
                yield BalancePart(service.service, age, cents)
    if account.unapplied_credit:
        yield BalancePart(CREDIT, "", -account.unapplied_credit)


def _paid_part(bucket: str, cents: int) -> BalancePart:
    service, _, age = bucket.partition(".")
    return BalancePart(service, age, -cents)
