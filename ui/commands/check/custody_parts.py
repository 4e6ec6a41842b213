"""What the custody of keys needs on this machine: the keyring's ways in, recovery words, their sheet on a printer."""

import sys
from datetime import date
from importlib import import_module
from importlib.metadata import entry_points
from pathlib import Path

from PySide6.QtPrintSupport import QPrinter

from db.keys.recovery import RecoveryKey
from receipts.layouts.recovery_sheet import recovery_sheet
from receipts.renderers.pdf import measure
from receipts.renderers.recovery_page import recovery_page
from ui.views.set_up.print_sheet import new_printer, paint_on

LINUX_KEYRING = "secretstorage"


def keyring_ways() -> tuple[str, ...]:
    """The names of keyring's backends, each loaded as keyring itself would; one may still find no keyring here.

    Raises:
        ImportError: a backend, or what it talks to the system with, did not come along.
    """
    ways = entry_points(group="keyring.backends")
    for way in ways:
        way.load()
    if sys.platform == "linux":
        import_module(LINUX_KEYRING)
    return tuple(sorted(way.name for way in ways))


def words_come_back() -> bool:
    """Whether new recovery words, typed back, are the same key; needs the word list."""
    key = RecoveryKey.new()
    return RecoveryKey.read(" ".join(key.words)) == key


def print_sheet(place: Path) -> None:
    """Paint a recovery sheet of a key that opens nothing with the office printer's own code, into the PDF `place`."""
    key = RecoveryKey.new()
    sheet = recovery_sheet(
        city="Self-check", station="none", sheet=key.sheet, words=key.words, qr_text=key.qr_text,
        made_on=date(2000, 1, 1), made_by="Self-check",
    )
    printer = new_printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(place))
    paint_on(printer, recovery_page(sheet, measure))
