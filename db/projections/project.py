"""Which projection a kind has."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, TypeAlias

from db.errors import JournalRefusedError
from db.projections import about, batches, receipts, station
from db.projections.mark import Mark
from db.projections.rows import Rows

Projection: TypeAlias = Callable[[Any, Mark], Rows]

PROJECTIONS: Mapping[str, Projection] = MappingProxyType(
    {
        "station_started": station.no_rows,
        "setting_changed": station.setting_changed,
        "user_changed": station.user_changed,
        "accounts_imported": station.accounts_imported,
        "approval_answered": batches.approval_answered,
        "approval_refused": station.no_rows,
        "detail_revealed": station.no_rows,
        "clock_jumped": station.no_rows,
        "gap_declared": station.gap_declared,
        "batch_opened": batches.batch_opened,
        "drawer_opened": batches.drawer_opened,
        "cash_turned_in": batches.cash_turned_in,
        "batch_counted": batches.batch_counted,
        "batch_balanced": batches.batch_balanced,
        "batch_rejected": batches.batch_rejected,
        "batch_reopened": batches.batch_reopened,
        "checkpoint_made": station.no_rows,
        "receipt_taken": receipts.receipt_taken,
        "receipt_voided": receipts.receipt_voided,
        "receipt_reprinted": receipts.receipt_reprinted,
        "handover_answered": receipts.handover_answered,
        "draft_dropped": station.no_rows,
        "deposit_prepared": batches.deposit_prepared,
        "deposit_verified": batches.deposit_verified,
        "deposit_undone": batches.deposit_undone,
        "posting_exported": batches.posting_exported,
        "posting_taken_back": batches.posting_taken_back,
        "postings_declared": batches.postings_declared,
        "batch_handed_over": about.batch_handed_over,
        "drawer_counted": about.drawer_counted,
        "paper_issued": about.paper_range,
        "paper_entered": about.paper_entered,
        "paper_listed": about.paper_listed,
        "paper_returned": about.paper_range,
        "note_added": about.noted,
        "note_ended": about.noted,
        "mail_listed": batches.mail_noted,
        "mail_set_aside": batches.mail_noted,
        "mail_taken_up": batches.mail_noted,
    }
)

# Their rows only add or count, so that replay may gather thousands of entries into one statement.
GATHERED = frozenset({"receipt_taken", "receipt_voided", "receipt_reprinted", "drawer_opened", "draft_dropped"})

# Statements that must change one row each: a batch, receipt or whole bag that does not exist is refused.
MUST_CHANGE = frozenset(
    {
        "batch_money", "batch_step", "batch_handed", "batch_bagged", "batch_posted", "receipt_voided",
        "deposit_undone", "receipt_taken_back", "void_taken_back", "postings_declared",
    }
)  # fmt: skip


def rows_of(kind: str, fact: Any, mark: Mark) -> Rows:
    """The rows of an entry, by statement, in order.

    Raises:
        JournalRefusedError: a kind without projection.
    """
    projection = PROJECTIONS.get(kind)
    if projection is None:
        raise JournalRefusedError(f"unknown kind {kind}")
    return projection(fact, mark)
