"""Receipts and batches for tests of pure rules, with as few words as a test can do with."""

from app.domain.batch_state import BatchState
from app.domain.cash import CashCount
from app.domain.entry import EntryRef
from app.domain.facts.batches import TenderCount, TenderResult
from app.domain.facts.receipts import BucketAmount, PaidLine
from app.domain.records import BatchRecord, CountRecord, ReceiptRecord
from app.domain.tender import Tender

REF = EntryRef(7, "ab" * 32)


def receipt(
    number: str, *tenders: Tender, account: str = "1", change: int = 0, is_void: bool = False, name: str = "RUIZ, MARIA"
) -> ReceiptRecord:
    total = sum(tender.amount_tendered for tender in tenders) - change
    line = PaidLine(account, account, name, "", total, (BucketAmount("CREDIT", total),), 1, 0)
    return ReceiptRecord(
        receipt=number, ref=REF, batch="DT1A-0001", lane="L1", source="WALK", business_date="2026-11-21",
        at="2026-11-21T16:00:00.000Z", by="mruiz", lines=(line,), tenders=tenders, total=total, change=change,
        approvals=(), void_reason="Wrong account" if is_void else "", void_ref=REF if is_void else None,
        void_by="mruiz" if is_void else "", void_approval="", reprints=0,
    )  # fmt: skip


def batch(
    number: str = "DT1A-0001", *, starting: int = 20_000, turned_in: int = 0, cash: int = 20_000, check: int = 0,
    money_order: int = 0, card: int = 0, counted: tuple[int, int, int, int] | None = None,
) -> BatchRecord:  # fmt: skip
    """Expected amounts by class; `counted` as (cash, check, money order, card), None for not counted."""
    expected = tuple(
        TenderResult(name, cents, 0, 0, 0)
        for name, cents in (("cash", cash), ("check", check), ("money_order", money_order), ("card", card))
    )
    counts: tuple[CountRecord, ...] = ()
    if counted is not None:
        classes = ("check", "money_order", "card")
        others = tuple(TenderCount(name, 1, cents) for name, cents in zip(classes, counted[1:], strict=True))
        counts = (CountRecord(REF, 1, "2026-11-21T22:00:00.000Z", "mruiz", pennies(counted[0]), others, ()),)
    return BatchRecord(
        batch=number, ref=REF, state=BatchState.COUNTED, source="WALK", cashier="mruiz", drawer=True,
        business_date="2026-11-21", opened_at="2026-11-21T13:00:00.000Z", starting_cash=pennies(starting),
        turned_in=turned_in, receipts=0, voids=0, taken=0, expected=expected, counts=counts, balanced_by="",
        balanced_at="", balance_reason="", open_approvals=(), no_sales=0, reprints=0, deposit="", posting_file_no=0,
        last_ref=REF,
    )  # fmt: skip


def pennies(cents: int) -> CashCount:
    """So much cash, all in cents."""
    return CashCount.of({"coin1": cents})
