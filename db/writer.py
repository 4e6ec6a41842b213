"""The writer: one lane, one connection, everything that changes the station's file (DESIGN section 3, One writer).

It opens the file with the bare engine and imports SQLAlchemy with the first deed, or when `warm` is called behind the
sign-in, so that nobody waits for it (hot-path 7).
The write-ahead log is folded in when nobody waits: about once a minute on idle, emptied at close, never over 16 MiB.
"""

import time
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar

from app.errors import RecordsError
from app.ports.books import Books
from app.ports.clock import Clock
from db.backup.printed import PrintedWitness, mark_of, refuse_older
from db.ids import number_id
from db.lane import CLOSE_LIMIT_S, Lane, Turn
from db.opener import Connection, opened, turning
from db.session import begin_session, end_session, keep_shown
from db.times import utc_text
from db.versions import SCHEMA_HEAD, VIEWS_VERSION, refuse_newer, schema_version

R = TypeVar("R")
CHECKPOINT_EVERY_S = 60.0
WAL_LIMIT_BYTES = 16 * 2**20
WRITER_CACHE_KIB = 32_768
_VIEWS_VERSION = "SELECT views_version FROM work_session"


class Writer:
    """Owns the writing connection; `submit` hands work to its thread.

    Raises:
        RecordsError: the file cannot be opened, or was written by a newer program.
    """

    def __init__(self, path: Path, key: bytes, *, clock: Clock, app_v: str) -> None:
        self._path = path
        self._key = key
        self._clock = clock
        self._app_v = app_v
        self._shown: list[int] = []
        self._checkpoint_at = time.monotonic()
        self.lane = Lane("writer", on_idle=self._tend)
        try:
            self._db: Connection = self.lane.run(self._open)
        except BaseException:
            self.lane.close()
            raise
        self._books: Any = None  # db.books.StationBooks, a type that may only be imported late
        self.on_ready: Callable[[], object] = _nothing  # heard on the writer's thread, once

    def submit(self, call: Callable[[Books], R], *, turn: Turn = Turn.NORMAL) -> "Future[R]":
        """Run `call(books)` on the writer's thread; the future holds its value or its error."""
        return self.lane.submit(lambda: self._work(call), turn=turn)

    def run(self, call: Callable[[Books], R], *, turn: Turn = Turn.NORMAL) -> R:
        """As `submit`, and wait."""
        return self.lane.run(lambda: self._work(call), turn=turn)

    def run_bare(self, call: Callable[[Connection], R]) -> R:
        """Run `call(connection)` on the writer's thread, outside any deed: for `work_` rows only; wait for it."""
        return self.lane.run(lambda: self._bare(call))

    def submit_bare(self, call: Callable[[Connection], R]) -> "Future[R]":
        """As `run_bare`, and do not wait; before the first deed it needs nothing but the bare engine."""
        return self.lane.submit(lambda: self._bare(call), turn=Turn.SALE)

    def has_old_views(self) -> bool:
        """Whether the views are of another version than this program's."""
        return self.run_bare(_views_version) != VIEWS_VERSION

    def warm(self) -> None:
        """Get ready for deeds now; call it when the window has a moment."""
        self.lane.submit(self._ready_books)

    def connection(self) -> Connection:
        """The writing connection, for parts that keep it; use it on the writer's thread only."""
        return self._db

    def books(self) -> Any:
        """The books themselves (`db.books.StationBooks`), for parts of db; use them on the writer's thread only."""
        return self.lane.run(self._ready_books)

    def confirm_shown(self, receipt: str) -> None:
        """The screen has shown the receipt as done: it need not be asked about after a crash.

        Cheap and late on purpose: stored when the writer idles, so no payment waits for it.
        """
        self.lane.submit(lambda: self._shown.append(number_id(receipt)), turn=Turn.SALE)

    def close(self, *, limit_s: float = CLOSE_LIMIT_S) -> bool:
        """End in order: queued work, the clean-stop mark, the log emptied into the file; False after `limit_s`."""
        return self.lane.close(last=self._last, limit_s=limit_s)

    def _open(self) -> Connection:
        db = opened(self._path, self._key, cache_kib=WRITER_CACHE_KIB)
        try:
            with turning(self._path):
                refuse_newer(db, self._path)
                refuse_older(db, self._path.parent)
                if schema_version(db) != SCHEMA_HEAD:
                    _upgrade(db, self._path)
                if _views_version(db) != VIEWS_VERSION:
                    _add_views(db)
                begin_session(db, at=utc_text(self._clock.now()))
        except BaseException:
            db.close()
            raise
        return db

    def _ready_books(self) -> Any:
        if self._books is None:
            from db.books import made_books

            self._books = made_books(self._db, self._path, self._key, clock=self._clock, app_v=self._app_v)
            self.on_ready()
        return self._books

    def _work(self, call: Callable[[Books], R]) -> R:
        try:
            return call(self._ready_books())
        finally:
            if self._wal_bytes() > WAL_LIMIT_BYTES:
                with suppress(RecordsError):  # the deed is durable; on a full disk the log is folded in later
                    self._checkpoint("PASSIVE")

    def _bare(self, call: Callable[[Connection], R]) -> R:
        with turning(self._path):
            return call(self._db)

    def _tend(self) -> float | None:
        """What waits for a quiet moment; seconds until the next look, None when nothing is left to do."""
        if self._shown:
            with turning(self._path):
                keep_shown(self._db, self._shown)
            self._shown.clear()
        if not self._wal_bytes():
            return None
        left = self._checkpoint_at + CHECKPOINT_EVERY_S - time.monotonic()
        if left > 0:
            return left
        self._checkpoint("PASSIVE")
        return None

    def _checkpoint(self, mode: str) -> None:
        self._checkpoint_at = time.monotonic()
        with turning(self._path):
            self._db.execute(f"PRAGMA wal_checkpoint({mode})").fetchall()

    def _wal_bytes(self) -> int:
        try:
            return self._path.with_name(self._path.name + "-wal").stat().st_size
        except FileNotFoundError:
            return 0

    def _last(self) -> None:
        try:
            if self._books is not None:
                self._books.close()
            with turning(self._path):
                if self._shown:
                    keep_shown(self._db, self._shown)
                end_session(self._db)
                self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
                PrintedWitness(self._path.parent).note(mark_of(self._db))
        finally:
            self._db.close()


def _upgrade(db: Connection, path: Path) -> None:
    from db.upgrade import upgrade_file

    upgrade_file(db, path)


def _views_version(db: Connection) -> int:
    return int(db.execute(_VIEWS_VERSION).fetchone()[0])


def _add_views(db: Connection) -> None:
    from db.upgrade import add_views

    add_views(db)


def _nothing() -> None:
    """Nobody waits for deeds to be ready."""
