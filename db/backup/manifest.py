"""What a backup says about itself in plain text: whose it is, how far it goes, and the hash of its file."""

import hashlib
import json
from pathlib import Path
from typing import ClassVar

from app.errors import InputError
from app.frozen import frozen
from db.keys.durable_file import write_new

MANIFEST = "manifest.json"
FORMAT = 1
CHUNK = 1 << 20


class NotABackupError(InputError):
    """The folder named is no backup of CityTill, or not a whole one."""

    code: ClassVar[str] = "not_a_backup"

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(f"{path} is not a whole backup: {why}. Name the folder that citytill backup made.")
        self.path = path
        self.why = why


@frozen
class Manifest:
    """Head of the stream at the time, time (UTC), program version, and the SHA-256 of the keyed file.

    `verified` is false when a check failed on the copy; `failed` names which.
    """

    tenant: str
    station: str
    incarnation: str
    practice: bool
    seq: int
    h: str
    at: str
    app_v: str
    sha256: str
    key_id: str
    verified: bool
    failed: tuple[str, ...] = ()


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Write `manifest.json` durably.

    Raises:
        OSError: the disk refuses.
    """
    text = json.dumps({"format": FORMAT, **vars(manifest)}, indent=2, sort_keys=True, ensure_ascii=False) + "\n"
    write_new(folder / MANIFEST, text.encode(), mode=0o640)


def read_manifest(folder: Path) -> Manifest:
    """Read a backup's manifest.

    Raises:
        NotABackupError: there is none, or it is not one of ours.
    """
    try:
        values = json.loads((folder / MANIFEST).read_bytes())
        if values.pop("format") != FORMAT:
            raise NotABackupError(folder, "it was made by another version of CityTill")
        return Manifest(**{**values, "failed": tuple(values["failed"])})
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
        raise NotABackupError(folder, "its manifest.json is missing or unreadable") from error


def sha256_of(path: Path) -> str:
    """The hash of a file, read in pieces."""
    whole = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(CHUNK):
            whole.update(piece)
    return whole.hexdigest()
