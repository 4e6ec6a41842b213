"""A batch's life, deposits and posting files to rows."""

import json
from typing import Any

from app.domain.batch_state import BatchState
from app.domain.cash import CashCount
from app.domain.entry import canonical
from db.ids import number_id
from db.projections.mark import Mark
from db.projections.rows import NO_MONEY, Rows, money_row, step_row


def batch_opened(fact: Any, mark: Mark) -> Rows:
    """The batch with its starting cash and empty sums."""
    cash: CashCount = fact.starting_cash
    row = (
        number_id(fact.batch), fact.batch, mark.eid, mark.h, BatchState.OPEN.value, fact.source, fact.cashier,
        int(fact.drawer), mark.business_date, mark.at, cash_text(cash), cash.total.cents,
        0, 0, 0, 0, 0, 0, 0, None, None, 0, None, 0, 0, 0, "", 0, mark.eid, mark.h,
    )  # fmt: skip
    return [("insert_batch", [row])]


def drawer_opened(fact: Any, mark: Mark) -> Rows:
    """A no-sale, counted (R7)."""
    rows: Rows = [("batch_money", [money_row(mark, number_id(fact.batch), NO_MONEY, no_sales=1)])] if fact.batch else []
    return rows


def cash_turned_in(fact: Any, mark: Mark) -> Rows:
    """Cash left the drawer for the safe."""
    return [("batch_money", [money_row(mark, number_id(fact.batch), NO_MONEY, turned_in=fact.cents)])]


def mail_noted(fact: Any, mark: Mark) -> Rows:
    """The list of a batch, or an item aside: the journal keeps it, the batch knows of its last entry."""
    return [("batch_money", [money_row(mark, number_id(fact.batch), NO_MONEY)])]


def batch_counted(fact: Any, mark: Mark) -> Rows:
    """Locked; one more count."""
    batch = number_id(fact.batch)
    return [
        ("insert_count", [(batch, mark.eid)]),
        ("batch_step", [step_row(mark, batch, BatchState.COUNTED.value, counts=1)]),
    ]


def batch_balanced(fact: Any, mark: Mark) -> Rows:
    """Accepted; over and short are among the entry's transfers."""
    batch = number_id(fact.batch)
    return [("batch_step", [step_row(mark, batch, BatchState.BALANCED.value, balanced=True)])]


def batch_rejected(fact: Any, mark: Mark) -> Rows:
    """Back to its owner."""
    return [("batch_step", [step_row(mark, number_id(fact.batch), BatchState.REJECTED.value)])]


def batch_reopened(fact: Any, mark: Mark) -> Rows:
    """Open again; over and short are undone."""
    return [("batch_step", [step_row(mark, number_id(fact.batch), BatchState.OPEN.value)])]


def approval_answered(fact: Any, mark: Mark) -> Rows:
    """One approval less that keeps its batch from being balanced."""
    batch = number_id(fact.batch)
    return [
        ("approval_answered", [(mark.eid, batch, bytes.fromhex(fact.entry.h))]),
        ("batch_money", [money_row(mark, batch, NO_MONEY, approvals=-1)]),
    ]


def deposit_prepared(fact: Any, mark: Mark) -> Rows:
    """A bag; its batches cannot go into another."""
    return [
        ("insert_deposit", [(number_id(fact.deposit), fact.deposit, mark.eid, None, None)]),
        ("batch_bagged", [(fact.deposit, mark.eid, mark.h, number_id(batch)) for batch in fact.batches]),
    ]


def deposit_verified(fact: Any, mark: Mark) -> Rows:
    """The second name."""
    return [("deposit_verified", [(mark.eid, number_id(fact.deposit))])]


def deposit_undone(fact: Any, mark: Mark) -> Rows:
    """Taken apart: its batches lie in no bag any more."""
    return [
        ("deposit_undone", [(mark.eid, number_id(fact.deposit))]),
        ("batch_bagged", [("", mark.eid, mark.h, number_id(batch)) for batch in fact.batches]),
    ]


def posting_exported(fact: Any, mark: Mark) -> Rows:
    """Receipts and voids of the batches that were in no file before are in this one."""
    batches = [number_id(batch) for batch in fact.batches]
    file_no = fact.file_no
    return [
        ("insert_posting", [(mark.eid, file_no)]),
        ("receipt_posted", [(file_no, batch, batch, batch) for batch in batches]),
        ("void_posted", [(file_no, batch, batch, batch) for batch in batches]),
        ("batch_posted", [(file_no, mark.eid, mark.h, batch) for batch in batches]),
    ]


def posting_taken_back(fact: Any, mark: Mark) -> Rows:
    """A file of before the restore: its receipts and voids are at billing."""
    file_no = fact.file_no
    rows: Rows = [
        ("insert_posting", [(mark.eid, file_no)]),
        ("receipt_taken_back", [(file_no, number_id(receipt)) for receipt in fact.receipts]),
        ("void_taken_back", [(file_no, number_id(receipt)) for receipt in fact.voids]),
        ("batch_posted", [(file_no, mark.eid, mark.h, number_id(batch)) for batch in fact.batches]),
    ]
    return [(name, found) for name, found in rows if found]


def postings_declared(fact: Any, _mark: Mark) -> Rows:
    """What billing got before the restore was said."""
    return [("postings_declared", [(fact.last, fact.incarnation)])]


def cash_text(cash: CashCount) -> str:
    """Counted cash as kept in a view."""
    return canonical(vars(cash)).decode()


def cash_of(text: str) -> CashCount:
    """Counted cash from a view."""
    values = json.loads(text)
    return CashCount.of({piece["key"]: piece["count"] for piece in values["pieces"]}, rolls=values["rolls"])
