"""Numbered paper receipts: what a range holds, which numbers were never entered, what is refused (R15)."""

import re
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import ClassVar

from app.domain.entry import EntryRef
from app.errors import RuleBrokenError
from app.frozen import frozen

RANGE_LIMIT = 200
_NUMBER = re.compile(r"([A-Z-]{0,6})([0-9]{1,9})")


class PaperRangeError(RuleBrokenError):
    """First and last number do not make a range."""

    code: ClassVar[str] = "paper_range"

    def __init__(self) -> None:
        super().__init__(
            "First and last number do not make a range. Type both as printed, the smaller one first, "
            f"at most {RANGE_LIMIT} receipts."
        )


class PaperRangeOverlapsError(RuleBrokenError):
    """Some of these numbers were given out before."""

    code: ClassVar[str] = "paper_range_overlaps"

    def __init__(self, number: str) -> None:
        super().__init__(f"Paper receipt {number} was given out before. Look at the numbers in the book again.")
        self.number = number


class PaperOutsideError(RuleBrokenError):
    """The number belongs to no range of this cashier that is still out."""

    code: ClassVar[str] = "paper_outside"

    def __init__(self, number: str) -> None:
        super().__init__(
            f"Paper receipt {number} is in no range that was given to this batch's cashier and is still out. "
            "Look at the number, or ask a supervisor for the range."
        )
        self.number = number


class PaperTwiceError(RuleBrokenError):
    """The number stands in the books already."""

    code: ClassVar[str] = "paper_twice"

    def __init__(self, *, number: str, receipt: str) -> None:
        super().__init__(f"Paper receipt {number} was entered already, as {receipt}. Nothing was entered again.")
        self.number = number
        self.receipt = receipt


class PaperDayError(RuleBrokenError):
    """The day on the paper cannot be its day."""

    code: ClassVar[str] = "paper_day"

    def __init__(self, *, first: str, last: str) -> None:
        super().__init__(f"The day must lie between {first}, when the outage began, and {last}. Type it as 2026-11-21.")
        self.first = first
        self.last = last


class PaperMissingError(RuleBrokenError):
    """Numbers that were never entered must be listed and initialled at the count."""

    code: ClassVar[str] = "paper_missing"

    def __init__(self, numbers: Sequence[str]) -> None:
        super().__init__(
            f"Paper receipts never entered: {spans(numbers)}. Enter those that were used, initial the rest."
        )
        self.numbers = tuple(numbers)


class PaperReturnedError(RuleBrokenError):
    """The range was taken back already, or there is none."""

    code: ClassVar[str] = "paper_returned"

    def __init__(self) -> None:
        super().__init__("This range of paper receipts was taken back already. Look at the list again.")


@frozen
class PaperNumber:
    """A number as printed: `A0451` is prefix `A`, `n` 451, four digits."""

    prefix: str
    n: int
    width: int

    @classmethod
    def read(cls, text: str) -> "PaperNumber | None":
        """From what was typed; None when it is no such number."""
        found = _NUMBER.fullmatch(text.strip().upper())
        return None if found is None else cls(found[1], int(found[2]), len(found[2]))

    def __str__(self) -> str:
        return f"{self.prefix}{self.n:0{self.width}d}"


@frozen
class PaperRange:
    """A range as it stands: who got it, what was entered (number to receipt), whether it was taken back."""

    ref: EntryRef
    prefix: str
    first: int
    last: int
    width: int
    issued_to: str
    issued_by: str
    outage_on: str
    entered: tuple[tuple[str, str], ...] = ()
    is_back: bool = False

    def numbers(self) -> tuple[str, ...]:
        """Every number of it, in order."""
        return tuple(str(PaperNumber(self.prefix, n, self.width)) for n in range(self.first, self.last + 1))

    def missing(self) -> tuple[str, ...]:
        """What was never entered."""
        entered = {number for number, _receipt in self.entered}
        return tuple(number for number in self.numbers() if number not in entered)

    def holds(self, number: PaperNumber) -> bool:
        """Whether the number is one of it, however many zeros were typed in front."""
        return number.prefix == self.prefix and self.first <= number.n <= self.last


def checked_range(first: str, last: str) -> tuple[PaperNumber, PaperNumber]:
    """First and last number of a new range, as printed.

    Raises:
        PaperRangeError: they make none.
    """
    one, other = PaperNumber.read(first), PaperNumber.read(last)
    if one is None or other is None or (one.prefix, one.width) != (other.prefix, other.width):
        raise PaperRangeError
    if not one.n <= other.n < one.n + RANGE_LIMIT:
        raise PaperRangeError
    return one, other


def check_new(first: PaperNumber, last: PaperNumber, before: Iterable[PaperRange]) -> None:
    """Whether none of the numbers was ever given out.

    Raises:
        PaperRangeOverlapsError: one was.
    """
    for other in before:
        if other.prefix == first.prefix and first.n <= other.last and other.first <= last.n:
            raise PaperRangeOverlapsError(str(PaperNumber(first.prefix, max(first.n, other.first), first.width)))


def range_of(text: str, ranges: Iterable[PaperRange], *, holders: Collection[str]) -> tuple[PaperRange, str]:
    """The range that a typed number belongs to, and the number as printed.

    Raises:
        PaperOutsideError: no range of these cashiers that is still out holds it.
        PaperTwiceError: it was entered already.
    """
    number = PaperNumber.read(text)
    mine = [one for one in ranges if not one.is_back and one.issued_to in holders]
    found = next((one for one in mine if number is not None and one.holds(number)), None)
    if found is None or number is None:
        raise PaperOutsideError(text.strip().upper())
    printed = str(PaperNumber(found.prefix, number.n, found.width))
    receipt = dict(found.entered).get(printed)
    if receipt is not None:
        raise PaperTwiceError(number=printed, receipt=receipt)
    return found, printed


def check_day(day: str, *, first: str, last: str) -> str:
    """The day on the paper: no earlier than the outage, no later than the batch.

    Raises:
        PaperDayError: it is not, or no day at all.
    """
    try:
        read = date.fromisoformat(day.strip()).isoformat()
    except ValueError as error:
        raise PaperDayError(first=first, last=last) from error
    if not first <= read <= last:
        raise PaperDayError(first=first, last=last)
    return read


def spans(numbers: Sequence[str]) -> str:
    """`A0452 to A0455, A0459`."""
    runs: list[list[str]] = []
    for number in numbers:
        read, before = PaperNumber.read(number), PaperNumber.read(runs[-1][-1]) if runs else None
        if read is not None and before is not None and (before.prefix, before.n + 1) == (read.prefix, read.n):
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(run[0] if len(run) == 1 else f"{run[0]} to {run[-1]}" for run in runs)
