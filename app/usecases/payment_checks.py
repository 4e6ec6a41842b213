"""What is asked of a payment inside its deed: batch, person, limit, cash only, taken before (R1, R2, R16, R18, R30)."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from app.domain.approval import approval_for
from app.domain.batch_rules import BatchStateError, BatchUnknownError, NotYourBatchError
from app.domain.batch_state import BatchState
from app.domain.business_date import months_before
from app.domain.draft import Draft, DraftLine
from app.domain.facts.base import Approval
from app.domain.mail import NoChangeHereError
from app.domain.receipt_rules import CashOnlyError, OverLimitError, SameCheckError, SamePaymentError
from app.domain.records import BatchNow
from app.domain.rights import check_right
from app.domain.setting_codes import CodeTable
from app.domain.tender import Tender, TenderKind
from app.domain.tender_rules import check_tender
from app.domain.user import Deed
from app.errors import RuleBrokenError
from app.ports.books import OpenDeed
from app.settings.policy import Policy
from app.usecases.second_person import needed_approval


class AccountUnknownError(RuleBrokenError):
    """No extract ever held the account."""

    code: ClassVar[str] = "account_unknown"

    def __init__(self, number: str) -> None:
        super().__init__(f"Account {number} is not in the books. Look at the number, or ask billing for a new extract.")
        self.number = number


class DraftGoneError(RuleBrokenError):
    """The draft already became a receipt, or was dropped: a repeat does nothing."""

    code: ClassVar[str] = "draft_gone"

    def __init__(self) -> None:
        super().__init__("This receipt was already finished or dropped. Look at the last receipts, then begin anew.")


class CheckTwiceError(RuleBrokenError):
    """The same check stands twice on one receipt."""

    code: ClassVar[str] = "check_twice"

    def __init__(self, number: str) -> None:
        super().__init__(f"Check {number} was fed twice for this receipt. Remove one of the two.")
        self.number = number


class NotAReplacementError(RuleBrokenError):
    """A batch that was sent back takes a receipt only in place of a voided one."""

    code: ClassVar[str] = "not_a_replacement"

    def __init__(self, batch: str) -> None:
        super().__init__(
            f"Batch {batch} was sent back and takes no new customers. "
            "Void the wrong receipt first, then enter it again in its place."
        )
        self.batch = batch


class TenderNotTakenError(RuleBrokenError):
    """The city switched this tender off at its counter (C3, J6)."""

    code: ClassVar[str] = "tender_not_taken"

    def __init__(self, kind: TenderKind) -> None:
        super().__init__(f"{kind.word} is not taken at this station. Hand it back and take another tender.")
        self.kind = kind


def check_taken_here(policy: Policy, tenders: Sequence[Tender]) -> None:
    """Whether the city takes each of these tenders (C3).

    Raises:
        TenderNotTakenError: one is switched off.
    """
    taken = policy.offered(CodeTable.TENDER)
    for tender in tenders:
        if tender.kind not in taken:
            raise TenderNotTakenError(TenderKind(tender.kind))


def batch_for_receipt(deed: OpenDeed, *, by: str, number: str, replaces: str) -> BatchNow:
    """The batch, when this person may put a receipt into it now (R1, R2, R30).

    Raises:
        UserUnknownError, RightMissingError, BatchUnknownError, NotYourBatchError, BatchStateError.
        NotAReplacementError: the batch was sent back, and `replaces` names no voided receipt of it.
    """
    check_right(deed.user(by), Deed.TAKE_PAYMENT, asked=by)
    batch = deed.batch_now(number)
    if batch is None:
        raise BatchUnknownError(number)
    if batch.cashier != by:
        raise NotYourBatchError(batch=batch.batch, cashier=batch.cashier, drawer=batch.drawer)
    if batch.state is BatchState.REJECTED:
        replaced = deed.receipt(replaces) if replaces else None
        if replaced is None or not replaced.is_void or replaced.batch != batch.batch:
            raise NotAReplacementError(batch.batch)
    elif batch.state is not BatchState.OPEN:
        raise BatchStateError(batch=batch.batch, state=batch.state)
    return batch


def check_change_here(batch: BatchNow, change: int) -> None:
    """Whether change can be given: a batch without a drawer gives none (F1).

    Raises:
        NoChangeHereError: there is change.
    """
    if change and not batch.drawer:
        raise NoChangeHereError(change)


def check_tenders(tenders: Sequence[Tender]) -> None:
    """Whether each tender may stand, and no check was fed twice.

    Raises:
        CheckTwiceError, and what `check_tender` raises.
    """
    seen: set[tuple[str, str]] = set()
    for tender in tenders:
        check_tender(tender)
        if tender.payer_mark:
            if (tender.payer_mark, tender.reference) in seen:
                raise CheckTwiceError(tender.reference)
            seen.add((tender.payer_mark, tender.reference))


def limit_approval(
    deed: OpenDeed, policy: Policy, *, by: str, total: int, approvals: Iterable[Approval]
) -> tuple[Approval, ...]:
    """The approval of a receipt above the limit; none for one below it.

    Raises:
        OverLimitError: nobody approved it, or the table names nobody who may.
        UserUnknownError, TakerCannotApproveError, ApproverNotAllowedError: the person may not.
    """
    if total <= policy.receipt_amount_limit:
        return ()
    refusal = OverLimitError(cents=total, limit=policy.receipt_amount_limit)
    return (_override(deed, policy, Deed.OVER_LIMIT, by=by, cents=total, approvals=approvals, refusal=refusal),)


def cash_only_approval(
    deed: OpenDeed, policy: Policy, *, by: str, number: str, checks: int, approvals: Iterable[Approval]
) -> Approval:
    """The approval of checks for a cash-only account (R16, C4); `checks` are the checks of the receipt in cents.

    Raises:
        CashOnlyError: nobody approved it, or the table names nobody who may.
        UserUnknownError, TakerCannotApproveError, ApproverNotAllowedError: the person may not.
    """
    refusal = CashOnlyError(number=number)
    return _override(deed, policy, Deed.OVERRIDE_CASH_ONLY, by=by, cents=checks, approvals=approvals, refusal=refusal)


def check_same_payment(deed: OpenDeed, draft: Draft, asked: DraftLine, business_date: str) -> None:
    """Whether the account already paid that amount today, and nobody said that this is another one (R18, B14).

    Raises:
        SamePaymentError: so it is.
    """
    cents = asked.accepted or 0
    seen = deed.same_payment(account=asked.account, cents=cents, business_date=business_date)
    if seen is not None and not draft.answered(SamePaymentError.code, seen):
        raise SamePaymentError(receipt=seen, number=asked.number, cents=cents)


def check_same_checks(deed: OpenDeed, draft: Draft, policy: Policy, business_date: str) -> None:
    """Whether a check of the same payer and number was taken within the policy's months (R18).

    Raises:
        SameCheckError: it was, and nobody said that this is another one.
    """
    for tender in draft.tenders:
        if tender.payer_mark:
            since = months_before(business_date, policy.duplicate_check_months)
            seen = deed.same_check(payer_mark=tender.payer_mark, number=tender.reference, since=since)
            if seen is not None and not draft.answered(SameCheckError.code, seen):
                raise SameCheckError(receipt=seen, check=tender.reference)


def _override(
    deed: OpenDeed,
    policy: Policy,
    what: Deed,
    *,
    by: str,
    cents: int,
    approvals: Iterable[Approval],
    refusal: RuleBrokenError,
) -> Approval:
    given = approval_for(what, approvals)
    if given is None:
        raise refusal
    checked = needed_approval(deed, policy, what, cents=cents, approvals=(given,), takers=(by,))
    if checked is None:  # the table names nobody who may approve it: then nobody may
        raise refusal
    return checked
