"""`citytill restore FROM`: a backup becomes a working folder under a new incarnation; `--drill` proves it and leaves.

With only the backup and the words of the recovery sheet it works on any machine. The old numbers are never continued:
receipts after the backup may exist on paper, and continuing would print a number twice (b.16).
"""

import shutil
import tempfile
from pathlib import Path
from typing import ClassVar

from app.domain.facts.station import GapDeclared
from app.domain.numbering import postings_after_restore
from app.errors import InputError, RecordsError
from app.frozen import frozen
from app.ports.clock import Clock
from db.backup.manifest import MANIFEST, Manifest, NotABackupError, read_manifest, sha256_of
from db.backup.new_incarnation import begin_incarnation
from db.backup.printed import next_letter
from db.keys.custody import Custody, refuse_wrong_key
from db.keys.durable_file import PARTIAL, sync_folder
from db.keys.keep import find_file_key_with, keep_again, kept_under
from db.keys.recovery import RecoveryKey, unwrap_file_key
from db.keys.station_file import STATION_FILE, StationFile, read_station_file, write_station_file
from db.opener import opened
from db.paths import STATION_DB
from db.verify.check import Report
from db.verify.pass_through import Progress
from db.verify.verify import verify
from db.versions import SCHEMA_HEAD, refuse_newer, schema_version

# What must hold before anybody works with a copy; a failed check of cashiering is told and does not stop a restore.
VITAL = frozenset({"file", "readable", "chain", "canonical bytes", "genesis", "blobs"})


# Batches with a receipt, or with a void of an exported one, that is in none of the backup's posting files
_UNSENT = """select b.batch from view_batch b where exists (select 1 from view_receipt r where r.batch_id = b.batch_id
and ((r.posting_no = 0 and r.void_eid is null) or (r.posting_no > 0 and r.void_eid is not null
and r.void_posting_no = 0))) order by b.batch_id"""


class BackupDamagedError(RecordsError):
    """The copy is not what it was when it was made."""

    code: ClassVar[str] = "backup_damaged"

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(f"The backup {path.name} is damaged ({why}). Take an older one; nothing was changed.")
        self.path = path
        self.why = why


class RestorePlaceTakenError(InputError):
    """A restore never writes into a folder that holds something."""

    code: ClassVar[str] = "restore_place"

    def __init__(self, to: Path) -> None:
        super().__init__(f"{to} is not empty. Move what is there aside, or restore into another folder.")
        self.to = to


class RestoreWriteError(RecordsError):
    """The disk is full, or does not let us write; nothing half is left."""

    code: ClassVar[str] = "restore_write"

    def __init__(self, place: Path, why: str) -> None:
        super().__init__(f"Nothing was restored into {place}: {why}. Free some space there, or name another folder.")
        self.place = place
        self.why = why


class RecoveryNeededError(RecordsError):
    """On this machine only the recovery words open the backup."""

    code: ClassVar[str] = "recovery_needed"

    def __init__(self, manifest: Manifest, sheet: str) -> None:
        super().__init__(
            f"No key on this machine opens the backup of {manifest.station}. Type the 24 words of its recovery sheet "
            f"{sheet}."
        )
        self.sheet = sheet


@frozen
class Restored:
    """The new stream's letter and what it declared missing; `folder` is None after a drill.

    `gap` is the entry that says so; of the batches in `export_unknown` nobody knows whether billing has them.
    `report` is verify's on the copy as it came; `failed` its checks that did not hold, none of them vital.
    """

    folder: Path | None
    manifest: Manifest
    incarnation: str
    gap: GapDeclared
    export_unknown: tuple[str, ...]
    report: Report

    @property
    def last_receipt(self) -> str:
        """The last that the backup knows; empty for none."""
        return self.gap.last_receipt

    @property
    def next_posting(self) -> int:
        """The number of the next posting file."""
        return postings_after_restore(self.gap.posting_no) + 1

    @property
    def failed(self) -> tuple[str, ...]:
        """Checks to look into."""
        return self.report.failed()


def key_of_backup(source: Path, *, recovery: RecoveryKey | None = None, passphrase: str = "") -> bytes:
    """The file key: from the typed words, else from beside a practice backup, else as this machine keeps it.

    Raises:
        NotABackupError: no backup.
        OtherRecoverySheetError: the words are of another sheet.
        RecoveryNeededError: no words were given and this machine holds no key.
    """
    manifest, station = _said(source)
    if recovery is not None:
        key = unwrap_file_key(station, recovery)
        refuse_wrong_key(station, key, place=STATION_FILE)
        return key
    try:
        return find_file_key_with(source, passphrase)
    except RecordsError as error:
        if passphrase or station.recovery is None:
            raise
        raise RecoveryNeededError(manifest, station.recovery.by) from error


