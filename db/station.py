"""A station's folder, made or opened: lock, writer, reader, books in one object.

    create_station(folder, key, stream=..., practice=True, time_zone="America/Chicago", clock=clock)
    station = open_station(folder, key, clock=clock)
    station.writer.submit(lambda books: take_payment(books, ...), turn=Turn.SALE)   # a future
    station.reader.submit(lambda answers: answers.find("ruiz"))                     # a future
    station.close()
"""

import os
import threading
from concurrent.futures import Future
from functools import cached_property
from pathlib import Path
from typing import Any

from app.domain.entry import StreamName
from app.ports.clock import Clock
from db.aside.process import Aside
from db.errors import (
    DiskFaultError,
    DiskFullError,
    FileMissingError,
    FolderInUseError,
    LaneClosedError,
    ViewsRebuildingError,
)
from db.folder_lock import FolderLock
from db.lane import CLOSE_LIMIT_S, Lane
from db.one_at_a_time import OneAtATime
from db.opener import opened
from db.paths import STATION_DB
from db.reader import Reader
from db.search.build import SearchBuild, built_for
from db.search.layout import SEARCH_FILE
from db.writer import Writer

RANDOM_BYTES = 32
SEARCH_ASIDE_ACCOUNTS = 5_000
"""From here on the search file is built by a process of its own; below, one would start longer than it works."""


class Station:
    """An open folder; `close` ends it in order.

    `writer` and `reader` are its lanes; `background` runs what takes long (an import, a search build) and waits for
    the other two in slices; `intake` is where extracts come in; `aside` is where whole files are read, None when
    everything is done in this process.
    """

    def __init__(
        self, folder: Path, key: bytes, writer: Writer, reader: Reader, lock: FolderLock, *, aside: Aside | None = None
    ) -> None:
        self.folder = folder
        self.writer = writer
        self.reader = reader
        self.background = Lane("background")
        self.aside = aside
        self._lock = lock
        self._search = SearchBuild(folder / STATION_DB, key)
        self._key = key
        self._is_searching_anew = False
        self._alone = OneAtATime()
        reader.finder.on_unreadable = self._search_anew
        writer.on_ready = self._settle

    @cached_property
    def intake(self) -> Any:
        """Where extracts come in (`db.intakes.StationIntake`, a type that may only be imported late)."""
        from db.intakes import StationIntake

        return StationIntake(self.writer.lane, self.writer.books, self.reader, self.refresh_search, self._alone)

    def refresh_search(self) -> "Future[bool]":
        """Build the search file anew in the background when accounts changed since; the future says whether it did."""
        return self.background.submit(self._refresh_search)

    def rebuild_views(self) -> "Future[int]":
        """Build the views anew from the entries while the old ones serve; the future holds the number of entries.

        Cancelling it leaves the old views.

        Raises:
            ImportRunningError: an import runs, and its staged rows are no entries yet.
            ViewsRebuildingError: it is being done already.
        """
        from db.rebuild import rebuild_views

        self._alone.begin(ViewsRebuildingError)
        try:
            rebuilt = self.writer.lane.submit_slices(rebuild_views(self.writer.books()))
        except BaseException:
            self._alone.end()
            raise
        rebuilt.add_done_callback(lambda _rebuilt: self._alone.end())
        return rebuilt

    def close(self, *, limit_s: float = CLOSE_LIMIT_S) -> bool:
        """Background, reader, writer, then the lock; False when one did not end within its limit."""
        self._search.stop()
        if self.aside is not None:
            self.aside.stop()
        is_done = self.background.close(limit_s=limit_s)
        is_read = self.reader.close(limit_s=limit_s)
        is_written = self.writer.close(limit_s=limit_s)
        self._lock.release()
        return is_done and is_read and is_written

    def _settle(self) -> None:
        """When deeds are ready: views of an older program are built anew, then the search file if it is behind."""
        self.background.submit(self._settled).add_done_callback(_told)

    def _settled(self) -> None:
        if self.writer.has_old_views():
            self.rebuild_views().result()
        self._refresh_search()

    def _refresh_search(self) -> bool:
        generation = self.reader.run(lambda answers: answers.state().generation)
        if generation == 0 or built_for(self.folder, self._key) == generation or not self._build():
            return False
        self.writer.lane.run(self._swap_search)
        return True

    def _build(self) -> bool:
        """Whether it was built; a process that cannot be had is no reason to do without search."""
        aside, last = self.aside, self.reader.run(lambda answers: answers.last_import())
        if aside is None or last is None or last.accounts < SEARCH_ASIDE_ACCOUNTS:
            return self._search.run()
        from db.aside.search import search_built

        built = search_built(aside, self.folder, self._key)
        return (not aside.is_stopped and self._search.run()) if built is None else built

    def _search_anew(self) -> bool:
        """The search file is gone or damaged: build it in the background; False while there are no accounts."""
        if self.reader.run(lambda answers: answers.state().generation) == 0:
            return False
        if not self._is_searching_anew:
            self._is_searching_anew = True
            self.background.submit(self._searched_anew).add_done_callback(_told)
        return True

    def _searched_anew(self) -> None:
        try:
            if self._build():
                self.writer.lane.run(self._swap_search)
        finally:
            self._is_searching_anew = False

    def _swap_search(self) -> None:
        self.writer.books().let_go_of_search()
        self.reader.lane.run(self._replace_search)

    def _replace_search(self) -> None:
        self.reader.finder.close()
        self._search.beside.replace(self.folder / SEARCH_FILE)


