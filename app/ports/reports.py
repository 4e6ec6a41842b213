"""What reports ask of the books: a little at a time, so that nobody waits behind a long one."""

from collections.abc import Collection, Sequence
from typing import Protocol

from app.domain.reports.found import BatchOutline, EntryFound, ReceiptFound, StartDifference


class ReportQuestions(Protocol):
    """Answers in the order of the stream; `upto` and every place are numbers that only the books understand."""

    def report_head(self) -> int:
        """The place of the last entry: what comes after it is in no report that began before."""
        ...

    def time_zone(self) -> str:
        """The city's zone, as the genesis says."""
        ...

    def report_batches(self, *, first: str, last: str) -> Sequence[BatchOutline]:
        """Batches of these business dates, both included, the oldest first."""
        ...

    def report_receipts(
        self, batch: BatchOutline, *, after: int, upto: int, limit: int
    ) -> Sequence[ReceiptFound]:
        """Receipts of the batch behind the place `after`, as they stood when `upto` was the last entry."""
        ...

    def report_span(self, batches: Sequence[BatchOutline], *, upto: int) -> tuple[int, int]:
        """Where entries of these batches, and those made around them, begin (behind it) and end (with it)."""
        ...

    def report_entries(
        self, *, after: int, to: int, kinds: Collection[str], limit: int, approved_kinds: Collection[str] = ()
    ) -> tuple[Sequence[EntryFound], int]:
        """Entries of the kinds among the next `limit` of the stream, and the place reached; `to` when at the end.

        Of the `approved_kinds` only those that name a second person.
        """
        ...

    def report_start(self, batch: BatchOutline) -> StartDifference | None:
        """What the starting cash was over or short of what had been issued; None where it agreed."""
        ...
