"""A second person's approval at the station: their PIN here, both names kept, failures logged (J3, R25, R44)."""

from collections.abc import Iterable

from app.domain.approval import ApprovalWay, check_approver
from app.domain.batch_rules import check_reason
from app.domain.facts.base import NOTHING_SAID, Approval
from app.domain.facts.station import ApprovalRefused
from app.domain.reasons import APPROVAL_REASONS
from app.domain.setting_codes import CodeTable
from app.domain.user import Deed
from app.errors import RuleBrokenError
from app.frozen import frozen
from app.ports.books import Books
from app.usecases.free_words import kept_reason
from app.usecases.sign_in import SignIn

_ASKED_FOR = (CodeTable.VOID, CodeTable.NO_SALE, CodeTable.UNDO_DEPOSIT)
"""Tables whose reasons an approval repeats, with what a city added to them."""


@frozen
class ApprovalRequest:
    """`by` asks, `approver` answers with `pin`; `takers` are more people who may not answer (who took the money).

    `cents` is the amount the approval table is asked for, on `business_date`.
    """

    by: str
    approver: str
    pin: str
    deed: Deed
    cents: int
    reason: str
    business_date: str
    takers: tuple[str, ...] = ()


@frozen
class ApproveAtStation:
    """Gives the approval that the deed then carries; the deed looks at role and person once more."""

    books: Books
    sign_in: SignIn

    def __call__(self, request: ApprovalRequest) -> Approval:
        """Approve it.

        Raises:
            PinWrongError, UserLockedError: the PIN; logged.
            TakerCannotApproveError, ApproverNotAllowedError: not this person; logged (R25).
            ReasonMissingError: no reason.
            WordsTooLongError, CardNumberInWordsError: own words that may not be kept.
        """
        told = check_reason(request.reason, what="An approval")
        reason, note = told, NOTHING_SAID
        policy = self.sign_in.reader.policy(request.business_date)
        listed = APPROVAL_REASONS.union(*(policy.listed(table) for table in _ASKED_FOR))
        if told not in listed:  # only words of one's own need a seal, and so a deed
            with self.books.deed(by=request.by) as deed:
                reason, note = kept_reason(deed, told, listed=listed)
        approval = Approval(request.deed.value, request.approver, ApprovalWay.STATION.value, reason, note)
        try:
            self._check(request)
        except RuleBrokenError as refusal:
            with self.books.deed(by=request.by) as deed:
                deed.append(ApprovalRefused(approval, refusal.code), business_date=request.business_date)
            raise
        return approval

    def _check(self, request: ApprovalRequest) -> None:
        approver = self.sign_in(request.approver, request.pin)
        policy = self.sign_in.reader.policy(request.business_date)
        role = policy.approver_role(request.deed.value, request.cents)
        if role is not None:
            check_approver(approver, deed=request.deed, role=role, takers=_takers(request))


def _takers(request: ApprovalRequest) -> Iterable[str]:
    return (request.by, *request.takers)
