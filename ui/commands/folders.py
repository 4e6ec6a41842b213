"""Data folders as a verb meets them: which one, its key, its station opened for work or for reading only."""

import getpass
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import ClassVar

from app.errors import InputError
from app.ports.clock import Clock
from db.answers import BookAnswers
from db.keys.custody import CustodyKind
from db.keys.keep import find_file_key_with
from db.keys.key_ring import KeyRing
from db.keys.seals import WordsOpener
from db.keys.station_file import read_station_file
from db.opener import opened
from db.paths import STATION_DB
from db.search.finder import Finder
from ui.compose.desk import Desk
from ui.compose.folder import holds_station
from ui.compose.machine import machine_folder
from ui.compose.version import program_version


class NoStationError(InputError):
    """The folder named holds no station."""

    code: ClassVar[str] = "no_station"

    def __init__(self, folder: Path) -> None:
        super().__init__(f"{folder} holds no station. Name another folder with --data.")
        self.folder = folder


def named(data: Path | None) -> Path:
    """The folder that `--data` names, else the machine-wide one."""
    return machine_folder() if data is None else data


def station_folder(data: Path | None) -> Path:
    """A folder that holds a station.

    Raises:
        NoStationError: it does not.
    """
    folder = named(data)
    if not holds_station(folder):
        raise NoStationError(folder)
    return folder


def key_of(folder: Path) -> bytes:
    """The key of a folder's files; a passphrase is asked for at the terminal.

    Raises:
        RecordsError: it cannot be found here.
    """
    station = read_station_file(folder)
    needs_passphrase = station.custody == CustodyKind.PASSPHRASE
    passphrase = getpass.getpass(f"Passphrase of {station.station}: ") if needs_passphrase else ""
    return find_file_key_with(folder, passphrase)


@contextmanager
def reading(folder: Path) -> Iterator[BookAnswers]:
    """Answers beside an open window: a connection that cannot write.

    Raises:
        RecordsError: the file cannot be opened.
    """
    key, path = key_of(folder), folder / STATION_DB
    db, finder = opened(path, key, reader=True), Finder(folder, key)
    try:
        yield BookAnswers(db, path, finder, opener=WordsOpener(KeyRing(key), db))
    finally:
        finder.close()
        db.close()


@contextmanager
def working(folder: Path, clock: Clock) -> Iterator[Desk]:
    """The folder's station open for work, under its lock.

    Raises:
        RecordsError: a window or another verb has it, wrong key, damaged, or the disk refuses.
    """
    desk = Desk.open(folder, key_of(folder), clock=clock, app_v=program_version())
    try:
        yield desk
    finally:
        desk.close()
