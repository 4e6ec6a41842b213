"""Rights given beyond the roles, and whom they may not be given to (R35, R43, J2)."""

from typing import ClassVar

from app.domain.user import Deed, Role
from app.errors import RuleBrokenError

GIVEN_RIGHTS = (
    Deed.APPROVE_AFTERWARDS, Deed.VERIFY_DEPOSIT, Deed.PREPARE_DEPOSIT, Deed.IMPORT_ACCOUNTS, Deed.EXPORT_POSTING,
    Deed.CONFIRM_CLOCK, Deed.REVEAL_DETAIL,
)  # fmt: skip
"""What a city gives to single people; everything else comes with a role."""
_NEVER_MONEY = frozenset({
    Deed.TAKE_PAYMENT, Deed.OPEN_BATCH, Deed.COUNT_BATCH, Deed.NO_SALE, Deed.VOID_RECEIPT, Deed.DROP_DRAFT,
    Deed.TURN_IN, Deed.APPROVE_AFTERWARDS, Deed.BALANCE_BATCH, Deed.REOPEN_BATCH, Deed.PREPARE_DEPOSIT,
    Deed.VERIFY_DEPOSIT, Deed.OVERRIDE_CASH_ONLY, Deed.OVERRIDE_CHECK, Deed.OVER_LIMIT, Deed.HAND_OVER,
    Deed.REASSIGN_BATCH, Deed.SURPRISE_COUNT, Deed.ISSUE_PAPER,
})  # fmt: skip
_READS_ONLY = frozenset({Deed.SEE_ACCOUNTS, Deed.SEE_BATCHES})
_WORDS = {
    Role.ADMINISTRATOR: "An administrator looks after people and settings and never handles money",
    Role.AUDITOR: "An auditor reads everything and changes nothing",
}


class RightConflictError(RuleBrokenError):
    """A right that would undo what the role is for (R43)."""

    code: ClassVar[str] = "right_conflict"

    def __init__(self, role: Role) -> None:
        super().__init__(f"{_WORDS[role]}: this right goes to somebody else. Nothing was changed.")
        self.role = role


def check_rights(roles: tuple[Role, ...], rights: tuple[str, ...]) -> None:
    """Whether these rights may stand beside these roles.

    Raises:
        RightConflictError: one of them may not.
    """
    given = {Deed(right) for right in rights}
    if Role.ADMINISTRATOR in roles and given & _NEVER_MONEY:
        raise RightConflictError(Role.ADMINISTRATOR)
    if Role.AUDITOR in roles and given - _READS_ONLY:
        raise RightConflictError(Role.AUDITOR)
