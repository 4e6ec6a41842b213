"""A station's folder, made or opened: lock, writer, reader, books in one object.

    create_station(folder, key, stream=..., practice=True, time_zone="America/Chicago", clock=clock)
    station = open_station(folder, key, clock=clock)
    station.writer.submit(lambda books: take_payment(books, ...), turn=Turn.SALE)   # a future
    station.reader.submit(lambda answers: answers.find("ruiz"))                     # a future
    station.close()
"""

import os
from dataclasses import dataclass
from pathlib import Path

from app.domain.entry import StreamName
from app.ports.clock import Clock
from db.errors import DiskFaultError, FileMissingError, FolderInUseError
from db.folder_lock import FolderLock
from db.lane import CLOSE_LIMIT_S
from db.opener import opened
from db.paths import STATION_DB
from db.reader import Reader
from db.writer import Writer

RANDOM_BYTES = 32


@dataclass(frozen=True)
class Station:
    """An open folder; `close` ends it in order."""

    folder: Path
    writer: Writer
    reader: Reader
    lock: FolderLock

    def close(self, *, limit_s: float = CLOSE_LIMIT_S) -> bool:
        """Reader, then writer, then the lock; False when one did not end within its limit."""
        is_read = self.reader.close(limit_s=limit_s)
        is_written = self.writer.close(limit_s=limit_s)
        self.lock.release()
        return is_read and is_written


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


def open_station(folder: Path, key: bytes, *, clock: Clock, app_v: str = "") -> Station:
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
    return Station(folder, writer, reader, lock)