def restore(
    source: Path,
    to: Path | None,
    key: bytes,
    *,
    clock: Clock,
    app_v: str,
    custody: Custody | None = None,
    passphrase: str = "",
    posted: int | None = None,
    progress: Progress | None = None,
) -> Restored:
    """Make a working folder of a backup; `to` None is the drill: all of it in a temporary folder, then gone.

    `custody` says how the key is kept from now on, None as before. `posted` is the last posting file that billing got,
    None when nobody knows: then no batch of before goes to billing until somebody says it.
    Nothing appears at `to` before everything holds.

    Raises:
        NotABackupError, BackupDamagedError, RestorePlaceTakenError, PostedWrongError: nothing was changed.
        RestoreWriteError: the disk is full or not writable.
        RecordsError: the key does not open it, the backup is of a newer program, or the key cannot be kept.
    """
    manifest, station = _said(source)
    if to is not None and to.exists() and (not to.is_dir() or any(to.iterdir())):
        raise RestorePlaceTakenError(to)
    if sha256_of(source / STATION_DB) != manifest.sha256:
        raise BackupDamagedError(source, "its file has changed since")
    place = to.absolute().parent if to is not None else Path(tempfile.gettempdir())
    try:
        place.mkdir(parents=True, exist_ok=True)
        work = Path(tempfile.mkdtemp(prefix=".citytill-", suffix=PARTIAL, dir=place))
    except OSError as error:
        raise RestoreWriteError(place, error.strerror or "it cannot be written") from error
    try:
        shutil.copyfile(source / STATION_DB, work / STATION_DB)
        report = _verified(source, work, key, station, progress)
        letter, gap, unknown = _begin(work, to, key, manifest, posted=posted, clock=clock, app_v=app_v)
        if to is not None:
            _put_in_place(work, to, key, station, custody, passphrase)
        return Restored(to, manifest, letter, gap, unknown, report)
    except OSError as error:
        raise RestoreWriteError(place, error.strerror or "it cannot be written") from error
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _said(source: Path) -> tuple[Manifest, StationFile]:
    if not (source / MANIFEST).exists() and (inside := sorted(source.glob(f"*/{MANIFEST}"))):
        newest = max(inside, key=lambda path: read_manifest(path.parent).at).parent
        raise NotABackupError(source, f"it holds {len(inside)} of them, the newest is {newest.name}")
    manifest = read_manifest(source)
    for name in (STATION_DB, STATION_FILE):
        if not (source / name).exists():
            raise NotABackupError(source, f"{name} is missing")
    return manifest, read_station_file(source)


def _verified(source: Path, work: Path, key: bytes, station: StationFile, progress: Progress | None) -> Report:
    report = verify(work / STATION_DB, key, folder=station, journal_mode="delete", progress=progress)
    bad = VITAL.intersection(report.failed())
    if bad:
        raise BackupDamagedError(source, f"these checks fail: {', '.join(sorted(bad))}")
    return report


def _begin(
    work: Path, to: Path | None, key: bytes, manifest: Manifest, *, posted: int | None, clock: Clock, app_v: str
) -> tuple[str, GapDeclared, tuple[str, ...]]:
    path = work / STATION_DB
    letter = next_letter(to or work, tenant=manifest.tenant, station=manifest.station, last=manifest.incarnation)
    db = opened(path, key)
    try:
        refuse_newer(db, path)
        if schema_version(db) != SCHEMA_HEAD:
            from db.upgrade import upgrade_file

            upgrade_file(db, path)
        _state, gap = begin_incarnation(db, path, letter=letter, posted=posted, clock=clock, app_v=app_v)
        unknown = tuple(batch for (batch,) in db.execute(_UNSENT)) if gap.posted != gap.posting_no else ()
    finally:
        db.close()
    after = verify(path, key, quick=True, journal_mode="delete")
    if not after.ok:
        raise BackupDamagedError(work, f"these checks fail after the new genesis: {', '.join(after.failed())}")
    return letter, gap, unknown


def _put_in_place(
    work: Path, to: Path, key: bytes, station: StationFile, custody: Custody | None, passphrase: str
) -> None:
    """Custody first, then the folder at once by its new name."""
    kept = kept_under(station, key, custody, passphrase) if custody is not None else station
    write_station_file(work, kept)
    keep_again(work, kept, key)
    work.chmod(0o750)
    sync_folder(work)
    if to.exists():
        to.rmdir()
    work.rename(to)
    sync_folder(to.absolute().parent)
