"""Numbered paper receipts of an outage: given out in ranges, entered one by one, accounted for (R15)."""

from typing import ClassVar

from app.domain.entry import EntryRef
from app.domain.facts.base import NOTHING_SAID, Sealed
from app.frozen import frozen


@frozen
class PaperIssued:
    """A supervisor gives a cashier receipts `first` to `last`; `outage_on` is the first day they may bear.

    A number is `prefix` and `width` digits.
    """

    KIND: ClassVar[str] = "paper_issued"
    V: ClassVar[int] = 1
    prefix: str
    first: int
    last: int
    width: int
    issued_to: str
    outage_on: str


@frozen
class PaperEntered:
    """One paper receipt stands in the books as `receipt`; `issued` is the range it belongs to."""

    KIND: ClassVar[str] = "paper_entered"
    V: ClassVar[int] = 1
    paper: str
    issued: EntryRef
    receipt: str
    batch: str
    effective_date: str


@frozen
class PaperListed:
    """What a cashier initialled at a count: numbers of the range that were not entered so far."""

    KIND: ClassVar[str] = "paper_listed"
    V: ClassVar[int] = 1
    issued: EntryRef
    batch: str
    missing: tuple[str, ...]


@frozen
class PaperReturned:
    """A supervisor took the range back; `missing` were never entered, with why. Nothing of it is entered after that."""

    KIND: ClassVar[str] = "paper_returned"
    V: ClassVar[int] = 1
    issued: EntryRef
    missing: tuple[str, ...]
    reason: str
    note: Sealed = NOTHING_SAID
