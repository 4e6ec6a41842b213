"""Answers `app.ports.pins`: argon2id over HMAC(pepper, PIN), tries counted durably before an answer is told (R44).

The pepper lies in the key ring, not beside the verifier; so the rows alone cannot be tried through, and a PIN of six
digits is not open to whoever copies the table.
"""

import hashlib
import hmac
import os
from collections.abc import Callable
from datetime import datetime

from argon2.low_level import Type, hash_secret_raw

from app.domain.pin_lock import PinTries
from db.keys.key_ring import FOREVER, PIN_PEPPER, KeyRing, Sql

# About 70 ms on one core of a 2 GHz server: slow for a guesser, unfelt by a cashier.
MEMORY_KIB = 32_768
PASSES = 2
LANES = 1
_SALT_BYTES = 16
_VERIFIER_BYTES = 32
_NOBODY = "0" * 2 * (_SALT_BYTES + _VERIFIER_BYTES)
_FIND = "select verifier from work_pin where user = ?"
_KEEP = """insert into work_pin (user, verifier, failed, locked_until, changed_at) values (?, ?, 0, '', ?)
on conflict (user) do update set verifier = excluded.verifier, failed = 0, locked_until = '',
changed_at = excluded.changed_at"""
_FIND_TRIES = "select failed, locked_until from work_pin where user = ?"
_KEEP_TRIES = """insert into work_pin (user, verifier, failed, locked_until, changed_at) values (?, '', ?, ?, '')
on conflict (user) do update set failed = excluded.failed, locked_until = excluded.locked_until"""


class StationPins:
    """Verifiers of this station's people; each change is its own durable commit on the writer's connection.

    `sql` must be in autocommit (no transaction open), as between two deeds.
    """

    def __init__(self, ring: KeyRing, sql: Sql, now: Callable[[], datetime]) -> None:
        self._ring = ring
        self._sql = sql
        self._now = now

    def has_pin(self, user: str) -> bool:
        """Whether a PIN was ever set for the user."""
        return bool(self._verifier(user))

    def verify(self, user: str, pin: str) -> bool:
        """Whether the PIN is the user's; an unknown user takes as long as a wrong PIN."""
        kept = self._verifier(user)
        raw = bytes.fromhex(kept or _NOBODY)
        salt, expected = raw[:_SALT_BYTES], raw[_SALT_BYTES:]
        return hmac.compare_digest(self._stretched(pin, salt), expected) and bool(kept)

    def set_pin(self, user: str, pin: str) -> None:
        """Keep a new verifier and forget the wrong tries; the PIN itself is kept nowhere."""
        salt = os.urandom(_SALT_BYTES)
        verifier = (salt + self._stretched(pin, salt)).hex()
        self._sql.execute(_KEEP, (user, verifier, self._now().isoformat()))

    def tries(self, user: str) -> PinTries:
        """Wrong tries in a row; none for a user never seen."""
        row = self._sql.execute(_FIND_TRIES, (user,)).fetchone()
        return PinTries(*row) if row else PinTries()

    def keep_tries(self, user: str, tries: PinTries) -> None:
        """Store the tries; durable when it returns, so that a power cut gives no free try."""
        self._sql.execute(_KEEP_TRIES, (user, tries.wrong, tries.locked_until))

    def _verifier(self, user: str) -> str:
        row = self._sql.execute(_FIND, (user,)).fetchone()
        return str(row[0]) if row else ""

    def _stretched(self, pin: str, salt: bytes) -> bytes:
        pepper = self._ring.key_for(self._sql, purpose=PIN_PEPPER, month=FOREVER).secret
        peppered = hmac.digest(pepper, pin.encode(), hashlib.sha256)
        return hash_secret_raw(
            peppered,
            salt,
            time_cost=PASSES,
            memory_cost=MEMORY_KIB,
            parallelism=LANES,
            hash_len=_VERIFIER_BYTES,
            type=Type.ID,
        )
