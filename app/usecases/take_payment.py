"""Take a payment: the hot path from a finished draft to a durable receipt (issue 2 item 9; DESIGN sections 3 and 6).

One unit of work: batch, policy, person, each account's standing, then the entry, paper and pulse as two jobs, the
draft wiped, one commit. The paper is queued by receipt number only; the print worker lays it out from the record.
"""


from app.domain.allocation import RULE, allocate, check_spread, late_bills, owed
from app.domain.change import Pennies
from app.domain.draft import Draft, DraftLine
from app.domain.entry import EntryRef
from app.domain.facts.base import Approval
from app.domain.facts.receipts import PaidLine, ReceiptTaken
from app.domain.receipt_rules import receipt_transfers
from app.domain.records import AccountStanding, BatchNow
from app.domain.tender import TenderKind
from app.domain.tender_rules import refused_on_cash_only
from app.frozen import frozen
from app.ports.books import Books, OpenDeed
from app.settings.policy import Policy
from app.usecases.payment_checks import (
    AccountUnknownError,
    DraftGoneError,
    batch_for_receipt,
    cash_only_approval,
    check_change_here,
    check_same_checks,
    check_same_payment,
    check_taken_here,
    check_tenders,
    limit_approval,
)


@frozen
class PaymentRequest:
    """A finished draft for a batch; `approvals` as given at the station, `replaces` for a rejected batch only.

    `effective_date` is the day the money counts for, the batch's date unless given (night box).
    """

    by: str
    batch: str
    draft: Draft
    approvals: tuple[Approval, ...] = ()
    effective_date: str = ""
    replaces: str = ""
    paper: bool = True
    pulse: bool = True


@frozen
class PaymentTaken:
    """What is durable now; jobs are None where no paper or pulse was asked for."""

    receipt: str
    ref: EntryRef
    total: int
    change: int
    lines: tuple[PaidLine, ...]
    print_job: int | None
    pulse_job: int | None


@frozen
class TakePayment:
    """Checks rule and role, posts once, queues paper and pulse."""

    books: Books

    def __call__(self, request: PaymentRequest) -> PaymentTaken:
        """Post the draft.

        Raises:
            RuleBrokenError: a rule of the batch, the draft, a tender or an account refuses it; nothing changed.
            RecordsError: it could not be stored; nothing changed.
        """
        draft, by = request.draft, request.by
        change = draft.checked_change()
        check_tenders(draft.tenders)
        total = draft.total
        checks = sum(tender.amount_tendered for tender in draft.tenders if refused_on_cash_only(tender))
        with self.books.deed(by=by) as deed:
            batch = batch_for_receipt(deed, by=by, number=request.batch, replaces=request.replaces)
            check_change_here(batch, change)
            policy = deed.policy(batch.business_date)
            check_taken_here(policy, draft.tenders)
            if batch.drawer and (draft.pennies or Pennies.OFF) != policy.cash_pennies:  # nobody is given change by mail
                draft = _under(policy, draft)
                total, change = draft.total, draft.checked_change()
            if not deed.wipe_draft(draft.draft):
                raise DraftGoneError
            approvals = limit_approval(deed, policy, by=by, total=total, approvals=request.approvals)
            override: Approval | None = None
            lines: list[PaidLine] = []
            for asked in draft.lines:
                if asked.misc is not None:
                    lines.append(_misc(asked, draft, policy, request.effective_date or batch.business_date))
                    continue
                standing = deed.standing(asked.account)
                if standing is None:
                    raise AccountUnknownError(asked.number)
                if checks and override is None and standing.account.is_cash_only(batch.business_date):
                    override = cash_only_approval(
                        deed, policy, by=by, number=asked.number, checks=checks, approvals=request.approvals
                    )
                check_same_payment(deed, draft, asked, batch.business_date)
                lines.append(_paid(asked, standing, policy, batch, request.effective_date))
            check_same_checks(deed, draft, policy, batch.business_date)
            if draft.answers:
                approvals = (*approvals, *_marked(deed, policy, draft, request))
            if draft.rounded:
                lines.append(_pennies(draft, lines))
            fact = ReceiptTaken(
                receipt=deed.next_receipt(),
                batch=batch.batch,
                lane=draft.lane,
                source=batch.source,
                draft=draft.draft,
                lines=tuple(lines),
                tenders=draft.tenders,
                total=total,
                change=change,
                transfers=receipt_transfers(
                    station=deed.stream().station, batch=batch.batch, lines=lines, tenders=draft.tenders, change=change
                ),
                approvals=approvals if override is None else (*approvals, override),
                answers=draft.answers,
                replaces=request.replaces,
            )
            ref = deed.append(fact, business_date=batch.business_date)
            opens = any(TenderKind(tender.kind).opens_drawer for tender in draft.tenders)
            pulse = deed.queue_pulse(receipt=fact.receipt) if opens and batch.drawer and request.pulse else None
            paper = deed.queue_receipt_print(fact.receipt, what="receipt") if request.paper else None
        return PaymentTaken(fact.receipt, ref, total, change, fact.lines, paper, pulse)


def _marked(deed: OpenDeed, policy: Policy, draft: Draft, request: PaymentRequest) -> tuple[Approval, ...]:
    from app.usecases.check_concerns import check_concerns  # noqa: PLC0415 - only where the cashier answered something

    return check_concerns(deed, policy, draft, by=request.by, approvals=request.approvals)


def _misc(asked: DraftLine, draft: Draft, policy: Policy, effective_date: str) -> PaidLine:
    from app.usecases.misc_lines import misc_line  # noqa: PLC0415 - seldom asked for, and the first scan would wait

    return misc_line(asked, draft, policy, effective_date=effective_date)


def _pennies(draft: Draft, lines: list[PaidLine]) -> PaidLine:
    from app.usecases.misc_lines import penny_line  # noqa: PLC0415 - only where a city rounds

    return penny_line(draft, lines)


def _under(policy: Policy, draft: Draft) -> Draft:
    from app.usecases.misc_lines import with_pennies  # noqa: PLC0415 - only where a city rounds

    return with_pennies(draft, policy)


def _paid(
    asked: DraftLine, standing: AccountStanding, policy: Policy, batch: BatchNow, effective_date: str
) -> PaidLine:
    account, cents = standing.account, asked.accepted or 0
    owing = owed(
        account, standing.payments, business_date=batch.business_date, reconnect_fee=policy.reconnect_fee
    )
    if asked.spread:
        check_spread(owing, cents, asked.spread, number=account.number)
    allocation = asked.spread or allocate(owing, cents)
    return PaidLine(
        account=account.key,
        number=account.number,
        name=account.name,
        address=account.address,
        cents=cents,
        allocation=allocation,
        snapshot=standing.snapshot,
        balance_after=owing.balance - cents,
        effective_date=effective_date or batch.business_date,
        rule="by_hand" if asked.spread else RULE,
        late=late_bills(owing, allocation),
    )
