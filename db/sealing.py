"""Sealed bytes as the journal keeps them; what seals is given from outside (DESIGN section 3, Keys)."""

from typing import Protocol

from db.errors import BlobMissingError
from db.keys.sealing import SealingKey
from db.opener import Cursor, content_hash
from db.statements import Statement

READ_BLOB = "SELECT sealed FROM journal_blob WHERE hash = ?"
HASH_BYTES = 32


class BlobSealer(Protocol):
    """Seals and opens whole values; the bytes say by which key."""

    def seal(self, plain: bytes) -> bytes:
        """Key id, nonce and AES-256-GCM over the compressed bytes."""
        ...

    def key(self) -> SealingKey:
        """The key that `seal` takes now, for values sealed elsewhere (`db.keys.blobs.sealed_blob`)."""
        ...

    def open(self, sealed: bytes) -> bytes:
        """The plain bytes.

        Raises:
            RecordsError: the key is not in the ring, or the bytes were changed.
        """
        ...


def keep_blob(cursor: Cursor, insert: Statement, sealer: BlobSealer, plain: bytes) -> str:
    """Seal and store; the name is the hash of the sealed bytes, so anybody can check it without a key."""
    sealed = sealer.seal(plain)
    name = content_hash(sealed)
    cursor.execute(insert.text, (name, sealed))
    return name.hex()


def read_blob(cursor: Cursor, sealer: BlobSealer, name: str) -> bytes:
    """The plain bytes of a blob.

    Raises:
        BlobMissingError: no such blob, or its bytes are not those it is named by.
    """
    row = cursor.execute(READ_BLOB, (bytes.fromhex(name),)).fetchone()
    if row is None or content_hash(row[0]).hex() != name:
        raise BlobMissingError(name)
    return sealer.open(row[0])
