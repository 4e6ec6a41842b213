"""One paper to be printed, from the moment it is stored until the printer's own truth is known (devices 1)."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from app.domain.print_plan import PrintPlan


class PrintState(Enum):
    """How far a print job has come. Nothing is sent twice: only QUEUED is ever given to a printer."""

    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    CONFIRMED = "confirmed"
    UNKNOWN = "unknown"
    FAILED = "failed"

    @property
    def on_screen(self) -> str:
        """What the cashier reads (DESIGN section 7)."""
        return _ON_SCREEN[self]

    @property
    def is_final(self) -> bool:
        """UNKNOWN may still become CONFIRMED when a late answer comes; nothing else moves again."""
        return self not in (PrintState.QUEUED, PrintState.SENDING)

    @property
    def asks_the_cashier(self) -> bool:
        """The paper may not be in the customer's hand: the screen asks, and offers Reprint."""
        return self in (PrintState.UNKNOWN, PrintState.FAILED)


_ON_SCREEN = {
    PrintState.QUEUED: "printing",
    PrintState.SENDING: "printing",
    PrintState.SENT: "sent",
    PrintState.CONFIRMED: "printed",
    PrintState.UNKNOWN: "unsure",
    PrintState.FAILED: "not printed",
}


@dataclass(frozen=True)
class PrintOutcome:
    """Where a job ended, and why, as a sentence for the cashier (empty when all is well)."""

    state: PrintState
    reason: str = ""


@dataclass(frozen=True)
class PrintJob:
    """A stored job as a device gets it: paper has a plan, a drawer pulse has none; `queued_at` is UTC.

    `job` is unique in the data folder for ever, so a repeat can be known.
    """

    job: int
    what: str
    queued_at: datetime
    plan: PrintPlan | None = None

    @property
    def is_pulse(self) -> bool:
        """It opens the drawer and moves no paper."""
        return self.plan is None
