"""Void a receipt while its batch may still change: number kept, every bucket restored (R23-R26, G1, G2)."""

from typing import ClassVar

from app.domain.approval import ApprovalWay
from app.domain.batch_rules import BatchStateError, BatchUnknownError, NotYourBatchError, check_reason
from app.domain.batch_state import BatchState
from app.domain.entry import EntryRef
from app.domain.facts.base import Approval
from app.domain.facts.receipts import ReceiptVoided
from app.domain.reasons import NOT_A_VOID_REASON
from app.domain.receipt_rules import receipt_transfers, void_transfers
from app.domain.records import BatchNow, ReceiptRecord
from app.domain.rights import check_right
from app.domain.setting_codes import CodeTable
from app.domain.tender import TenderKind
from app.domain.user import AFTERWARDS_RIGHT, Deed, User
from app.errors import RuleBrokenError
from app.frozen import frozen
from app.ports.books import Books, OpenDeed
from app.usecases.batch_receipts import batch_receipts
from app.usecases.free_words import kept_reason
from app.usecases.second_person import needed_approval


class ReceiptUnknownError(RuleBrokenError):
    """No such receipt here."""

    code: ClassVar[str] = "receipt_unknown"

    def __init__(self, receipt: str) -> None:
        super().__init__(f"There is no receipt {receipt} at this station. Look at the number, or scan its bar code.")
        self.receipt = receipt


class AlreadyVoidError(RuleBrokenError):
    """The receipt was voided before."""

    code: ClassVar[str] = "already_void"

    def __init__(self, receipt: str) -> None:
        super().__init__(f"Receipt {receipt} is void already. Nothing more is to be done.")
        self.receipt = receipt


class PrinterNoReasonError(RuleBrokenError):
    """A printer's trouble is no reason to void (T5)."""

    code: ClassVar[str] = "printer_no_reason"

    def __init__(self, receipt: str) -> None:
        super().__init__(f"A paper that did not print is no reason to void {receipt}. Print it again instead.")
        self.receipt = receipt


class TooLateToVoidError(RuleBrokenError):
    """The receipt's batch is counted: later it is a reversal (R24)."""

    code: ClassVar[str] = "too_late_to_void"

    def __init__(self, *, receipt: str, batch: str) -> None:
        super().__init__(
            f"Receipt {receipt} belongs to batch {batch}, which is already counted. "
            "Ask a supervisor to send the batch back, or to reverse the receipt."
        )
        self.receipt = receipt
        self.batch = batch


@frozen
class VoidRequest:
    """`approval` as given at the station; None where none is needed, or by someone who may have it answered later."""

    by: str
    receipt: str
    reason: str
    note: str = ""
    approval: Approval | None = None


@frozen
class ReceiptIsVoid:
    """What to hand back; `approval_open` when a second person still has to answer, `cards` to reverse on the terminal.

    `pulse_job` is the drawer's, None when nothing lies in it to give back; `print_job` the void slip's, which the
    customer signs.
    """

    receipt: str
    ref: EntryRef
    cash_back: int
    cards: int
    approval_open: bool
    pulse_job: int | None
    print_job: int


