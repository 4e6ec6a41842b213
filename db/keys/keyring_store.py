"""The file key in the operating system's keyring; a keyring that forgets or writes plain text is refused."""

from typing import ClassVar

from app.errors import RecordsError
from db.keys.file_key import FILE_KEY_BYTES

SERVICE = "citytill"
_NO_SECRECY = ("plaintext", "uncrypted", ".null", ".fail")


class NoKeyringHereError(RecordsError):
    """This machine offers nothing that keeps a secret."""

    code: ClassVar[str] = "no_keyring"

    def __init__(self) -> None:
        super().__init__(
            "This machine has no keyring: on Linux install gnome-keyring and sign in to its desktop session, or keep "
            "the key another way with --key file:PATH or --key passphrase."
        )


class KeyringRefusedError(RecordsError):
    """It is there, and it is locked or would not keep the key."""

    code: ClassVar[str] = "keyring_refused"

    def __init__(self, why: str) -> None:
        super().__init__(
            f"The keyring did not keep the key ({why}). Unlock it by signing in to this machine again, or keep the key "
            "another way with --key file:PATH or --key passphrase."
        )
        self.why = why


class KeyNotInKeyringError(RecordsError):
    """The keyring works, and holds no key of this station."""

    code: ClassVar[str] = "keyring_empty"

    def __init__(self, station: str) -> None:
        super().__init__(
            f"The keyring of this user holds no key for {station}. Sign in to the machine as the user who set it up, "
            "or run citytill restore with a backup and the words of the recovery sheet."
        )
        self.station = station


def keep(tenant: str, station: str, key: bytes) -> None:
    """Store the key and read it back, for some keyrings lose values silently.

    Raises:
        NoKeyringHereError: there is none, or only one without secrecy.
        KeyringRefusedError: locked, or what was stored does not come back.
    """
    import keyring
    from keyring.errors import KeyringError, NoKeyringError

    _refuse_open_keyring()
    try:
        keyring.set_password(SERVICE, f"{tenant}/{station}", key.hex())
        kept = keyring.get_password(SERVICE, f"{tenant}/{station}")
    except NoKeyringError as error:
        raise NoKeyringHereError from error
    except KeyringError as error:
        raise KeyringRefusedError(str(error) or "it is locked") from error
    if kept != key.hex():
        raise KeyringRefusedError("what was stored did not come back")


def find(tenant: str, station: str) -> bytes:
    """The station's key.

    Raises:
        NoKeyringHereError: there is none, or only one without secrecy.
        KeyringRefusedError: it is locked, or holds something that is no key.
        KeyNotInKeyringError: it holds no key of this station.
    """
    import keyring
    from keyring.errors import KeyringError, NoKeyringError

    _refuse_open_keyring()
    try:
        text = keyring.get_password(SERVICE, f"{tenant}/{station}")
    except NoKeyringError as error:
        raise NoKeyringHereError from error
    except KeyringError as error:
        raise KeyringRefusedError(str(error) or "it is locked") from error
    if text is None:
        raise KeyNotInKeyringError(station)
    try:
        key = bytes.fromhex(text)
    except ValueError as error:
        raise KeyringRefusedError("it holds something that is no key") from error
    if len(key) != FILE_KEY_BYTES:
        raise KeyringRefusedError("it holds something that is no key")
    return key


def forget(tenant: str, station: str) -> None:
    """Take the key out again when set-up was left half-way; nothing happens when it is not there."""
    import keyring
    from keyring.errors import KeyringError, PasswordDeleteError

    try:
        keyring.delete_password(SERVICE, f"{tenant}/{station}")
    except PasswordDeleteError:
        return
    except KeyringError as error:
        raise KeyringRefusedError(str(error) or "it is locked") from error


def _refuse_open_keyring() -> None:
    """Backends that store plain text, forget, or always fail are no keyring (stack 8); a chain must be clean."""
    import keyring

    chosen = keyring.get_keyring()
    for backend in getattr(chosen, "backends", [chosen]) or [chosen]:
        name = f"{type(backend).__module__}.{type(backend).__qualname__}".lower()
        if any(word in name for word in _NO_SECRECY):
            raise NoKeyringHereError
