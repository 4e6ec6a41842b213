"""A PIN that was typed before the books are open: its slow part begins at once, beside the imports (hot-path 7).

Nothing is decided here and nothing told. The sign-in itself counts the try on the disk and then looks at the PIN (R44);
only the tens of milliseconds that stretching takes are over by then.
"""

from concurrent.futures import Future
from pathlib import Path

from db.keyed import opened_plain
from db.keys.key_ring import KeyRing
from db.keys.pins import Salted, pepper_of, salted_of, stretched
from db.lane import Lane


class PinAhead:
    """One PIN, stretched on a thread of its own, which then ends."""

    def __init__(self, path: Path, key: bytes, *, user: str, pin: str) -> None:
        self._pin = pin
        lane = Lane("pin")
        self._done: Future[tuple[Salted, bytes]] = lane.submit(lambda: _stretched(path, key, user, pin))
        lane.close(limit_s=0)  # the call is made first

    def taken(self, pin: str, salted: Salted) -> bytes | None:
        """The stretched PIN if it is this one and its verifier is still the same; waits until it is done."""
        if self._done.exception() is not None:  # whoever asks will meet the same cause, and tell it
            return None
        for_which, secret = self._done.result()
        return secret if (pin, salted) == (self._pin, for_which) else None


def _stretched(path: Path, key: bytes, user: str, pin: str) -> tuple[Salted, bytes]:
    db = opened_plain(path, key, reader=True)
    try:
        salted, pepper = salted_of(db, user), pepper_of(KeyRing(key), db)
    finally:
        db.close()
    return salted, stretched(pin, salted, pepper)
