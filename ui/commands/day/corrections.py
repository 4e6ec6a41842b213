"""What goes wrong on a scripted day and is put right: voids, no-sales, reprints, cash turned in."""

from app.domain.change import suggested_pieces
from app.domain.reasons import NO_SALE_REASONS, TURN_IN_REASON, VOID_REASONS
from app.domain.tender import TenderKind
from app.domain.user import AFTERWARDS_RIGHT, Deed
from app.usecases.answer_approval import AnswerRequest, ApprovalAnswer
from app.usecases.no_sale import NoSaleRequest
from app.usecases.reprint_receipt import ReprintRequest, ReprintTo
from app.usecases.turn_in_cash import TurnInRequest
from app.usecases.void_receipt import VoidRequest
from ui.commands.day.cashier import Cashier, Taken

VOID_EVERY, NO_SALE_EVERY, REPRINT_EVERY = 25, 40, 30
VOID_AT, NO_SALE_AT, REPRINT_AT = 10, 3, 6
HUNDRED = 10_000
BACK = 2


def after_receipt(cashier: Cashier, n: int) -> None:
    """What happens behind the n-th receipt of the day."""
    if n % NO_SALE_EVERY == NO_SALE_AT:
        _no_sale(cashier)
    if n % REPRINT_EVERY == REPRINT_AT:
        _reprint(cashier, n)
    if n % VOID_EVERY == VOID_AT:
        _void(cashier, n)


def turn_in(cashier: Cashier) -> None:
    """At noon: what lies in the drawer above the starting cash goes to the safe in whole hundreds (A10)."""
    place, tally = cashier.place, cashier.tally
    cents = (tally.cash_in_drawer - tally.starting) // HUNDRED * HUNDRED
    if cents <= 0:
        return
    counted = suggested_pieces(cents, largest_bill=HUNDRED)
    cast = place.cast
    signed = place.approval(Deed.TURN_IN, cents=cents, reason=TURN_IN_REASON)
    request = TurnInRequest(cast.cashier, cashier.batch, counted, counted, cast.supervisor, signed)
    place.do(lambda deeds: deeds.turn_in_cash(request))
    tally.turn_in(cents)


def _no_sale(cashier: Cashier) -> None:
    request = NoSaleRequest(cashier.place.cast.cashier, cashier.batch, cashier.dice.pick(NO_SALE_REASONS))
    asked = cashier.place.do(lambda deeds: deeds.no_sale(request))
    cashier.place.settled((asked.pulse_job,))


def _reprint(cashier: Cashier, n: int) -> None:
    """Every other one to a PDF."""
    to = ReprintTo.PDF if n // REPRINT_EVERY % 2 else ReprintTo.PRINTER
    request = ReprintRequest(cashier.place.cast.cashier, cashier.taken[-1].payment.receipt, to)
    again = cashier.place.do(lambda deeds: deeds.reprint_receipt(request))
    if again.print_job is not None:
        cashier.place.settled((again.print_job,))


def _void(cashier: Cashier, n: int) -> None:
    """One of the last receipts, with the supervisor; who may have it answered afterwards does so every other time."""
    gone = _voidable(cashier)
    if gone is None:
        return
    place, cast = cashier.place, cashier.place.cast
    reason, receipt = cashier.dice.pick(VOID_REASONS), gone.payment.receipt
    person = place.ask(lambda books: books.user(cast.cashier))
    is_later = person is not None and AFTERWARDS_RIGHT in person.rights and n // VOID_EVERY % 2 == 0
    approval = (
        None
        if is_later
        else place.approval(Deed.VOID_RECEIPT, cents=gone.payment.total, reason=reason, takers=(cast.cashier,))
    )
    request = VoidRequest(cast.cashier, receipt, reason, approval=approval)
    done = place.do(lambda deeds: deeds.void_receipt(request))
    cashier.tally.give_back(gone.draft.tenders, gone.payment.change)
    cashier.taken.remove(gone)
    if done.pulse_job is not None:
        place.settled((done.pulse_job,))
    if done.approval_open:
        answer = AnswerRequest(cast.supervisor, receipt, ApprovalAnswer.APPROVED)
        place.do(lambda deeds: deeds.answer_approval(answer))


def _voidable(cashier: Cashier) -> Taken | None:
    """The one before the last whose cash can still be given back out of the drawer."""
    for taken in cashier.taken[-BACK::-1]:
        cash = sum(one.amount_tendered for one in taken.draft.tenders if one.kind == TenderKind.CASH)
        if cash - taken.payment.change <= cashier.tally.cash_in_drawer:
            return taken
    return None
