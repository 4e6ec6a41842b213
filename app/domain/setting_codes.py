"""Code tables: what people pick from. A code is switched off and on again, never deleted (J6, T2, T5)."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from app.domain import reasons
from app.domain.draft import LANES
from app.domain.tender import TenderKind
from app.frozen import frozen

CODE_LIMIT = 40
CODES_LIMIT = 20


class CodeTable(StrEnum):
    """The tables a city may change; a table's setting is `codes_` and its value here."""

    VOID = "void"
    NO_SALE = "no_sale"
    DROP = "drop"
    OVER_SHORT = "over_short"
    REJECT = "reject"
    REOPEN = "reopen"
    UNDO_DEPOSIT = "undo_deposit"
    TENDER = "tender"
    LANE = "lane"

    @property
    def setting(self) -> str:
        """The name of its setting."""
        return f"codes_{self.value}"


@frozen
class Code:
    """One code as it stands; a switched-off one is offered no more and stays readable wherever it was used."""

    code: str
    active: bool = True


FIRST_CODES = MappingProxyType({
    CodeTable.VOID: reasons.VOID_REASONS,
    CodeTable.NO_SALE: reasons.NO_SALE_REASONS,
    CodeTable.DROP: reasons.DROP_REASONS,
    CodeTable.OVER_SHORT: reasons.OVER_SHORT_REASONS,
    CodeTable.REJECT: reasons.REJECT_REASONS,
    CodeTable.REOPEN: reasons.REOPEN_REASONS,
    CodeTable.UNDO_DEPOSIT: reasons.UNDO_DEPOSIT_REASONS,
    CodeTable.TENDER: tuple(kind.value for kind in TenderKind),
    CodeTable.LANE: LANES,
})  # fmt: skip
"""What each table holds before anybody changed it."""
CLOSED_TABLES = frozenset({CodeTable.TENDER, CodeTable.LANE})
"""The program knows each of their codes by what it does: they are switched off and on, none is added."""


def first_codes(table: CodeTable) -> tuple[Code, ...]:
    """The table before anybody changed it."""
    return tuple(Code(code) for code in FIRST_CODES[table])


def read_codes(value: Iterable[Any]) -> tuple[Code, ...]:
    """From the setting's JSON, once `codes_fault` found nothing."""
    return tuple(Code(row["code"], row["active"]) for row in value)


def codes_value(codes: Iterable[Code]) -> list[dict[str, Any]]:
    """As the setting keeps them."""
    return [{"active": code.active, "code": code.code} for code in codes]


def codes_fault(table: CodeTable, value: Any) -> str:
    """Why the value is no such table; empty when it is one."""
    if not isinstance(value, list | tuple) or not 1 <= len(value) <= CODES_LIMIT:
        return f"it takes 1 to {CODES_LIMIT} codes."
    if not all(isinstance(row, dict) and set(row) == {"code", "active"} for row in value):
        return "each row has a code and whether it is in use."
    if any(not isinstance(row["code"], str) or type(row["active"]) is not bool for row in value):
        return "each row has a code and whether it is in use."
    return _words_fault(table, [row["code"] for row in value]) or _use_fault(table, read_codes(value))


def _words_fault(table: CodeTable, codes: Sequence[str]) -> str:
    if any(code != " ".join(code.split()) or not 1 <= len(code) <= CODE_LIMIT for code in codes):
        return f"a code has 1 to {CODE_LIMIT} characters."
    if len({code.casefold() for code in codes}) < len(codes):
        return "the same code stands in it twice. Switch the one on that is there already."
    if reasons.OWN_WORDS.casefold() in {code.casefold() for code in codes}:
        return f"“{reasons.OWN_WORDS}” is kept for what a person types. Take another word."
    gone = [code for code in FIRST_CODES[table] if code not in codes]
    if gone:
        return f"“{gone[0]}” would be gone. A code is switched off, never deleted."
    added = [code for code in codes if code not in FIRST_CODES[table]]
    if added and table in CLOSED_TABLES:
        return f"“{added[0]}” cannot be added; only the codes that are there can be switched off and on."
    return ""


def _use_fault(table: CodeTable, codes: Sequence[Code]) -> str:
    used = {code.code for code in codes if code.active}
    if not used:
        return "one code at least must stay in use."
    if table is CodeTable.TENDER and TenderKind.CASH.value not in used:
        return "cash is always taken."
    return ""
