"""The marks on checks, looked at inside the payment: what the city refuses, and who approved the rest (C9, C10)."""

from collections.abc import Iterable

from app.domain.approval import approval_for
from app.domain.check_concern import (
    CheckApprovalError,
    CheckNotTakenError,
    CheckRule,
    concern_words,
    concerns_of,
)
from app.domain.draft import Draft
from app.domain.facts.base import Approval
from app.domain.tender import TenderKind
from app.domain.user import Deed
from app.ports.books import OpenDeed
from app.settings.check_rules import rule_for
from app.settings.policy import Policy
from app.usecases.second_person import needed_approval


def check_concerns(
    deed: OpenDeed, policy: Policy, draft: Draft, *, by: str, approvals: Iterable[Approval]
) -> tuple[Approval, ...]:
    """The approval of the marked checks, none where none is needed.

    Raises:
        CheckNotTakenError: the city does not take one of them.
        CheckApprovalError: nobody approved one that needs it.
        UserUnknownError, TakerCannotApproveError, ApproverNotAllowedError: the person may not.
    """
    given = approval_for(Deed.OVERRIDE_CHECK, approvals)
    asks = False
    for concern, answer in concerns_of(draft.answers):
        rule, what = rule_for(policy, concern), concern_words(concern, answer.answer)
        if rule is CheckRule.REFUSE:
            raise CheckNotTakenError(number=answer.seen, what=what)
        if rule is CheckRule.APPROVAL and given is None:
            raise CheckApprovalError(number=answer.seen, what=what, cents=_checks(draft))
        asks = asks or rule is CheckRule.APPROVAL
    if not asks or given is None:
        return ()
    needed = needed_approval(
        deed, policy, Deed.OVERRIDE_CHECK, cents=_checks(draft), approvals=(given,), takers=(by,)
    )
    return () if needed is None else (needed,)


def _checks(draft: Draft) -> int:
    return sum(tender.amount_tendered for tender in draft.tenders if tender.kind == TenderKind.CHECK)
