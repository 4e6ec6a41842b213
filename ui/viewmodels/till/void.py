"""Void a receipt: what goes back to the customer, the reason, and the second person (R23-R26, G1, G2)."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from app.domain.batch_state import BatchState
from app.domain.change import cash_kept
from app.domain.facts.base import Approval
from app.domain.records import BatchNow, ReceiptRecord
from app.domain.tender import TenderKind
from app.domain.user import AFTERWARDS_RIGHT, Deed, User
from app.errors import CityTillError
from app.frozen import frozen
from app.ports.books import BooksReader
from app.usecases.void_receipt import AlreadyVoidError, ReceiptIsVoid, ReceiptUnknownError, VoidRequest
from ui.viewmodels.approval import ApprovalModel
from ui.viewmodels.counter import Counter
from ui.viewmodels.session import Session
from ui.viewmodels.till.words import amount, tender_words, tr


@frozen
class VoidAsked:
    """The receipt to void and who may approve it.

    `goes_back` says line by line what the customer gets; `barred` why it cannot be voided, empty when it can;
    `needs_approval` a second person's PIN, `may_afterwards` that person may answer later.
    """

    receipt: ReceiptRecord | None
    goes_back: tuple[str, ...] = ()
    approvers: tuple[User, ...] = ()
    needs_approval: bool = True
    may_afterwards: bool = False
    barred: str = ""
    fault: str = ""
    is_busy: bool = False


class VoidModel(QObject):
    """One void at a time.

    Signals: `changed()`; `voided(ReceiptIsVoid)` it is durable.
    """

    changed = Signal()
    voided = Signal(object)

    def __init__(
        self, counter: Counter, session: Session, approvals: ApprovalModel, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._counter = counter
        self._session = session
        self._approvals = approvals
        self._asked = VoidAsked(None)
        self._wanted = ""
        self._reason = ""
        self._note = ""

    @property
    def asked(self) -> VoidAsked:
        """What the dialog shows."""
        return self._asked

    def look(self, number: str) -> None:
        """This receipt is to be voided: read it, and who may approve."""
        self._wanted = number.strip().upper()
        self._say(VoidAsked(None))
        self._counter.ask(self._question(self._wanted), done=self._found, failed=self._failed)

    def void(self, *, reason: str, note: str = "", approver: str = "", pin: str = "", afterwards: bool = False) -> None:
        """Void it now; `approver` is the name chosen, `afterwards` leaves the approval open."""
        asked = self._asked
        if asked.receipt is None or asked.barred or asked.is_busy:
            return
        self._reason, self._note = reason, note
        if not reason:
            self._say(replace(asked, fault=tr("Pick a reason.")))
            return
        if not asked.needs_approval or (afterwards and asked.may_afterwards):
            self._say(replace(asked, fault="", is_busy=True))
            self._do(None)
            return
        person = next((user for user in asked.approvers if user.name == approver), None)
        if person is None or not pin:
            self._say(replace(asked, fault=tr("A second person enters their PIN.")))
            return
        self._say(replace(asked, fault="", is_busy=True))
        self._approvals.give(person.user, pin, reason=reason, given=self._do, refused=self._refused)

    def _question(self, number: str) -> "Callable[[BooksReader], tuple[ReceiptRecord | None, BatchNow | None]]":
        def question(books: BooksReader) -> tuple[ReceiptRecord | None, BatchNow | None]:
            receipt = books.receipt(number) if number else None
            return receipt, books.batch_now(receipt.batch) if receipt is not None else None

        return question

    def _found(self, answer: tuple[ReceiptRecord | None, BatchNow | None]) -> None:
        sitting, (receipt, batch) = self._session.sitting, answer
        if sitting is None or (receipt is not None and receipt.receipt != self._wanted):
            return
        if receipt is None:
            barred = ReceiptUnknownError(self._wanted).sentence() if self._wanted else tr("No receipt to void yet.")
            self._say(VoidAsked(None, barred=barred))
            return
        role = sitting.policy.approver_role(Deed.VOID_RECEIPT.value, receipt.total)
        self._say(
            VoidAsked(
                receipt,
                goes_back=_goes_back(receipt),
                needs_approval=role is not None,
                may_afterwards=AFTERWARDS_RIGHT in sitting.user.rights,
                barred=_barred(receipt, batch, sitting.business_date),
            )
        )
        if role is not None:
            self._approvals.find_people(
                Deed.VOID_RECEIPT, cents=receipt.total, takers=(receipt.by,), found=self._people
            )

    def _people(self, people: tuple[User, ...]) -> None:
        self._say(replace(self._asked, approvers=people))

    def _do(self, approval: Approval | None) -> None:
        sitting, receipt = self._session.sitting, self._asked.receipt
        if sitting is None or receipt is None:
            return
        request = VoidRequest(sitting.user.user, receipt.receipt, self._reason, self._note, approval)
        self._counter.do(
            lambda deeds: deeds.void_receipt(request), done=self._done, failed=self._failed, is_sale=True
        )

    def _done(self, voided: ReceiptIsVoid) -> None:
        if self._asked.is_busy:  # another receipt may be looked at by now, and it stays on the screen
            self._say(VoidAsked(None))
        self.voided.emit(voided)

    def _failed(self, error: CityTillError) -> None:
        self._refused(error.sentence())

    def _refused(self, sentence: str) -> None:
        self._say(replace(self._asked, fault=sentence, is_busy=False))

    def _say(self, asked: VoidAsked) -> None:
        self._asked = asked
        self.changed.emit()


def voided_words(voided: ReceiptIsVoid) -> str:
    """What was done and what to hand back."""
    parts = [tr("Receipt {number} is void.").format(number=voided.receipt)]
    if voided.cash_back:
        parts.append(tr("Give back {amount} in cash.").format(amount=amount(voided.cash_back)))
    if voided.cards:
        parts.append(tr("Reverse {amount} on the card terminal.").format(amount=amount(voided.cards)))
    if voided.approval_open:
        parts.append(tr("A second person still has to approve it before the batch is balanced."))
    return " ".join(parts)


def _goes_back(receipt: ReceiptRecord) -> tuple[str, ...]:
    cash = cash_kept(tenders=receipt.tenders, change=receipt.change)
    lines = [tr("Cash {amount}").format(amount=amount(cash))] if cash else []
    for tender in receipt.tenders:
        words = f"{tender_words(tender)} {amount(tender.amount_tendered)}"
        if tender.kind == TenderKind.CARD:
            lines.append(tr("{tender}: reverse it on the card terminal").format(tender=words))
        elif tender.kind != TenderKind.CASH:
            lines.append(tr("{tender}: hand it back").format(tender=words))
    return tuple(lines)


def _barred(receipt: ReceiptRecord, batch: BatchNow | None, business_date: str) -> str:
    if receipt.is_void:
        return AlreadyVoidError(receipt.receipt).sentence()
    is_sent_back = batch is not None and batch.state is BatchState.REJECTED
    if receipt.business_date != business_date and not is_sent_back and cash_kept(
        tenders=receipt.tenders, change=receipt.change
    ):
        return tr(
            "Receipt {number} is of another day. No cash is given back for it at the window: "
            "send the customer's refund to accounts payable."
        ).format(number=receipt.receipt)
    return ""
