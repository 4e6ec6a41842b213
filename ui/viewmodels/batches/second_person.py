"""The second person at this station: who may be one, and their PIN looked at before the deed is done in their name."""

from collections.abc import Iterable

from app.domain.facts.base import Approval
from app.domain.user import Deed, User
from app.usecases.approve_at_station import ApprovalRequest
from ui.viewmodels.deeds import Deeds
from ui.viewmodels.session import Sitting


def able(users: Iterable[User], deed: Deed, *, barred: Iterable[str]) -> tuple[User, ...]:
    """Everybody who may do the deed, without those who had a hand in it (R25, R35)."""
    never = set(barred)
    return tuple(user for user in users if user.may(deed) and user.user not in never)


def look_at_pin(deeds: Deeds, sitting: Sitting, *, who: str, pin: str, deed: Deed, reason: str) -> Approval:
    """The second person's yes, by their PIN; a wrong one is logged.

    Raises:
        PinWrongError, UserLockedError, TakerCannotApproveError, ApproverNotAllowedError.
    """
    request = ApprovalRequest(sitting.user.user, who, pin, deed, 0, reason, sitting.business_date)
    return deeds.approve_at_station(request)
