"""Amounts and dates as a fixed-width layout describes them; each is read exactly or not at all."""

import re
from collections.abc import Callable
from datetime import date

from app.interchange.extract_values import (
    CENTURY_TURNS_AT,
    FIRST_YEAR,
    LAST_YEAR,
    LIMIT_CENTS,
    RowFaultError,
    quoted,
)

POINT = "point"
DECIMALS = (0, 2, POINT)
SIGNS = {
    "none": r"()(?P<digits>{digits})()",
    "leading": r"(?P<sign>[-+]?)\s*(?P<digits>{digits})()",
    "trailing": r"()(?P<digits>{digits})\s*(?P<sign>[-+]?)",
    "credit": r"()(?P<digits>{digits})\s*(?P<sign>CR|DR|)",
    "brackets": r"(?P<sign>\(?)\s*(?P<digits>{digits})(?P<close>\)?)",
    "overpunch": r"()(?P<digits>{digits})()",
}
"""What a sign may be and where it stands; `overpunch` is COBOL's, in the last digit."""
MINUS = {"-", "CR", "("}
_PLUS_DIGITS, _MINUS_DIGITS = "{ABCDEFGHI", "}JKLMNOPQR"
_DIGITS = {0: r"\d{1,12}", 2: r"\d{1,14}", POINT: r"\d{1,12}(?:\.\d{1,2})?"}
_PARTS = re.compile(r"YYYY|YY|MM|DD")
_SEPARATORS = re.compile(r"[-/. ]?")


def amount_reader(*, decimals: int | str, sign: str) -> Callable[[str], int]:
    """Reads cents: `decimals` is 2 where the point is left out, 0 for whole dollars, `point` where it stands.

    Blank is zero. The reader raises RowFaultError for anything else than the layout says.
    """
    pattern = re.compile(SIGNS[sign].format(digits=_DIGITS[decimals]), re.ASCII)

    def read(text: str) -> int:
        bare = text.strip()
        if not bare:
            return 0
        is_minus, plain = _unpunched(bare) if sign == "overpunch" else (False, bare)
        match = pattern.fullmatch(plain)
        if match is None or (sign == "brackets" and bool(match["sign"]) != bool(match["close"])):
            raise RowFaultError(f"amount {quoted(bare)} unreadable")
        cents = _cents(match["digits"], decimals)
        if cents > LIMIT_CENTS:
            raise RowFaultError(f"amount {quoted(bare)} is too large")
        return -cents if is_minus or match.groupdict().get("sign") in MINUS else cents

    return read


def date_reader(form: str) -> Callable[[str], str | None]:
    """Reads ISO dates from `form`, such as YYYYMMDD or MM/DD/YY; blank or all zeros is none.

    The reader raises RowFaultError for anything else, or for a day that no calendar has.
    """
    names = _PARTS.findall(form)
    pattern = re.compile(_PARTS.sub(lambda part: rf"(\d{{{len(part[0])}}})", _escaped(form)), re.ASCII)

    def read(text: str) -> str | None:
        bare = text.strip()
        if not bare.strip("0-/. "):
            return None
        match = pattern.fullmatch(bare)
        if match is None:
            raise RowFaultError(f"date {quoted(bare)} unreadable")
        found = dict(zip(names, map(int, match.groups()), strict=True))
        year = found["YYYY"] if "YYYY" in found else _whole_year(found["YY"])
        try:
            day = date(year, found["MM"], found["DD"])
        except ValueError as error:
            raise RowFaultError(f"date {quoted(bare)} unreadable") from error
        if not FIRST_YEAR <= year <= LAST_YEAR:
            raise RowFaultError(f"date {quoted(bare)} unreadable")
        return day.isoformat()

    return read


def is_date_form(form: str) -> bool:
    """Whether it names year, month and day once each, with at most one sign between."""
    names = [name.replace("YYYY", "YY") for name in _PARTS.findall(form)]
    between = _PARTS.split(form)
    return sorted(names) == ["DD", "MM", "YY"] and all(_SEPARATORS.fullmatch(part) for part in between)


def _unpunched(text: str) -> tuple[bool, str]:
    """Whether it is below zero, and its digits."""
    last = text[-1]
    for is_minus, digits in ((False, _PLUS_DIGITS), (True, _MINUS_DIGITS)):
        if last in digits:
            return is_minus, f"{text[:-1]}{digits.index(last)}"
    return False, text


def _cents(digits: str, decimals: int | str) -> int:
    if decimals == POINT:
        whole, _, part = digits.partition(".")
        return int(whole) * 100 + int(part.ljust(2, "0"))
    return int(digits) * (1 if decimals == 2 else 100)


def _whole_year(short: int) -> int:
    return short + (1900 if short >= CENTURY_TURNS_AT else 2000)


def _escaped(form: str) -> str:
    return form.replace(".", r"\.")
