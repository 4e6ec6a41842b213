"""Slices of an extract into the account view: under the *next* generation, which no question looks at.

One short entry then counts the generation up, and everything is seen at once. A crash before it changes nothing:
leftovers are swept by the next intake. Rows that the new generation replaced are cleared afterwards. A slice is one
statement over JSON: the engine steps through its rows without the interpreter's lock (hot-path 5).
"""

import time
from collections.abc import Callable
from functools import partial
from typing import Protocol, TypeVar

from app.domain.entry import EntryRef
from app.domain.facts.station import AccountsImported
from app.ports.account_intake import ExtractTaken
from db.answers import BookAnswers
from db.books import StationBooks
from db.deed import DeedTools
from db.import_blobs import manifest_of
from db.intake import SLICE_ROWS, SLICE_ROWS_WHILE_OPEN, IntakeGround, IntakeSlice, IntakeSums
from db.lane import Lane, Turn
from db.opener import Cursor, content_hash
from db.reader import Reader
from db.tables.views import VIEWS

R = TypeVar("R")
SWEEP_ROWS = 500
PAUSE_WHILE_OPEN_S = 0.005
"""After a slice beside an open batch: disk and processor belong to the payment first."""

_OPEN_BATCH = "SELECT 1 FROM view_batch WHERE state = 'open' ORDER BY batch_id DESC LIMIT 1"
_LIVE = "SELECT generation FROM view_state"
_SWEEP = (
    "DELETE FROM view_account WHERE generation > ?"
    " AND rowid IN (SELECT rowid FROM view_account ORDER BY rowid DESC LIMIT ?)"
)
_DROP_REPLACED = (
    "DELETE FROM view_account WHERE account > ? AND account <= ? AND generation < (SELECT max(n.generation)"
    " FROM view_account n WHERE n.account = view_account.account AND n.generation <= ?)"
)


class IntakeEnd(Protocol):
    """Hears that an intake has ended."""

    def __call__(self, *, has_counted: bool) -> None:
        """`has_counted`: a new generation is what everybody sees now."""
        ...


class StationStaging:
    """One extract's slices; made by `StationIntake.stage`. Call from one thread that may wait.

    `ground` is what slices are made for; they are small until the first has seen that no batch is open.
    """

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
        self._live = reader.run(lambda answers: answers.state().generation)
        self._chunks: list[str] = []
        self._as_of = as_of
        self._on_end = on_end
        self._insert = _insert_text()
        self.is_ended = False
        key = self._run(lambda _cursor, tools: tools.sealer.key())
        self.ground = IntakeGround(self._live + 1, as_of, key, SLICE_ROWS_WHILE_OPEN)

    def store(self, piece: IntakeSlice) -> int:
        """Keep one in a short transaction; rows that the next one may hold."""
        most = self._run(partial(self._store, piece))
        if most < SLICE_ROWS:
            time.sleep(PAUSE_WHILE_OPEN_S)
        return most

    def finish(self, extract: ExtractTaken, sums: IntakeSums) -> EntryRef:
        """One entry makes the generation count; then what it replaced is cleared in slices.

        Raises:
            RecordsError: it could not be stored; nothing changed.
        """
        ref = self._writer.run(lambda: self._entry(extract, sums), turn=Turn.NORMAL)
        self.is_ended = True
        try:
            self.clear_replaced()
        finally:
            self._on_end(has_counted=True)
        return ref

    def cancel(self) -> None:
        """Sweep what was staged; nobody has seen it. After `finish` this does nothing."""
        if not self.is_ended:
            self.is_ended = True
            try:
                self.sweep_leftovers()
            finally:
                self._on_end(has_counted=False)

    def sweep_leftovers(self) -> None:
        """Delete rows of a generation that never counted; they are the newest of the table."""
        while self._run(self._sweep):
            pass

    def clear_replaced(self) -> None:
        """Delete rows that a newer generation replaced; the reader looks where there are any."""
        after = ""
        while (page := self._reader.run(partial(_page_after, after=after)))[0]:
            through, has_replaced = page
            if has_replaced:
                self._run(partial(_drop_replaced, after, through))
            after = through

    def _store(self, piece: IntakeSlice, cursor: Cursor, tools: DeedTools) -> int:
        name = content_hash(piece.sealed)
        cursor.execute(tools.statements.blob.text, (name, piece.sealed))
        cursor.execute(self._insert, (piece.rows,))
        self._chunks.append(name.hex())
        return SLICE_ROWS_WHILE_OPEN if cursor.execute(_OPEN_BATCH).fetchone() else SLICE_ROWS

    def _entry(self, extract: ExtractTaken, sums: IntakeSums) -> EntryRef:
        with self._books.deed(by=self._by) as deed:
            fact = AccountsImported(
                file_name=extract.file_name,
                file_sha256=extract.file_sha256,
                layout=extract.layout,
                rows=extract.rows,
                accounts=extract.accounts,
                changed=sums.changed,
                absent=sums.absent,
                quarantined=sums.quarantined,
                total=extract.total,
                as_of=self._as_of,
                posted_through=extract.posted_through,
                delta_sha256=sums.delta_sha256,
                blob=deed.seal_blob(manifest_of(self._chunks)),
            )
            return deed.append_import(fact, business_date=self._business_date)

    def _sweep(self, cursor: Cursor, _tools: DeedTools) -> bool:
        cursor.execute(_SWEEP, (self._live, SWEEP_ROWS))
        return bool(cursor.rowcount)

    def _run(self, call: Callable[[Cursor, DeedTools], R]) -> R:
        return self._writer.run(lambda: self._books.bulk(call), turn=Turn.BULK)


def _page_after(answers: BookAnswers, *, after: str) -> tuple[str, bool]:
    return answers.replaced_after(after, SWEEP_ROWS)


def _drop_replaced(after: str, through: str, cursor: Cursor, _tools: DeedTools) -> None:
    live = cursor.execute(_LIVE).fetchone()[0]
    cursor.execute(_DROP_REPLACED, (after, through, live))


def _insert_text() -> str:
    """A JSON list of rows into the account view, in the order of its columns; the body is stored as bytes."""
    *plain, body = [column.name for column in VIEWS.tables["view_account"].columns]
    values = [*(f"value->>{place}" for place in range(len(plain))), f"CAST(value->>{len(plain)} AS BLOB)"]
    return (
        f"INSERT INTO view_account ({', '.join([*plain, body])})"
        f" SELECT {', '.join(values)} FROM json_each(CAST(? AS TEXT))"
    )
