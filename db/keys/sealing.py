"""Sealed values: `{key id}.{nonce and AES-256-GCM}` in base64url, bound to their purpose (DESIGN section 3, Keys)."""

import base64
import binascii
import os
from typing import ClassVar

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from app.errors import RecordsError
from app.frozen import frozen

SEALING_KEY_BYTES = 32
NONCE_BYTES = 12


class SealBrokenError(RecordsError):
    """A sealed value was changed, cut short, or moved to another place."""

    code: ClassVar[str] = "seal_broken"

    def __init__(self, what: str) -> None:
        super().__init__(f"A sealed value ({what}) does not open: it was changed on disk. Run citytill verify.")
        self.what = what


@frozen
class SealingKey:
    """One key of the tenant's ring: its purpose, and the month (`2026-11`) or nothing when it never changes."""

    key_id: str
    purpose: str
    month: str
    secret: bytes

    def __repr__(self) -> str:
        return f"SealingKey({self.key_id}, {self.purpose} {self.month})"


def seal_bytes(secret: bytes, plain: bytes, *, meaning: bytes) -> bytes:
    """Nonce, ciphertext and tag; `meaning` must be given again to open it."""
    nonce = os.urandom(NONCE_BYTES)
    return nonce + AESGCM(secret).encrypt(nonce, plain, meaning)


def open_bytes(secret: bytes, sealed: bytes, *, meaning: bytes, what: str) -> bytes:
    """The plain bytes.

    Raises:
        SealBrokenError: changed, cut, another key or another meaning; `what` says of which value it is told.
    """
    try:
        return AESGCM(secret).decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], meaning)
    except (InvalidTag, ValueError) as error:
        raise SealBrokenError(what) from error


def sealed_text(key: SealingKey, plain: bytes) -> str:
    """Seal to compact text; opens only with this key and for its purpose."""
    sealed = seal_bytes(key.secret, plain, meaning=_meaning(key))
    return f"{key.key_id}.{base64.urlsafe_b64encode(sealed).rstrip(b'=').decode()}"


def key_id_of(sealed: str) -> str:
    """Which key a sealed text needs."""
    return sealed.partition(".")[0]


def opened_text(key: SealingKey, sealed: str) -> bytes:
    """The plain bytes of a sealed text.

    Raises:
        SealBrokenError: changed, or sealed by another key.
    """
    body = sealed.partition(".")[2]
    try:
        raw = base64.b64decode(body + "=" * (-len(body) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError) as error:
        raise SealBrokenError(key.purpose) from error
    return open_bytes(key.secret, raw, meaning=_meaning(key), what=key.purpose)


def _meaning(key: SealingKey) -> bytes:
    return f"citytill seal v1 {key.purpose} {key.month} {key.key_id}".encode()
