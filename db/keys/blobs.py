"""Blobs: compressed, sealed under their month's key, named by a keyed hash of their plain bytes.

The name shows nothing of the content to one without the key ring (a plain hash would let anybody test a guess), and
the same bytes always get the same name.
"""

import hashlib
import hmac
import zlib

from db.keys.key_ring import BLOB_MARK, FOREVER, KeyRing, Sql
from db.keys.sealing import SealBrokenError, open_bytes, seal_bytes

BLOB = "blob"
LEVEL = 6
_KEY_ID_BYTES = 6


def blob_name(ring: KeyRing, sql: Sql, plain: bytes) -> str:
    """The content hash under the tenant's blob key, lower-case hex."""
    key = ring.key_for(sql, purpose=BLOB_MARK, month=FOREVER)
    return hmac.digest(key.secret, plain, hashlib.sha256).hex()


def seal_blob(ring: KeyRing, sql: Sql, plain: bytes, *, month: str) -> tuple[str, bytes]:
    """The blob's name and its sealed bytes: key id, nonce, AES-256-GCM of the compressed content."""
    name = blob_name(ring, sql, plain)
    key = ring.key_for(sql, purpose=BLOB, month=month)
    sealed = seal_bytes(key.secret, zlib.compress(plain, LEVEL), meaning=_meaning(name))
    return name, bytes.fromhex(key.key_id) + sealed


def open_blob(ring: KeyRing, sql: Sql, name: str, sealed: bytes) -> bytes:
    """The plain bytes, which must have the name.

    Raises:
        SealingKeyMissingError: its key is not in this ring.
        SealBrokenError: it was changed, or has another name.
    """
    key = ring.key_by_id(sql, sealed[:_KEY_ID_BYTES].hex())
    packed = open_bytes(key.secret, sealed[_KEY_ID_BYTES:], meaning=_meaning(name), what=f"blob {name[:8]}")
    plain = zlib.decompress(packed)
    if not hmac.compare_digest(blob_name(ring, sql, plain), name):
        raise SealBrokenError(f"blob {name[:8]}")
    return plain


def _meaning(name: str) -> bytes:
    return f"citytill blob v1 {name}".encode()
