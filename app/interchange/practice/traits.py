"""What makes an account of the practice city worth meeting: every status, class, flag and age of the extract."""

from enum import Enum
from typing import TypeVar

from app.domain.account import FlagKind
from app.frozen import frozen
from app.interchange.practice.dice import Dice
from app.interchange.practice.people import NOTES

_Value = TypeVar("_Value")


class Owed(Enum):
    """How an account stands with its bills."""

    PAID = "paid"
    CURRENT = "current"
    PAST_30 = "30"
    PAST_60 = "60"
    PAST_90 = "90"
    NEGATIVE_BUCKET = "negative"
    CREDIT = "credit"


PAST_DUE = frozenset({Owed.PAST_30, Owed.PAST_60, Owed.PAST_90})


@frozen
class TraitFlag:
    """A flag; its date is so many days from the business date."""

    kind: FlagKind
    days: int | None = None
    text: str = ""


@frozen
class Trait:
    """One kind of customer; `extra` are services beside the usual ones."""

    owed: Owed = Owed.CURRENT
    status: str = "active"
    account_class: str = "residential"
    flags: tuple[TraitFlag, ...] = ()
    extra: tuple[str, ...] = ()


def _flagged(kind: FlagKind, days: int | None = None, *, owed: Owed = Owed.CURRENT, text: str = "") -> Trait:
    return Trait(owed, flags=(TraitFlag(kind, days, text),))


SHOWCASE: tuple[Trait, ...] = (
    _flagged(FlagKind.CASH_ONLY, 40),
    _flagged(FlagKind.CASH_ONLY),
    _flagged(FlagKind.CASH_ONLY, -12),
    _flagged(FlagKind.CUTOFF_LIST, 3, owed=Owed.PAST_60),
    _flagged(FlagKind.CUTOFF_LIST, owed=Owed.PAST_30),
    _flagged(FlagKind.ARRANGEMENT, owed=Owed.PAST_90),
    _flagged(FlagKind.BANKRUPTCY, owed=Owed.PAST_90),
    _flagged(FlagKind.DECEASED),
    _flagged(FlagKind.DRAFT),
    _flagged(FlagKind.AMP),
    _flagged(FlagKind.SENIOR),
    _flagged(FlagKind.TAMPER, owed=Owed.PAST_60),
    _flagged(FlagKind.NO_LATE_FEE, owed=Owed.PAST_30),
    _flagged(FlagKind.CONFIDENTIAL),
    _flagged(FlagKind.NOTE, text=NOTES[0]),
    Trait(Owed.PAST_90, status="disconnected", extra=("PENALTY", "FEE")),
    Trait(Owed.PAST_30, status="final"),
    Trait(Owed.PAID, status="inactive"),
    Trait(Owed.PAST_30, extra=("PENALTY",)),
    Trait(Owed.CURRENT, extra=("FEE", "DEPOSIT")),
    Trait(Owed.CURRENT, extra=("STORM", "REC")),
    Trait(Owed.CREDIT),
    Trait(Owed.NEGATIVE_BUCKET),
    Trait(account_class="commercial"),
    Trait(account_class="industrial"),
    Trait(account_class="city"),
)

_LIVES: tuple[tuple[int, Owed], ...] = (
    *((560, Owed.CURRENT), (730, Owed.PAID), (880, Owed.PAST_30), (935, Owed.PAST_60), (960, Owed.PAST_90)),
    *((975, Owed.NEGATIVE_BUCKET), (1000, Owed.CREDIT)),
)
_CLASSES = ((880, "residential"), (970, "commercial"), (978, "industrial"), (1000, "city"))
_ALWAYS: tuple[tuple[int, FlagKind], ...] = (
    *((100, FlagKind.DRAFT), (45, FlagKind.AMP), (90, FlagKind.SENIOR), (3, FlagKind.DECEASED)),
    *((4, FlagKind.BANKRUPTCY), (9, FlagKind.NO_LATE_FEE), (5, FlagKind.CONFIDENTIAL)),
)


def some_trait(dice: Dice) -> Trait:
    """An ordinary customer: most owe one bill or none, few are in trouble."""
    account_class = _below(dice.between(0, 999), _CLASSES)
    owed = _below(dice.between(0, 999), _LIVES)
    status, extra = "active", []
    flags = [TraitFlag(kind) for share, kind in _ALWAYS if dice.chance(share, of=1000)]
    if dice.chance(15, of=1000):
        flags.append(TraitFlag(FlagKind.CASH_ONLY, dice.between(-60, 300) if dice.chance(80) else None))
    if dice.chance(30, of=1000):
        flags.append(TraitFlag(FlagKind.NOTE, text=dice.pick(NOTES)))
    if owed in PAST_DUE:
        if dice.chance(70):
            extra.append("PENALTY")
        if dice.chance(15):
            flags.append(TraitFlag(FlagKind.CUTOFF_LIST, dice.pick((3, 10)) if dice.chance(90) else None))
        if dice.chance(10):
            flags.append(TraitFlag(FlagKind.ARRANGEMENT))
        if owed is not Owed.PAST_30 and dice.chance(25):
            status = "disconnected"
            extra.append("FEE")
        if dice.chance(2):
            flags.append(TraitFlag(FlagKind.TAMPER))
    elif dice.chance(7):
        status = dice.pick(("final", "inactive"))
    if dice.chance(30):
        extra.append("STORM")
    if dice.chance(5):
        extra.append("REC")
    if dice.chance(2):
        extra.append("DEPOSIT")
    return Trait(owed, status, account_class, tuple(flags), tuple(extra))


def _below(draw: int, table: tuple[tuple[int, _Value], ...]) -> _Value:
    return next(value for limit, value in table if draw < limit)
