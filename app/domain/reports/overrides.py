"""Overrides: every time a second person was asked, with both names and what came of it (J3, R25, R44)."""

from collections.abc import Callable, Mapping
from typing import Any

from app.domain.facts.base import Approval
from app.domain.facts.batches import DrawerOpened
from app.domain.facts.receipts import ReceiptTaken, ReceiptVoided
from app.domain.facts.station import ApprovalAnswered, ApprovalRefused
from app.domain.reasons import said
from app.domain.reports.found import EntryFound
from app.domain.reports.table import Column, ColumnKind, Opens, Row, RowState
from app.domain.user import Deed

COLUMNS = (
    Column("Date", ColumnKind.DAY),
    Column("Time", ColumnKind.TIME),
    Column("What"),
    Column("Receipt", ColumnKind.NUMBER),
    Column("Batch", ColumnKind.NUMBER),
    Column("Asked by"),
    Column("Answered by"),
    Column("Reason", is_wide=True),
    Column("Amount", ColumnKind.AMOUNT),
    Column("State", ColumnKind.STATE),
)
APPROVED_KINDS = frozenset({ReceiptTaken.KIND})
KINDS = frozenset({ReceiptVoided.KIND, DrawerOpened.KIND, ApprovalAnswered.KIND,
                   ApprovalRefused.KIND, "deposit_undone"})  # fmt: skip
_WORDS = {
    Deed.OVERRIDE_CASH_ONLY.value: "Check, cash-only account",
    Deed.OVERRIDE_CHECK.value: "Unusual check",
    Deed.OVER_LIMIT.value: "Amount over the limit",
    Deed.VOID_RECEIPT.value: "Void",
    Deed.NO_SALE.value: "No-sale",
    Deed.UNDO_DEPOSIT.value: "Bag taken apart",
}


def override_rows(found: EntryFound, names: Mapping[str, str], opened: Callable[[str], str]) -> tuple[Row, ...]:
    """A row for each second person that the entry names; `opened` makes sealed words readable."""
    fact: Any = found.fact
    if isinstance(fact, ApprovalRefused):
        return (_row(found, fact.approval, RowState.REFUSED, names, opened),)
    if isinstance(fact, ApprovalAnswered):
        state = RowState.APPROVED if fact.answer == "approved" else RowState.REFUSED
        given = Approval(fact.deed, found.envelope.by, "afterwards", "", fact.note)
        return (_row(found, given, state, names, opened, asked_by=""),)
    approvals = fact.approvals if isinstance(fact, ReceiptTaken) else (fact.approval,)
    return tuple(
        _row(found, given, RowState.APPROVED if given.by else RowState.WAITING, names, opened)
        for given in approvals
        if given is not None
    )


def _row(
    found: EntryFound, given: Approval, state: RowState, names: Mapping[str, str], opened: Callable[[str], str],
    *, asked_by: str | None = None,
) -> Row:
    fact, envelope = found.fact, found.envelope
    receipt = str(getattr(fact, "receipt", ""))
    batch = str(getattr(fact, "batch", "") or ", ".join(getattr(fact, "batches", ())))
    asked = envelope.by if asked_by is None else asked_by
    cells = (
        envelope.business_date,
        envelope.at,
        _WORDS.get(given.deed, given.deed.replace("_", " ").capitalize()),
        receipt,
        batch,
        names.get(asked, asked),
        names.get(given.by, given.by),
        said(given.reason, opened(given.note)),
        getattr(fact, "total", None) if isinstance(fact, ReceiptTaken) else None,
        state,
    )
    opens = Opens("receipt", receipt) if receipt else None
    return Row(cells, opens, place=found.place, ref=found.ref)