@frozen
class VoidReceipt:
    """Reverses every transfer of the receipt in one entry that points at it, and queues the slip to be signed."""

    books: Books

    def __call__(self, request: VoidRequest) -> ReceiptIsVoid:
        """Void it.

        Raises:
            ReceiptUnknownError, AlreadyVoidError, TooLateToVoidError, NotYourBatchError: it cannot be voided so.
            ReasonMissingError, PrinterNoReasonError: no reason that counts.
            WordsTooLongError, CardNumberInWordsError: own words that may not be kept.
            ApprovalNeededError, TakerCannotApproveError, ApproverNotAllowedError, UserUnknownError: R24, R25.
        """
        told = check_reason(request.reason, what="A void")
        if told.casefold().startswith(NOT_A_VOID_REASON):
            raise PrinterNoReasonError(request.receipt)
        with self.books.deed(by=request.by) as deed:
            user = check_right(deed.user(request.by), Deed.VOID_RECEIPT, asked=request.by)
            receipt = deed.receipt(request.receipt)
            if receipt is None:
                raise ReceiptUnknownError(request.receipt)
            if receipt.is_void:
                raise AlreadyVoidError(receipt.receipt)
            batch = _batch_of(deed, receipt, user)
            listed = deed.policy(batch.business_date).listed(CodeTable.VOID)
            reason, note = kept_reason(deed, told, listed=listed, more=request.note)
            approval = _approval(deed, user, receipt, batch, request, reason)
            fact = ReceiptVoided(
                receipt=receipt.receipt,
                batch=batch.batch,
                original=receipt.ref,
                reason=reason,
                note=note,
                approval=approval,
                transfers=void_transfers(
                    receipt_transfers(
                        station=deed.stream().station,
                        batch=batch.batch,
                        lines=receipt.lines,
                        tenders=receipt.tenders,
                        change=receipt.change,
                    )
                ),
            )
            ref = deed.append(fact, business_date=batch.business_date)
            kinds = {TenderKind(tender.kind) for tender in receipt.tenders}
            opens = batch.drawer and any(kind.opens_drawer for kind in kinds)
            pulse = deed.queue_pulse(receipt=receipt.receipt) if opens else None
            paper = deed.queue_receipt_print(receipt.receipt, what="void")
        is_open = approval.way == ApprovalWay.AFTERWARDS and not approval.by
        return ReceiptIsVoid(
            receipt.receipt, ref, _sum(receipt, TenderKind.CASH) - receipt.change, _sum(receipt, TenderKind.CARD),
            is_open, pulse, paper,
        )  # fmt: skip


def voided_by(deed: OpenDeed, *, user: str, batch: str) -> int:
    """What this person has voided in the batch so far, in cents (R24)."""
    return sum(
        receipt.total
        for receipt in batch_receipts(deed, batch)
        if receipt.is_void and receipt.void_by == user
    )


def _batch_of(deed: OpenDeed, receipt: ReceiptRecord, user: User) -> BatchNow:
    batch = deed.batch_now(receipt.batch)
    if batch is None:
        raise BatchUnknownError(receipt.batch)
    if batch.cashier != user.user and not user.may(Deed.BALANCE_BATCH):
        raise NotYourBatchError(batch=batch.batch, cashier=batch.cashier)
    if batch.state is BatchState.COUNTED:
        raise TooLateToVoidError(receipt=receipt.receipt, batch=batch.batch)
    if batch.state not in (BatchState.OPEN, BatchState.REJECTED):
        raise BatchStateError(batch=batch.batch, state=batch.state)
    return batch


def _approval(
    deed: OpenDeed, user: User, receipt: ReceiptRecord, batch: BatchNow, request: VoidRequest, reason: str
) -> Approval:
    running = voided_by(deed, user=user.user, batch=batch.batch) + receipt.total
    policy = deed.policy(batch.business_date)
    is_needed = policy.approver_role(Deed.VOID_RECEIPT.value, running) is not None
    if is_needed and request.approval is None and AFTERWARDS_RIGHT in user.rights:
        return Approval(Deed.VOID_RECEIPT.value, "", ApprovalWay.AFTERWARDS.value, reason)
    given = () if request.approval is None else (request.approval,)
    checked = needed_approval(
        deed, policy, Deed.VOID_RECEIPT, cents=running, approvals=given, takers=(receipt.by, user.user)
    )
    return checked or Approval(Deed.VOID_RECEIPT.value, "", ApprovalWay.NOT_NEEDED.value, reason)


def _sum(receipt: ReceiptRecord, kind: TenderKind) -> int:
    return sum(tender.amount_tendered for tender in receipt.tenders if tender.kind == kind)
