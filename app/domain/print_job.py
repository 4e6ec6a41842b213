"""One paper to be printed, from the moment it is stored until the printer's own truth is known (devices 1)."""

from datetime import datetime
from enum import Enum

from app.domain.device_state import Trouble
from app.domain.print_plan import PrintPlan
from app.frozen import frozen

ENDORSEMENT = "endorsement"
"""A job for a check's back says this word, the check's place among the receipt's checks, and the receipt."""


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


class Why(Enum):
    """Why a job did not end well: the value is stored and short enough for a list, `sentence` is for the cashier."""

    NONE = ""
    NO_ANSWER = "no answer"
    COVER_OPEN = "cover open"
    PAPER_OUT = "paper out"
    CUTTER = "cutter jammed"
    ERROR = "error light"
    OFFLINE = "offline"
    STOPPED_MIDWAY = "stopped midway"
    LINE_LOST = "line lost midway"
    NOT_CONFIRMED = "not confirmed"
    CUT_OFF = "till stopped"
    TOO_OLD = "waited too long"
    PULSE_TOO_OLD = "not opened"
    NO_LAYOUT = "cannot be laid out"
    NO_SLIP_STATION = "no slip station"
    NO_SLIP = "no check put in"
    DRAWER_SHUT = "did not open"
    DRAWER_BACKWARDS = "sensor reads backwards"

    @property
    def sentence(self) -> str:
        """What happened and what to do; empty for NONE."""
        return _SENTENCES[self]

    @classmethod
    def of(cls, trouble: Trouble) -> "Why":
        """The reason for which a printer in trouble gets no job."""
        return cls(trouble.value)


_SENTENCES = {
    Why.NONE: "",
    Why.NO_ANSWER: "The printer does not answer. See that it is switched on, its cable is in, and no other program"
    " uses it; then reprint.",
    Why.COVER_OPEN: "The printer's cover is open. Close it and reprint.",
    Why.PAPER_OUT: "The printer is out of paper. Load paper and reprint.",
    Why.CUTTER: "The printer's cutter is jammed. Free the paper, close the cover and reprint.",
    Why.ERROR: "The printer's error light is on. Switch it off and on, then reprint.",
    Why.OFFLINE: "The printer is offline. Press its online or feed button and reprint.",
    Why.STOPPED_MIDWAY: "The printer stopped in the middle. Mend it and it goes on by itself; look at the paper before"
    " you reprint.",
    Why.LINE_LOST: "The printer was lost in the middle. Look at the paper: if it is not whole, reprint.",
    Why.NOT_CONFIRMED: "The printer did not say that it printed. Look at the paper: if it is not whole, reprint.",
    Why.CUT_OFF: "The till stopped while this was printing. Look at the paper: if it is not whole, reprint.",
    Why.TOO_OLD: "This waited for too long and was not printed. Reprint it if the customer still needs it.",
    Why.PULSE_TOO_OLD: "The drawer was not opened in time. Open it with No-sale.",
    Why.NO_LAYOUT: "This paper could not be laid out for the printer. Save it as PDF.",
    Why.NO_SLIP_STATION: "This printer cannot print on a check. Stamp its back by hand.",
    Why.NO_SLIP: "No check was put into the printer. Endorse it again and put it in, or stamp it by hand.",
    Why.DRAWER_SHUT: "The drawer did not open. See that it is not locked or jammed and its cable is in.",
    Why.DRAWER_BACKWARDS: "The drawer opened, but its sensor reads the wrong way round. Turn it round in Set-up.",
}


@frozen
class PrintOutcome:
    """Where a job ended, and why it did not end well."""

    state: PrintState
    why: Why = Why.NONE


@frozen
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
