"""Where a station's file key is kept for daily use (DESIGN section 3, Keys).

A practice folder keeps it beside its database; a real one in the keyring, in a key file that one group may read, or
under a passphrase. There is no other way and no quiet fallback: what is missing is said in one sentence. This file
stands on the way to the first paint, so it imports no cryptography.
"""

from enum import StrEnum
from pathlib import Path
from typing import ClassVar, NamedTuple

from app.errors import InputError, RecordsError
from db.keys import keyring_store
from db.keys.file_key import key_id
from db.keys.key_file import read_key_file
from db.keys.station_file import StationFile, read_station_file

PRACTICE_KEY = "key"


class CustodyKind(StrEnum):
    """The four ways; `practice` is chosen by the program only."""

    PRACTICE = "practice"
    KEYRING = "keyring"
    FILE = "file"
    PASSPHRASE = "passphrase"  # noqa: S105 the name of a way, no password


class CustodyUnreadableError(InputError):
    """`--key` says something else than the three ways."""

    code: ClassVar[str] = "key_argument"

    def __init__(self, text: str) -> None:
        super().__init__(f"--key {text} is not a way to keep a key. Say keyring, file:PATH or passphrase.")
        self.text = text


class WrongFileKeyError(RecordsError):
    """A key was found, and it is another station's."""

    code: ClassVar[str] = "wrong_key"

    def __init__(self, *, station: str, place: str) -> None:
        super().__init__(
            f"The key in {place} does not open {station}'s books. Put the right key there, or run citytill restore "
            "with a backup and the words of the recovery sheet."
        )
        self.place = place


class PassphraseNeededError(RecordsError):
    """The key lies under a passphrase, and none was typed yet."""

    code: ClassVar[str] = "passphrase_needed"

    def __init__(self, station: str) -> None:
        super().__init__(f"{station} opens with a passphrase. Type it to go on.")


class Custody(NamedTuple):
    """One way to keep a key; `path` only for a key file."""

    kind: CustodyKind
    path: Path | None = None

    @classmethod
    def parse(cls, text: str) -> "Custody":
        """Read `keyring`, `file:PATH` or `passphrase`, as `--key` takes them.

        Raises:
            CustodyUnreadableError: anything else, or a path that is not absolute once `~` is opened.
        """
        kind, _, rest = text.partition(":")
        if kind == CustodyKind.FILE and rest:
            path = Path(rest).expanduser()
            return cls(CustodyKind.FILE, path if path.is_absolute() else path.absolute())
        if text in (CustodyKind.KEYRING, CustodyKind.PASSPHRASE):
            return cls(CustodyKind(text))
        raise CustodyUnreadableError(text)

    def __str__(self) -> str:
        return f"file:{self.path}" if self.path else self.kind.value


def find_file_key(folder: Path, *, station: StationFile | None = None) -> bytes:
    """The key that opens the folder's databases, from where its `station.json` says.

    Raises:
        StationFileUnreadableError: the folder holds no readable `station.json`.
        PassphraseNeededError: ask for it, then `db.keys.keep.find_file_key_with`.
        RecordsError: no keyring, no key in it, key file missing or open to others, or another station's key.
    """
    station = station or read_station_file(folder)
    place, key = kept_key(folder, station)
    refuse_wrong_key(station, key, place=place)
    return key


def refuse_wrong_key(station: StationFile, key: bytes, *, place: str) -> None:
    """Compare a key with the id in `station.json`, before any file is opened with it.

    Raises:
        WrongFileKeyError: it is another station's key.
    """
    if key_id(key) != station.key_id:
        raise WrongFileKeyError(station=station.station, place=place)


def kept_key(folder: Path, station: StationFile) -> tuple[str, bytes]:
    """Where the key lies, and the key; not yet compared, for the first look, which the file itself answers.

    Raises:
        PassphraseNeededError: the key lies under one.
        RecordsError: no keyring, no key in it, or the key file is missing or open to others.
    """
    if station.custody == CustodyKind.PRACTICE:
        return str(folder / PRACTICE_KEY), read_key_file(folder / PRACTICE_KEY, is_guarded=False)
    custody = Custody.parse(station.custody)
    if custody.kind is CustodyKind.PASSPHRASE:
        raise PassphraseNeededError(station.station)
    if custody.path is not None:
        return str(custody.path), read_key_file(custody.path)
    return "the keyring", keyring_store.find(station.tenant, station.station)
