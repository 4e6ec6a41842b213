"""A print plan as ESC/POS bytes: python-escpos' `Dummy` is the encoder, its transports are never used.

Source: devices reference 1.8 to 1.10 and 1.14. Characters that the code page lacks are folded to ASCII, one for
one, so that columns stay straight.
"""

import os
import sys
import tempfile
import threading
import unicodedata
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any, ClassVar

from app.domain.print_plan import Align, Barcode, Cut, Feed, Pair, PaperStation, PlanLine, PrintPlan, Text
from app.domain.print_rows import Row, rows_of
from app.errors import DeviceFaultError
from devices.drivers.escpos_commands import code_128, slip_begins, slip_ends
from devices.drivers.profiles import Knife, PrinterProfile

_ALIGN = {Align.LEFT: "left", Align.CENTRE: "center", Align.RIGHT: "right"}
_FOLDS = {
    "\N{MINUS SIGN}": "-",
    "\N{MULTIPLICATION SIGN}": "x",
    "\N{NO-BREAK SPACE}": " ",
    "Ł": "L",
    "ł": "l",
    "Ø": "O",
    "ø": "o",
}


class LayoutError(DeviceFaultError):
    """The encoder refuses a line of the plan; nothing went out."""

    code: ClassVar[str] = "print_layout"

    def __init__(self, profile: str) -> None:
        super().__init__(f"This paper could not be laid out for the printer profile {profile}. Save it as PDF.")


class EscPosEncoder:
    """Encodes plans for one profile; `cache_folder` is a private folder for python-escpos' tables."""

    def __init__(self, profile: PrinterProfile, *, cache_folder: Path) -> None:
        self._profile = profile
        self._cache_folder = cache_folder
        self._python_code = profile.code_page.lower()

    def encode(self, plan: PrintPlan) -> bytes:
        """The whole job, from initialise to the last cut.

        Raises:
            LayoutError: python-escpos refuses a line.
        """
        escpos = _escpos_printer(self._cache_folder)
        try:
            dummy = escpos.Dummy(profile=self._profile.escpos)
            dummy.hw("INIT")
            dummy.charcode(self._profile.code_page)
            is_slip = plan.station is not PaperStation.RECEIPT
            if is_slip:
                dummy._raw(slip_begins(both_sides=self._profile.slip_both_sides))
            columns = self._profile.slip_line_chars if is_slip else self._profile.columns
            look = Row("")
            for line in plan.lines:
                look = self._encode_line(dummy, line, look, columns)
            if is_slip:
                dummy._raw(slip_ends(both_sides=self._profile.slip_both_sides))
        except (sys.modules["escpos.exceptions"].Error, ValueError, LookupError) as error:
            raise LayoutError(self._profile.name) from error
        return bytes(dummy.output)

    def _encode_line(self, dummy: Any, line: PlanLine, look: Row, columns: int) -> Row:
        """One line of the plan; returns the look that the printer is left with."""
        match line:
            case Barcode() if self._profile.bar_codes:
                look = _set_look(dummy, replace(look, align=Align.CENTRE), look)
                dummy._raw(code_128(line.data))
                return look
            case Barcode():
                return self._encode_line(dummy, Text(line.data, align=Align.CENTRE), look, columns)
            case Feed():
                dummy.print_and_feed(line.lines)
                return look
            case Cut():
                self._cut(dummy)
                return look
            case _:
                for row in rows_of(self._folded(line), columns=columns):
                    look = _set_look(dummy, row, look)
                    dummy.text(row.text + "\n")
                return look

    def _cut(self, dummy: Any) -> None:
        if self._profile.knife is Knife.NONE:
            dummy.print_and_feed(6)
        else:
            dummy.cut(mode=self._profile.knife.value)

    def _folded(self, line: PlanLine) -> PlanLine:
        match line:
            case Text():
                return replace(line, text=fold(line.text, self._python_code))
            case Pair():
                left, right = fold(line.left, self._python_code), fold(line.right, self._python_code)
                return replace(line, left=left, right=right)
            case _:
                return line


def _set_look(dummy: Any, row: Row, look: Row) -> Row:
    """Send what differs from the look the printer has."""
    if row.size is not look.size:
        dummy.set(custom_size=True, width=row.size.width, height=row.size.height)
    if row.bold is not look.bold:
        dummy.set(bold=row.bold)
    if row.align is not look.align:
        dummy.set(align=_ALIGN[row.align])
    return row


def fold(text: str, code_page: str) -> str:
    """The text in characters of the code page: accents are dropped where it lacks them, `?` is the last resort."""
    composed = unicodedata.normalize("NFC", text)
    return "".join(letter if _fits(letter, code_page) else _folded_letter(letter, code_page) for letter in composed)


def _folded_letter(letter: str, code_page: str) -> str:
    first = _FOLDS.get(letter) or unicodedata.normalize("NFKD", letter)[:1]
    return first if _fits(first, code_page) else "?"


def _fits(letter: str, code_page: str) -> bool:
    try:
        letter.encode(code_page)
    except UnicodeEncodeError:
        return False
    return True


def _escpos_printer(cache_folder: Path) -> ModuleType:
    """Import python-escpos without the folder it leaves in the temporary directory at each start (stack 1).

    It unpickles what lies in its folder, so that folder is ours alone. The stand-in answers this thread only.
    """
    if "escpos.printer" in sys.modules:
        return sys.modules["escpos.printer"]
    cache_folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    cache_folder.chmod(0o700)
    os.environ["ESCPOS_CAPABILITIES_PICKLE_DIR"] = str(cache_folder)
    here, make_folder = threading.get_ident(), tempfile.mkdtemp

    def folder_for(*args: Any, **named: Any) -> str:
        return str(cache_folder) if threading.get_ident() == here else str(make_folder(*args, **named))

    tempfile.mkdtemp = folder_for  # type: ignore[assignment]
    try:
        from escpos import printer
    finally:
        tempfile.mkdtemp = make_folder
    module: ModuleType = printer
    return module