def _told(done: "Future[None]") -> None:
    """Nobody waits for the background: what it met goes to the last resort, but for a full disk or the close."""
    error = None if done.cancelled() else done.exception()
    if error is not None and not isinstance(error, DiskFullError | LaneClosedError):
        here = threading.current_thread()
        threading.excepthook(threading.ExceptHookArgs((type(error), error, error.__traceback__, here)))


def create_station(
    folder: Path,
    key: bytes,
    *,
    stream: StreamName,
    practice: bool,
    time_zone: str,
    clock: Clock,
    random: bytes | None = None,
) -> None:
    """Make the keyed file of a new station with its genesis; all of it or nothing.

    Raises:
        FolderInUseError: the folder already holds a station.
        RecordsError: the disk refuses.
    """
    from db.founding import found

    path = folder / STATION_DB
    if path.exists():
        raise FolderInUseError(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DiskFaultError(folder) from error
    beside = folder / f"{STATION_DB}.new"
    for leftover in (beside, Path(f"{beside}-wal"), Path(f"{beside}-shm")):
        leftover.unlink(missing_ok=True)
    db = opened(beside, key, create=True)
    noise = os.urandom(RANDOM_BYTES) if random is None else random
    try:
        found(db, beside, stream=stream, practice=practice, time_zone=time_zone, random=noise, now=clock.now())
    finally:
        db.close()
    beside.replace(path)


def open_station(
    folder: Path, key: bytes, *, clock: Clock, app_v: str = "", aside: Aside | None = None
) -> Station:
    """Open a station for work; sign-in can read at once, deeds wait for the writer to be ready.

    Raises:
        AlreadyOpenError: another window or verb has the folder.
        FileMissingError: no station here.
        WrongKeyError: the key does not open it.
        RecordsError: the file is damaged, newer, or the disk refuses.
    """
    path = folder / STATION_DB
    if not path.exists():
        raise FileMissingError(path)
    lock = FolderLock(folder)
    try:
        writer = Writer(path, key, clock=clock, app_v=app_v)
        try:
            reader = Reader(path, key)
        except BaseException:
            writer.close()
            raise
    except BaseException:
        lock.release()
        raise
    return Station(folder, key, writer, reader, lock, aside=aside)
