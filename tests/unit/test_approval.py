"""Who may approve whom: the table's role, never the taker (R24, R25)."""

import pytest

from app.domain.approval import (
    ApprovalNeededError,
    ApproverNotAllowedError,
    TakerCannotApproveError,
    approval_for,
    check_approver,
    holds_role,
    in_words,
)
from app.domain.facts.base import Approval
from app.domain.user import Deed, Role, User

RUIZ = User("mruiz", "M. Ruiz", (Role.CASHIER,))
DUNN = User("kdunn", "K. Dunn", (Role.SUPERVISOR,))
LEE = User("llee", "L. Lee", (Role.LEAD,))


def test_a_supervisor_approves_where_the_table_says_so() -> None:
    check_approver(DUNN, deed=Deed.VOID_RECEIPT, role="supervisor", takers=("mruiz",))


def test_r25_the_taker_never_approves() -> None:
    both = User("kdunn", "K. Dunn", (Role.SUPERVISOR, Role.CASHIER))
    with pytest.raises(TakerCannotApproveError, match=r"K\. Dunn took this money"):
        check_approver(both, deed=Deed.VOID_RECEIPT, role="supervisor", takers=("kdunn",))


@pytest.mark.parametrize("approver", [RUIZ, LEE, User("x", "X", (Role.SUPERVISOR,), active=False)])
def test_somebody_without_the_role_may_not(approver: User) -> None:
    with pytest.raises(ApproverNotAllowedError, match=r"may not approve a void\. Ask a supervisor"):
        check_approver(approver, deed=Deed.VOID_RECEIPT, role="supervisor", takers=("t",))


def test_a_supervisor_stands_in_for_a_lead_but_not_the_other_way() -> None:
    assert holds_role(DUNN, "lead")
    assert holds_role(LEE, "lead")
    assert not holds_role(LEE, "supervisor")
    assert not holds_role(RUIZ, "lead")


def test_another_role_must_be_held_itself() -> None:
    assert holds_role(User("o", "O", (Role.OFFICE,)), "office")
    assert not holds_role(DUNN, "office")


def test_an_approval_is_found_by_its_deed() -> None:
    given = Approval("over_limit", "kdunn", "station", "Known customer")
    assert approval_for(Deed.OVER_LIMIT, [given]) == given
    assert approval_for(Deed.VOID_RECEIPT, [given]) is None


def test_what_is_needed_is_said_with_amount_and_role() -> None:
    words = ApprovalNeededError(deed=Deed.VOID_RECEIPT, role="supervisor", cents=18_412).sentence()
    assert words == "A void of 184.12 needs a supervisor. Ask one to enter their PIN here."
    assert in_words(Deed.DROP_DRAFT) == "drop draft"


def test_one_of_several_roles_is_enough() -> None:
    check_approver(
        User("b", "B. Both", (Role.CASHIER, Role.SUPERVISOR)), deed=Deed.VOID_RECEIPT, role="supervisor", takers=("t",)
    )
