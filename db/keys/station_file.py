"""`station.json`: what a data folder is, in plain text and without a secret, so that it can be read before any key.

It says how the file key is kept (custody) and carries the key wrapped by the recovery key; a backup takes it along.
The genesis in the journal says the same about practice and stream, and the opener compares the two.
"""

import json
from pathlib import Path
from typing import Any, ClassVar, NamedTuple

from app.errors import RecordsError
from db.keys.durable_file import write_durably

STATION_FILE = "station.json"
FORMAT = 1
_READABLE_BY_GROUP = 0o640  # a folder shared by one group of people; others see nothing


class StationFileUnreadableError(RecordsError):
    """The folder's plain file is missing or damaged."""

    code: ClassVar[str] = "station_file"

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(f"{path} {why}. Copy it back from the station's last backup, then start again.")
        self.path = path


class WrappedKey(NamedTuple):
    """The file key under another key: AES-256-GCM, nonce and ciphertext as lower-case hex.

    `by` names the wrapping key (its id on the recovery sheet, or `passphrase`); `salt` is empty unless a passphrase
    is stretched with it.
    """

    by: str
    nonce: str
    sealed: str
    salt: str = ""


class StationFile(NamedTuple):
    """The plain facts of a folder; `custody` is `practice`, `keyring`, `file:PATH` or `passphrase`.

    `key_id` names the file key; `recovery` is absent only in practice; `passphrase` present only in that custody.
    """

    tenant: str
    station: str
    practice: bool
    custody: str
    key_id: str
    recovery: WrappedKey | None = None
    passphrase: WrappedKey | None = None

    def kept_as(self, custody: str, passphrase: WrappedKey | None = None) -> "StationFile":
        """The same folder with its key kept another way."""
        return self._replace(custody=custody, passphrase=passphrase)


def write_station_file(folder: Path, station: StationFile) -> None:
    """Write `station.json` durably.

    Raises:
        OSError: the folder cannot be written.
    """
    values = {"format": FORMAT, **station._asdict()}
    for name in ("recovery", "passphrase"):
        values[name] = values[name]._asdict() if values[name] else None
    text = json.dumps(values, indent=2, sort_keys=True, ensure_ascii=False) + "\n"
    write_durably(folder / STATION_FILE, text.encode(), mode=_READABLE_BY_GROUP)


def read_station_file(folder: Path) -> StationFile:
    """Read `station.json`.

    Raises:
        StationFileUnreadableError: it is missing, no JSON, of a later format, or a field is missing.
    """
    path = folder / STATION_FILE
    try:
        values = json.loads(path.read_bytes())
    except FileNotFoundError as error:
        raise StationFileUnreadableError(path, "is missing") from error
    except (OSError, ValueError) as error:
        raise StationFileUnreadableError(path, "cannot be read") from error
    if not isinstance(values, dict) or values.pop("format", None) != FORMAT:
        raise StationFileUnreadableError(path, "is of another version of CityTill")
    try:
        return _station_file(values)
    except (TypeError, KeyError) as error:
        raise StationFileUnreadableError(path, "does not hold what it must") from error


def _station_file(values: dict[str, Any]) -> StationFile:
    texts = {name: values[name] for name in ("tenant", "station", "custody", "key_id")}
    if not all(isinstance(text, str) for text in texts.values()) or not isinstance(values["practice"], bool):
        raise TypeError("a field is of another type")
    return StationFile(
        **texts,
        practice=values["practice"],
        recovery=WrappedKey(**values["recovery"]) if values.get("recovery") else None,
        passphrase=WrappedKey(**values["passphrase"]) if values.get("passphrase") else None,
    )
