"""The adding-machine tape: stubs on one side, checks on the other, and what lies between them (B11)."""

from dataclasses import replace
from enum import StrEnum
from typing import ClassVar

from app.domain.draft import Draft
from app.domain.money import AmountUnreadableError, Money
from app.domain.tender import TenderKind
from app.errors import RuleBrokenError
from app.frozen import frozen

ENTRIES_LIMIT = 500
AMOUNT_LIMIT = 100_000_000


class TapeSide(StrEnum):
    """Which side an amount is added to."""

    STUB = "stub"
    CHECK = "check"


class TapeFullError(RuleBrokenError):
    """A tape longer than any envelope's worth."""

    code: ClassVar[str] = "tape_full"

    def __init__(self) -> None:
        super().__init__(f"A tape holds at most {ENTRIES_LIMIT} amounts. Print this one and begin another.")


@frozen
class TapeEntry:
    """One amount in cents, below zero for one that was taken off; `words` is a stub's account or a check's number."""

    side: TapeSide
    cents: int
    words: str = ""


@frozen
class Tape:
    """Amounts in the order in which they were added; every change gives a new value."""

    entries: tuple[TapeEntry, ...] = ()

    def of(self, side: TapeSide) -> tuple[TapeEntry, ...]:
        """One side, in order."""
        return tuple(entry for entry in self.entries if entry.side is side)

    def total(self, side: TapeSide) -> int:
        """One side's sum in cents."""
        return sum(entry.cents for entry in self.of(side))

    @property
    def difference(self) -> int:
        """Checks less stubs: what is over, below zero what is missing."""
        return self.total(TapeSide.CHECK) - self.total(TapeSide.STUB)

    def adding(self, entry: TapeEntry) -> "Tape":
        """One amount more.

        Raises:
            TapeFullError: there is no room.
        """
        if len(self.entries) >= ENTRIES_LIMIT:
            raise TapeFullError
        return replace(self, entries=(*self.entries, entry))

    def without(self, place: int) -> "Tape":
        """The amount at the place taken off; the last one for -1. A place that is none changes nothing."""
        if not -len(self.entries) <= place < len(self.entries):
            return self
        kept = list(self.entries)
        del kept[place]
        return Tape(tuple(kept))


def tape_of(draft: Draft) -> Tape:
    """The accounts of a receipt as stubs, its checks as checks."""
    stubs = tuple(
        TapeEntry(TapeSide.STUB, cents, line.number)
        for line in draft.lines
        if (cents := line.proposed if line.accepted is None else line.accepted)
    )
    checks = tuple(
        TapeEntry(TapeSide.CHECK, tender.amount_tendered, tender.reference)
        for tender in draft.tenders
        if tender.kind == TenderKind.CHECK
    )
    return Tape((*stubs, *checks))


def typed_amount(text: str) -> int | None:
    """`12.50` in cents, `12.50-` and `-12.50` below zero; None for what is no amount, or none worth adding."""
    bare = text.strip()
    is_off = bare.startswith("-") or bare.endswith("-")
    try:
        cents = Money.parse(bare.strip("-").strip()).cents
    except AmountUnreadableError:
        return None
    if not 0 < cents <= AMOUNT_LIMIT:
        return None
    return -cents if is_off else cents
