"""The file key under a passphrase: argon2id stretches it, AES-256-GCM wraps; the passphrase is kept nowhere."""

import os
from typing import ClassVar

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from app.errors import InputError, RecordsError
from db.keys.station_file import WrappedKey

BY_PASSPHRASE = "passphrase"  # noqa: S105 the name of a way, no password
MINIMUM_LETTERS = 12
MEMORY_KIB = 65_536  # with three passes about 0.3 s: once a start, against guessing on a stolen disk
PASSES = 3
_SALT_BYTES = 16
_NONCE_BYTES = 12
_KEY_BYTES = 32
_MEANING = b"citytill file key under passphrase v1"


class PassphraseTooShortError(InputError):
    """Too easy to guess by a machine."""

    code: ClassVar[str] = "passphrase_short"

    def __init__(self) -> None:
        super().__init__(f"The passphrase is too short. Take at least {MINIMUM_LETTERS} letters, best four words.")


class WrongPassphraseError(RecordsError):
    """It does not open the key."""

    code: ClassVar[str] = "wrong_passphrase"

    def __init__(self) -> None:
        super().__init__("That is not this station's passphrase. Type it again; capital letters count.")


def wrap(key: bytes, passphrase: str) -> WrappedKey:
    """The key as `station.json` carries it.

    Raises:
        PassphraseTooShortError: fewer than twelve letters.
    """
    if len(passphrase) < MINIMUM_LETTERS:
        raise PassphraseTooShortError
    salt, nonce = os.urandom(_SALT_BYTES), os.urandom(_NONCE_BYTES)
    sealed = AESGCM(_stretched(passphrase, salt)).encrypt(nonce, key, _MEANING)
    return WrappedKey(by=BY_PASSPHRASE, nonce=nonce.hex(), sealed=sealed.hex(), salt=salt.hex())


def unwrap(wrapped: WrappedKey, passphrase: str) -> bytes:
    """The key again.

    Raises:
        WrongPassphraseError: another passphrase, or the wrapped key was changed.
    """
    try:
        stretched = _stretched(passphrase, bytes.fromhex(wrapped.salt))
        return AESGCM(stretched).decrypt(bytes.fromhex(wrapped.nonce), bytes.fromhex(wrapped.sealed), _MEANING)
    except (InvalidTag, ValueError) as error:
        raise WrongPassphraseError from error


def _stretched(passphrase: str, salt: bytes) -> bytes:
    stretch = Argon2id(salt=salt, length=_KEY_BYTES, iterations=PASSES, lanes=1, memory_cost=MEMORY_KIB)
    return stretch.derive(passphrase.encode())
