"""What the city does with an unusual check, by the policy of a business date (C9, C10)."""

from collections.abc import Iterable
from typing import Any

from app.domain.check_concern import FIRST_RULES, STALE_AFTER_MONTHS, CheckConcern, CheckRule
from app.settings.policy import STALE_MONTHS, Policy

_STRICTEST = (CheckRule.REFUSE, CheckRule.APPROVAL, CheckRule.NOTE)
MONTHS_LIMIT = 60


def rule_for(policy: Policy, concern: CheckConcern) -> CheckRule:
    """The rule in force."""
    return CheckRule(dict(policy.checks).get(concern.setting, FIRST_RULES[concern]))


def stale_months(policy: Policy) -> int:
    """After how many months a check is stale."""
    return int(dict(policy.checks).get(STALE_MONTHS, STALE_AFTER_MONTHS))


def strictest(policy: Policy, concerns: Iterable[CheckConcern]) -> tuple[CheckRule, CheckConcern] | None:
    """The rule that decides, and the concern it is for; None without a concern."""
    ruled = [(rule_for(policy, concern), concern) for concern in concerns]
    return min(ruled, key=lambda each: _STRICTEST.index(each[0])) if ruled else None


def first_value(name: str) -> Any:
    """What a setting of checks says before anybody wrote it."""
    return STALE_AFTER_MONTHS if name == STALE_MONTHS else FIRST_RULES[_concern(name)].value


def check_fault(name: str, value: Any) -> str:
    """Why the value cannot be written; empty when it can."""
    if name == STALE_MONTHS:
        whole = type(value) is int and 1 <= value <= MONTHS_LIMIT
        return "" if whole else f"it takes a whole number from 1 to {MONTHS_LIMIT}."
    return "" if value in tuple(CheckRule) else "it is note, approval or refuse."


def _concern(name: str) -> CheckConcern:
    return next(concern for concern in CheckConcern if concern.setting == name)
