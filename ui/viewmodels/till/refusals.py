"""The sentences of the refusals: what is refused and why, and what to do instead (LOOK section 5, Refusal)."""

from collections.abc import Callable

from app.domain.draft import Draft
from app.domain.money import Money
from app.domain.receipt_rules import CashOnlyError, OverLimitError, SameCheckError, SamePaymentError
from app.domain.tender import Tender
from app.domain.tender_rules import money_in_words, refused_on_cash_only
from app.domain.user import Deed
from app.errors import CityTillError
from ui.viewmodels.till.line_face import LineFace
from ui.viewmodels.till.refusal import Refusal
from ui.viewmodels.till.words import tr


def cash_only_refusal(draft: Draft, face: Callable[[str], LineFace | None], tender: Tender) -> Refusal | None:
    """A check on a cash-only account; it grows out of the stop bar of the first such line (R16, C4)."""
    if not refused_on_cash_only(tender):
        return None
    for line in draft.lines:
        shown = face(line.account)
        if shown is not None and shown.is_cash_only:
            stop = next((alert.title for alert in shown.stops if alert.code == CashOnlyError.code), tr("Cash only."))
            return _cash_only(line.account, f"{stop} {_refused(money_in_words(tender))}", tender.amount_tendered)
    return None


def check_seen_before(receipt: str, number: str) -> Refusal:
    """The same check was taken in the last twelve months (R18)."""
    return Refusal(
        code=SameCheckError.code,
        what=tr("Check {number} of this bank account was already taken on receipt {receipt}.").format(
            number=number, receipt=receipt
        ),
        instead=tr("Look at the check. Press Y if it really is another one."),
        back=tr("Hand the check back"),
        seen=receipt,
    )


def refusal_of(error: CityTillError, draft: Draft) -> Refusal | None:
    """What the books refused, as a refusal in place; None for what is only told."""
    match error:
        case CashOnlyError():
            checks = [tender for tender in draft.tenders if refused_on_cash_only(tender)]
            account = next((line.account for line in draft.lines if line.number == error.number), "")
            words = ", ".join(money_in_words(tender) for tender in checks)
            what = f"{tr('Account {number} is cash only.').format(number=error.number)} {_refused(words)}"
            return _cash_only(account, what, max((tender.amount_tendered for tender in checks), default=0))
        case OverLimitError():
            return Refusal(
                code=error.code,
                what=tr("{amount} is more than one receipt may hold ({limit}).").format(
                    amount=Money(error.cents), limit=Money(error.limit)
                ),
                instead=tr("Look at the amounts again, or let a supervisor approve this receipt."),
                back=tr("Go back"), deed=Deed.OVER_LIMIT, cents=error.cents,
            )
        case SamePaymentError():
            return Refusal(
                code=error.code,
                what=tr("Account {number} already paid {amount} today on receipt {receipt}.").format(
                    number=error.number, amount=Money(error.cents), receipt=error.receipt
                ),
                instead=tr("Ask the customer. Press Y if this really is a second payment."),
                back=tr("Go back"), seen=error.receipt,
            )
        case SameCheckError():
            return check_seen_before(error.receipt, error.check)
    return _check_to_approve(error, draft) if error.code == Deed.OVERRIDE_CHECK.value else None


def _check_to_approve(error: CityTillError, draft: Draft) -> Refusal:
    """A marked check whose approval did not survive, as after a crash (C10)."""
    checks = [tender.amount_tendered for tender in draft.tenders if refused_on_cash_only(tender)]
    return Refusal(
        code=error.code, what=error.sentence(), instead=tr("Or take the check off again and take another tender."),
        back=tr("Go back"), deed=Deed.OVERRIDE_CHECK, cents=sum(checks),
    )


def _cash_only(account: str, what: str, cents: int) -> Refusal:
    return Refusal(
        code=CashOnlyError.code, what=what,
        instead=tr("Take cash, card or money order, or let a supervisor approve this check."),
        back=tr("Hand the check back"), deed=Deed.OVERRIDE_CASH_ONLY, cents=cents, account=account,
    )


def _refused(tender: str) -> str:
    return tr("{tender} is refused.").format(tender=tender)
