"""The second person's yes, looked at once more inside the deed that needs it (R24, R25, J3)."""

from collections.abc import Iterable

from app.domain.approval import ApprovalNeededError, approval_for, check_approver
from app.domain.facts.base import Approval
from app.domain.rights import UserUnknownError
from app.domain.user import Deed
from app.ports.books import BooksReader
from app.settings.policy import Policy


def needed_approval(
    books: BooksReader, policy: Policy, deed: Deed, *, cents: int, approvals: Iterable[Approval], takers: Iterable[str]
) -> Approval | None:
    """The approval that the dated table asks for at this amount, checked; None when the table asks for none.

    The PIN was asked by `approve_at_station`; here role, person and amount are looked at again.

    Raises:
        ApprovalNeededError: nobody has approved it.
        UserUnknownError, TakerCannotApproveError, ApproverNotAllowedError: the person may not.
    """
    role = policy.approver_role(deed.value, cents)
    if role is None:
        return None
    approval = approval_for(deed, approvals)
    if approval is None:
        raise ApprovalNeededError(deed=deed, role=role, cents=cents)
    approver = books.user(approval.by)
    if approver is None:
        raise UserUnknownError(approval.by)
    check_approver(approver, deed=deed, role=role, takers=takers)
    return approval
