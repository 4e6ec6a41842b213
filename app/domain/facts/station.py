"""The station itself: genesis, settings, users, imports, clock, gaps, approvals, reveals."""

from typing import Any, ClassVar

from app.domain.entry import EntryRef
from app.domain.facts.base import Approval, Sealed
from app.frozen import frozen


@frozen
class StationStarted:
    """The genesis (seq 0): practice or real for ever, 32 random bytes, the city's time zone."""

    KIND: ClassVar[str] = "station_started"
    V: ClassVar[int] = 1
    practice: bool
    random: str
    time_zone: str


@frozen
class SettingChanged:
    """A dated setting and the ordinance it cites; `value` holds JSON types without floats."""

    KIND: ClassVar[str] = "setting_changed"
    V: ClassVar[int] = 1
    name: str
    value: Any
    effective_from: str
    ordinance: str


@frozen
class UserChanged:
    """A person, roles and rights; the PIN's verifier is never in the journal."""

    KIND: ClassVar[str] = "user_changed"
    V: ClassVar[int] = 1
    user: str
    name: str
    roles: tuple[str, ...]
    rights: tuple[str, ...]
    active: bool


@frozen
class AccountsImported:
    """One extract taken: its totals, what it already contains of our posting files, and its sealed rows.

    `posted_through` is the last posting file contained in the amounts (0: none); `blob` the content hash of the
    sealed delta, `delta_sha256` the hash of its plain bytes; `quarantined` counts bad rows, which the blob keeps.
    """

    KIND: ClassVar[str] = "accounts_imported"
    V: ClassVar[int] = 1
    file_name: str
    file_sha256: str
    layout: str
    rows: int
    accounts: int
    changed: int
    absent: int
    quarantined: int
    total: int
    as_of: str
    posted_through: int
    delta_sha256: str
    blob: str


@frozen
class ApprovalAnswered:
    """An approval asked for afterwards got its answer; `answer` is `approved` or `refused`."""

    KIND: ClassVar[str] = "approval_answered"
    V: ClassVar[int] = 1
    entry: EntryRef
    batch: str
    deed: str
    answer: str
    note: Sealed


@frozen
class ApprovalRefused:
    """A second person was asked at the station and the rule said no, or the PIN was wrong (R44)."""

    KIND: ClassVar[str] = "approval_refused"
    V: ClassVar[int] = 1
    approval: Approval
    why: str


@frozen
class DetailRevealed:
    """Somebody looked at a masked detail (J8)."""

    KIND: ClassVar[str] = "detail_revealed"
    V: ClassVar[int] = 1
    account: str
    what: str


@frozen
class ClockJumped:
    """The clock stood earlier than the last entry, or leapt; order never depends on it (b.15)."""

    KIND: ClassVar[str] = "clock_jumped"
    V: ClassVar[int] = 1
    last_at: str
    now: str
    confirmed_by: str


@frozen
class GapDeclared:
    """After a restore: the stream before ended at `seq`, what came after it there is not in this file.

    `posting_no` is the last posting file that this file knows, `posted` the last that billing got, as told at the
    restore (-1: nobody knew). Files between were made after the backup.
    """

    KIND: ClassVar[str] = "gap_declared"
    V: ClassVar[int] = 1
    incarnation: str
    seq: int
    h: str
    last_receipt: str
    last_batch: str
    reason: str
    posting_no: int = 0
    posted: int = -1
