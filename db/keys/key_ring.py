"""The tenant's key ring: keys by purpose and month, as `work_ring_key` rows wrapped by a key made from the file key.

Never in the journal: whoever may read entries opens no MICR line. Keys lie in the keyed file, so a backup carries
them; they are wrapped once more, so that a copy of the table alone opens nothing.
A new month's key is written inside the transaction that first seals with it, and is looked up again for each seal:
if that transaction is rolled back, its key is forgotten with it.
"""

import hashlib
import hmac
import os
from collections.abc import Sequence
from typing import Any, ClassVar, Protocol

from app.errors import RecordsError
from db.keys.sealing import SEALING_KEY_BYTES, SealingKey, key_id_of, open_bytes, opened_text, seal_bytes, sealed_text

FOREVER = ""  # the month of keys that never change: marks and the PINs' pepper
PAYER_MARK = "payer_mark"
PIN_PEPPER = "pin_pepper"
_RING_MEANING = b"citytill key ring v1"
_FIND_CURRENT = "select key_id, purpose, month, secret from work_ring_key where purpose = ? and month = ?"
_FIND_BY_ID = "select key_id, purpose, month, secret from work_ring_key where key_id = ?"
_KEEP = "insert into work_ring_key (key_id, purpose, month, secret) values (?, ?, ?, ?)"


class SealingKeyMissingError(RecordsError):
    """A sealed value names a key that this ring does not hold."""

    code: ClassVar[str] = "seal_key_missing"

    def __init__(self, key_id: str) -> None:
        super().__init__(
            f"The key {key_id} of a sealed value is not in these books. It opens at the station that sealed it, or "
            "after a restore of that station's backup."
        )
        self.key_id = key_id


class Sql(Protocol):
    """A bare connection or cursor."""

    def execute(self, sql: str, parameters: Sequence[Any] = ..., /) -> Any:
        """Run one statement."""
        ...


class KeyRing:
    """Finds, makes and unwraps the keys; holds the wrapping key and what it unwrapped, nothing else."""

    def __init__(self, file_key: bytes) -> None:
        self._wrapping = hmac.digest(file_key, _RING_MEANING, hashlib.sha256)
        self._unwrapped: dict[str, SealingKey] = {}

    def seal(self, sql: Sql, plain: bytes, *, purpose: str, month: str) -> str:
        """Seal under the purpose's key of the month (`2026-11`), made here when it is the first; needs a writer."""
        return sealed_text(self.key_for(sql, purpose=purpose, month=month), plain)

    def unseal(self, sql: Sql, sealed: str) -> bytes:
        """The plain bytes of a sealed text.

        Raises:
            SealingKeyMissingError: its key is not in this ring.
            SealBrokenError: it was changed.
        """
        return opened_text(self.key_by_id(sql, key_id_of(sealed)), sealed)

    def payer_mark(self, sql: Sql, *, routing: str, account: str) -> str:
        """`HMAC(tenant mark key, routing|account)`, lower-case hex: equality without opening."""
        key = self.key_for(sql, purpose=PAYER_MARK, month=FOREVER)
        return hmac.digest(key.secret, f"{routing}|{account}".encode(), hashlib.sha256).hex()

    def key_for(self, sql: Sql, *, purpose: str, month: str) -> SealingKey:
        """The key of a purpose and month, made and kept when there is none; then `sql` must be able to write."""
        row = sql.execute(_FIND_CURRENT, (purpose, month)).fetchone()
        if row is not None:
            return self._opened(row)
        key = SealingKey(os.urandom(6).hex(), purpose, month, os.urandom(SEALING_KEY_BYTES))
        wrapped = seal_bytes(self._wrapping, key.secret, meaning=_row_meaning(key.key_id, purpose, month))
        sql.execute(_KEEP, (bytes.fromhex(key.key_id), purpose, month, wrapped))
        return key

    def key_by_id(self, sql: Sql, key_id: str) -> SealingKey:
        """The key that a sealed value names.

        Raises:
            SealingKeyMissingError: it is not in this ring.
        """
        if key_id in self._unwrapped:
            return self._unwrapped[key_id]
        row = sql.execute(_FIND_BY_ID, (_raw(key_id),)).fetchone()
        if row is None:
            raise SealingKeyMissingError(key_id)
        return self._opened(row)

    def _opened(self, row: Sequence[Any]) -> SealingKey:
        raw_id, purpose, month, wrapped = row
        key_id = raw_id.hex()
        if key_id not in self._unwrapped:
            meaning = _row_meaning(key_id, purpose, month)
            secret = open_bytes(self._wrapping, wrapped, meaning=meaning, what="key ring")
            self._unwrapped[key_id] = SealingKey(key_id, purpose, month, secret)
        return self._unwrapped[key_id]


def _raw(key_id: str) -> bytes:
    try:
        return bytes.fromhex(key_id)
    except ValueError as error:
        raise SealingKeyMissingError(key_id) from error


def _row_meaning(key_id: str, purpose: str, month: str) -> bytes:
    return f"citytill ring key v1 {purpose} {month} {key_id}".encode()
