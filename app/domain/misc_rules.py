"""What a table of misc types must hold before it may be written, and ledger parts as a person types them (B8, T3)."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from app.domain.misc import ALL_TENDERS, PERCENT, LedgerPart, MiscType, read_types
from app.domain.money import AmountUnreadableError, Money

TYPES_LIMIT = 80
PARTS_LIMIT = 8
NAME_LIMIT = 40
PRICE_LIMIT = 10_000_000
_CODE = r"[A-Z0-9][A-Z0-9-]{0,11}"
_LEDGER = r"[A-Z0-9][A-Z0-9.-]{0,23}"
_FIELDS = frozenset(MiscType.__dataclass_fields__)
_PART_FIELDS = frozenset(LedgerPart.__dataclass_fields__)
_ROW_WRONG = "each type has code, name, price, ledger accounts, group, reference, tenders, and whether it is in use."
_TEXTS = {"name": NAME_LIMIT, "group": NAME_LIMIT, "reference": NAME_LIMIT}


def misc_fault(value: Any) -> str:
    """Why the value is no table of types; empty when it is one."""
    if not isinstance(value, list | tuple) or len(value) > TYPES_LIMIT:
        return f"it takes at most {TYPES_LIMIT} types."
    if not all(_is_row(row) for row in value):
        return _ROW_WRONG
    types = read_types(value)
    codes = [each.code for each in types]
    twice = next((code for code in codes if codes.count(code) > 1), "")
    if twice:
        return f"the code {twice} stands in it twice. Take another code."
    return next((fault for each in types if (fault := type_fault(each))), "")


def type_fault(each: MiscType) -> str:
    """Why this type may not stand; empty when it may."""
    if not re.fullmatch(_CODE, each.code):
        return "a code has 1 to 12 capital letters, digits or dashes, like COPIES."
    if not each.name or any(text != " ".join(text.split()) for text in (each.name, each.group, each.reference)):
        return f"{each.code} needs a name, without spaces at its ends."
    long = next((name for name, most in _TEXTS.items() if len(getattr(each, name)) > most), "")
    if long:
        return f"the {long} of {each.code} has at most {_TEXTS[long]} characters."
    if not each.tenders or set(each.tenders) - set(ALL_TENDERS) or len(set(each.tenders)) < len(each.tenders):
        return f"{each.code} needs at least one tender that it may be paid with."
    if not 0 <= each.price <= PRICE_LIMIT:
        return f"the price of {each.code} is 0.00 to {Money(PRICE_LIMIT)}; 0.00 is entered at the till."
    return _split_fault(each)


def _split_fault(each: MiscType) -> str:
    parts = each.ledger
    if not 1 <= len(parts) <= PARTS_LIMIT:
        return f"{each.code} needs 1 to {PARTS_LIMIT} ledger accounts."
    if not all(re.fullmatch(_LEDGER, part.account) for part in parts):
        return f"a ledger account of {each.code} has 1 to 24 capital letters, digits, dots or dashes, like 10-4310."
    if len({part.account for part in parts}) < len(parts):
        return f"one ledger account stands twice in {each.code}."
    if any(part.cents < 0 or not 0 <= part.percent <= PERCENT or bool(part.cents) == bool(part.percent)
           for part in parts):  # fmt: skip
        return f"each ledger account of {each.code} gets an amount or a percent."
    shares = sum(part.percent for part in parts)
    if shares not in (0, PERCENT):
        return f"the percents of {each.code} come to {shares}, not to 100."
    if not shares and each.least != each.price:
        return f"the ledger amounts of {each.code} come to {Money(each.least)}, its price is {Money(each.price)}."
    if each.price and each.least > each.price:
        return f"the ledger amounts of {each.code} come to more than its price, {Money(each.price)}."
    return ""


def _is_row(row: Any) -> bool:
    return (
        isinstance(row, Mapping) and set(row) == _FIELDS and type(row["active"]) is bool
        and type(row["price"]) is int and isinstance(row["code"], str)
        and all(isinstance(row[name], str) for name in _TEXTS)
        and _are_texts(row["tenders"])
        and isinstance(row["ledger"], list | tuple) and all(_is_part(part) for part in row["ledger"])
    )  # fmt: skip


def _are_texts(value: Any) -> bool:
    return isinstance(value, list | tuple) and all(isinstance(text, str) for text in value)


def _is_part(part: Any) -> bool:
    return (
        isinstance(part, Mapping) and set(part) == _PART_FIELDS and isinstance(part["account"], str)
        and type(part["cents"]) is int and type(part["percent"]) is int
    )  # fmt: skip


def typed_ledger(text: str) -> tuple[LedgerPart, ...] | str:
    """`10-4310 60%, 20-4100 40%`, `10-4310 5.00, 20-4100`: the parts, or the sentence that says what is wrong.

    An account without amount or percent takes all that is left.
    """
    parts: list[LedgerPart] = []
    for piece in text.upper().split(","):
        account, _space, share = piece.strip().partition(" ")
        share = share.strip()
        if not account:
            return "Type a ledger account, like 10-4310, or several with commas between."
        if not share:
            parts.append(LedgerPart(account, percent=PERCENT - sum(part.percent for part in parts)))
        elif share.endswith("%"):
            digits = share[:-1].strip()
            if not (digits.isascii() and digits.isdigit()):
                return f"{share} is no percent. Type whole percents, like 60%."
            parts.append(LedgerPart(account, percent=int(digits)))
        else:
            try:
                parts.append(LedgerPart(account, cents=Money.parse(share).cents))
            except AmountUnreadableError as error:
                return error.sentence()
    return tuple(parts)


def ledger_words(parts: Sequence[LedgerPart]) -> str:
    """As `typed_ledger` reads it; what takes all that is left stands alone."""
    return ", ".join(f"{part.account} {_share(part)}".rstrip() for part in parts)


def _share(part: LedgerPart) -> str:
    if part.cents:
        return str(Money(part.cents))
    return "" if part.percent == PERCENT else f"{part.percent}%"
