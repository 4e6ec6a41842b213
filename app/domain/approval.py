"""Who may approve what: the dated table names the role, the taker never approves (R24, R25, J3; DESIGN section 4)."""

from collections.abc import Iterable
from enum import StrEnum
from typing import ClassVar

from app.domain.facts.base import Approval
from app.domain.money import Money
from app.domain.user import Deed, Role, User
from app.errors import RuleBrokenError

_RANK = {Role.LEAD: 1, Role.SUPERVISOR: 2}
_WORDS = {
    Deed.VOID_RECEIPT: "a void",
    Deed.OVERRIDE_CASH_ONLY: "a check on a cash-only account",
    Deed.OVERRIDE_CHECK: "an unusual check",
    Deed.OVER_LIMIT: "a receipt over the limit",
    Deed.NO_SALE: "opening the drawer without a receipt",
    Deed.TURN_IN: "a turn-in",
    Deed.BALANCE_BATCH: "balancing this batch",
    Deed.UNDO_DEPOSIT: "taking apart a bag",
    Deed.HAND_OVER: "a hand-over",
}


class ApprovalWay(StrEnum):
    """How the second person's yes came."""

    STATION = "station"
    OTHER_STATION = "other_station"
    AFTERWARDS = "afterwards"
    NOT_NEEDED = "not_needed"


class ApprovalNeededError(RuleBrokenError):
    """The deed needs a second person, and none has approved it yet."""

    code: ClassVar[str] = "approval_needed"

    def __init__(self, *, deed: Deed, role: str, cents: int) -> None:
        super().__init__(f"{_sentence(deed)} of {Money(cents)} needs a {role}. Ask one to enter their PIN here.")
        self.deed = deed
        self.role = role
        self.cents = cents


class TakerCannotApproveError(RuleBrokenError):
    """Whoever took the money, or asks for the deed, is not its second person (R25)."""

    code: ClassVar[str] = "taker_cannot_approve"

    def __init__(self, name: str) -> None:
        super().__init__(f"{name} took this money or asked for this, so somebody else must approve it.")
        self.name = name


class ApproverNotAllowedError(RuleBrokenError):
    """The second person has no right to approve this."""

    code: ClassVar[str] = "approver_not_allowed"

    def __init__(self, *, name: str, deed: Deed, role: str) -> None:
        super().__init__(f"{name} may not approve {in_words(deed)}. Ask a {role}.")
        self.name = name
        self.deed = deed
        self.role = role


def in_words(deed: Deed) -> str:
    """The deed as a sentence says it: `a void`."""
    return _WORDS.get(deed, deed.value.replace("_", " "))


def holds_role(user: User, role: str) -> bool:
    """Whether an active person holds the role the table names; a supervisor stands in for a lead."""
    wanted = Role(role)
    if not user.active:
        return False
    if wanted not in _RANK:
        return wanted in user.roles
    return any(_RANK.get(held, 0) >= _RANK[wanted] for held in user.roles)


def check_approver(approver: User, *, deed: Deed, role: str, takers: Iterable[str]) -> None:
    """Whether this person may be the second person of the deed; `takers` are the users who took or asked.

    Raises:
        TakerCannotApproveError: the approver is one of them (R25).
        ApproverNotAllowedError: not active, or without the role.
    """
    if approver.user in set(takers):
        raise TakerCannotApproveError(approver.name)
    if not holds_role(approver, role):
        raise ApproverNotAllowedError(name=approver.name, deed=deed, role=role)


def approval_for(deed: Deed, approvals: Iterable[Approval]) -> Approval | None:
    """The approval that was given for the deed, if one was."""
    return next((approval for approval in approvals if approval.deed == deed.value), None)


def _sentence(deed: Deed) -> str:
    words = in_words(deed)
    return words[0].upper() + words[1:]
