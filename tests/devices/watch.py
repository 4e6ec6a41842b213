"""Waiting for what devices do, with a limit and without sleeping."""

import threading
from collections.abc import Callable

LIMIT_S = 10.0


class Watch:
    """A bell that simulators and workers ring; `until` waits for a condition, or fails the test."""

    def __init__(self) -> None:
        self._bell = threading.Condition()

    def ring(self, *args: object) -> None:
        with self._bell:
            self._bell.notify_all()

    def until(self, condition: Callable[[], bool]) -> None:
        with self._bell:
            assert self._bell.wait_for(condition, LIMIT_S), "it did not happen within the limit"
