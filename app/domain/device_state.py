"""What a device can say about itself, in three values: yes, no, and unknown, which is never shown as good.

The names follow UnifiedPOS 1.14 (devices reference 7.4), so that a vendor's manual and our screen agree.
"""

from enum import Enum, IntEnum

from app.frozen import frozen


class Tri(Enum):
    """A status that was read as yes or no, or that nobody could read."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"

    @classmethod
    def of(cls, fact: bool | None) -> "Tri":
        """`None` is what was not read."""
        if fact is None:
            return cls.UNKNOWN
        return cls.YES if fact else cls.NO


class UposState(IntEnum):
    """UnifiedPOS `State`."""

    CLOSED = 1
    IDLE = 2
    BUSY = 3
    ERROR = 4


class UposPower(IntEnum):
    """UnifiedPOS `PowerState`."""

    UNKNOWN = 2000
    ONLINE = 2001
    OFF = 2002
    OFFLINE = 2003
    OFF_OFFLINE = 2004


class UposError(IntEnum):
    """UnifiedPOS result codes that a device of ours can give."""

    SUCCESS = 0
    CLOSED = 101
    CLAIMED = 102
    DISABLED = 105
    ILLEGAL = 106
    NO_HARDWARE = 107
    OFFLINE = 108
    FAILURE = 111
    TIMEOUT = 112
    BUSY = 113
    EXTENDED = 114


class Trouble(Enum):
    """What is wrong with a device; the value is what the top strip says after its name."""

    NO_ANSWER = "no answer"
    COVER_OPEN = "cover open"
    PAPER_OUT = "paper out"
    CUTTER = "cutter jammed"
    ERROR = "error light"
    OFFLINE = "offline"
    PAPER_LOW = "paper low"

    @property
    def next_step(self) -> str:
        """What a cashier does about it: a whole sentence."""
        return _NEXT_STEP[self]


_NEXT_STEP = {
    Trouble.NO_ANSWER: "See that it is switched on and its cable is in.",
    Trouble.COVER_OPEN: "Close the cover.",
    Trouble.PAPER_OUT: "Load paper.",
    Trouble.CUTTER: "Open the cover, take the paper out of the cutter, close the cover.",
    Trouble.ERROR: "Switch the printer off and on.",
    Trouble.OFFLINE: "Press its online or feed button.",
    Trouble.PAPER_LOW: "Have a new roll at hand.",
}


class HealthWord(Enum):
    """The three ways the top strip paints a device."""

    OK = "ok"
    TROUBLE = "trouble"
    UNKNOWN = "unknown"


@frozen
class PrinterHealth:
    """What a receipt printer answered last; a field nobody could read is UNKNOWN.

    `answers` is NO when nothing came back at all; `can_tell` is False for a printer that never reports
    (its profile says so): nobody is asked, the strip says `cannot tell`.
    """

    answers: Tri = Tri.UNKNOWN
    offline: Tri = Tri.UNKNOWN
    cover_open: Tri = Tri.UNKNOWN
    paper_out: Tri = Tri.UNKNOWN
    paper_low: Tri = Tri.UNKNOWN
    cutter_jammed: Tri = Tri.UNKNOWN
    in_error: Tri = Tri.UNKNOWN
    can_tell: bool = True

    @property
    def trouble(self) -> Trouble | None:
        """The first thing to see to, worst first; None when nothing bad was read."""
        found = (
            (Trouble.NO_ANSWER, self.answers is Tri.NO),
            (Trouble.COVER_OPEN, self.cover_open is Tri.YES),
            (Trouble.PAPER_OUT, self.paper_out is Tri.YES),
            (Trouble.CUTTER, self.cutter_jammed is Tri.YES),
            (Trouble.ERROR, self.in_error is Tri.YES),
            (Trouble.OFFLINE, self.offline is Tri.YES),
            (Trouble.PAPER_LOW, self.paper_low is Tri.YES),
        )
        return next((trouble for trouble, is_so in found if is_so), None)

    @property
    def word(self) -> HealthWord:
        """OK only when every field was read and is good."""
        if self.trouble is not None:
            return HealthWord.TROUBLE
        read = (self.answers, self.offline, self.cover_open, self.paper_out, self.paper_low, self.in_error)
        return HealthWord.UNKNOWN if Tri.UNKNOWN in read else HealthWord.OK

    @property
    def words(self) -> str:
        """What the top strip says after `Printer`."""
        if self.trouble is not None:
            return self.trouble.value
        if not self.can_tell:
            return "cannot tell"
        return self.word.value

    @property
    def stops_printing(self) -> Trouble | None:
        """The trouble for which no job may be sent; paper low only warns."""
        return None if self.trouble is Trouble.PAPER_LOW else self.trouble

    @property
    def power(self) -> UposPower:
        """UnifiedPOS `PowerState`: transport lost is OFF_OFFLINE, never a guess between the two."""
        if self.answers is Tri.NO:
            return UposPower.OFF_OFFLINE
        if self.answers is Tri.UNKNOWN:
            return UposPower.UNKNOWN
        return UposPower.OFFLINE if self.offline is Tri.YES else UposPower.ONLINE


class DeviceWord(Enum):
    """A device that either can be heard or not: check reader, scanner."""

    OK = "ok"
    NO_ANSWER = "no answer"
    UNKNOWN = "unknown"

    @property
    def health(self) -> HealthWord:
        """How the top strip paints it."""
        return {"ok": HealthWord.OK, "no answer": HealthWord.TROUBLE}.get(self.value, HealthWord.UNKNOWN)


class DrawerResult(Enum):
    """What became of one pulse, as the drawer's sensor tells it."""

    OPENED = "opened"
    WAS_OPEN = "was open already"
    DID_NOT_OPEN = "did not open"
    READS_BACKWARDS = "sensor reads backwards"
    CANNOT_TELL = "cannot tell"
    NOT_SENT = "no answer"
