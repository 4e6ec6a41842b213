"""Answers `app.ports.seals`: sealed text over one connection of the station's file; and opens free words to read."""

from collections.abc import Callable
from datetime import datetime

from db.keys.key_ring import KeyRing, SealingKeyMissingError, Sql
from db.keys.sealing import key_id_of

TEXT = "text"
PAYER = "payer"
KEY_NOT_HERE = "(sealed; its key is not in these books)"


class StationSeals:
    """Seals with the keys of the current month; the connection must be the writer's, on its thread."""

    def __init__(self, ring: KeyRing, sql: Sql, now: Callable[[], datetime]) -> None:
        self._ring = ring
        self._sql = sql
        self._now = now

    def seal(self, purpose: str, plain: str) -> str:
        """The sealed text, safe in drafts and in the journal."""
        return self._ring.seal(self._sql, plain.encode(), purpose=purpose, month=f"{self._now():%Y-%m}")

    def unseal(self, sealed: str) -> str:
        """The plain text.

        Raises:
            SealingKeyMissingError: its key is not in these books.
            SealBrokenError: it was changed.
        """
        return self._ring.unseal(self._sql, sealed).decode()

    def payer_mark(self, *, routing: str, account: str) -> str:
        """Equality of two checks' payers without opening a bank number."""
        return self._ring.payer_mark(self._sql, routing=routing, account=account)


class WordsOpener:
    """Opens free words and payers' names for screens and papers; never a MICR line or a bank number (J8)."""

    def __init__(self, ring: KeyRing, sql: Sql) -> None:
        self._ring = ring
        self._sql = sql

    def __call__(self, sealed: str) -> str:
        """The plain words; nothing for nothing, and a sentence in brackets where they cannot be opened here.

        Raises:
            SealBrokenError: it was changed.
        """
        if not sealed:
            return ""
        try:
            key = self._ring.key_by_id(self._sql, key_id_of(sealed))
        except SealingKeyMissingError:
            return KEY_NOT_HERE
        return self._ring.unseal(self._sql, sealed).decode() if key.purpose in (TEXT, PAYER) else KEY_NOT_HERE
