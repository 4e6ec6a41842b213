"""An extract on its way into the books (answers `app.ports.account_intake.OpenIntake`): what it says, as slices.

Nothing here writes: a slice is ready bytes (sealed lines, rows as JSON), and `Staging` stores it, in this process or
behind a pipe. So a whole file can be turned into slices in a process of its own (DECISIONS 30).
"""

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, Protocol, TypeVar

import msgspec

from app.domain.account import Account
from app.domain.entry import EntryRef
from app.frozen import frozen
from app.interchange.accounts_blob import absent_line, account_line, body_digest, quarantined_line, unread_line
from app.interchange.accounts_delta import AccountChange
from app.interchange.extract_findings import QuarantinedRow, UnreadAccount
from app.ports.account_intake import ExtractTaken, KeptExtracts
from db.account_body import account_of
from db.account_rows import account_row, unread_account
from db.answers import BookAnswers
from db.keys.blobs import sealed_blob
from db.keys.sealing import SealingKey

R = TypeVar("R")
SLICE_ROWS = 500
SLICE_ROWS_WHILE_OPEN = 100
SLICE_BYTES = 1 << 20
Ask = Callable[[Callable[[BookAnswers], R]], R]
_encode = msgspec.json.encode


@frozen
class IntakeGround:
    """What slices are made for: the generation they belong to, the extract's day, the key that seals their lines."""

    generation: int
    as_of: str
    key: SealingKey
    slice_rows: int


@frozen
class IntakeSlice:
    """Ready to store: the lines sealed, and their accounts as a JSON list of rows (`account_row`, body as text)."""

    sealed: bytes
    rows: bytes


@frozen
class IntakeSums:
    """What all slices hold together."""

    changed: int
    absent: int
    quarantined: int
    delta_sha256: str


class Staging(Protocol):
    """Stores slices that nobody sees before `finish`."""

    def store(self, piece: IntakeSlice) -> int:
        """Keep one; the answer is how many rows the next one may hold."""
        ...

    def finish(self, extract: ExtractTaken, sums: IntakeSums) -> EntryRef:
        """Make them count."""
        ...

    def cancel(self) -> None:
        """Sweep them."""
        ...


class StagingIntake(KeptExtracts, Protocol):
    """Where extracts come in, also for slices that are made elsewhere."""

    def stage(self, *, by: str, as_of: str, business_date: str = "") -> "StagedExtract":
        """Begin, as `begin`; the caller makes the slices."""
        ...


class StagedExtract(Staging, Protocol):
    """A staging with the ground that its slices need."""

    @property
    def ground(self) -> IntakeGround:
        """What the slices are made for."""
        ...


class Intake:
    """One extract; `ask` reads the books beside everything else."""

    def __init__(self, ground: IntakeGround, ask: "Ask[Any]", staging: Staging) -> None:
        self._ground = ground
        self._ask = ask
        self._staging = staging
        self._slice_rows = ground.slice_rows
        self._rows: list[tuple[Any, ...]] = []
        self._lines: list[bytes] = []
        self._bytes = 0
        self._sum = hashlib.sha256()
        self._changed = self._absent = self._quarantined = 0

    def digests(self, keys: Sequence[str]) -> Mapping[str, bytes]:
        """The digest of each account that is known; one marked absent has an empty one."""
        rows = self._ask(partial(BookAnswers.accounts_named, keys=keys))
        return {key: body_digest(body) if left_after is None else b"" for key, left_after, body in rows}

    def known_keys(self) -> Iterator[str]:
        """Every known account, in key order; read in pages."""
        after = ""
        while page := self._ask(partial(BookAnswers.account_keys_after, key=after)):
            yield from page
            after = page[-1]

    def take(self, change: AccountChange) -> None:
        """Keep a new or changed account."""
        self._changed += 1
        self._keep(change.account, change.body, account_line(change.body))

    def absent(self, key: str) -> None:
        """The account stays with its last snapshot, marked; one that is already marked is left alone."""
        before = self._before(key)
        if before is not None and before[1] is None:
            account = account_of(before[0])
            self._absent += 1
            self._keep(account, before[0], absent_line(key), left_after=self._ground.generation - 1)

    def unread(self, unread: UnreadAccount) -> None:
        """What was known stays, incomplete."""
        before = self._before(unread.key)
        account, body = unread_account(account_of(before[0]) if before else None, unread)
        self._changed += 1
        self._keep(account, body, unread_line(unread))

    def quarantined(self, row: QuarantinedRow) -> None:
        """Keep a row that was not taken."""
        self._quarantined += 1
        self._add(quarantined_line(row))

    def finish(self, extract: ExtractTaken) -> EntryRef:
        """One entry makes the generation count.

        Raises:
            RecordsError: it could not be stored; nothing changed.
        """
        self._flush()
        sums = IntakeSums(self._changed, self._absent, self._quarantined, self._sum.hexdigest())
        return self._staging.finish(extract, sums)

    def cancel(self) -> None:
        """Nobody has seen anything of it."""
        self._rows, self._lines = [], []
        self._staging.cancel()

    def _keep(self, account: Account, body: bytes, line: bytes, left_after: int | None = None) -> None:
        ground = self._ground
        row = account_row(account, body, generation=ground.generation, as_of=ground.as_of, left_after=left_after)
        self._rows.append((*row[:-1], body.decode()))
        self._add(line)

    def _add(self, line: bytes) -> None:
        self._lines.append(line)
        self._bytes += len(line)
        if len(self._lines) >= self._slice_rows or self._bytes >= SLICE_BYTES:
            self._flush()

    def _flush(self) -> None:
        if not self._lines:
            return
        plain = b"".join(self._lines)
        self._sum.update(plain)
        piece = IntakeSlice(sealed_blob(self._ground.key, plain), _encode(self._rows))
        self._rows, self._lines, self._bytes = [], [], 0
        self._slice_rows = self._staging.store(piece)

    def _before(self, key: str) -> tuple[bytes, int | None] | None:
        found: tuple[bytes, int | None] | None = self._ask(lambda answers: answers.kept_account(key))
        return found
