"""What a scan is: the bar code of one of our receipts, a row of digits to be looked up, or anything else.

A stub is found by equality of its digits with the extract's `stub_scan_line`, never by likeness, and a scan never
puts an amount into a field by itself (devices reference 8, SCREENS Till).
"""

import re
from enum import Enum
from typing import ClassVar

from app.domain.numbering import is_receipt_number
from app.errors import InputError
from app.frozen import frozen

SCAN_LIMIT = 200
DIGITS_MIN = 4
_AIM = r"\](?:C[0-4]|I[0-2]|Q[0-6]|A[0-7]|E[0-4])"
_DIGITS_AND_GAPS = r"[0-9][0-9 .-]*"
_SPACES = r"\s+"


class ScanUnreadableError(InputError):
    """The scanner sent nothing a person could read."""

    code: ClassVar[str] = "scan_unreadable"

    def __init__(self) -> None:
        super().__init__("The scan could not be read. Scan again, or type the account.")


class ScanKind(Enum):
    """RECEIPT opens that receipt; DIGITS is looked up as a stub, then as an account; TEXT goes to the search."""

    RECEIPT = "receipt"
    DIGITS = "digits"
    TEXT = "text"


@frozen
class Scan:
    """A cleaned scan; `digits` is what a stub or an account is looked up by, empty for other kinds."""

    kind: ScanKind
    text: str
    digits: str = ""


def stub_digits(text: str) -> str:
    """The digits of a scan line, the form in which stubs are compared."""
    return "".join(letter for letter in text if letter.isascii() and letter.isdigit())


def cleaned_scan(raw: str) -> str:
    """Without control characters, AIM identifier, Code 39 asterisks and outer spaces; at most SCAN_LIMIT long."""
    text = "".join(letter if letter.isprintable() else " " for letter in raw[: SCAN_LIMIT * 2])
    text = re.sub(_SPACES, " ", text).strip()
    found = re.match(_AIM, text)
    if found is not None:
        text = text[found.end() :]
    if len(text) > 2 and text.startswith("*") and text.endswith("*"):
        text = text[1:-1]
    return text.strip()[:SCAN_LIMIT]


def read_scan(raw: str) -> Scan:
    """Say what was scanned.

    Raises:
        ScanUnreadableError: nothing is left of it but control characters and spaces.
    """
    text = cleaned_scan(raw)
    if not text or not any(letter.isalnum() for letter in text):
        raise ScanUnreadableError
    if is_receipt_number(text.upper()):
        return Scan(ScanKind.RECEIPT, text.upper())
    if re.fullmatch(_DIGITS_AND_GAPS, text) and len(stub_digits(text)) >= DIGITS_MIN:
        return Scan(ScanKind.DIGITS, text, stub_digits(text))
    return Scan(ScanKind.TEXT, text)
