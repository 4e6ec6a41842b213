"""Roles, deeds and conflicts (R43)."""

from itertools import combinations

import pytest

from app.domain.rights import RightMissingError, UserUnknownError, check_right
from app.domain.user import ROLE_DEEDS, Deed, Role, User, conflicting


def person(*roles: Role, rights: tuple[str, ...] = (), active: bool = True) -> User:
    return User("p", "P. Person", roles, rights, active)


def test_r43_the_administrator_never_receipts() -> None:
    assert not person(Role.ADMINISTRATOR).may(Deed.TAKE_PAYMENT)
    assert conflicting((Role.ADMINISTRATOR, Role.CASHIER)) == frozenset({Role.ADMINISTRATOR, Role.CASHIER})


def test_r43_the_auditor_reads_all_and_writes_nothing() -> None:
    assert ROLE_DEEDS[Role.AUDITOR] == {Deed.SEE_ACCOUNTS, Deed.SEE_BATCHES, Deed.SEE_SET_UP}
    for changing in (Role.OFFICE, Role.ADMINISTRATOR, Role.CASHIER, Role.LEAD):
        assert conflicting((Role.AUDITOR, changing)) == frozenset({Role.AUDITOR, changing})
    assert conflicting((Role.AUDITOR, Role.SUPERVISOR)) == frozenset({Role.AUDITOR, Role.SUPERVISOR})


def test_r43_no_allowed_pair_of_roles_both_receipts_and_configures() -> None:
    for pair in combinations(Role, 2):
        if conflicting(pair) is None:
            both = person(*pair)
            assert not (both.may(Deed.TAKE_PAYMENT) and both.may(Deed.CHANGE_USER)), pair


def test_every_role_has_its_deeds() -> None:
    assert set(ROLE_DEEDS) == set(Role)


def test_a_cashier_takes_and_counts_but_does_not_balance() -> None:
    assert person(Role.CASHIER).may(Deed.COUNT_BATCH)
    assert not person(Role.CASHIER).may(Deed.BALANCE_BATCH)
    assert person(Role.SUPERVISOR).may(Deed.BALANCE_BATCH)


def test_a_right_goes_beyond_the_roles_and_nobody_inactive_may_anything() -> None:
    assert person(Role.CASHIER, rights=("approve_afterwards",)).may(Deed.APPROVE_AFTERWARDS)
    assert not person(Role.SUPERVISOR, active=False).may(Deed.TAKE_PAYMENT)


def test_leads_and_supervisors_are_approvers() -> None:
    assert [person(role).is_approver for role in (Role.LEAD, Role.SUPERVISOR, Role.CASHIER)] == [True, True, False]


@pytest.mark.parametrize("roles", [(Role.CASHIER, Role.SERVICE), (Role.LEAD, Role.SUPERVISOR), (Role.AUDITOR,)])
def test_what_does_not_conflict_is_allowed(roles: tuple[Role, ...]) -> None:
    assert conflicting(roles) is None


def test_a_missing_right_is_said_in_words() -> None:
    with pytest.raises(RightMissingError, match=r"P\. Person may not balance a batch"):
        check_right(person(Role.CASHIER), Deed.BALANCE_BATCH, asked="p")


@pytest.mark.parametrize("nobody", [None, person(Role.CASHIER, active=False)])
def test_somebody_unknown_or_inactive_may_nothing(nobody: User | None) -> None:
    with pytest.raises(UserUnknownError, match="no active user p"):
        check_right(nobody, Deed.TAKE_PAYMENT, asked="p")
