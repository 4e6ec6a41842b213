"""Work that needs the accounts' rows for itself: an import, or the views built anew; never two of them at once."""

import threading
from collections.abc import Callable

from app.errors import RecordsError


class OneAtATime:
    """Held by whoever began; may be given back on another thread."""

    def __init__(self) -> None:
        self._held = threading.Lock()
        self._busy: Callable[[], RecordsError] | None = None

    def begin(self, busy: Callable[[], RecordsError]) -> None:
        """Take it; `busy` makes what the next one is told meanwhile.

        Raises:
            RecordsError: another has not ended, in that one's words.
        """
        if not self._held.acquire(blocking=False):
            told = self._busy or busy
            raise told()
        self._busy = busy

    def end(self) -> None:
        """Give it back."""
        self._busy = None
        self._held.release()
