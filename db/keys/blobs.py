"""Blobs: compressed and sealed under their month's key; the journal names them by the hash of the sealed bytes.

That name tells nothing of the content to one without the key ring, and anybody may check it: the file's own CHECK
does, and `citytill verify`.
"""

import zlib
from collections.abc import Callable
from datetime import datetime

from db.keys.key_ring import KeyRing, Sql
from db.keys.sealing import SealBrokenError, SealingKey, open_bytes, seal_bytes

BLOB = "blob"
LEVEL = 6
_KEY_ID_BYTES = 6
_MEANING = b"citytill blob v1"


def seal_blob(ring: KeyRing, sql: Sql, plain: bytes, *, month: str) -> bytes:
    """Key id, nonce and AES-256-GCM of the compressed content; `sql` must be able to write."""
    return sealed_blob(ring.key_for(sql, purpose=BLOB, month=month), plain)


def sealed_blob(key: SealingKey, plain: bytes) -> bytes:
    """The same under a key at hand; needs no connection."""
    return bytes.fromhex(key.key_id) + seal_bytes(key.secret, zlib.compress(plain, LEVEL), meaning=_MEANING)


def open_blob(ring: KeyRing, sql: Sql, sealed: bytes) -> bytes:
    """The plain bytes.

    Raises:
        SealingKeyMissingError: its key is not in this ring.
        SealBrokenError: it was changed.
    """
    key = ring.key_by_id(sql, sealed[:_KEY_ID_BYTES].hex())
    packed = open_bytes(key.secret, sealed[_KEY_ID_BYTES:], meaning=_MEANING, what=BLOB)
    try:
        return zlib.decompress(packed)
    except zlib.error as error:
        raise SealBrokenError(BLOB) from error


class StationBlobs:
    """Answers the journal's sealer: blobs of one station over one connection, under the current month's key."""

    def __init__(self, ring: KeyRing, sql: Sql, now: Callable[[], datetime]) -> None:
        self._ring = ring
        self._sql = sql
        self._now = now

    def seal(self, plain: bytes) -> bytes:
        """Key id, nonce and AES-256-GCM over the compressed bytes; needs a connection that may write."""
        return seal_blob(self._ring, self._sql, plain, month=f"{self._now():%Y-%m}")

    def key(self) -> SealingKey:
        """The current month's key, made when it is the first; needs a connection that may write."""
        return self._ring.key_for(self._sql, purpose=BLOB, month=f"{self._now():%Y-%m}")

    def open(self, sealed: bytes) -> bytes:
        """The plain bytes.

        Raises:
            SealingKeyMissingError: its key is not in this ring.
            SealBrokenError: it was changed.
        """
        return open_blob(self._ring, self._sql, sealed)
