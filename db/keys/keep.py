"""Putting a file key into custody at set-up or restore, taking it back, and opening it with a passphrase."""

from pathlib import Path

from app.errors import RecordsError
from db.keys import keyring_store, passphrase_wrap
from db.keys.custody import (
    PRACTICE_KEY,
    Custody,
    CustodyKind,
    PassphraseNeededError,
    find_file_key,
    refuse_wrong_key,
)
from db.keys.file_key import key_id
from db.keys.key_file import write_key_file
from db.keys.recovery import RecoveryKey, wrap_file_key
from db.keys.station_file import STATION_FILE, StationFile, WrappedKey, read_station_file

PRACTICE = Custody(CustodyKind.PRACTICE)


def station_file_for(
    *,
    tenant: str,
    station: str,
    key: bytes,
    custody: Custody,
    recovery: RecoveryKey | None = None,
    passphrase: str = "",
) -> StationFile:
    """The plain facts of a new folder; only a practice folder does without a recovery key.

    Raises:
        PassphraseTooShortError: custody is a passphrase of fewer than twelve letters.
        ValueError: a real station without a recovery key.
    """
    is_practice = custody.kind is CustodyKind.PRACTICE
    if recovery is None and not is_practice:
        raise ValueError("a real station's key is always wrapped by a recovery key")
    return StationFile(
        tenant=tenant,
        station=station,
        practice=is_practice,
        custody=str(custody),
        key_id=key_id(key),
        recovery=wrap_file_key(recovery, key) if recovery else None,
        passphrase=_wrapped(key, custody, passphrase),
    )


def keep_file_key(folder: Path, station: StationFile, key: bytes) -> None:
    """Put the key where the station's custody says, and read it back; a passphrase needs nothing more.

    Raises:
        RecordsError: no keyring, or the key file cannot be written or is there already.
    """
    if station.custody == CustodyKind.PRACTICE:
        write_key_file(folder / PRACTICE_KEY, key)
        return
    custody = Custody.parse(station.custody)
    if custody.kind is CustodyKind.KEYRING:
        keyring_store.keep(station.tenant, station.station, key)
    elif custody.path is not None:
        write_key_file(custody.path, key)


def keep_again(folder: Path, station: StationFile, key: bytes) -> None:
    """Keep the key of a restored station: where the same key already is, nothing more is to be done.

    Raises:
        RecordsError: another key lies there, or it cannot be kept.
    """
    try:
        if find_file_key(folder, station=station) == key:
            return
    except PassphraseNeededError:
        return
    except RecordsError:
        pass  # not kept on this machine yet: it is kept now, or the reason why not is told
    keep_file_key(folder, station, key)


def kept_under(station: StationFile, key: bytes, custody: Custody, passphrase: str) -> StationFile:
    """The plain facts of the same folder with its key kept another way; practice stays practice.

    Raises:
        PassphraseTooShortError: custody is a passphrase of fewer than twelve letters.
    """
    return station if station.practice else station.kept_as(str(custody), _wrapped(key, custody, passphrase))


def forget_file_key(folder: Path, station: StationFile) -> None:
    """Take back what `keep_file_key` put down: set-up was left half-way, and leaves nothing."""
    if station.custody == CustodyKind.PRACTICE:
        (folder / PRACTICE_KEY).unlink(missing_ok=True)
        return
    custody = Custody.parse(station.custody)
    if custody.kind is CustodyKind.KEYRING:
        keyring_store.forget(station.tenant, station.station)
    elif custody.path is not None:
        custody.path.unlink(missing_ok=True)


def find_file_key_with(folder: Path, passphrase: str) -> bytes:
    """As `find_file_key`, and opens a passphrase's custody too.

    Raises:
        WrongPassphraseError: another passphrase.
        RecordsError: as `find_file_key`.
    """
    station = read_station_file(folder)
    if station.custody != CustodyKind.PASSPHRASE:
        return find_file_key(folder, station=station)
    if not passphrase or station.passphrase is None:
        raise PassphraseNeededError(station.station)
    key = passphrase_wrap.unwrap(station.passphrase, passphrase)
    refuse_wrong_key(station, key, place=STATION_FILE)
    return key


def _wrapped(key: bytes, custody: Custody, passphrase: str) -> WrappedKey | None:
    return passphrase_wrap.wrap(key, passphrase) if custody.kind is CustodyKind.PASSPHRASE else None
