"""A data folder: where it lies, whether it holds a station, and its desk."""

from pathlib import Path

from app.ports.clock import Clock
from db.keys.keep import find_file_key_with
from db.keys.station_file import STATION_FILE
from db.paths import STATION_DB
from ui.compose.desk import Desk
from ui.compose.version import program_version


def holds_station(folder: Path) -> bool:
    """Whether a station was founded here."""
    return (folder / STATION_FILE).exists() and (folder / STATION_DB).exists()


def open_desk(folder: Path, *, clock: Clock, passphrase: str = "") -> Desk:
    """Open the station of a folder.

    Raises:
        RecordsError: no station, in use, no key or a wrong one, damaged, or the disk refuses.
    """
    key = find_file_key_with(folder, passphrase)
    return Desk.open(folder, key, clock=clock, app_v=program_version())
