"""The line a scan of a bill's stub reads: account, amount, check digit (T11, devices 8.1).

Digits only, zero-filled, one check digit over the whole line by mod 10 with weights 2, 1, 2 from the left and digit
sums. Never a fuzzy match: a line whose check digit fails is refused.
"""

from dataclasses import dataclass
from typing import ClassVar

from app.errors import InputError

ACCOUNT_DIGITS = 11
AMOUNT_DIGITS = 9
DOUBLED = (0, 2, 4, 6, 8, 1, 3, 5, 7, 9)


class ScanLineError(InputError):
    """The scan is no stub of ours."""

    code: ClassVar[str] = "scan_line"

    def __init__(self, why: str) -> None:
        super().__init__(f"The scan is not a bill stub: {why}. Scan it again or type the account.")
        self.why = why


@dataclass(frozen=True)
class ScanLine:
    """What a stub says; `account_digits` without leading zeros."""

    account_digits: str
    cents: int


def check_digit(digits: str) -> str:
    """Mod 10, weights 2 1 2 1 from the left, digit sums."""
    total = sum(DOUBLED[int(digit)] for digit in digits[::2]) + sum(map(int, digits[1::2]))
    return str(-total % 10)


def scan_line(account_digits: str, cents: int) -> str:
    """The line for a stub; a credit prints as nothing to pay.

    Raises:
        ValueError: the account or the amount has too many digits, or the account is not digits.
    """
    amount = str(max(cents, 0))
    if not account_digits.isdigit() or len(account_digits) > ACCOUNT_DIGITS or len(amount) > AMOUNT_DIGITS:
        raise ValueError("account or amount does not fit the scan line")
    body = account_digits.zfill(ACCOUNT_DIGITS) + amount.zfill(AMOUNT_DIGITS)
    return body + check_digit(body)


def read_scan_line(text: str) -> ScanLine:
    """Read a scan.

    Raises:
        ScanLineError: not digits, another length, or the check digit fails.
    """
    line = text.strip()
    if not (line.isascii() and line.isdigit()):
        raise ScanLineError("it holds more than digits")
    if len(line) != ACCOUNT_DIGITS + AMOUNT_DIGITS + 1:
        raise ScanLineError(f"it has {len(line)} digits")
    if check_digit(line[:-1]) != line[-1]:
        raise ScanLineError("its check digit is wrong")
    return ScanLine(line[:ACCOUNT_DIGITS].lstrip("0"), int(line[ACCOUNT_DIGITS:-1]))
