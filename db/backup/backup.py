"""`citytill backup` and the backup at each close: a copy beside a working writer, verified before it is called good.

    place/DT1A-20261120T220431Z-000412/     the name is new each time; nothing is written over or thrown away
        station.db      the keyed file at one moment, under the same key
        station.json    custody and the key wrapped by the recovery key
        manifest.json   head, time, version, SHA-256
        key             practice only

The copy runs in one read transaction (hot-path 1): a foreign commit does not start it over, a payment waits some
milliseconds at most.
"""

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from enum import Enum
from pathlib import Path
from typing import ClassVar

from app.errors import InputError, RecordsError
from app.frozen import frozen
from db.backup.manifest import Manifest, sha256_of, write_manifest
from db.errors import DiskFullError
from db.keys.custody import PRACTICE_KEY
from db.keys.durable_file import PARTIAL, sync_folder
from db.keys.station_file import STATION_FILE, StationFile, read_station_file
from db.opener import Connection, EngineError, opened, turning
from db.paths import STATION_DB
from db.times import utc_text
from db.verify.check import Report
from db.verify.pass_through import Progress
from db.verify.verify import verify

PAGES = 64
PAUSE_S = 0.001
_FULL = "disk is full"
_HEAD = "select tenant, station, incarnation, seq, h from view_state"


class PlaceTrouble(Enum):
    """Why a place takes no backup, and what helps."""

    FULL = "the disk is full. Free some space there"
    READ_ONLY = "you may not write there. Ask your IT for the right"
    NO_FOLDER = "that is a file, not a folder. Name a folder"
    GONE = "the disk or folder is not there any more. Connect it again"
    FAULT = "the disk did not take it. Try again"


_TROUBLES = {
    errno.ENOSPC: PlaceTrouble.FULL,
    errno.EDQUOT: PlaceTrouble.FULL,
    errno.EACCES: PlaceTrouble.READ_ONLY,
    errno.EPERM: PlaceTrouble.READ_ONLY,
    errno.EROFS: PlaceTrouble.READ_ONLY,
    errno.EEXIST: PlaceTrouble.NO_FOLDER,
    errno.ENOTDIR: PlaceTrouble.NO_FOLDER,
    errno.ENOENT: PlaceTrouble.GONE,
    errno.ENODEV: PlaceTrouble.GONE,
    errno.ENXIO: PlaceTrouble.GONE,
    errno.ESTALE: PlaceTrouble.GONE,
    errno.EHOSTDOWN: PlaceTrouble.GONE,
    errno.EHOSTUNREACH: PlaceTrouble.GONE,
}


class BackupPlaceError(RecordsError):
    """The backup cannot be written where it was asked for; nothing half is left."""

    code: ClassVar[str] = "backup_place"

    def __init__(self, place: Path, trouble: PlaceTrouble) -> None:
        super().__init__(f"No backup was made in {place}: {trouble.value}, or name another place.")
        self.place = place
        self.trouble = trouble


class BackupInsideFolderError(InputError):
    """A backup inside the data folder is lost together with it."""

    code: ClassVar[str] = "backup_inside"

    def __init__(self, place: Path) -> None:
        super().__init__(f"{place} lies inside the station's own folder. Name a place on another disk.")
        self.place = place


@frozen
class BackupMade:
    """Where it lies, what it says, and what verify found on the copy; good only when `report.ok`."""

    folder: Path
    manifest: Manifest
    report: Report


