"""What sign-in shows, read with the bare engine and the standard library only, so that it is painted at once.

It opens nothing for writing and leaves nothing open; the station is opened properly behind the sign-in (hot-path 7).
"""

import json
from pathlib import Path
from typing import Any, NamedTuple

from db.errors import WrongKeyError
from db.ids import incarnation_of, seq_of
from db.keyed import Connection, opened_plain, turning
from db.keys.custody import kept_key, refuse_wrong_key
from db.keys.station_file import read_station_file
from db.paths import STATION_DB

_STATE = "SELECT tenant, station, practice, time_zone FROM view_state"
_ENTRY = "SELECT payload FROM journal_entry WHERE tenant = ? AND station = ? AND incarnation = ? AND seq = ?"
_USERS = "SELECT eid FROM view_user"
_SETTING = "SELECT eid FROM view_setting WHERE name = ? ORDER BY effective_from DESC, eid DESC LIMIT 1"
_OPEN = "SELECT cashier, batch FROM view_batch WHERE state = 'open' ORDER BY batch_id"


class FirstPersonSeen(NamedTuple):
    """One card of the sign-in list."""

    user: str
    name: str
    roles: tuple[str, ...]
    open_batch: str
    six_digits: bool


class FirstLook(NamedTuple):
    """City, station and people as the books say them now."""

    city: str
    station: str
    station_label: str
    time_zone: str
    practice: bool
    people: tuple[FirstPersonSeen, ...]


def first_look_with_kept_key(folder: Path) -> tuple[bytes, FirstLook]:
    """The folder's own key and what it opens; the file tells whether the key is right, so that nothing is hashed.

    Raises:
        StationFileUnreadableError: the folder holds no readable `station.json`.
        PassphraseNeededError: ask for it, then `first_look`.
        WrongFileKeyError: the kept key is another station's.
        RecordsError: the key cannot be had, or the file is missing or damaged.
    """
    station = read_station_file(folder)
    place, key = kept_key(folder, station)
    try:
        return key, first_look(folder, key)
    except WrongKeyError:
        refuse_wrong_key(station, key, place=place)
        raise


def first_look(folder: Path, key: bytes) -> FirstLook:
    """Read it.

    Raises:
        RecordsError: no file, a wrong key, or the file is damaged.
    """
    path = folder / STATION_DB
    db = opened_plain(path, key, reader=True)
    try:
        with turning(path):
            return _read(db)
    finally:
        db.close()


def _read(db: Connection) -> FirstLook:
    tenant, station, practice, time_zone = db.execute(_STATE).fetchone()

    def fact(eid: int) -> dict[str, Any]:
        where = (tenant, station, incarnation_of(eid), seq_of(eid))
        found: dict[str, Any] = json.loads(db.execute(_ENTRY, where).fetchone()[0])
        return found

    def setting(name: str) -> str:
        row = db.execute(_SETTING, (name,)).fetchone()
        return str(fact(row[0])["value"]) if row else ""

    batches = dict(db.execute(_OPEN).fetchall())
    users = [fact(eid) for (eid,) in db.execute(_USERS).fetchall()]
    people = tuple(
        FirstPersonSeen(
            user["user"],
            user["name"],
            tuple(user["roles"]),
            batches.get(user["user"], ""),
            any(role in ("lead", "supervisor") for role in user["roles"]),
        )
        for user in sorted(users, key=lambda user: user["name"])
        if user["active"]
    )
    return FirstLook(setting("city_name"), station, setting("station_label"), time_zone, bool(practice), people)
