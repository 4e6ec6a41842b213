"""Figures and codes in a cashier's words: amounts, pieces of change, services, addresses, clock times."""

import re
from collections.abc import Iterable
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from app.domain.account_alerts import MONTHS
from app.domain.cash import CashCount
from app.domain.draft import MiscAsked
from app.domain.money import AmountUnreadableError, Money
from app.domain.tender import Tender, TenderKind

_ORDINAL = r"\d+(ST|ND|RD|TH)"
_STAYS = frozenset({"N", "S", "E", "W", "NE", "NW", "SE", "SW", "PO", "RR", "US", "OK", "HWY"})
_SERVICES = {
    "WATER": ("droplet", "Water"), "SEWER": ("ripple", "Sewer"), "SANIT": ("trash", "Sanitation"),
    "ELEC": ("bolt", "Electric"), "STORM": ("cloud", "Storm water"), "REC": ("refresh", "Recycling"),
    "PENALTY": ("alert-triangle", "Penalty"), "FEE": ("receipt", "Fees"), "DEPOSIT": ("coin", "Deposit"),
    "CREDIT": ("wallet", "Credit"),
}  # fmt: skip
_PIECES = {
    "10000": ("hundred", "hundreds"), "5000": ("fifty", "fifties"), "2000": ("twenty", "twenties"),
    "1000": ("ten", "tens"), "500": ("five", "fives"), "200": ("two", "twos"), "100": ("one", "ones"),
    "coin100": ("dollar coin", "dollar coins"), "coin50": ("half", "halves"), "coin25": ("quarter", "quarters"),
    "coin10": ("dime", "dimes"), "coin5": ("nickel", "nickels"), "coin1": ("penny", "pennies"),
}  # fmt: skip
_TENDER_ICONS = {
    TenderKind.CASH: "cash", TenderKind.CHECK: "bank-check", TenderKind.CARD: "credit-card",
    TenderKind.MONEY_ORDER: "file-certificate",
}  # fmt: skip


def tr(text: str) -> str:
    """The words in the window's language."""
    return QCoreApplication.translate("Till", text)


def amount(cents: int) -> str:
    """`1,204.10`."""
    return str(Money(cents))


def cents_of(text: str) -> int | str:
    """What was typed as cents above zero, or the sentence that says what is wrong with it."""
    try:
        cents = Money.parse(text).cents
    except AmountUnreadableError as error:
        return error.sentence()
    return cents if cents > 0 else tr("Type an amount above zero.")


def amount_typed(text: str) -> int | None:
    """Cents above zero, None for anything else: whether the entry line holds an amount for a tender key."""
    found = cents_of(text)
    return found if isinstance(found, int) else None


def pieces(cash: CashCount) -> tuple[tuple[int, str], ...]:
    """`(3, "quarters")`: what to hand out, the largest first."""
    return tuple((piece.count, tr(_PIECES[piece.key][piece.count != 1])) for piece in cash.pieces)


def service(code: str) -> tuple[str, str]:
    """Icon and word of a service; a code nobody knows stands as it is."""
    icon, word = _SERVICES.get(code, ("tag", code.capitalize()))
    return icon, tr(word)


def services(codes: Iterable[tuple[str, int]]) -> tuple[tuple[str, str, str], ...]:
    """Icon, word and amount of each service."""
    return tuple((*service(code), amount(cents)) for code, cents in codes)


def misc_facts(misc: MiscAsked, reference: str) -> tuple[tuple[str, str], ...]:
    """Label and words: the price of a misc line, its reference, and the group it stands with."""
    price = (tr("Fixed price"), amount(misc.price)) if misc.price else (tr("Price"), tr("entered"))
    more = ((tr("Reference"), reference), (tr("Only with"), misc.group))
    return (price, *(fact for fact in more if fact[1]))


def misc_tenders(misc: MiscAsked) -> tuple[tuple[str, str], ...]:
    """Icon and word of each tender that a misc line takes."""
    return tuple((tender_icon(kind), tr(TenderKind(kind).word)) for kind in misc.tenders)


def address(text: str) -> str:
    """`412 N CHICKASAW AVE` as `412 N Chickasaw Ave`: billing's capitals stay in names only (LOOK section 3)."""
    return " ".join(_address_word(word) for word in text.split())


def tender_words(tender: Tender) -> str:
    """`Check 1042`, `Cash`, `Card ··4417`."""
    kind = TenderKind(tender.kind)
    if kind is TenderKind.CARD:
        return f"{tr(kind.word)} ··{tender.last_four}"
    return f"{tr(kind.word)} {tender.reference}".strip()


def tender_icon(kind: str) -> str:
    """The icon of a tender class."""
    return _TENDER_ICONS[TenderKind(kind)]


def day_and_month(iso: str) -> str:
    """`2026-11-28` as `28 Nov`."""
    return f"{int(iso[8:10])} {MONTHS[int(iso[5:7]) - 1]}"


def clock_words(at: datetime, zone: str, *, exact: bool = False) -> str:
    """`10:42:31` on the city's clock; `exact` with milliseconds."""
    there = at.astimezone(ZoneInfo(zone))
    return there.isoformat(timespec="milliseconds" if exact else "seconds")[11 : 23 if exact else 19]


def _address_word(word: str) -> str:
    if word in _STAYS or (not word.isalpha() and not re.fullmatch(_ORDINAL, word)):
        return word
    return word.capitalize()
