"""Answers `app.ports.pins`: argon2id over HMAC(pepper, PIN), tries counted durably before an answer is told (R44).

The pepper lies in the key ring, not beside the verifier; so the rows alone cannot be tried through, and a PIN of six
digits is not open to whoever copies the table. A verifier says how dear it is, so that an older one still opens.
"""

import hashlib
import hmac
import os
from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple, Protocol

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from app.domain.pin_lock import PinTries
from db.keys.key_ring import FOREVER, PIN_PEPPER, KeyRing, Sql

_SALT_BYTES = 16
_SECRET_BYTES = 32
_FIND = "select verifier from work_pin where user = ?"
_KEEP = """insert into work_pin (user, verifier, failed, locked_until, changed_at) values (?, ?, 0, '', ?)
on conflict (user) do update set verifier = excluded.verifier, failed = 0, locked_until = '',
changed_at = excluded.changed_at"""
_FIND_TRIES = "select failed, locked_until from work_pin where user = ?"
_KEEP_TRIES = """insert into work_pin (user, verifier, failed, locked_until, changed_at) values (?, '', ?, ?, '')
on conflict (user) do update set failed = excluded.failed, locked_until = excluded.locked_until"""


class Dearness(NamedTuple):
    """What one guess costs: memory in KiB, passes over it, lanes."""

    memory_kib: int
    passes: int
    lanes: int


PRESENT = Dearness(19_456, 2, 1)
"""The OWASP cheat sheet's; about 40 ms on one core of a 2 GHz server (DECISIONS 29)."""
FIRST = Dearness(32_768, 2, 1)
"""Of verifiers that do not say it."""


class Salted(NamedTuple):
    """A verifier taken apart: how a PIN is stretched for it, and what must come out."""

    dearness: Dearness
    salt: bytes
    secret: bytes

    @classmethod
    def read(cls, verifier: str) -> "Salted":
        """Of `19456,2,1 5f3a...`, or of hexadecimal digits alone."""
        dearness, _, raw = verifier.rpartition(" ")
        secret = bytes.fromhex(raw)
        cost = Dearness(*map(int, dearness.split(","))) if dearness else FIRST
        return cls(cost, secret[:_SALT_BYTES], secret[_SALT_BYTES:])

    def text(self) -> str:
        """As `read` takes it."""
        return f"{','.join(map(str, self.dearness))} {(self.salt + self.secret).hex()}"


NOBODY = Salted(PRESENT, bytes(_SALT_BYTES), bytes(_SECRET_BYTES))


class Ahead(Protocol):
    """A PIN that is being stretched already."""

    def taken(self, pin: str, salted: Salted) -> bytes | None:
        """The stretched PIN, or None when another was asked for."""
        ...


class StationPins:
    """Verifiers of this station's people; each change is its own durable commit on the writer's connection.

    `sql` must be in autocommit (no transaction open), as between two deeds.
    """

    def __init__(self, ring: KeyRing, sql: Sql, now: Callable[[], datetime], ahead: Ahead | None = None) -> None:
        self._ring = ring
        self._sql = sql
        self._now = now
        self._ahead = ahead

    def has_pin(self, user: str) -> bool:
        """Whether a PIN was ever set for the user."""
        return salted_of(self._sql, user) is not NOBODY

    def verify(self, user: str, pin: str) -> bool:
        """Whether the PIN is the user's; an unknown user takes as long as a wrong PIN."""
        salted = salted_of(self._sql, user)
        secret = self._ahead.taken(pin, salted) if self._ahead is not None else None
        if secret is None:
            secret = stretched(pin, salted, pepper_of(self._ring, self._sql))
        return hmac.compare_digest(secret, salted.secret) and salted is not NOBODY

    def set_pin(self, user: str, pin: str) -> None:
        """Keep a new verifier and forget the wrong tries; the PIN itself is kept nowhere."""
        salted = NOBODY._replace(salt=os.urandom(_SALT_BYTES))
        salted = salted._replace(secret=stretched(pin, salted, pepper_of(self._ring, self._sql)))
        self._sql.execute(_KEEP, (user, salted.text(), self._now().isoformat()))

    def tries(self, user: str) -> PinTries:
        """Wrong tries in a row; none for a user never seen."""
        row = self._sql.execute(_FIND_TRIES, (user,)).fetchone()
        return PinTries(*row) if row else PinTries()

    def keep_tries(self, user: str, tries: PinTries) -> None:
        """Store the tries; durable when it returns, so that a power cut gives no free try."""
        self._sql.execute(_KEEP_TRIES, (user, tries.wrong, tries.locked_until))


def salted_of(sql: Sql, user: str) -> Salted:
    """The user's verifier; `NOBODY` where there is none."""
    row = sql.execute(_FIND, (user,)).fetchone()
    return Salted.read(row[0]) if row and row[0] else NOBODY


def pepper_of(ring: KeyRing, sql: Sql) -> bytes:
    """The station's pepper, made when there is none; then `sql` must be able to write."""
    return ring.key_for(sql, purpose=PIN_PEPPER, month=FOREVER).secret


def stretched(pin: str, salted: Salted, pepper: bytes) -> bytes:
    """The PIN made dear to guess; takes its time on purpose and leaves other threads theirs."""
    cost = salted.dearness
    stretch = Argon2id(
        salt=salted.salt, length=_SECRET_BYTES, iterations=cost.passes, lanes=cost.lanes, memory_cost=cost.memory_kib
    )
    return stretch.derive(hmac.digest(pepper, pin.encode(), hashlib.sha256))
