"""Unusual checks: dates read, concerns found, rules as settings, marks as answers (C9, C10)."""

import pytest

from app.domain.check_concern import (
    CheckConcern,
    CheckDateError,
    CheckRule,
    concern_of_date,
    concern_words,
    concerns_of,
    noted,
    read_check_date,
    without_check,
)
from app.domain.facts.receipts import KeyedAnswer
from app.settings.check_rules import check_fault, first_value, rule_for, stale_months, strictest
from app.settings.first_policy import as_mapping, practice_settings
from app.settings.policy import CHECK_RULES, Policy
from app.settings.setting_rules import SettingWrongError, check_setting

TODAY = "2026-11-21"


def policy(**written: object) -> Policy:
    return Policy.of({**as_mapping(practice_settings()), **written})


@pytest.mark.parametrize(("text", "day"), [
    ("11/30", "2026-11-30"), ("11-30-26", "2026-11-30"), ("1/4", "2027-01-04"), ("12.24.2025", "2025-12-24"),
    (" 2/29/24 ", "2024-02-29"),
])  # fmt: skip
def test_a_date_without_a_year_is_the_nearest_one(text: str, day: str) -> None:
    """C9: typed as it stands on the check."""
    assert read_check_date(text, business_date=TODAY) == day


@pytest.mark.parametrize("text", ["", "soon", "13/40", "2/30", "11/30/199", "11/30/2026/1"])
def test_what_is_no_date_is_told(text: str) -> None:
    """C9: nothing is guessed."""
    with pytest.raises(CheckDateError, match="Type month and day like 11/30"):
        read_check_date(text, business_date=TODAY)


@pytest.mark.parametrize(("day", "concern"), [
    ("2026-11-22", CheckConcern.POST_DATED), (TODAY, None), ("2026-05-21", None), ("2026-05-20", CheckConcern.STALE),
])  # fmt: skip
def test_the_date_alone_says_post_dated_or_stale(day: str, concern: CheckConcern | None) -> None:
    """C9, C10."""
    assert concern_of_date(day, business_date=TODAY, stale_months=6) is concern


def test_a_post_dated_check_is_refused_until_a_city_says_otherwise() -> None:
    """C9: policy, default refuse."""
    assert rule_for(policy(), CheckConcern.POST_DATED) is CheckRule.REFUSE
    assert rule_for(policy(check_post_dated="note"), CheckConcern.POST_DATED) is CheckRule.NOTE
    assert stale_months(policy()) == 6
    assert stale_months(policy(check_stale_months=3)) == 3


def test_the_strictest_rule_decides() -> None:
    """C10: a starter check that is post-dated is refused, whatever its starter rule says."""
    both = (CheckConcern.TWO_PARTY, CheckConcern.STARTER)
    assert strictest(policy(), both) == (CheckRule.APPROVAL, CheckConcern.STARTER)
    assert strictest(policy(), (*both, CheckConcern.POST_DATED)) == (CheckRule.REFUSE, CheckConcern.POST_DATED)
    assert strictest(policy(), ()) is None


@pytest.mark.parametrize("name", CHECK_RULES)
def test_each_rule_is_a_dated_setting(name: str) -> None:
    """C10, P17: a rule's first value may be written, and nothing that is no rule."""
    check_setting(name, first_value(name), effective_from=TODAY, ordinance="Ord. 12-4")
    for wrong in ("maybe", 0, None, [1]):
        assert check_fault(name, wrong)
        with pytest.raises(SettingWrongError, match="Nothing was changed"):
            check_setting(name, wrong, effective_from=TODAY, ordinance="Ord. 12-4")


def test_a_mark_names_its_check_and_goes_back_with_it() -> None:
    """C10: other answers of the receipt stay."""
    other = KeyedAnswer("same_payment", "DT1A-000001", "another one")
    mark = noted(CheckConcern.POST_DATED, number="1042", check_date="2026-11-30")
    assert concerns_of((other, mark)) == ((CheckConcern.POST_DATED, mark),)
    assert without_check((other, mark), "1042") == (other,)
    assert without_check((other, mark), "1043") == (other, mark)
    assert concern_words(CheckConcern.POST_DATED, mark.answer) == "post-dated check, 30 Nov 2026"
    assert concern_words(CheckConcern.STARTER, "noted") == "starter check"
