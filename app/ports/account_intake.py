"""Taking an extract into the books: rows come in slices and count only when one entry says so."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

from app.domain.entry import EntryRef
from app.frozen import frozen
from app.interchange.accounts_delta import AccountChange
from app.interchange.extract_findings import QuarantinedRow, UnreadAccount


@frozen
class ExtractTaken:
    """What the entry says of the file; cents, and the last of our posting files that it contains (0: none)."""

    file_name: str
    file_sha256: str
    layout: str
    rows: int
    accounts: int
    total: int
    posted_through: int


class OpenIntake(Protocol):
    """One extract on its way in. Call from a worker that may wait, never from the window's or the writer's thread.

    Until `finish` nothing that anybody sees has changed; a crash or `cancel` leaves the books as they were.
    """

    def digests(self, keys: Sequence[str]) -> Mapping[str, bytes]:
        """The digest of each account that the books know, for `AccountsDelta`; one marked absent has an empty one."""
        ...

    def known_keys(self) -> Iterator[str]:
        """Every known account, in key order."""
        ...

    def take(self, change: AccountChange) -> None:
        """Keep a new or changed account; stored in slices, payments go between."""
        ...

    def absent(self, key: str) -> None:
        """The full extract no longer holds this account; it stays, marked."""
        ...

    def unread(self, unread: UnreadAccount) -> None:
        """Only broken rows of this account stood there; what was known stays, incomplete."""
        ...

    def quarantined(self, row: QuarantinedRow) -> None:
        """Keep a row that was not taken."""
        ...

    def finish(self, extract: ExtractTaken) -> EntryRef:
        """Make it count: one entry, one short transaction."""
        ...

    def cancel(self) -> None:
        """Give it up; nothing changed. After `finish` this does nothing."""
        ...


class AccountIntake(Protocol):
    """Where extracts come in."""

    def begin(self, *, by: str, as_of: str, business_date: str = "") -> OpenIntake:
        """Begin to take an extract for the user; `as_of` is the day its amounts are of, by which dated alerts are told.

        Raises:
            RecordsError: another import is running.
        """
        ...


class KeptExtracts(AccountIntake, Protocol):
    """Where extracts come in and what was not taken of them can be asked: the station itself."""

    def quarantine(self, seq: int) -> tuple[QuarantinedRow, ...]:
        """The rows that the import of that entry did not take."""
        ...
