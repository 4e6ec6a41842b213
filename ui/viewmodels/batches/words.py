"""Figures and states in a cashier's words: amounts, days, times, tender classes, badges."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from app.domain.batch_state import BatchState
from app.domain.cash import BILLS, COINS, CashCount
from app.domain.difference import SuspectKind
from app.domain.facts.batches import TenderResult
from app.domain.money import Money
from app.domain.tender import Tender, TenderKind

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_CLASSES = {"cash": "Cash", "check": "Checks", "money_order": "Money orders", "card": "Cards"}
_PIECES = {5000: "fifties", 10000: "hundreds", 2000: "twenties", 1000: "tens", 500: "fives", 200: "twos", 100: "ones"}
_COIN_WORDS = {100: "dollar coins", 50: "halves", 25: "quarters", 10: "dimes", 5: "nickels", 1: "pennies"}
_SUSPECTS = {
    SuspectKind.SWAP: "Tender swap", SuspectKind.ITEM: "One item missing", SuspectKind.TWICE: "Taken twice",
    SuspectKind.TRANSPOSED: "Digits swapped", SuspectKind.CHANGE: "Change error",
    SuspectKind.STARTING_CASH: "Starting cash", SuspectKind.HALF: "Half the difference",
    SuspectKind.ROLL: "Roll of coin",
}  # fmt: skip
_SOURCES = {"WALK": "Window", "PHON": "Telephone", "MAIL": "Mail", "NITE": "Drop box", "BBP": "Bill-pay checks",
            "AGCY": "Agency"}  # fmt: skip


class BadgeShown(NamedTuple):
    """A state as a badge: words, tone, icon."""

    words: str
    tone: str
    icon: str = ""


_BADGES = {
    BatchState.OPEN: BadgeShown("Open", "neutral"),
    BatchState.COUNTED: BadgeShown("To balance", "attention", "search"),
    BatchState.REJECTED: BadgeShown("Sent back", "line", "arrow-back-up"),
    BatchState.BALANCED: BadgeShown("Balanced", "neutral", "check"),
}
_OWN_BADGES = {**_BADGES, BatchState.COUNTED: BadgeShown("Counted, locked", "line", "lock")}


def tr(text: str) -> str:
    """The words in the window's language."""
    return QCoreApplication.translate("Batches", text)


def amount(cents: int) -> str:
    """`1,204.10`."""
    return str(Money(cents))


def unless_zero(cents: int) -> str:
    """An amount, or an empty cell where there is none."""
    return amount(cents) if cents else ""


def difference(result: TenderResult) -> str:
    """`+18.00`, `−18.09` or `0.00` for one class: it is over or short, never both."""
    return f"+{Money(result.over)}" if result.over else str(Money(-result.short))


def day(iso: str) -> str:
    """`2026-11-21` as `Sat 21 Nov`; empty for no date."""
    if not iso:
        return ""
    there = date.fromisoformat(iso)
    return f"{tr(_DAYS[there.weekday()])} {there.day} {tr(_MONTHS[there.month - 1])}"


def clock_time(at: str | datetime, zone: str, *, with_seconds: bool = False) -> str:
    """`4:52 pm` on the city's clock; empty for no time."""
    if not at:
        return ""
    there = (datetime.fromisoformat(at) if isinstance(at, str) else at).astimezone(ZoneInfo(zone))
    seconds = f":{there.second:02d}" if with_seconds else ""
    return f"{(there.hour - 1) % 12 + 1}:{there.minute:02d}{seconds} {'am' if there.hour < 12 else 'pm'}"


def moment(at: str, zone: str) -> str:
    """`Sat 21 Nov, 4:52 pm`."""
    there = datetime.fromisoformat(at).astimezone(ZoneInfo(zone))
    return f"{day(there.date().isoformat())}, {clock_time(at, zone)}"


def class_words(kind: str) -> str:
    """`Checks`."""
    return tr(_CLASSES.get(kind, "All"))


def how_paid(tenders: Iterable[Tender]) -> str:
    """`Check 1042, Cash`."""
    return ", ".join(f"{tr(TenderKind(tender.kind).word)} {tender.reference}".strip() for tender in tenders)


def source(code: str) -> str:
    """`Window` for WALK; a code nobody knows stands as it is."""
    return tr(_SOURCES[code]) if code in _SOURCES else code


def suspect(kind: SuspectKind) -> str:
    """The name of an error."""
    return tr(_SUSPECTS[kind])


def badge(state: BatchState) -> BadgeShown:
    """A batch's state as a supervisor reads it."""
    return _translated(_BADGES[state])


def own_badge(state: BatchState) -> BadgeShown:
    """A batch's state as its cashier reads it."""
    return _translated(_OWN_BADGES[state])


def counted(count: int, one: str, many: str) -> str:
    """`1 receipt`, `3 receipts`; the words are already translated."""
    return f"{count} {one if count == 1 else many}"


def names(users: Iterable[str]) -> str:
    """`K. Dunn or S. Whitekiller`."""
    people = list(users)
    return tr(" or ").join([", ".join(people[:-1]), people[-1]] if len(people) > 1 else people)


def cash_from(bills: Mapping[int, int], coins: Mapping[int, int], *, rolls: int = 0) -> CashCount:
    """Pieces by value in cents, as two grids give them, as counted cash."""
    pieces = {str(value): count for value, count in bills.items()}
    return CashCount.of(pieces | {f"coin{value}": count for value, count in coins.items()}, rolls=rolls)


def left_words(bills: Mapping[int, int], coins: Mapping[int, int]) -> str:
    """`hundreds, pennies`: denominations nobody has counted yet; many are only numbered."""
    left = [tr(_PIECES[value]) for value in BILLS if value not in bills]
    left += [tr(_COIN_WORDS[value]) for value in COINS if value not in coins]
    return ", ".join(left) if len(left) <= 3 else tr("{n} rows").format(n=len(left))


def _translated(shown: BadgeShown) -> BadgeShown:
    return BadgeShown(tr(shown.words), shown.tone, shown.icon)
