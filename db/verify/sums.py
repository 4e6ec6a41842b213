"""Small sums over payload values; amounts in cents, transfers netted by pair of accounts."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias

CARD = "card"
CARDS = "card_receivable"
CASH = "cash"
BILLS = (10000, 5000, 2000, 1000, 500, 200, 100)
Moves: TypeAlias = dict[tuple[str, str], int]
COINS = (100, 50, 25, 10, 5, 1)
PIECES = {str(cents): cents for cents in BILLS} | {f"coin{cents}": cents for cents in COINS}


def cents_of(value: Any) -> int:
    """A whole number of cents.

    Raises:
        TypeError: it is something else, true and false among them.
    """
    if type(value) is not int:
        raise TypeError(f"{value!r} is no amount")
    return value


def cash_cents(count: Mapping[str, Any]) -> int:
    """What a count of pieces and rolls is worth."""
    pieces = sum(PIECES[piece["key"]] * cents_of(piece["count"]) for piece in count["pieces"])
    return pieces + cents_of(count["rolls"])


def currency_cents(count: Mapping[str, Any]) -> int:
    """Bills only."""
    return sum(PIECES[piece["key"]] * piece["count"] for piece in count["pieces"] if piece["key"].isdigit())


def moved(transfers: Iterable[Mapping[str, Any]]) -> Moves:
    """Cents by (debit, credit)."""
    sums: Moves = {}
    for transfer in transfers:
        pair = transfer["debit"], transfer["credit"]
        sums[pair] = sums.get(pair, 0) + cents_of(transfer["cents"])
    return sums


def of_pairs(*pairs: tuple[str, str, int]) -> Moves:
    """Expected transfers as (debit, credit, cents), zeros left out."""
    sums: Moves = {}
    for debit, credit, cents in pairs:
        if cents:
            sums[debit, credit] = sums.get((debit, credit), 0) + cents
    return sums


def turned_round(moves: Moves) -> Moves:
    """The transfers that take the given ones back."""
    return {(credit, debit): cents for (debit, credit), cents in moves.items()}


def balances(transfers: Iterable[Mapping[str, Any]]) -> dict[str, int]:
    """Debits less credits of each account that was moved."""
    sums: dict[str, int] = {}
    for transfer in transfers:
        debit, credit, cents = transfer["debit"], transfer["credit"], cents_of(transfer["cents"])
        sums[debit] = sums.get(debit, 0) + cents
        sums[credit] = sums.get(credit, 0) - cents
    return sums


def by_tender(rows: Iterable[Mapping[str, Any]], field: str) -> Counter[str]:
    """A field's sum by tender class."""
    sums: Counter[str] = Counter()
    for row in rows:
        sums[row.get("tender") or row["kind"]] += cents_of(row[field])
    return sums


def drawer_place(station: str, tender: str) -> str:
    """Where money of a class stands while its batch is open."""
    return CARDS if tender == CARD else f"drawer:{station}:{tender}"


def dollars(cents: int) -> str:
    """`-1204.10`, for the sentences."""
    whole, rest = divmod(abs(cents), 100)
    return f"{'-' if cents < 0 else ''}{whole}.{rest:02d}"
