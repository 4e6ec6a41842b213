"""The lists of a close report: voids, approvals, receipts without paper; each stands only where it has a row."""

from collections.abc import Mapping, Sequence
from datetime import tzinfo

from app.domain.reasons import said
from app.domain.records import CountRecord, NoSaleRecord, ReceiptRecord
from app.domain.user import Deed
from receipts.layouts import wording
from receipts.sheet import Column, Note, Section, Table

_APPROVAL_WORDS = {
    Deed.OVERRIDE_CASH_ONLY.value: "Check on a cash-only account",
    Deed.OVERRIDE_CHECK.value: "Unusual check",
    Deed.OVER_LIMIT.value: "Amount over the limit",
}


def voids(numbered: Sequence[ReceiptRecord], names: Mapping[str, str], zone: tzinfo) -> tuple[Section, ...]:
    """Voids apart from everything else, with reasons and both people (K1, R23); nothing when there are none."""
    void = [record for record in numbered if record.is_void]
    if not void:
        return ()
    columns = (
        Column("Receipt"), Column("Taken"), Column("Reason", share=2), Column("Voided by"), Column("Approved by"),
        Column("Amount", True),
    )  # fmt: skip
    rows = tuple(
        (
            record.receipt,
            wording.time(wording.local(record.at, zone)),
            said(record.void_reason, record.void_note),
            wording.person(names, record.void_by),
            wording.person(names, record.void_approval),
            wording.figure(record.total),
        )
        for record in void
    )
    total = ("All voids", "", "", "", "", wording.dollars(sum(record.total for record in void)))
    return (Section("Voids, not in any sum above", (Table(columns, rows, (total,)),)),)


def approvals(good: Sequence[ReceiptRecord], names: Mapping[str, str]) -> tuple[Section, ...]:
    """Receipts that needed a second person (J3); nothing when there are none."""
    columns = (
        Column("Receipt"), Column("What", share=2), Column("Reason", share=2), Column("Approved by"),
        Column("Amount", True),
    )  # fmt: skip
    rows = tuple(
        (
            record.receipt,
            _APPROVAL_WORDS.get(approval.deed, approval.deed.replace("_", " ").capitalize()),
            reason,
            wording.person(names, approval.by),
            wording.figure(record.total),
        )
        for record in good
        for approval, reason in zip(record.approvals, record.approval_reasons, strict=True)
        if approval.by
    )
    return (Section("Approved by a second person", (Table(columns, rows),)),) if rows else ()


def no_sales(openings: Sequence[NoSaleRecord], names: Mapping[str, str], zone: tzinfo) -> tuple[Section, ...]:
    """Every opening of the drawer without a receipt, with its reason (R7); nothing when there are none."""
    columns = (Column("At"), Column("Reason", share=2), Column("Opened by"), Column("Approved by"))
    rows = tuple(
        (
            wording.time(wording.local(opening.at, zone)),
            opening.reason,
            wording.person(names, opening.by),
            wording.person(names, opening.approved_by) if opening.approved_by else "",
        )
        for opening in openings
    )
    return (Section("Drawer opened without a receipt", (Table(columns, rows),)),) if rows else ()


def unprinted(count: CountRecord) -> tuple[Section, ...]:
    """Receipts that were saved without paper (R34); nothing when there are none."""
    if not count.unprinted:
        return ()
    words = f"No paper came for {', '.join(count.unprinted)}. The cashier saw this list when counting."
    return (Section("Receipts not printed", (Note(words),)),)
