"""Where a file key is kept, and the one sentence each time it cannot be found."""

import os
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import fail, null

from db.keys.custody import Custody, CustodyUnreadableError, PassphraseNeededError, WrongFileKeyError, find_file_key
from db.keys.file_key import new_file_key
from db.keys.keep import PRACTICE, find_file_key_with, forget_file_key, keep_file_key, station_file_for
from db.keys.key_file import (
    KeyFileExistsError,
    KeyFileMissingError,
    KeyFileOpenToOthersError,
    KeyFileUnreadableError,
    KeyFileUnwritableError,
)
from db.keys.keyring_store import KeyNotInKeyringError, KeyringRefusedError, NoKeyringHereError
from db.keys.passphrase_wrap import PassphraseTooShortError, WrongPassphraseError
from db.keys.recovery import RecoveryKey
from db.keys.station_file import (
    StationFile,
    StationFileUnreadableError,
    read_station_file,
    write_station_file,
)

KEY = new_file_key()
RECOVERY = RecoveryKey.new()
PASSPHRASE = "correct horse battery"


class BookKeyring(KeyringBackend):
    """A keyring that is a dict."""

    priority = -1  # below the machine's own: a backend is registered by being defined, and other tests ask the real one

    def __init__(self, *, forgets: bool = False) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}
        self.forgets = forgets

    def set_password(self, service: str, username: str, password: str) -> None:
        if not self.forgets:
            self.kept[service, username] = password

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def delete_password(self, service: str, username: str) -> None:
        if self.kept.pop((service, username), None) is None:
            raise keyring.errors.PasswordDeleteError


@pytest.fixture
def book() -> Iterator[BookKeyring]:
    before = keyring.get_keyring()
    backend = BookKeyring()
    keyring.set_keyring(backend)
    yield backend
    keyring.set_keyring(before)


def founded(folder: Path, custody: Custody, *, passphrase: str = "") -> StationFile:
    recovery = None if custody == PRACTICE else RECOVERY
    station = station_file_for(
        tenant="claremore", station="DT1", key=KEY, custody=custody, recovery=recovery, passphrase=passphrase
    )
    keep_file_key(folder, station, KEY)
    write_station_file(folder, station)
    return station


def test_a_practice_key_lies_beside_its_database(tmp_path: Path) -> None:
    founded(tmp_path, PRACTICE)
    assert (tmp_path / "key").read_text() == KEY.hex() + "\n"
    assert find_file_key(tmp_path) == KEY
    assert read_station_file(tmp_path).practice


def test_a_real_station_is_never_without_a_recovery_key() -> None:
    with pytest.raises(ValueError, match="recovery key"):
        station_file_for(tenant="claremore", station="DT1", key=KEY, custody=Custody.parse("keyring"))


def test_the_key_argument_has_three_forms() -> None:
    assert str(Custody.parse("keyring")) == "keyring"
    assert str(Custody.parse("file:/etc/citytill/DT1.key")) == "file:/etc/citytill/DT1.key"
    assert str(Custody.parse("passphrase")) == "passphrase"


@pytest.mark.parametrize("text", ["", "practice", "file:", "file", "usb", "keyring:x"])
def test_any_other_key_argument_is_refused_in_one_sentence(text: str) -> None:
    with pytest.raises(CustodyUnreadableError) as caught:
        Custody.parse(text)
    assert caught.value.sentence().endswith("Say keyring, file:PATH or passphrase.")


def test_a_keyring_keeps_the_key_and_gives_it_back(tmp_path: Path, book: BookKeyring) -> None:
    station = founded(tmp_path, Custody.parse("keyring"))
    assert find_file_key(tmp_path) == KEY
    assert book.kept == {("citytill", "claremore/DT1"): KEY.hex()}
    forget_file_key(tmp_path, station)
    forget_file_key(tmp_path, station)
    with pytest.raises(KeyNotInKeyringError) as caught:
        find_file_key(tmp_path)
    assert "words of the recovery sheet" in caught.value.sentence()


@pytest.mark.parametrize("backend", [fail.Keyring, null.Keyring])
def test_a_machine_without_a_keyring_says_what_is_missing(
    tmp_path: Path, book: BookKeyring, backend: type[KeyringBackend]
) -> None:
    keyring.set_keyring(backend())
    with pytest.raises(NoKeyringHereError) as caught:
        founded(tmp_path, Custody.parse("keyring"))
    assert "install gnome-keyring" in caught.value.sentence()
    assert not (tmp_path / "station.json").exists()


def test_a_keyring_of_plain_text_is_no_keyring(tmp_path: Path, book: BookKeyring) -> None:
    class PlaintextKeyring(BookKeyring):
        pass

    keyring.set_keyring(PlaintextKeyring())
    with pytest.raises(NoKeyringHereError):
        founded(tmp_path, Custody.parse("keyring"))


