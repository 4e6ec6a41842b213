"""A new station's folder, all of it or nothing: key into custody, keyed file with its genesis, `station.json` last."""

from dataclasses import replace
from pathlib import Path

from app.domain.entry import StreamName
from app.errors import CityTillError
from app.ports.clock import Clock
from db.backup.printed import next_letter
from db.errors import DiskFaultError, FolderInUseError
from db.keys.custody import Custody, CustodyKind
from db.keys.file_key import new_file_key
from db.keys.keep import forget_file_key, keep_file_key, station_file_for
from db.keys.recovery import RecoveryKey
from db.keys.station_file import STATION_FILE, write_station_file
from db.paths import STATION_DB
from db.station import create_station


def make_folder(
    folder: Path,
    *,
    stream: StreamName,
    time_zone: str,
    clock: Clock,
    custody: Custody,
    recovery: RecoveryKey | None = None,
    passphrase: str = "",
) -> bytes:
    """Make the folder and return its file key; `PRACTICE` custody makes a practice station, any other a real one.

    A real one begins with the letter after what was printed here before, and needs the recovery key whose words were
    typed back.

    Raises:
        FolderInUseError: the folder already holds a station.
        RecordsError: the key cannot be kept there, or the disk refuses; nothing is left.
        PassphraseTooShortError: a passphrase of fewer than twelve letters.
    """
    if (folder / STATION_FILE).exists() or (folder / STATION_DB).exists():
        raise FolderInUseError(folder)
    key = new_file_key()
    if custody.kind is not CustodyKind.PRACTICE:  # where a real one has printed, numbers are never begun again
        letter = next_letter(folder, tenant=stream.tenant, station=stream.station)
        stream = replace(stream, incarnation=max(letter, stream.incarnation))
    station = station_file_for(
        tenant=stream.tenant,
        station=stream.station,
        key=key,
        custody=custody,
        recovery=recovery,
        passphrase=passphrase,
    )
    is_new = not folder.exists()
    try:
        folder.mkdir(mode=0o750, parents=True, exist_ok=True)
        keep_file_key(folder, station, key)
    except OSError as error:
        raise DiskFaultError(folder) from error
    except CityTillError:
        if is_new:
            folder.rmdir()
        raise
    try:
        create_station(folder, key, stream=stream, practice=station.practice, time_zone=time_zone, clock=clock)
        write_station_file(folder, station)
    except (CityTillError, OSError) as error:
        forget_file_key(folder, station)
        for name in (STATION_DB, STATION_FILE):
            (folder / name).unlink(missing_ok=True)
        if is_new:
            folder.rmdir()
        if isinstance(error, OSError):
            raise DiskFaultError(folder) from error
        raise
    return key
