"""What happened, entry by entry, as facts: for reports and the auditor."""

from collections.abc import Sequence
from typing import Protocol

from app.domain.entry import EntryRef
from app.domain.facts.base import Envelope, Fact
from app.domain.setting_record import PersonChanged, SettingRecord


class History(Protocol):
    """Reads entries of the own stream."""

    def happenings(
        self, *, batch: str = "", business_date: str = "", kinds: Sequence[str] = (), limit: int = 2_000
    ) -> Sequence[tuple[EntryRef, Envelope, Fact]]:
        """Entries in order: of a batch, of a business date, of some kinds; the newest `limit`."""
        ...

    def about(self, topic: str, key: str = "") -> Sequence[tuple[EntryRef, Envelope, Fact]]:
        """Seldom entries by topic and key (app/domain/about), the oldest first."""
        ...

    def setting_records(self) -> Sequence[SettingRecord]:
        """Every value that any setting had, has or will have; by name, then from the earliest date."""
        ...

    def people_changed(self) -> Sequence[PersonChanged]:
        """When each person was last changed, and by whom."""
        ...