def test_a_keyring_that_forgets_is_refused_before_the_station_exists(tmp_path: Path, book: BookKeyring) -> None:
    keyring.set_keyring(BookKeyring(forgets=True))
    with pytest.raises(KeyringRefusedError) as caught:
        founded(tmp_path, Custody.parse("keyring"))
    assert "what was stored did not come back" in caught.value.sentence()


def test_a_key_file_is_closed_to_others_and_never_written_over(tmp_path: Path) -> None:
    path = tmp_path / "DT1.key"
    founded(tmp_path, Custody.parse(f"file:{path}"))
    assert path.stat().st_mode & 0o777 == 0o600
    assert find_file_key(tmp_path) == KEY
    with pytest.raises(KeyFileExistsError) as caught:
        founded(tmp_path, Custody.parse(f"file:{path}"))
    assert "never written over" in caught.value.sentence()


def test_one_group_may_read_a_key_file_and_nobody_else(tmp_path: Path) -> None:
    path = tmp_path / "DT1.key"
    founded(tmp_path, Custody.parse(f"file:{path}"))
    path.chmod(0o640)
    assert find_file_key(tmp_path) == KEY
    for mode in (0o644, 0o660, 0o604):
        path.chmod(mode)
        with pytest.raises(KeyFileOpenToOthersError) as caught:
            find_file_key(tmp_path)
        assert f"chmod 0640 {path}" in caught.value.sentence()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can give a file away")
def test_a_key_file_of_somebody_else_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "DT1.key"
    founded(tmp_path, Custody.parse(f"file:{path}"))
    os.chown(path, 65534, 0)
    with pytest.raises(KeyFileOpenToOthersError, match="belongs to somebody else"):
        find_file_key(tmp_path)


def test_a_key_file_that_is_gone_or_holds_no_key_is_told(tmp_path: Path) -> None:
    path = tmp_path / "DT1.key"
    founded(tmp_path, Custody.parse(f"file:{path}"))
    path.write_text("not a key")
    with pytest.raises(KeyFileUnreadableError, match="does not hold a key"):
        find_file_key(tmp_path)
    path.unlink()
    with pytest.raises(KeyFileMissingError, match="citytill restore"):
        find_file_key(tmp_path)


def test_a_key_file_in_no_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(KeyFileUnwritableError, match="make its folder first"):
        founded(tmp_path, Custody.parse(f"file:{tmp_path}/nowhere/DT1.key"))


def test_another_stations_key_is_refused_before_a_file_is_opened_with_it(tmp_path: Path) -> None:
    path = tmp_path / "DT1.key"
    founded(tmp_path, Custody.parse(f"file:{path}"))
    path.write_text(new_file_key().hex())
    with pytest.raises(WrongFileKeyError) as caught:
        find_file_key(tmp_path)
    assert f"The key in {path} does not open DT1's books." in caught.value.sentence()


def test_a_passphrase_opens_the_key_and_is_asked_for(tmp_path: Path) -> None:
    founded(tmp_path, Custody.parse("passphrase"), passphrase=PASSPHRASE)
    assert find_file_key_with(tmp_path, PASSPHRASE) == KEY
    with pytest.raises(PassphraseNeededError, match="Type it to go on"):
        find_file_key(tmp_path)
    with pytest.raises(PassphraseNeededError):
        find_file_key_with(tmp_path, "")
    with pytest.raises(WrongPassphraseError, match="Type it again"):
        find_file_key_with(tmp_path, "correct horse batterie")


def test_a_short_passphrase_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PassphraseTooShortError, match="at least 12 letters"):
        founded(tmp_path, Custody.parse("passphrase"), passphrase="short")


def test_the_plain_file_holds_no_secret(tmp_path: Path) -> None:
    founded(tmp_path, Custody.parse("passphrase"), passphrase=PASSPHRASE)
    text = (tmp_path / "station.json").read_text()
    assert KEY.hex() not in text
    assert RECOVERY.secret.hex() not in text
    assert PASSPHRASE not in text


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (None, "is missing"),
        ("{", "cannot be read"),
        ("[]", "another version"),
        ('{"format": 2}', "another version"),
        ('{"format": 1}', "does not hold"),
        ('{"format": 1, "tenant": 3, "station": "DT1", "practice": 1, "custody": "", "key_id": ""}', "does not hold"),
    ],
)
def test_a_damaged_station_file_is_told(tmp_path: Path, content: str | None, why: str) -> None:
    if content is not None:
        (tmp_path / "station.json").write_text(content)
    with pytest.raises(StationFileUnreadableError) as caught:
        read_station_file(tmp_path)
    assert why in caught.value.sentence()
    assert "last backup" in caught.value.sentence()


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    station = founded(tmp_path, Custody.parse("passphrase"), passphrase=PASSPHRASE)
    assert read_station_file(tmp_path) == station
    assert [path.name for path in tmp_path.iterdir()] == ["station.json"]
