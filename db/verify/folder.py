"""`citytill verify` of a data folder: its file, what its `station.json` says, and what this machine printed."""

from pathlib import Path

from db.backup.printed import read_mark, what_is_missing
from db.keys.station_file import read_station_file
from db.paths import STATION_DB
from db.verify.check import Report
from db.verify.pass_through import Progress
from db.verify.verify import verify


def verify_folder(folder: Path, key: bytes, *, quick: bool = False, progress: Progress | None = None) -> Report:
    """Verify a station's folder, also beside its open window; changes nothing.

    Raises:
        StationFileUnreadableError: the folder is no station's.
        RecordsError: the file cannot be opened, or there is no room for the replay.
    """
    station, mark = read_station_file(folder), read_mark(folder)
    return verify(
        folder / STATION_DB,
        key,
        folder=station,
        quick=quick,
        missing_paper=lambda connection: what_is_missing(connection, mark, practice=station.practice),
        progress=progress,
    )
