"""The stored queue of one station's printer and drawer, as the device's worker sees it."""

from collections.abc import Sequence
from typing import Protocol

from app.domain.print_job import PrintJob, PrintState, Why


class PrintJobs(Protocol):
    """Jobs are stored by deeds in their own transaction; the worker takes them one by one and stores their ends.

    Called from the device's worker thread; the answering side sees to its own threads.
    """

    def next_job(self) -> PrintJob | None:
        """The oldest job that is still QUEUED, drawer pulses before paper; None when there is none.

        Raises:
            RecordsError: the books cannot be read now.
        """
        ...

    def set_state(self, job: int, state: PrintState, why: Why = Why.NONE) -> None:
        """Store how far a job came (the enums' values).

        SENDING must be durable before this returns, or a crash could print twice.

        Raises:
            RecordsError: it could not be stored; nothing changed.
        """
        ...

    def left_sending(self) -> Sequence[int]:
        """Jobs that are SENDING in the books: after a start, those that a crash cut off."""
        ...
