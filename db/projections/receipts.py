"""Receipts, voids, reprints and hand-overs to rows."""

import hashlib
from collections.abc import Iterable
from typing import Any

from app.domain.transfer import CARD_RECEIVABLE, Transfer
from db.ids import number_id
from db.projections.mark import Mark
from db.projections.rows import NO_MONEY, Rows, money_row

_CLASSES = {"cash": 0, "check": 1, "money_order": 2}
_CARD = 3
_COUNTED = ("drawer:", CARD_RECEIVABLE)


def receipt_taken(fact: Any, mark: Mark) -> Rows:
    """The receipt, its lines, checks to be known again, and the batch's sums by tender class."""
    number, batch = number_id(fact.receipt), number_id(fact.batch)
    row = (number, mark.eid, batch, mark.business_date, fact.total, fact.change, None, 0, 0, 0)
    sums = by_tender(fact.transfers)
    rows: Rows = [
        ("insert_receipt", [row]),
        ("insert_line", [(line.account, number, n, line.cents) for n, line in enumerate(fact.lines)]),
        ("batch_money", [money_row(mark, batch, sums, receipts=1, receipt=number, approvals=_open(fact.approvals))]),
    ]
    checks = [
        (payer_key(tender.payer_mark), tender.reference, number, n)
        for n, tender in enumerate(fact.tenders)
        if tender.payer_mark
    ]
    if checks:
        rows.append(("insert_check", checks))
    if _open(fact.approvals):
        rows.append(("insert_approval", [(batch, mark.eid, mark.h, None)]))
    return rows


def receipt_voided(fact: Any, mark: Mark) -> Rows:
    """The receipt is marked, its sums leave the batch; an approval afterwards stays open."""
    batch = number_id(fact.batch)
    is_open = _open((fact.approval,))
    rows: Rows = [
        ("receipt_voided", [(mark.eid, number_id(fact.receipt))]),
        ("batch_money", [money_row(mark, batch, by_tender(fact.transfers), voids=1, approvals=is_open)]),
    ]
    if is_open:
        rows.append(("insert_approval", [(batch, mark.eid, mark.h, None)]))
    return rows


def receipt_reprinted(fact: Any, mark: Mark) -> Rows:
    """Counted on the receipt and in its batch (R14)."""
    batch = number_id(fact.batch)
    return [
        ("receipt_reprinted", [(1, number_id(fact.receipt))]),
        ("batch_money", [money_row(mark, batch, NO_MONEY, reprints=1)]),
    ]


def handover_answered(fact: Any, mark: Mark) -> Rows:
    """After an unclean stop: asked and answered."""
    return [("insert_handover", [(number_id(fact.receipt), mark.eid)])]


def payer_key(payer_mark: str) -> int:
    """Seven bytes that stand for a payer's mark: marks come in any order, and small rows split fewer pages.

    Whoever finds a row by it compares the mark in the entry.
    """
    return int.from_bytes(hashlib.sha256(payer_mark.encode()).digest()[:7], "big")


def by_tender(transfers: Iterable[Transfer]) -> tuple[int, int, int, int]:
    """What drawer and cards gained, by class: cash, checks, money orders, cards; change has left the cash."""
    sums = [0, 0, 0, 0]
    for transfer in transfers:
        debit, credit = transfer.debit, transfer.credit
        if debit.startswith(_COUNTED):
            sums[_class_of(debit)] += transfer.cents
        if credit.startswith(_COUNTED):
            sums[_class_of(credit)] -= transfer.cents
    return sums[0], sums[1], sums[2], sums[3]


def _class_of(account: str) -> int:
    return _CARD if account == CARD_RECEIVABLE else _CLASSES[account.rpartition(":")[2]]


def _open(approvals: Iterable[Any]) -> int:
    """1 when somebody must still answer (DESIGN section 4, afterwards)."""
    return int(any(approval.way == "afterwards" and not approval.by for approval in approvals))
