"""The journal's bytes, fixed for ever (DESIGN section 3): canonical payload, chain hash, entry.

A payload names its stream in its first keys. Keys are sorted by code point, so those keys begin with an
underscore, which sorts before every letter: `_incarnation`, `_station`, `_tenant`.
"""

import hashlib
import json
import os
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.frozen import frozen

GENESIS_PREV_H = bytes(32)
GENESIS_SEQ = 0
GENESIS_KIND = "station_started"
STREAM_KEYS = ("_incarnation", "_station", "_tenant")

_encode = json.JSONEncoder(
    ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False, default=vars
).encode


@dataclass(frozen=True, order=True)
class StreamName:
    """One station's stream: the only writer of its entries."""

    tenant: str
    station: str
    incarnation: str

    def keys(self) -> dict[str, str]:
        """The payload's first keys."""
        return {"_incarnation": self.incarnation, "_station": self.station, "_tenant": self.tenant}


@frozen
class Entry:
    """One link of a chain, exactly as stored at station and centre."""

    stream: StreamName
    seq: int
    id: bytes
    prev_h: bytes
    payload: bytes
    h: bytes


@frozen
class EntryRef:
    """Points at an entry of any stream: what a later entry says it saw."""

    seq: int
    h: str


def canonical(values: Mapping[str, Any]) -> bytes:
    """UTF-8 JSON, keys sorted by code point, no spaces, NFC strings; frozen dataclasses become objects.

    Integers only: facts are typed so, and `verify` refuses any other number in a stored payload.

    Raises:
        UnicodeEncodeError: a string holds a lone surrogate.
        TypeError: a value is no JSON type.
    """
    text = _encode(values)
    if not text.isascii() and not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    return text.encode("utf-8")


def chain_hash(seq: int, prev_h: bytes, entry_id: bytes, payload: bytes) -> bytes:
    """`SHA-256(prev_h + seq as 8 bytes big-endian + id 16 bytes + payload)`."""
    return hashlib.sha256(prev_h + seq.to_bytes(8, "big") + entry_id + payload).digest()


def new_entry_id(unix_ms: int, *, random: bytes | None = None) -> bytes:
    """A UUIDv7 (RFC 9562): 48 bits of Unix milliseconds, 74 random bits. Never used for ordering."""
    noise = os.urandom(10) if random is None else random
    return (
        unix_ms.to_bytes(6, "big") + bytes((0x70 | noise[0] & 0x0F, noise[1], 0x80 | noise[2] & 0x3F)) + noise[3:10]
    )
