"""What happened, entry by entry, as facts: for reports and the auditor."""

from collections.abc import Sequence
from typing import Protocol

from app.domain.entry import EntryRef
from app.domain.facts.base import Envelope, Fact


class History(Protocol):
    """Reads entries of the own stream."""

    def happenings(
        self, *, batch: str = "", business_date: str = "", kinds: Sequence[str] = (), limit: int = 2_000
    ) -> Sequence[tuple[EntryRef, Envelope, Fact]]:
        """Entries in order: of a batch, of a business date, of some kinds; the newest `limit`."""
        ...