def back_up(
    folder: Path,
    key: bytes,
    to: Path,
    *,
    now: datetime,
    app_v: str,
    quick: bool = False,
    progress: Progress | None = None,
) -> BackupMade:
    """Copy a station's file, working or not, and verify the copy; `quick` from the last checkpoint (at a close).

    A copy on which a check fails is kept and says so: at a bad hour it is better than none.

    Raises:
        BackupInsideFolderError: `to` lies inside the data folder.
        BackupPlaceError: disk full, not writable, no folder or gone; nothing half is left.
        RecordsError: the station's file cannot be read.
    """
    if to.resolve().is_relative_to(folder.resolve()):
        raise BackupInsideFolderError(to)
    station = read_station_file(folder)
    partial = _new_partial(to)
    try:
        with _telling(to):
            manifest = _copied(folder, key, partial, station, now=now, app_v=app_v)
        report = verify(
            partial / STATION_DB, key, folder=station, quick=quick, journal_mode="delete", progress=progress
        )
        manifest = replace(manifest, verified=report.ok, failed=report.failed())
        with _telling(to):
            write_manifest(partial, manifest)
            return BackupMade(_named(partial, to, manifest, now), manifest, report)
    finally:
        shutil.rmtree(partial, ignore_errors=True)


@contextmanager
def _telling(to: Path) -> Iterator[None]:
    """What goes wrong at the place of the backup, as its sentence."""
    try:
        yield
    except DiskFullError as error:
        raise BackupPlaceError(to, PlaceTrouble.FULL) from error
    except OSError as error:
        raise BackupPlaceError(to, _trouble(error)) from error


def _new_partial(to: Path) -> Path:
    partial = to / f"{os.urandom(4).hex()}{PARTIAL}"
    try:
        to.mkdir(parents=True, exist_ok=True)
        partial.mkdir(mode=0o750)
    except OSError as error:
        raise BackupPlaceError(to, _trouble(error)) from error
    return partial


def _copied(
    folder: Path, key: bytes, partial: Path, station: StationFile, *, now: datetime, app_v: str
) -> Manifest:
    path = partial / STATION_DB
    source = opened(folder / STATION_DB, key, reader=True)
    try:
        with turning(path):
            tenant, name, incarnation, seq, h = copy_file(source, path, key)
    finally:
        source.close()
    shutil.copyfile(folder / STATION_FILE, partial / STATION_FILE)
    if station.practice:
        shutil.copyfile(folder / PRACTICE_KEY, partial / PRACTICE_KEY)
    _sync(path)
    return Manifest(
        tenant=tenant,
        station=name,
        incarnation=incarnation,
        practice=station.practice,
        seq=seq,
        h=h.hex(),
        at=utc_text(now),
        app_v=app_v,
        sha256=sha256_of(path),
        key_id=station.key_id,
        verified=False,
    )


def copy_file(source: Connection, path: Path, key: bytes) -> tuple[str, str, str, int, bytes]:
    """Copy page by page into a new keyed file of its own (no WAL beside it); the head that the copy holds.

    Raises:
        DiskFullError: no room for the copy.
    """
    copy = opened(path, key, create=True, journal_mode="delete")
    try:
        source.execute("BEGIN")  # one read transaction: foreign commits do not start the copy over
        head: tuple[str, str, str, int, bytes] = source.execute(_HEAD).fetchone()
        source.backup(copy, pages=PAGES, sleep=PAUSE_S)
        source.execute("COMMIT")
        copy.execute("PRAGMA journal_mode=delete").fetchall()
    except EngineError as error:
        if _FULL in str(error):  # the engine's backup gives no error code
            raise DiskFullError(path) from error
        raise
    finally:
        copy.close()
    return head


def _named(partial: Path, to: Path, manifest: Manifest, now: datetime) -> Path:
    practice = "PRACTICE_" if manifest.practice else ""
    name = f"{practice}{manifest.station}{manifest.incarnation}-{now:%Y%m%dT%H%M%SZ}-{manifest.seq:06d}"
    n = 1
    while (final := to / (name if n == 1 else f"{name}-{n}")).exists():
        n += 1
    sync_folder(partial)
    partial.rename(final)
    sync_folder(to)
    return final


def _sync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _trouble(error: OSError) -> PlaceTrouble:
    return _TROUBLES.get(error.errno or 0, PlaceTrouble.FAULT)
