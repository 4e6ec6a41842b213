"""Paper receipts of an outage, entered one by one into the cashier's batch (R15)."""

from PySide6.QtCore import QObject, Signal

from app.domain.draft import Draft, DraftLine
from app.domain.facts.receipts import KeyedAnswer
from app.domain.money import AmountUnreadableError, Money
from app.domain.paper_receipts import spans
from app.domain.receipt_rules import SameCheckError, SamePaymentError
from app.domain.records import AccountHit
from app.domain.tender import Tender, TenderKind
from app.errors import CityTillError
from app.frozen import frozen
from app.ports.books import BooksReader
from app.usecases.enter_paper import PaperRequest
from app.usecases.paper_ranges import ranges_out
from app.usecases.payment_checks import AccountUnknownError
from app.usecases.take_payment import PaymentTaken
from ui.viewmodels.batches import words
from ui.viewmodels.counter import Counter
from ui.viewmodels.deeds import Deeds
from ui.viewmodels.session import Session

PAPER_TENDERS = (TenderKind.CASH, TenderKind.CHECK, TenderKind.MONEY_ORDER)
_HITS = 2
_ANOTHER = "another"


@frozen
class PaperTyped:
    """One paper receipt as it stands in the fields; `reference` is a check's or money order's number."""

    paper: str
    day: str
    account: str
    amount: str
    kind: str = TenderKind.CASH.value
    reference: str = ""


@frozen
class PaperStands:
    """What is still to be entered, in words; `first` proposes the next number, `day` the day of the outage."""

    missing: str
    first: str
    day: str


class PaperEntryModel(QObject):
    """Signals: `stands(PaperStands)` what is missing; `entered(str)` a receipt's number and its paper, in words;
    `asked(str)` the same was taken before: entering it again means it is another one; `refused(str)`.
    """

    stands = Signal(object)
    entered = Signal(str)
    asked = Signal(str)
    refused = Signal(str)

    def __init__(self, counter: Counter, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._counter = counter
        self._session = session
        self._batch = ""
        self._is_busy = False
        self._asked_for: PaperTyped | None = None
        self._answers: tuple[KeyedAnswer, ...] = ()

    def begin(self, batch: str) -> None:
        """Enter into this batch; `stands` follows."""
        self._batch = batch
        self._asked_for, self._answers = None, ()
        self._look()

    def enter(self, typed: PaperTyped) -> None:
        """Enter it; one of `entered`, `asked` and `refused` follows."""
        sitting = self._session.sitting
        if sitting is None or not self._batch or self._is_busy:
            return
        if typed != self._asked_for:
            self._answers = ()
        self._asked_for = typed
        try:
            cents = Money.parse(typed.amount.strip()).cents
        except AmountUnreadableError as error:
            self.refused.emit(error.sentence())
            return
        by, batch, answers = sitting.user.user, self._batch, self._answers

        def done(deeds: Deeds, account: AccountHit) -> PaymentTaken:
            draft = _draft(typed, account, by=by, cents=cents, answers=answers)
            return deeds.enter_paper(PaperRequest(by, batch, typed.paper, typed.day, draft))

        def found(account: AccountHit) -> None:
            self._counter.do(lambda deeds: done(deeds, account), done=self._is_in, failed=self._refuse)

        self._is_busy = True
        self._counter.ask(lambda books: _account(books, typed.account), done=found, failed=self._refuse)

    def _look(self) -> None:
        batch = self._batch
        self._counter.ask(lambda books: _stands(books, batch), done=self.stands.emit, failed=self._refuse)

    def _is_in(self, taken: PaymentTaken) -> None:
        self._is_busy = False
        self._counter.do(lambda deeds: deeds.confirm_shown(taken.receipt))
        typed, self._asked_for, self._answers = self._asked_for, None, ()
        paper = typed.paper.strip().upper() if typed is not None else ""
        self.entered.emit(
            words.tr("Paper {paper} is {receipt}, {amount}.").format(
                paper=paper, receipt=taken.receipt, amount=words.amount(taken.total)
            )
        )
        self._look()

    def _refuse(self, error: CityTillError) -> None:
        self._is_busy = False
        if isinstance(error, SamePaymentError | SameCheckError):
            self._answers = (*self._answers, KeyedAnswer(error.code, error.receipt, _ANOTHER))
            again = words.tr("Press Enter again if this paper is another payment.")
            self.asked.emit(f"{error.sentence()} {again}")
            return
        self.refused.emit(error.sentence())


def _stands(books: BooksReader, number: str) -> PaperStands:
    batch = books.batch_now(number)
    holders = () if batch is None else (*books.holders_before(number), batch.cashier)
    out = ranges_out(books, holders)
    missing = [number for one in out for number in one.missing()]
    days = [one.outage_on for one in out if one.missing()]
    return PaperStands(spans(missing), missing[0] if missing else "", days[0] if days else "")


def _account(books: BooksReader, typed: str) -> AccountHit:
    """The one account of a number, key or stub.

    Raises:
        AccountUnknownError: none, or more than one.
    """
    text = typed.strip()
    key = books.account_by_stub(text) if text else None
    hits = books.find(key or text, limit=_HITS) if text else ()
    exact = [hit for hit in hits if text in (hit.key, hit.number) or hit.key == key]
    found = exact or list(hits)
    if len(found) != 1:
        raise AccountUnknownError(text or words.tr("(none)"))
    return found[0]


def _draft(
    typed: PaperTyped, account: AccountHit, *, by: str, cents: int, answers: tuple[KeyedAnswer, ...]
) -> Draft:
    draft = Draft(f"paper-{typed.paper.strip().upper()}", by, "counter")
    draft = draft.with_line(DraftLine(account.key, account.number, account.name, account.address))
    draft = draft.accepting(account.key, cents).with_tender(Tender(typed.kind, cents, typed.reference.strip()))
    for answer in answers:
        draft = draft.answering(answer)
    return draft
