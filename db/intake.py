"""An extract on its way into the books (answers `app.ports.account_intake`).

Rows are written in slices under the *next* generation, which no question looks at; their lines are kept as sealed
blobs. One short entry then counts the generation up, and everything is seen at once. A crash before it changes
nothing: leftovers are swept by the next intake. Rows that the new generation replaced are cleared afterwards.
"""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any, Protocol, TypeVar

from app.domain.account import Account
from app.domain.entry import EntryRef
from app.domain.facts.station import AccountsImported
from app.interchange.accounts_blob import absent_line, account_line, body_digest, quarantined_line, unread_line
from app.interchange.accounts_delta import AccountChange
from app.interchange.extract_findings import QuarantinedRow, UnreadAccount
from app.ports.account_intake import ExtractTaken
from db.account_rows import account_of, account_row, unread_account
from db.answers import BookAnswers
from db.books import StationBooks
from db.deed import DeedTools
from db.import_blobs import manifest_of
from db.lane import Lane, Turn
from db.opener import Cursor
from db.reader import Reader
from db.sealing import keep_blob

R = TypeVar("R")
SLICE_ROWS = 500
SLICE_ROWS_WHILE_OPEN = 100
SWEEP_ROWS = 500

_OPEN_BATCH = "SELECT 1 FROM view_batch WHERE state = 'open' ORDER BY batch_id DESC LIMIT 1"
_LEFTOVERS = "SELECT rowid, generation FROM view_account ORDER BY rowid DESC LIMIT ?"


class IntakeEnd(Protocol):
    """Hears that an intake has ended."""

    def __call__(self, *, has_counted: bool) -> None:
        """`has_counted`: a new generation is what everybody sees now."""
        ...


class Intake:
    """One extract; made by `StationIntake.begin`."""

    def __init__(
        self,
        writer: Lane,
        books: StationBooks,
        reader: Reader,
        *,
        by: str,
        as_of: str,
        business_date: str,
        on_end: IntakeEnd,
    ) -> None:
        self._writer = writer
        self._books = books
        self._reader = reader
        self._by = by
        self._business_date = business_date
        self._generation = reader.run(lambda answers: answers.state().generation) + 1
        self._rows: list[tuple[Any, ...]] = []
        self._lines: list[bytes] = []
        self._chunks: list[str] = []
        self._sum = hashlib.sha256()
        self._as_of = as_of
        self._on_end = on_end
        self._slice = SLICE_ROWS_WHILE_OPEN  # until the first slice has seen that no batch is open
        self.changed = 0
        self.absent_count = 0
        self.quarantined_count = 0
        self.is_ended = False

    def known(self) -> Iterator[tuple[str, bytes]]:
        """(key, digest) of every account, in key order; read in pages beside everything else."""
        after = ""
        while page := self._reader.run(partial(BookAnswers.accounts_after, key=after)):
            for key, left_after, body in page:
                yield key, body_digest(body) if left_after is None else b""
            after = page[-1][0]

    def take(self, change: AccountChange) -> None:
        """Keep a new or changed account."""
        self._keep(change.account, change.body, account_line(change.body))
        self.changed += 1

    def absent(self, key: str) -> None:
        """The account stays with its last snapshot, marked; one that is already marked is left alone."""
        before = self._before(key)
        if before is not None and before[1] is None:
            account = account_of(before[0])
            self._keep(account, before[0], absent_line(key), left_after=self._generation - 1)
            self.absent_count += 1

    def unread(self, unread: UnreadAccount) -> None:
        """What was known stays, incomplete."""
        before = self._before(unread.key)
        account, body = unread_account(account_of(before[0]) if before else None, unread)
        self._keep(account, body, unread_line(unread))
        self.changed += 1

    def quarantined(self, row: QuarantinedRow) -> None:
        """Keep a row that was not taken."""
        self._lines.append(quarantined_line(row))
        self.quarantined_count += 1
        self._flush_when_full()

    def finish(self, extract: ExtractTaken) -> EntryRef:
        """One entry makes the generation count; then what it replaced is cleared in slices.

        Raises:
            RecordsError: it could not be stored; nothing changed.
        """
        self._flush()
        ref = self._writer.run(lambda: self._entry(extract), turn=Turn.NORMAL)
        self.is_ended = True
        try:
            self.clear_replaced()
        finally:
            self._on_end(has_counted=True)
        return ref

    def cancel(self) -> None:
        """Sweep what was staged; nobody has seen it."""
        if not self.is_ended:
            self.is_ended = True
            self._rows.clear()
            self._lines.clear()
            try:
                self.sweep_leftovers()
            finally:
                self._on_end(has_counted=False)

    def sweep_leftovers(self) -> None:
        """Delete rows of a generation that never counted; they are the newest of the table."""
        while self._run(self._sweep_slice):
            pass

    def clear_replaced(self) -> None:
        """Delete rows that a newer generation replaced."""
        while replaced := self._reader.run(lambda answers: answers.replaced_accounts(SWEEP_ROWS)):
            self._run(partial(_drop_older, replaced))

    def _keep(self, account: Account, body: bytes, line: bytes, left_after: int | None = None) -> None:
        row = account_row(account, body, generation=self._generation, as_of=self._as_of, left_after=left_after)
        self._rows.append(row)
        self._lines.append(line)
        self._flush_when_full()

    def _flush_when_full(self) -> None:
        if len(self._lines) >= self._slice:
            self._flush()

    def _flush(self) -> None:
        if self._lines:
            self._run(self._store_slice)

    def _store_slice(self, cursor: Cursor, tools: DeedTools) -> None:
        plain = b"".join(self._lines)
        self._chunks.append(keep_blob(cursor, tools.statements.blob, tools.sealer, plain))
        cursor.executemany(tools.view_texts["insert_account"], self._rows)
        self._sum.update(plain)
        self._rows, self._lines = [], []
        self._slice = SLICE_ROWS_WHILE_OPEN if cursor.execute(_OPEN_BATCH).fetchone() else SLICE_ROWS

    def _entry(self, extract: ExtractTaken) -> EntryRef:
        with self._books.deed(by=self._by) as deed:
            fact = AccountsImported(
                file_name=extract.file_name,
                file_sha256=extract.file_sha256,
                layout=extract.layout,
                rows=extract.rows,
                accounts=extract.accounts,
                changed=self.changed,
                absent=self.absent_count,
                quarantined=self.quarantined_count,
                total=extract.total,
                as_of=self._as_of,
                posted_through=extract.posted_through,
                delta_sha256=self._sum.hexdigest(),
                blob=deed.seal_blob(manifest_of(self._chunks)),
            )
            return deed.append_import(fact, business_date=self._business_date)

    def _before(self, key: str) -> tuple[bytes, int | None] | None:
        found: tuple[bytes, int | None] | None = self._reader.run(lambda answers: answers.kept_account(key))
        return found

    def _sweep_slice(self, cursor: Cursor, _tools: DeedTools) -> bool:
        live = self._generation - 1
        rows = [(rowid,) for rowid, made in cursor.execute(_LEFTOVERS, (SWEEP_ROWS,)).fetchall() if made > live]
        cursor.executemany("DELETE FROM view_account WHERE rowid = ?", rows)
        return bool(rows)

    def _run(self, call: Callable[[Cursor, DeedTools], R]) -> R:
        return self._writer.run(lambda: self._books.bulk(call), turn=Turn.BULK)


def _drop_older(rows: Sequence[tuple[str, int]], cursor: Cursor, tools: DeedTools) -> None:
    cursor.executemany(tools.view_texts["drop_older_account"], rows)
