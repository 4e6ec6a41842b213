"""Amounts, dates and flags as billing systems write them (accounts-extract.md); each is read exactly or not at all.

A reader is a mapping from the text to its value that remembers what it has read: most of a file's 20 million
fields repeat, and a remembered one costs a dictionary look-up. The memory is bounded.
"""

import re
import unicodedata
from collections.abc import Callable, Sequence
from datetime import date
from typing import ClassVar, Generic, TypeVar

from app.domain.account import AccountFlag, FlagKind
from app.errors import InputError

LIMIT_CENTS = 99_999_999_999
PLAIN_DIGITS = 11
REMEMBERED = 50_000
LONGEST_REMEMBERED = 200
CENTURY_TURNS_AT = 70
FIRST_YEAR, LAST_YEAR = 1900, 2199
DATED_FLAGS = (FlagKind.CASH_ONLY, FlagKind.CUTOFF_LIST)

_AMOUNT = re.compile(
    r"(?P<open>\()?(?P<minus>[-+])?\s?\$?\s?(?P<minus2>-)?"
    r"(?P<whole>\d{1,3}(?:,\d{3})+|\d{1,12})?(?:\.(?P<cents>\d{0,2}))?"
    r"(?P<close>\))?(?P<after>-|\s?CR)?",
    re.ASCII | re.IGNORECASE,
)
_DASHED = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_SLASHED = re.compile(r"(\d{2})/(\d{2})/(\d{4}|\d{2})", re.ASCII)
_Value = TypeVar("_Value")


class RowFaultError(InputError):
    """One row is not understood; it is quarantined with this reason, the others stand."""

    code: ClassVar[str] = "row_fault"

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Remembered(dict[str, _Value], Generic[_Value]):
    """`remembered[text]` reads a text once; forgets everything when full, so its memory is bounded."""

    def __init__(self, read: Callable[[str], _Value]) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, text: str) -> _Value:
        value = self._read(text)
        if len(text) <= LONGEST_REMEMBERED:
            if len(self) >= REMEMBERED:
                self.clear()
            self[text] = value
        return value


def read_amount(text: str) -> int:
    """Cents of `61.20`, `1,204.10`, `$61.20`, `61.20-`, `(61.20)`, `61.20CR`, `-61.20`; empty is zero.

    Raises:
        RowFaultError: anything else, three decimals, two signs, or more than 999,999,999.99.
    """
    bare = text.strip()
    if not bare:
        return 0
    digits = bare[:-3] + bare[-2:]
    if bare[-3:-2] == "." and len(digits) <= PLAIN_DIGITS and digits.isascii() and digits.isdigit():
        return int(digits)
    match = _AMOUNT.fullmatch(bare)
    if match is None or not (match["whole"] or match["cents"]):
        raise RowFaultError(f"amount {quoted(bare)} unreadable")
    brackets = bool(match["open"]), bool(match["close"])
    signs = [match["minus"], match["minus2"], match["after"], match["open"]]
    if brackets[0] != brackets[1] or sum(sign is not None for sign in signs) > 1:
        raise RowFaultError(f"amount {quoted(bare)} unreadable")
    cents = int((match["whole"] or "0").replace(",", "")) * 100 + int((match["cents"] or "").ljust(2, "0"))
    if cents > LIMIT_CENTS:
        raise RowFaultError(f"amount {quoted(bare)} is too large")
    return -cents if any(sign not in {None, "+"} for sign in signs) else cents


def read_date(text: str) -> str | None:
    """ISO date of `YYYY-MM-DD`, `MM/DD/YYYY` or `MM/DD/YY` (70 to 99 are 1970 to 1999); empty is None.

    Raises:
        RowFaultError: anything else, or a day that no calendar has.
    """
    bare = text.strip()
    if not bare:
        return None
    if match := _DASHED.fullmatch(bare):
        year, month, day = (int(part) for part in match.groups())
    elif match := _SLASHED.fullmatch(bare):
        month, day, year = (int(part) for part in match.groups())
        if len(match[3]) == 2:
            year += 1900 if year >= CENTURY_TURNS_AT else 2000
    else:
        raise RowFaultError(f"date {quoted(bare)} unreadable")
    try:
        found = date(year, month, day)
    except ValueError as error:
        raise RowFaultError(f"date {quoted(bare)} unreadable") from error
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise RowFaultError(f"date {quoted(bare)} unreadable")
    return found.isoformat()


def read_flags(text: str) -> tuple[AccountFlag, ...]:
    """The `;`-separated flags of an account, each once, in the file's order.

    Raises:
        RowFaultError: an unknown flag, a value where none belongs, or an unreadable date.
    """
    flags: dict[AccountFlag, None] = {}
    for part in text.split(";"):
        if part.strip():
            flags[_flag(part.strip())] = None
    return tuple(flag for flag in flags if flag.kind != FlagKind.NOTE or flag.text)


def read_text(text: str) -> str:
    """One line of text as it is kept: trimmed, single spaces, NFC; `= + - @` at its beginning stay (they are text).

    A control character would reach printers and terminals as a command, so it counts as a space.
    """
    if not text.isprintable():
        text = "".join([letter if letter.isprintable() else " " for letter in text])
    line = " ".join(text.split())
    return line if line.isascii() else unicodedata.normalize("NFC", line)


def read_texts(texts: Sequence[str]) -> tuple[str, ...]:
    """`read_text` of each, quickly where none of them needs it."""
    line = f"|{'|'.join(texts)}|"
    if line.isascii() and line.isprintable() and "  " not in line and " |" not in line and "| " not in line:
        return tuple(texts)
    return tuple([read_text(text) for text in texts])


def same_text(one: str, other: str) -> bool:
    """Whether two names or addresses are the same after trim, single spaces, case-folding and NFC."""
    return one == other or _folded(one) == _folded(other)


def _folded(text: str) -> str:
    return unicodedata.normalize("NFC", read_text(text).casefold())


def _flag(part: str) -> AccountFlag:
    name, equals, value = part.partition("=")
    try:
        kind = FlagKind(name.strip().lower())
    except ValueError as error:
        raise RowFaultError(f"unknown flag {quoted(name.strip())}") from error
    if kind == FlagKind.NOTE:
        return AccountFlag(kind, text=read_text(value))
    if kind in DATED_FLAGS:
        return AccountFlag(kind, date=read_date(value))
    if equals and value.strip():
        raise RowFaultError(f"unknown flag {quoted(part)}")
    return AccountFlag(kind)


def quoted(text: str) -> str:
    """A field as a reason shows it."""
    return f"“{read_text(text)[:40]}”"
