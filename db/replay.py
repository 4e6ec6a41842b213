"""The views again from the entries alone: typed decoding, rows gathered by statement, pages of entries (hot-path 3).

Reads payloads and the blobs they name, never settings, clock or feed. The same projections as `db/journal` make the
rows, so a difference between the two is a fault of the file, not of the reader.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from app.domain.entry import StreamName
from db.account_body import account_of
from db.account_rows import ImportLine, account_row, line_of, unread_account
from db.decoding import decoded, kind_of
from db.errors import JournalRefusedError
from db.ids import id_of
from db.import_blobs import import_chunks
from db.journal import genesis_mark
from db.opener import Cursor
from db.projections.mark import Mark
from db.projections.project import GATHERED, MUST_CHANGE, rows_of
from db.projections.state import State, advance, first_state
from db.sealing import BlobSealer

PAGE_ENTRIES = 2_000
_INCARNATIONS = (
    "SELECT DISTINCT incarnation FROM journal_entry WHERE tenant = ? AND station = ? ORDER BY incarnation"
)
_PAGE = (
    "SELECT seq, id, h, payload FROM journal_entry WHERE tenant = ? AND station = ? AND incarnation = ? AND seq > ?"
    " ORDER BY seq LIMIT ?"
)
# Rows that only add come before rows that change them; among each kind the entries' order is kept.
ORDER = (
    "insert_receipt", "insert_line", "insert_check", "insert_approval",
    "receipt_voided", "receipt_reprinted", "batch_money",
)  # fmt: skip


class Replay:
    """Writes views from the entries of one station, page by page.

    `texts` are the statements of the views to fill, `account_table` their account table (for what was known before).
    """

    def __init__(
        self,
        read: Cursor,
        write: Cursor,
        texts: Mapping[str, str],
        sealer: BlobSealer,
        *,
        tenant: str,
        station: str,
        account_table: str = "view_account",
    ) -> None:
        self._read = read
        self._write = write
        self._texts = texts
        self._sealer = sealer
        self._tenant = tenant
        self._station = station
        self._before = (
            f"SELECT body, left_after FROM {account_table} WHERE account = ? ORDER BY generation DESC LIMIT 1"
        )
        self._gathered: dict[str, list[tuple[Any, ...]]] = {name: [] for name in ORDER}
        self.state: State | None = None
        self.entries = 0

    def page(self, limit: int = PAGE_ENTRIES) -> bool:
        """Replay the next entries; False when the end was reached. The caller's transaction holds what it writes.

        Raises:
            RecordsError: an entry that cannot be read or projected, or a blob that is missing.
        """
        incarnation, after = (self.state.incarnation, self.state.seq) if self.state else ("", -1)
        rows = self._rows(incarnation, after, limit)
        if not rows:
            following = self._incarnation_after(incarnation)
            if following is None:
                return False
            incarnation = following
            rows = self._rows(incarnation, -1, limit)
        stream = StreamName(self._tenant, self._station, incarnation)
        for seq, entry_id, h, payload in rows:
            self._see(stream, seq, entry_id, h, decoded(payload))
        self._flush()
        if self.state is not None:
            self._write.execute(self._texts["insert_state"], self.state.row())
        self.entries += len(rows)
        return True

    def run(self) -> int:
        """All of it; returns the number of entries."""
        while self.page():
            pass
        return self.entries

    def _rows(self, incarnation: str, after: int, limit: int) -> list[Any]:
        where = (self._tenant, self._station, incarnation, after, limit)
        found: list[Any] = self._read.execute(_PAGE, where).fetchall()
        return found

    def _incarnation_after(self, incarnation: str) -> str | None:
        letters = [row[0] for row in self._read.execute(_INCARNATIONS, (self._tenant, self._station)).fetchall()]
        return next((letter for letter in letters if letter > incarnation), None)

    def _see(self, stream: StreamName, seq: int, entry_id: bytes, h: bytes, fact: Any) -> None:
        kind = kind_of(fact)
        if seq == 0:
            self._flush()
            self.state = first_state(stream, fact, genesis_mark(stream, entry_id, h), self.state)
            return
        if self.state is None:
            raise JournalRefusedError("the stream has no genesis")
        mark = Mark(id_of(stream.incarnation, seq), h, fact.at, fact.by, fact.business_date)
        if kind in GATHERED:
            for name, rows in rows_of(kind, fact, mark):
                self._gathered[name].extend(rows)
        else:
            self._flush()
            for name, rows in rows_of(kind, fact, mark):
                self._run(name, rows)
            if kind == "accounts_imported":
                self._import(fact, self.state.generation + 1)
        advance(self.state, kind, fact, mark)

    def _flush(self) -> None:
        for name, rows in self._gathered.items():
            if rows:
                self._run(name, rows)
                rows.clear()

    def _run(self, name: str, rows: Sequence[tuple[Any, ...]]) -> None:
        self._write.executemany(self._texts[name], rows)
        if name in MUST_CHANGE and self._write.rowcount != len(rows):
            raise JournalRefusedError("an entry names what does not exist")

    def _import(self, fact: Any, generation: int) -> None:
        for chunk in import_chunks(self._read, self._sealer, fact.blob):
            rows = [row for line in chunk if (row := self._account(line_of(line), fact.as_of, generation)) is not None]
            self._write.executemany(self._texts["insert_account"], rows)
            self._write.executemany(self._texts["drop_older_account"], [(row[0], generation) for row in rows])

    def _account(self, line: ImportLine, as_of: str, generation: int) -> tuple[Any, ...] | None:
        body = bytes(line.account)
        left_after: int | None = None
        if body:
            account = account_of(body)
        elif line.absent is not None:
            body = self._write.execute(self._before, (line.absent,)).fetchone()[0]
            account, left_after = account_of(body), generation - 1
        elif line.unread is not None:
            before = self._write.execute(self._before, (line.unread.key,)).fetchone()
            account, body = unread_account(account_of(before[0]) if before else None, line.unread)
        else:
            return None
        return account_row(account, body, generation=generation, as_of=as_of, left_after=left_after)
