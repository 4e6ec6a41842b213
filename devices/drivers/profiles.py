"""What each kind of receipt printer can do: columns, code page, knife, and what it tells (devices reference 1.8, 1.10).

`met` says whether the profile has been tried on the real device: none has, they follow the makers' manuals.
"""

from enum import Enum
from types import MappingProxyType

from app.frozen import frozen


class Acknowledge(Enum):
    """How a printer says that a job was printed."""

    TAG = "GS ( H"
    IN_TURN = "GS r 1"
    NEVER = "never"


class Knife(Enum):
    """What cuts the paper."""

    FULL = "FULL"
    PARTIAL = "PART"
    NONE = ""


@frozen
class PrinterProfile:
    """One model or family; `escpos` names python-escpos' own profile, `code_page` one that it knows.

    `slip_line_chars` (UnifiedPOS SlpLineChars) is 0 without a slip station (CapSlpPresent); where the printer has no
    head for the far side (CapSlpBothSidesPrint), a person puts the check in with its back up.
    """

    name: str
    title: str
    columns: int
    escpos: str = "TM-T88V"
    code_page: str = "CP1252"
    acknowledge: Acknowledge = Acknowledge.TAG
    reports: bool = True
    knife: Knife = Knife.PARTIAL
    bar_codes: bool = True
    slip_line_chars: int = 0
    slip_both_sides: bool = False
    met: str = "simulator only"


PROFILES = MappingProxyType(
    {
        profile.name: profile
        for profile in (
            PrinterProfile("tm-t88", "Epson TM-T88 family, 80 mm", 42),
            PrinterProfile("tm-m30", "Epson TM-m30, TM-T20, 80 mm", 48),
            PrinterProfile("clone-80", "Other ESC/POS printer, 80 mm", 48, acknowledge=Acknowledge.IN_TURN),
            PrinterProfile("clone-58", "Other ESC/POS printer, 58 mm", 32, acknowledge=Acknowledge.IN_TURN),
            PrinterProfile(
                "silent-80",
                "Printer that reports nothing, 80 mm",
                48,
                code_page="CP437",
                acknowledge=Acknowledge.NEVER,
                reports=False,
            ),
            PrinterProfile(
                "tm-h6000", "Epson TM-H6000, receipts and checks", 42, slip_line_chars=45, slip_both_sides=True
            ),
            PrinterProfile("slip-80", "Other ESC/POS printer with a slip, 80 mm", 42, slip_line_chars=42),
            PrinterProfile(
                "tm-u220",
                "Epson TM-U220 (impact)",
                40,
                escpos="TM-U220",
                code_page="CP437",
                bar_codes=False,
            ),
        )
    }
)
