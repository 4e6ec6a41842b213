"""What every report sheet has in common: the city's head, the practice words, cash by denomination."""

from app.domain.cash import BILLS, COINS, CashCount, Pieces
from app.domain.money import Money
from app.settings.policy import Policy
from receipts.layouts import wording
from receipts.sheet import Section, Sheet

PRACTICE_MARK = "PRACTICE - no real money"
ROLLS = "Coin rolls"


def sheet(policy: Policy, *, title: str, number: str, practice: bool, sections: tuple[Section, ...]) -> Sheet:
    """A sheet of the city's; empty lines of the address are left out."""
    place = tuple(line for line in (policy.city_department, policy.city_address, policy.city_phone) if line)
    return Sheet(policy.city_name, place, title, number, PRACTICE_MARK if practice else "", sections)


def denominations(*counts: CashCount) -> tuple[tuple[str, ...], ...]:
    """A row for each denomination that any of the counts holds: its name, then pieces and amount of each count."""
    keys = [*((str(cents), _bill(cents)) for cents in BILLS), *((f"coin{cents}", _coin(cents)) for cents in COINS)]
    rows = []
    for key, words in keys:
        held = [next((piece for piece in count.pieces if piece.key == key), None) for count in counts]
        if any(held):
            rows.append((words, *(cell for piece in held for cell in _cells(piece))))
    if any(count.rolls for count in counts):
        rows.append((ROLLS, *(cell for count in counts for cell in ("", _amount(count.rolls)))))
    return tuple(rows)


def _cells(piece: Pieces | None) -> tuple[str, str]:
    return (str(piece.count), _amount(piece.cents)) if piece and piece.count else ("", "")


def _amount(cents: int) -> str:
    return wording.figure(cents) if cents else ""


def _bill(cents: int) -> str:
    return f"${cents // 100} bill"


def _coin(cents: int) -> str:
    return f"${Money(cents)} coin"
