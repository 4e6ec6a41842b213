"""The dated settings as typed values, and the approval table."""

import pytest

from app.settings.first_policy import as_mapping, practice_settings
from app.settings.policy import NAMES, Policy

VALUES = as_mapping(practice_settings())


def rules(*table: tuple[str, int, str]) -> Policy:
    approvals = [{"deed": deed, "over_cents": cents, "role": role} for deed, cents, role in table]
    return Policy.of({**VALUES, "approvals": approvals})


def test_a_fields_name_is_its_settings_name() -> None:
    policy = Policy.of(VALUES)
    assert all(getattr(policy, name) == VALUES[name] for name in NAMES if name != "approvals")


@pytest.mark.parametrize("name", NAMES)
def test_a_setting_that_was_never_made_is_missed(name: str) -> None:
    with pytest.raises(KeyError, match=name):
        Policy.of({key: value for key, value in VALUES.items() if key != name})


def test_the_highest_step_reached_names_the_role() -> None:
    policy = rules(("void_receipt", 0, "lead"), ("void_receipt", 10_000, "supervisor"), ("no_sale", 0, "lead"))
    assert policy.approver_role("void_receipt", 0) == "lead"
    assert policy.approver_role("void_receipt", 9_999) == "lead"
    assert policy.approver_role("void_receipt", 10_000) == "supervisor"


def test_a_deed_that_no_rule_names_needs_nobody() -> None:
    policy = rules(("void_receipt", 10_000, "supervisor"))
    assert policy.approver_role("void_receipt", 9_999) is None
    assert policy.approver_role("turn_in", 10**6) is None
