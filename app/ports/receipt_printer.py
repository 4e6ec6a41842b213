"""The receipt printer in a cashier's words: print this, how are you."""

from collections.abc import Sequence
from typing import Protocol

from app.domain.device_state import PrinterHealth
from app.domain.print_job import PrintOutcome
from app.domain.print_plan import PrintPlan


class ReceiptPrinter(Protocol):
    """One printer; every call may wait for the device, so it is made on the device's own worker only."""

    def print(self, job: int, plan: PrintPlan) -> PrintOutcome:
        """Send the plan once and say where it ended; never raises for a device's trouble, never sends twice.

        FAILED means that no byte of the job went out.
        """
        ...

    def health(self) -> PrinterHealth:
        """Ask the printer how it is, now."""
        ...

    def late_answers(self) -> Sequence[int]:
        """Jobs that ended UNKNOWN and whose answer, that they were printed, has come since the last call."""
        ...

    def close(self) -> None:
        """Let go of the line; the next call opens it again."""
        ...
