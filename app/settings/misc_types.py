"""The misc types in force on a business date: as the city wrote them, or as every station begins (B8, T3)."""

from collections.abc import Mapping, Sequence
from typing import Any

from app.domain.misc import MiscType, found_types, read_types
from app.domain.misc_starter import starter_types
from app.settings.policy import Policy


def types_of(value: Sequence[Mapping[str, Any]] | None) -> tuple[MiscType, ...]:
    """The table of a setting's value; None for one that nobody wrote yet."""
    return starter_types() if value is None else read_types(value)


def misc_types(policy: Policy) -> tuple[MiscType, ...]:
    """The table of a business date, in use or not."""
    return types_of(policy.misc_types)


def misc_type(policy: Policy, code: str) -> MiscType | None:
    """One type in use; None for a code that is not there or was switched off."""
    return next((each for each in misc_types(policy) if each.code == code and each.active), None)


def offered_types(policy: Policy, words: str = "") -> tuple[MiscType, ...]:
    """What the till offers for the words typed."""
    return found_types(misc_types(policy), words)
